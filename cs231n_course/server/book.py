"""The built book, for whoever is logged in."""

import html
import os
from pathlib import Path

import tornado.web
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join

from cs231n_course import published
from cs231n_course.notebooks.paths import PACKAGE
from cs231n_course.server.errors import JsonErrors, RequestError, error_message

URL = "cs231n/book"
ERROR_PAGE = (
    '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Not in the book</title>'
    '<body style="max-width: 40em; margin: 4em auto; padding: 0 1em; font-family: sans-serif">'
    "<h1>Not in the book</h1><p>{message}</p>{link}</body></html>"
)


def book_dir() -> Path | None:
    """Returns the folder of the built book, or None.

    CS231N_BOOK in the environment comes first, then the book that the wheel carries, then that of the checkout.
    """
    chosen = os.environ.get("CS231N_BOOK")
    folders = [Path(chosen)] if chosen else [PACKAGE / "_book", PACKAGE.parent / "_build" / "html"]
    return next((folder.resolve() for folder in folders if (folder / "index.html").is_file()), None)


def absence() -> str:
    """Returns why there is no book, and where it is or how it comes here, for whoever looks for it."""
    if (PACKAGE.parent / "book" / "build.py").is_file():
        return "The book is not built here. `make book` in the course's folder builds it; then open this again."
    site = published.address("Documentation")
    elsewhere = f"It is at {site}" if site else "The notebooks have all of its text, and its exercises."
    return f"The course was installed here without its book. {elsewhere}"


def page_url(stem: str) -> str | None:
    """Returns the URL of a chapter's page, else of the book's first one, below Jupyter's own; None without a book."""
    folder = book_dir()
    if folder is None:
        return None
    name = f"{stem}.html"
    return f"{URL}/{name if (folder / name).is_file() else 'index.html'}"


class BookHandler(JsonErrors, JupyterHandler, tornado.web.StaticFileHandler):
    """The book's files. They are the course's own, so unlike a learner's files they may run their scripts."""

    auth_resource = "contents"

    def initialize(self) -> None:
        """Finds the book anew, for it may have been built since."""
        self.folder = book_dir()
        super().initialize(str(self.folder or PACKAGE), default_filename="index.html")

    @tornado.web.authenticated
    @authorized
    async def get(self, path: str) -> None:
        """Sends a file of the book."""
        if self.folder is None:
            raise RequestError(404, absence())
        await tornado.web.StaticFileHandler.get(self, path)

    @tornado.web.authenticated
    @authorized
    async def head(self, path: str) -> None:
        """Sends the headers of a file of the book."""
        if self.folder is None:
            raise RequestError(404, absence())
        await tornado.web.StaticFileHandler.get(self, path, include_body=False)

    def write_error(self, status, exc_info=None, **more):
        """Writes the message as a page to who looks for one, with a link to the book if there is one."""
        if "text/html" not in self.request.headers.get("Accept", ""):
            return super().write_error(status, exc_info, **more)
        message = html.escape(error_message(status, exc_info, self._reason))
        index = html.escape(url_path_join(self.base_url, URL, "index.html"))
        link = f'<p><a href="{index}">The book\'s first page</a></p>' if self.folder else ""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        return self.finish(ERROR_PAGE.format(message=message, link=link))

    def compute_etag(self) -> None:
        """Returns None: tornado keeps a file's etag for good, and would call a book that was built anew unchanged."""
        return None

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Returns the path of a file of the book. Raises HTTPError where a link leads out of the book."""
        found = super().validate_absolute_path(root, absolute_path)
        if found and not Path(found).resolve().is_relative_to(self.folder):
            raise tornado.web.HTTPError(404)
        return found
