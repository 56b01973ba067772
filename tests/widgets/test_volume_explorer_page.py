"""VolumeExplorer in a page: pointing, keys, a picture of the reader's own, the goal."""

import io

import numpy as np
import pytest
from axe import problems
from cs231n_widgets import VolumeExplorer
from matplotlib.image import imsave
from playwright.sync_api import expect
from widget_page import live

pytestmark = pytest.mark.browser
TASK = {"task": "Find one.", "goal": {"volume": "CONV 3"}, "why": "It sees 20 pixels."}


def neuron(page):
    return page.evaluate("['volume', 'slice', 'row', 'col'].map((name) => model.get(name))")


def tiles(page, volume):
    return page.locator(".cs-tiles").nth(volume - 1)


def sentence(page):
    return page.locator(".cs-telling:visible").inner_text()


def picture_file(colour):
    stream = io.BytesIO()
    imsave(stream, np.broadcast_to(np.array(colour, float), (40, 60, 3)), format="png")
    return {"name": "mine.png", "mimeType": "image/png", "buffer": stream.getvalue()}


def test_pointing_shows_a_neuron_and_a_click_keeps_it(mount):
    page = mount(VolumeExplorer(**TASK), 744)
    start = neuron(page)
    tiles(page, 7).hover(position={"x": 4, "y": 4})
    expect(page.locator(".cs-telling:visible")).to_contain_text("slice 0 of CONV 3 sees")
    assert neuron(page) == start, "pointing alone changes nothing"
    assert "✓ Done" not in page.locator(".cs-task").inner_text()
    page.mouse.move(2, 2)
    expect(page.locator(".cs-telling:visible")).to_contain_text("of CONV 1 sees 5×5 pixels")
    tiles(page, 7).click(position={"x": 12, "y": 12})
    assert neuron(page)[:2] == [7, 0]
    assert "20×" in sentence(page) or "pixels of the picture" in sentence(page)
    assert "✓ Done Find one. It sees 20 pixels." in page.locator(".cs-task").inner_text()
    expect(live(page)).to_contain_text("That meets the task.")
    page.get_by_role("button", name="Reset").click()
    assert neuron(page) == start


def test_the_frame_is_the_neurons_window_in_the_picture(mount):
    page = mount(VolumeExplorer(volume=1, slice=3, row=0, col=16), 744)
    box, image = (page.locator(one).bounding_box() for one in (".cs-outline-field", ".cs-image"))
    step = image["width"] / 32
    assert box["x"] - image["x"] == pytest.approx(14 * step, abs=0.6)
    assert (box["width"], box["height"]) == pytest.approx((5 * step, 3 * step), abs=0.6)


def test_everything_is_reached_by_keyboard(mount):
    page = mount(VolumeExplorer(volume=1, slice=0, row=0, col=0), 744)
    page.locator(".cs-map").focus()
    for key, want in [("ArrowRight", [1, 0, 0, 1]), ("ArrowDown", [1, 0, 1, 1]), ("End", [1, 0, 1, 31]),
                      ("PageDown", [1, 1, 1, 31]), ("Home", [1, 1, 1, 0]), ("PageUp", [1, 0, 1, 0]),
                      ("ArrowLeft", [1, 0, 1, 0])]:  # fmt: skip
        page.keyboard.press(key)
        assert neuron(page) == want, key
    page.get_by_label("Volume", exact=True).select_option("POOL 3")
    assert neuron(page)[0] == 9
    page.get_by_label("slice", exact=True).fill("47")
    assert neuron(page)[:2] == [9, 47]
    assert "largest of 2×2 numbers" in sentence(page)


def test_a_picture_of_ones_own_is_computed_in_the_browser(mount):
    page = mount(VolumeExplorer(), 744)
    page.locator("input[type=file]").set_input_files(picture_file([1, 0, 0]))
    page.wait_for_function("model.get('pixels').startsWith('/wAA')")
    red = VolumeExplorer(image=np.broadcast_to(np.array([1.0, 0, 0])[:, None, None], (3, 32, 32)))
    shown = [float(text.replace("−", "-")) for text in page.locator(".cs-score").all_inner_texts()]
    assert shown == pytest.approx(list(red.scores.values()), abs=0.0051)
    page.locator("input[type=file]").set_input_files({"name": "no.png", "mimeType": "image/png", "buffer": b"text"})
    expect(page.locator(".cs-problem")).to_contain_text("“no.png” is no picture that this browser can read.")
    page.get_by_role("button", name="Reset").click()
    assert page.evaluate("model.get('pixels')") == VolumeExplorer().pixels
    assert page.locator(".cs-problem").is_hidden()


def test_a_score_can_be_asked_for_what_it_is_made_of(mount):
    page = mount(VolumeExplorer(), 744)
    page.get_by_role("button", name="dog").click()
    assert neuron(page)[:2] == [10, 5]
    assert "The neuron for dog sees the whole picture. It adds up 4·4·48 = 768 products" in sentence(page)
    assert "(bias) =" in page.locator(".cs-adding").inner_text()


@pytest.mark.parametrize(
    "settings", [{}, {"compact": True}, {"volume": 10, "slice": 3}], ids=["window", "front", "score"]
)
def test_axe_finds_nothing(mount, settings):
    assert problems(mount(VolumeExplorer(**TASK, **settings), 744)) == []
