"""Build a book, serve it, and visit its pages with every request to elsewhere refused."""

import contextlib
import functools
import gzip
import http.server
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[1]


def build(book, out, *options):
    """Build a book as `make book` does; returns the finished process, whose stderr has the warnings."""
    command = [sys.executable, str(ROOT / "book" / "build.py"), "--book", str(book), "--out", str(out), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, *args):
        """Say nothing."""


@contextlib.contextmanager
def served(site, by):
    """Yields the address of a site by http, from a server of this process, or by file."""
    if by == "file":
        yield site.as_uri() + "/"
        return
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Visit:
    """A page of a site in a browser window, and what went wrong in it."""

    def __init__(self, chromium, site, base, **window):
        """Open a window; `window` holds Playwright's options of a context."""
        self.site, self.base = site, base
        self.context = chromium.new_context(**window)
        self.scripts = window.get("java_script_enabled", True)
        self.page = self.context.new_page()
        self.refused, self.failed, self.said, self.files = [], [], [], set()
        self.page.route("**/*", self._route)
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(f"uncaught: {error}"))
        self.page.on("response", lambda got: self.failed.append(got.url) if got.status >= 400 else None)

    def _route(self, route):
        if route.request.url.startswith((self.base, "data:", "blob:")):
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()

    def _note(self, url):
        if url.startswith(self.base):
            self.files.add(unquote(urlsplit(url[len(self.base) :]).path))

    def _hear(self, message):
        if message.type in {"error", "warning"}:
            self.said.append(f"{message.type}: {message.text}")

    def open(self, name):
        """Open a page of the site, ready for its reader: its widgets mount when they come near."""
        self.page.goto(self.base + name, wait_until="load")
        if self.scripts:
            self.page.wait_for_selector("html[data-widgets=ready]")
        return self.page

    def mount_all(self):
        """Bring every widget of the page near, wait until all are there, and return to the top."""
        for place in self.page.locator(".widget-place").all():
            place.scroll_into_view_if_needed()
            self.page.wait_for_function("place => 'live' in place.dataset", arg=place.element_handle())
        self.page.evaluate("scrollTo(0, 0)")

    def require_quiet(self):
        """Require that nothing was asked of elsewhere, that nothing failed and that the console is empty."""
        wrong = {"asked of elsewhere": self.refused, "not there": self.failed, "in the console": self.said}
        assert not any(wrong.values()), f"{self.page.url}: {wrong}"

    def weights(self):
        """Returns the bytes of each file that was loaded, as a server would compress them."""
        contents = {name: (self.site / name).read_bytes() for name in self.files if (self.site / name).is_file()}
        return {name: min(len(data), len(gzip.compress(data))) for name, data in contents.items()}


def visits(chromium, site, by):
    """Give a function that opens a window on a site with a page in it; close all, and require quiet, at the end."""
    opened = []
    with served(site, by) as base:

        def open_page(name, **window):
            opened.append(Visit(chromium, site, base, **{"viewport": {"width": 1280, "height": 900}, **window}))
            opened[-1].open(name)
            return opened[-1]

        yield open_page
        for one in opened:
            one.context.close()
    for one in opened:
        one.require_quiet()
