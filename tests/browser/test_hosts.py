"""The book's site on hosts of all kinds: each is a row of the table in README's section "The book as a site"."""

import contextlib
import functools
import http.server
import threading
from pathlib import Path

import pytest
from visit import Quiet, Visit

pytestmark = pytest.mark.browser

CHAPTER = "02_arithmetic_of_space.html"
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'"
FRAME = '<!doctype html><iframe sandbox="allow-scripts" src="{src}" width="1240" height="860"></iframe>'


class Host(Quiet):
    """A static host with a folder for the site and, if asked for, habits of its own."""

    folder = "/"
    policy = None
    drops_underscores = False

    def do_GET(self):
        """Send a file, or the page with the sandboxed frame."""
        if self.path.startswith("/frame/"):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(FRAME.format(src=self.path.removeprefix("/frame")).encode())
        elif not self.path.startswith(self.folder) or (self.drops_underscores and "/_" in self.path):
            self.send_error(404)
        else:
            super().do_GET()

    def translate_path(self, path):
        """Returns the file of the site that a path below the host's folder names."""
        return super().translate_path("/" + path.removeprefix(self.folder))

    def end_headers(self):
        """Add the content policy, if there is one."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


HOSTS = {
    "disk": None,
    "a sub-path": {"folder": "/courses/convnets/"},
    "a strict content policy": {"policy": POLICY},
    "a sandboxed frame": {},
    "no folders with _": {"drops_underscores": True},
}


@contextlib.contextmanager
def hosted(site, habits):
    """Yields the address of a site on a host with these habits; None for the disk."""
    if habits is None:
        yield site.as_uri() + "/"
        return
    handler = functools.partial(type("Habits", (Host,), habits), directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{habits.get('folder', '/')}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=HOSTS)
def reader(request, chromium, real_site):
    """Open a chapter on a host; give the window, and what it is seen in: its page, or a frame of it."""
    with hosted(real_site, HOSTS[request.param]) as base:
        visit = Visit(chromium, real_site, base, viewport={"width": 1280, "height": 900})
        framed = request.param == "a sandboxed frame"
        visit.page.goto(base + ("frame/" if framed else "") + CHAPTER)
        seen = visit.page.frame_locator("iframe") if framed else visit.page
        seen.locator("html[data-widgets=ready]").wait_for(state="attached")
        yield visit, seen
        visit.context.close()
    visit.require_quiet()


def test_widgets_guesses_links_colours_and_search_work_on_every_host(reader, real_site):
    visit, seen = reader
    if seen is visit.page:  # a sandboxed frame lets nobody download
        with visit.page.expect_download() as download:
            seen.get_by_role("link", name="This chapter as a notebook").click()
        name = CHAPTER.replace(".html", ".ipynb")
        assert download.value.suggested_filename == name
        assert Path(download.value.path()).read_bytes() == (real_site / "notebooks" / name).read_bytes()

    guess = seen.locator(".widget-place[data-widget=predict] input").first
    guess.fill("54")
    guess.press("Enter")
    seen.locator("details.answer[open]").first.wait_for()

    seen.locator("#w-widget").scroll_into_view_if_needed()
    chosen = seen.locator("#w-widget [role=grid][aria-label^=Output] [tabindex='0']")
    before = chosen.get_attribute("aria-label")
    chosen.press("ArrowRight")
    assert chosen.get_attribute("aria-label") != before
    seen.locator("#w-widget").get_by_role("button", name="Copy link").click()
    seen.locator("#w-widget").get_by_text("Copied: a link to this widget").wait_for()

    seen.locator("button.theme-switch-button").first.click()
    seen.locator("button.theme-change-button[data-mode=dark]").first.click()
    seen.locator("html[data-theme=dark]").wait_for(state="attached")

    seen.locator("button.search-button-field:visible, button.search-button:visible").first.click()
    seen.locator("#pst-search-dialog input").fill("overlapping")
    seen.locator("#pst-search-dialog input").press("Enter")
    found = seen.locator("#search-results a", has_text="Pooling")
    found.first.click()
    seen.locator("h1", has_text="Pooling").last.wait_for()
