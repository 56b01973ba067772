"""What the tests of the widgets' pages share."""

import pytest
from widget_page import page_html

# After these, a ResizeObserver has told the widget how wide it is.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def mount(chromium):
    """Open pages that show a widget; an error in one, a message or a request fails the test."""
    pages, wrong = [], []

    def open_page(widget, width=760, theme="light", **options):
        page = chromium.new_page(viewport={"width": max(width + 32, 390), "height": 844}, **options)
        pages.append(page)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(("blob:", "data:")) else None)
        page.set_content(page_html(widget, theme, f"{width}px"))
        page.wait_for_selector("html[data-ready]", state="attached")
        page.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )  # sizes observed
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert not wrong
