"""Notebooks that Jupyter's own files manager does not open or save, or that a browser would change unseen.

A browser's editor ends every line with "\\n", whatever the file has, and then puts what is typed into the wrong place
of the text that is saved. Half a surrogate pair can't be signed or written as UTF-8. JSON has no NaN.
"""

import asyncio
import contextlib
from pathlib import Path

import tornado.web
from jupyter_server.services.contents.filemanager import AsyncFileContentsManager

from cs231n_course.notebooks import files, reading
from cs231n_course.notebooks.format import unix_lines
from cs231n_course.notebooks.reading import NotebookError


def open_odd_notebooks(server) -> None:
    """Lets a server open and save such notebooks, if it keeps its files on this computer's disk."""
    manager = server.contents_manager
    if isinstance(manager, AsyncFileContentsManager):
        # The class, and not the object: other extensions have the object already.
        manager.__class__ = type(type(manager).__name__, (OddNotebooks, type(manager)), {})


class OddNotebooks:
    """A mixin for Jupyter's asynchronous files manager."""

    async def _read_notebook(self, os_path, *args, raw=False, **options):
        """Returns a notebook, and with `raw` its bytes. Raises HTTPError with a message for the learner."""
        try:
            return await super()._read_notebook(os_path, *args, raw=raw, **options)
        except tornado.web.HTTPError:
            try:
                nb = await asyncio.to_thread(reading.read, os_path)
            except NotebookError as error:
                message = str(error).replace(str(os_path), Path(os_path).name).replace("%", "%%")
                raise tornado.web.HTTPError(400, message) from None
            return (nb, await asyncio.to_thread(files.read_bytes, Path(os_path))) if raw else nb

    def mark_trusted_cells(self, nb, path=""):
        """Marks the cells of a notebook that was read as trusted or not, and mends what a browser can't show."""
        try:
            super().mark_trusted_cells(nb, path)
        except UnicodeError:  # it can't be signed
            self.notary.mark_cells(nb, False)
        for cell in nb.get("cells", []):
            cell["source"] = unix_lines(cell["source"])
        reading.without_infinities(nb)

    def check_and_sign(self, nb, path="", **options):
        """Signs a notebook that is saved, if it is trusted and can be signed."""
        with contextlib.suppress(UnicodeError):
            super().check_and_sign(nb, path, **options)

    @contextlib.contextmanager
    def atomic_writing(self, os_path, *args, **options):
        """Gives the file to write into. In a notebook's JSON half a surrogate pair is written as its escape."""
        if options.get("encoding") and Path(os_path).suffix == ".ipynb":
            options.setdefault("errors", "backslashreplace")
        with super().atomic_writing(os_path, *args, **options) as file:
            yield file
