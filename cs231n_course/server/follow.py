"""Let the state file of a notebook go along when Jupyter itself renames or moves the notebook."""

import errno
import shutil

from tornado.log import app_log

from cs231n_course.server import places
from cs231n_course.server.errors import Refused
from cs231n_course.server.state import state_file

SCHEMA = "https://events.jupyter.org/jupyter_server/contents_service/v1"


def follow_renames(server):
    """Listen to what Jupyter says of its files, as it is before anybody's modifiers take paths out.

    The state is moved at once, not in a thread, so that it is there before the panel asks for the new name.
    """

    async def listen(logger, schema_id, data):
        if data["action"] == "rename":
            _follow(server.contents_manager, data.get("source_path", ""), data["path"])

    server.event_logger.add_listener(schema_id=SCHEMA, listener=listen, modified=False)


def _follow(manager, old, new):
    """Move the state of a notebook that was renamed. The rename is done, so whatever fails here is only logged."""
    try:
        source, target = _place(manager, old), _place(manager, new)
        if source.exists() or places.notebook_file(manager, new) != target:
            return  # another notebook is there by now; or a link was renamed, and the state stays with what it names
    except Refused:
        return
    try:
        _move(state_file(source), state_file(target))
    except FileNotFoundError:
        pass  # it was never checked
    except OSError as error:
        app_log.warning("cs231n: %s could not go along to %r: %s", state_file(source).name, new, error)


def _place(manager, path):
    """Name the file that a contents path means, whether it is there or not. Raises Refused."""
    where, _, name = path.strip("/").rpartition("/")
    file = places.folder(manager, where) / name
    if file.suffix != ".ipynb":
        raise Refused(400, "This is not a notebook.")
    return file


def _move(source, target):
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.move(source, target)  # to another disk
