"""What fingers and eyes need, measured: targets of 24 px, text of 12 px, and window and output together on a phone."""

import numpy as np
import pytest
from cs231n_widgets import (
    ActivationHistograms,
    ArchitectureBuilder,
    BackpropConvolution,
    FullyConnectedAsConvolution,
    Im2col,
    ImageFilter,
    MemoryTable,
    NetComparison,
    Pooling,
    PoolingShift,
    ReceptiveField,
    ResidualBlocks,
    SizingCalculator,
    SlidingFilter,
    TrainingTheatre,
    Valley,
    VolumeExplorer,
)
from random_states import short_record

from cs231n_kit.models import resnet20

pytestmark = pytest.mark.browser
PHONE, BOOK = 358, 744  # pixels that the book gives a widget on a screen of 390 and of 1280
SCREEN = 700  # pixels of a phone's height that browser and keyboard leave
GRADED = np.arange(36).reshape(6, 6) * 7 % 50 - 20
STATES = {
    "activations": lambda: ActivationHistograms.find_scales(scale=5),
    "own activations": lambda: ActivationHistograms(activations=[GRADED, 1e8 * GRADED, 0 * GRADED]),
    "architecture": lambda: ArchitectureBuilder.repair(),
    "left over": lambda: ArchitectureBuilder("INPUT(3,224,224) -> [CONV(96,11,4,0) -> RELU]*2 -> POOL(3,2) -> FC(10)"),
    "demo": lambda: SlidingFilter(task="Find a stride that does not fit.", goal={"fits": False}),
    "misfit": lambda: SlidingFilter.sized(W=7, H=6, stride=3, pad=0),
    "dilated": lambda: SlidingFilter.sized(W=7, D=1, K=1, F=3, stride=1, pad=2, dilation=2),
    "large": lambda: SlidingFilter.sized(W=9, K=3, stride=1),
    "padded": lambda: SlidingFilter.sized(W=9, K=2, F=5, stride=1, pad=4),
    "fractions": lambda: SlidingFilter(x=np.linspace(-9.5, 9, 75).reshape(3, 5, 5)),
    "no output": lambda: SlidingFilter.sized(W=3, F=5, pad=0),
    "matrices": lambda: Im2col(window=4, cell=(0, 1, 1)),
    "padded matrices": lambda: Im2col(pad=1, stride=2, window=2),
    "large matrices": lambda: Im2col(x=np.arange(75).reshape(3, 5, 5), w=np.ones((3, 3, 3, 3), int), pad=1, window=20),
    "one output": lambda: BackpropConvolution(row=1, col=1, task="Make it 0.", goal={"value": 0}),
    "added up": lambda: BackpropConvolution(GRADED, stride=2, pad=1, view="sum", row=2, col=2),
    "one input": lambda: BackpropConvolution(view="input"),
    "slid net": lambda: FullyConnectedAsConvolution(padded=True, row=0),
    "slid net task": lambda: FullyConnectedAsConvolution.which_cells(marks=[[0, 0]], checked=True),
    "photograph": lambda: ImageFilter(filter=[[-1 / 9, 99, -98.5]] * 3, row=20, col=20),
    "memory": lambda: MemoryTable(batch=65536, optimizer="Adam", opened=[1, 2, 4, 5], row=18),
    "memory task": lambda: MemoryTable.squeeze(batch=16),
    "memory as the notes": lambda: MemoryTable(notes=True, train=False, opened=[1, 2, 3, 4, 5, 6, 7]),
    "nets": lambda: NetComparison.for_a_phone(),
    "own net": lambda: NetComparison([resnet20()], axis="weights", chosen="ResNet-20", beside="VGG-19"),
    "pooling": lambda: Pooling(task="Move the 10 by a tie.", goal={"tied": True}),
    "forward": lambda: Pooling(GRADED, size=2, stride=1, backward=False),
    "shared out": lambda: Pooling(GRADED, size=3, stride=1, kind="L2", row=2),
    "shifted": lambda: PoolingShift(
        np.arange(96 * 106).reshape(96, 106) % 7 / 7, shift=8, pool="max3", task="Move it."
    ),
    "eight layers": lambda: ReceptiveField.reach_15(layers=", ".join(["CONV 3 dilation 2"] * 7 + ["POOL 2"])),
    "guessed": lambda: ReceptiveField.guess(layers="CONV 15, CONV 3 stride 2 dilation 2", level=2, row=0),
    "residual blocks": lambda: ResidualBlocks.find(without="1, 2, 3, 4, 5, 6, 7, 8, 9"),
    "row": lambda: SizingCalculator(W=10, F=3, S=2),
    "sides": lambda: SizingCalculator(W=1024, H=768, D=2048, K=4096, F=31, S=3, P=15, dilation=7, fit="pad"),
    "backwards": lambda: SizingCalculator.preset("ResNet’s first", mode="reverse", target=112),
    "training": lambda: TrainingTheatre(breakage="inputs", steps=5),
    "training task": lambda: TrainingTheatre.kill(spec="[CONV(8,3) -> RELU]*3 -> FC(10)", steps=0),
    "recorded": lambda: TrainingTheatre(record=short_record()),
    "valley": lambda: Valley(turn=15),
    "net": lambda: VolumeExplorer(),
    "front page": lambda: VolumeExplorer(compact=True),
}
SEEN = "const seen = (node) => node.getClientRects().length && !node.closest('.cs-live');"
# A target is what answers a click: a label and a row of a table do so for the button in them.
TARGETS = (
    f"() => {{ {SEEN}"
    + """
  const kinds = "button, select, label, [role=slider], input:not(label *, tr *), [role=gridcell], tbody tr";
  return [...document.querySelectorAll(`.cs-widget :is(${kinds})`)].filter(seen).flatMap((node) => {
    const { width, height } = node.getBoundingClientRect();
    return Math.min(width, height) < 23.9 ? [`${node.tagName} ${node.className} ${width} x ${height}`] : [];
  });
}"""
)
TEXTS = (
    f"() => {{ {SEEN}"
    + """
  const found = {};
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim(), node = walk.currentNode.parentElement;
    if (!text || !seen(node) || node.closest("style")) continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < 11.99) found[`${node.tagName} ${node.getAttribute("class")}`] = `${text.slice(0, 20)}: ${size}`;
  }
  return found;
}"""
)
NUMBERS_CUT = """() => [...document.querySelectorAll(".cs-field .cs-cell, .cs-taps .cs-cell")].flatMap((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell.lastChild ?? cell);
  const over = range.getBoundingClientRect().width - cell.getBoundingClientRect().width;
  return over > 1.5 ? [`${cell.textContent} by ${over.toFixed(1)}`] : [];
})"""
TOGETHER = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.getClientRects().length)
    .map((node) => node.getBoundingClientRect());
  const all = [...boxes(".cs-player"), ...boxes(".cs-forward .cs-part-x, .cs-stage > .cs-part-x, .cs-input, .cs-art"),
    ...boxes(".cs-forward .cs-part-y, .cs-stage > .cs-part-y, .cs-output, .cs-photograph, .cs-maps")];
  return Math.max(...all.map((box) => box.bottom)) - Math.min(...all.map((box) => box.top));
}"""


@pytest.mark.parametrize("width", [PHONE, BOOK])
@pytest.mark.parametrize("state", STATES)
def test_targets_are_large_enough_to_hit_and_texts_to_read(mount, state, width):
    page = mount(STATES[state](), width)
    assert page.evaluate(TARGETS) == []
    assert page.evaluate(TEXTS) == {}
    assert page.evaluate(NUMBERS_CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width + 32
    if width == PHONE and state not in ("padded", "sides"):
        assert page.evaluate(TOGETHER) <= SCREEN, "window and output are seen together while stepping"
    if width == BOOK:
        page.evaluate("(svg) => { document.querySelector('main').innerHTML = svg; }", STATES[state]().still_svg())
        assert page.evaluate(TEXTS) == {}, "the still picture's text is large enough"


def test_what_is_wider_than_a_phone_scrolls_to_the_window(mount):
    page = mount(STATES["padded"](), PHONE)
    for row, col in [(0, 0), (5, 12), (12, 12)]:
        page.evaluate(f"model.set('row', {row}); model.set('col', {col})")
        page.wait_for_timeout(250)  # the frame slides there
        for selector in (".cs-front .cs-window", ".cs-here"):
            box = page.locator(f"{selector}:visible").first.bounding_box()
            assert 0 <= box["x"] <= 390 - box["width"], (selector, row, col)


def test_a_slice_comes_to_the_front_by_its_button_and_by_keys(mount):
    page = mount(STATES["demo"](), PHONE)
    visible = page.locator(".cs-part-x .cs-slice-name:visible")
    assert visible.all_inner_texts() == ["x[0]"]
    page.get_by_role("button", name="Slice 2").click()
    assert visible.all_inner_texts() == ["x[2]"]
    assert page.locator(".cs-part-w .cs-slice-name:visible").all_inner_texts() == ["w[0, 2]", "b[0]"]
    assert page.locator(".cs-part-x [tabindex='0']").get_attribute("aria-label") == "x[2, 0, 0] is 3"
    page.get_by_role("button", name="Filter 1").click()
    assert page.locator(".cs-part-w [tabindex='0']").get_attribute("aria-label").startswith("w[1, 2, 0, 0] is")
    page.get_by_role("button", name="Slice 0").click()
    page.locator(".cs-part-x [tabindex='0']:visible").focus()
    page.keyboard.press("PageDown")
    assert visible.all_inner_texts() == ["x[1]"]
    assert page.evaluate("document.activeElement.ariaLabel").startswith("x[1, 0, 0] is")
