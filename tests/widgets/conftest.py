"""What the tests of the widgets' pages share."""

import pytest
from widget_page import page_html

# After these, a ResizeObserver has told the widget how wide it is.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="module")
def window(chromium):
    """Keep a page for a file's tests: a new one takes more of a processor than what most of them do in it."""
    page = chromium.new_page()
    yield page
    page.context.close()


@pytest.fixture
def mount(chromium, window, tmp_path):
    """Open pages that show a widget; an error in one, a message or a request fails the test.

    The first is in the window of the tests before; ask for `fresh=True` where a test changes more than the page in it.
    """
    opened, addresses, wrong = [], [], []
    listeners = {
        "pageerror": lambda error: wrong.append(str(error)),
        "console": lambda message: wrong.append(message.text),
        "request": lambda r: wrong.append(r.url) if not r.url.startswith(("blob:", "data:", *addresses)) else None,
    }

    def open_page(widget, width=760, theme="light", fresh=False, **options):
        size = {"width": max(width + 32, 390), "height": 844}
        if fresh or options or opened:
            page = chromium.new_page(viewport=size, **options)
        else:
            page = window
            page.mouse.move(0, 0)
            page.set_viewport_size(size)
        file = tmp_path / f"widget-{len(opened)}.html"
        file.write_text(page_html(widget, theme, f"{width}px"), encoding="utf-8")
        opened.append(page)
        addresses.append(file.as_uri())
        for event, listener in listeners.items():
            page.on(event, listener)
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        page.evaluate(TWO_FRAMES)
        return page

    yield open_page
    for page in opened:
        if page != window:
            page.context.close()
        else:
            for event, listener in listeners.items():
                page.remove_listener(event, listener)
    assert not wrong
