"""The panel and the badges in narrow windows and wide ones: nothing sticks out, and all stand in line."""

import pytest
from accessibility import axe
from panel import POOLING, learners_copy
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PADDING_LEFT_OUT = """import numpy as np

def avg_pool(x, size, stride, pad, count_pad):
    padded, inside = np.pad(x, pad), np.pad(np.ones(x.shape), pad)
    rows, columns = (padded.shape[0] - size) // stride + 1, (padded.shape[1] - size) // stride + 1
    y = np.zeros((rows, columns))
    for i, j in np.ndindex(rows, columns):
        part = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        y[i, j] = padded[part].sum() / inside[part].sum()
    return y"""
STICKS_OUT = """frame => {
  const end = frame.getBoundingClientRect().right;
  return [...frame.querySelectorAll("*")].filter(
    (one) => one.closest(".cs231n-Grid") !== one.parentElement && one.getBoundingClientRect().right > end + 0.5
  ).map((one) => one.className);
}"""


@pytest.fixture
def failed(newcomer, root):
    """Let an answer fail whose case are arrays of decimals."""
    learners_copy(root / "widths", {"pool-average": PADDING_LEFT_OUT}, chapter=POOLING)
    newcomer.open(f"widths/{POOLING}")
    newcomer.choose("pool-average")
    newcomer.button("Check this exercise").click()
    newcomer.expect("pool-average", "failed")
    return newcomer.badge("pool-average")


def left(place):
    """Give the left edge of what a locator finds."""
    return place.bounding_box()["x"]


def test_nothing_sticks_out_and_badges_stand_below_their_input(newcomer, failed):
    cell = newcomer.page.locator(".jp-CodeCell", has=failed)
    for window, width in ((1280, 250), (700, 250), (1280, 210), (1280, 500)):
        newcomer.page.set_viewport_size({"width": window, "height": 900})
        newcomer.widen(width)
        newcomer.choose("pool-average")
        assert newcomer.panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth"), (window, width)
        assert failed.evaluate(STICKS_OUT) == [], (window, width)
        assert abs(left(failed) - left(cell.locator(".jp-InputArea-editor"))) <= 1, (window, width)
        newcomer.shoot(f"decimals-{window}-{width}")
    buttons, status = (newcomer.panel.locator(f".cs231n-Actions > .cs231n-{name}") for name in ("Buttons", "Status"))
    box = buttons.bounding_box()
    newcomer.page.emulate_media(forced_colors="active")  # as in Windows' high contrast: no backgrounds
    expect(newcomer.panel.locator(".cs231n-Progress").first).to_have_css("border-top-style", "solid")
    assert status.bounding_box()["y"] - box["y"] - box["height"] >= 5, "what is said does not stick to the buttons"


def test_an_array_that_is_too_wide_is_moved_by_keys(newcomer, failed):
    newcomer.widen(250)
    wide = newcomer.row("pool-average").locator(".cs231n-Grid[tabindex='0']")
    expect(wide.first).to_be_visible()
    assert newcomer.row("pool-average").locator(".cs231n-Grid:not([tabindex])").count()
    wide.first.focus()
    newcomer.page.keyboard.press("ArrowRight")
    newcomer.page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert [axe(newcomer.page, place) for place in ("#cs231n-course", ".cs231n-Badge")] == [[], []]
