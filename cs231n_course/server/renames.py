"""State files that go along when Jupyter itself renames or moves their notebooks."""

import errno
import shutil

from tornado.log import app_log

from cs231n_course.server import contents
from cs231n_course.server.errors import RequestError
from cs231n_course.server.state import state_file

SCHEMA = "https://events.jupyter.org/jupyter_server/contents_service/v1"


def follow_renames(server) -> None:
    """Listens to what Jupyter says of its files, as it is before anybody's modifiers take paths out.

    The state is moved at once, not in a thread, so that it is there before the panel asks for the new name.
    """

    async def listen(logger, schema_id, data):
        if data["action"] == "rename":
            _move_state(server.contents_manager, data.get("source_path", ""), data["path"])

    server.event_logger.add_listener(schema_id=SCHEMA, listener=listen, modified=False)


def _move_state(manager, old_path, new_path):
    """Moves the state of a notebook that was renamed. The rename is done, so whatever fails here is only logged."""
    try:
        source = _notebook_path(manager, old_path)
        target = _notebook_path(manager, new_path)
        if source.exists() or contents.notebook_file(manager, new_path) != target:
            return  # another notebook is there by now; or a link was renamed, and the state stays with what it names
    except RequestError:
        return
    try:
        _move(state_file(source), state_file(target))
    except FileNotFoundError:
        pass  # it was never checked
    except OSError as error:
        app_log.warning("cs231n: %s could not go along to %r: %s", state_file(source).name, new_path, error)


def _notebook_path(manager, path):
    """Returns the file that a contents path means, whether it is there or not. Raises RequestError."""
    folder, _, name = path.strip("/").rpartition("/")
    file = contents.folder(manager, folder) / name
    if file.suffix != ".ipynb":
        raise RequestError(400, "This is not a notebook.")
    return file


def _move(source, target):
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.move(source, target)  # to another disk
