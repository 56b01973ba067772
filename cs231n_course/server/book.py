"""The built book, for whoever is logged in."""

import datetime
import html
import mimetypes
import os
from dataclasses import dataclass
from pathlib import Path

import tornado.web
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.httputil import format_timestamp

from cs231n_course import published
from cs231n_course.notebooks.paths import PACKAGE
from cs231n_course.server.errors import JsonErrors, RequestError, error_message
from cs231n_course.server.work_thread import THREAD_SETTING

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


@dataclass(frozen=True)
class BookFile:
    """A file of the book."""

    content: bytes
    media_type: str
    modified: datetime.datetime


def read_file(folder: Path, path: str) -> BookFile:
    """Returns the file at a path of the book, a folder's first page if it ends with a slash.

    Raises HTTPError where there is none, or where a link or the path leads out of the book.
    """
    try:
        file = folder.joinpath(path.lstrip("/"), "index.html" if path.endswith("/") or not path else "")
        file = file.resolve(strict=True)
        if not file.is_relative_to(folder):
            raise tornado.web.HTTPError(404)
        modified = datetime.datetime.fromtimestamp(int(file.stat().st_mtime), datetime.UTC)
        return BookFile(file.read_bytes(), mimetypes.guess_type(file.name)[0] or "application/octet-stream", modified)
    except (OSError, ValueError, RuntimeError):  # not there, no file, a zero in its name, a loop of links
        raise tornado.web.HTTPError(404) from None


class BookHandler(JsonErrors, JupyterHandler):
    """The book's files. They are the course's own, so unlike a learner's files they may run their scripts."""

    auth_resource = "contents"
    folder: Path | None = None

    @tornado.web.authenticated
    @authorized
    async def get(self, path: str) -> None:
        """Sends a file of the book; of a request for its headers, these alone."""
        thread = self.settings[THREAD_SETTING]
        self.folder = await thread.run(book_dir)  # anew, for it may have been built since
        if self.folder is None:
            raise RequestError(404, absence())
        file = await thread.run(read_file, self.folder, path)
        self.set_header("Content-Type", file.media_type)
        self.set_header("Last-Modified", file.modified)
        if self.request.headers.get("If-Modified-Since") == format_timestamp(file.modified):
            self.set_status(304)
            self.finish()
        else:
            self.finish(file.content)

    head = get

    def write_error(self, status, exc_info=None, **more):
        """Writes the message as a page to who looks for one, with a link to the book if there is one."""
        if "text/html" not in self.request.headers.get("Accept", ""):
            return super().write_error(status, exc_info, **more)
        message = html.escape(error_message(status, exc_info, self._reason))
        index = html.escape(url_path_join(self.base_url, URL, "index.html"))
        link = f'<p><a href="{index}">The book\'s first page</a></p>' if self.folder else ""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        return self.finish(ERROR_PAGE.format(message=message, link=link))
