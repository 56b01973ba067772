"""Find the built book, and serve its pages to whoever is logged in."""

import html
import os
from pathlib import Path

import tornado.web
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join

from cs231n_course.notebooks.paths import PACKAGE
from cs231n_course.server.errors import InWords, Refused, words_of

URL = "cs231n/book"
HOW = "The book is not built here. In a checkout of the course, `make book` builds it; then open this again."
PAGE = (
    '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Not in the book</title>'
    '<body style="max-width: 40em; margin: 4em auto; padding: 0 1em; font-family: sans-serif">'
    "<h1>Not in the book</h1><p>{words}</p>{way}</body></html>"
)


def book_dir():
    """Find the folder of the built book, or None.

    CS231N_BOOK in the environment comes first, then the book that the wheel carries, then that of the checkout.
    """
    chosen = os.environ.get("CS231N_BOOK")
    places = [Path(chosen)] if chosen else [PACKAGE / "_book", PACKAGE.parent / "_build" / "html"]
    return next((place.resolve() for place in places if (place / "index.html").is_file()), None)


def page(stem):
    """Give the URL of a chapter's page, or of the book's first one, below Jupyter's own; None if there is no book."""
    folder = book_dir()
    if folder is None:
        return None
    name = f"{stem}.html"
    return f"{URL}/{name if (folder / name).is_file() else 'index.html'}"


class BookHandler(InWords, JupyterHandler, tornado.web.StaticFileHandler):
    """Serves the book's files. They are the course's own, so unlike a learner's files they may run their scripts."""

    auth_resource = "contents"

    def initialize(self):
        """Find the book anew, for it may have been built since."""
        self.folder = book_dir()
        super().initialize(str(self.folder or PACKAGE), default_filename="index.html")

    @tornado.web.authenticated
    @authorized
    async def get(self, path):
        """Send a file of the book."""
        if self.folder is None:
            raise Refused(404, HOW)
        await tornado.web.StaticFileHandler.get(self, path)

    @tornado.web.authenticated
    @authorized
    async def head(self, path):
        """Send the headers of a file of the book."""
        if self.folder is None:
            raise Refused(404, HOW)
        await tornado.web.StaticFileHandler.get(self, path, include_body=False)

    def write_error(self, status, exc_info=None, **more):
        """Write the words as a page to who looks for one, with the way to the book if there is one."""
        if "text/html" not in self.request.headers.get("Accept", ""):
            return super().write_error(status, exc_info, **more)
        words = html.escape(words_of(status, exc_info, self._reason))
        index = html.escape(url_path_join(self.base_url, URL, "index.html"))
        way = f'<p><a href="{index}">The book\'s first page</a></p>' if self.folder else ""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        return self.finish(PAGE.format(words=words, way=way))

    def compute_etag(self):
        """Give none: tornado keeps a file's for good, and would call a book that was built anew unchanged."""
        return None

    def validate_absolute_path(self, root, absolute_path):
        """Refuse what a link has outside of the book."""
        found = super().validate_absolute_path(root, absolute_path)
        if found and not Path(found).resolve().is_relative_to(self.folder):
            raise tornado.web.HTTPError(404)
        return found
