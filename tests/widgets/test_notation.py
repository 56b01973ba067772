"""One notation in all that widgets, still pictures and figures say: 5×4×3 is W×H×D, S = 2, and a true minus."""

import re

import numpy as np
import pytest
from cs231n_widgets import (
    ArchitectureBuilder,
    BackpropConvolution,
    FullyConnectedAsConvolution,
    Im2col,
    ImageFilter,
    MemoryTable,
    Pooling,
    PoolingShift,
    ReceptiveField,
    SizingCalculator,
    SlidingFilter,
    figures,
)
from cs231n_widgets.fill import fill_b, fill_w, fill_x
from random_states import (
    many,
    random_activation_histograms,
    random_architecture_builder,
    random_backprop_convolution,
    random_fully_connected_as_convolution,
    random_im2col,
    random_image_filter,
    random_memory_table,
    random_net_comparison,
    random_pooling,
    random_pooling_shift,
    random_receptive_field,
    random_residual_blocks,
    random_sizing_calculator,
    random_sliding_filter,
    random_training_theatre,
    random_valley,
    random_volume_explorer,
)

OTHER_NOTATIONS = {
    "a size with spaces: 5 × 4 (3 × 2 = 6 is a product, 1 × 10⁹ a number)": (
        r"\d × \(?−?\d+\)?(?! =)(?! × 10)(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])"
    ),
    "a size without the sign: 5x4, 5 by 4": r"\d ?x ?\d|\d by \d",
    "a setting without spaces: S=2": r"\b[WHDKFSP]=",
    "a hyphen for a minus": r"(?<![\w-])-\d",
    "a straight apostrophe": r"\w'\w",
    "a letter that is not the notes’, who say C channels where as many go in as come out": (
        r"(?<!layer )(?<!\[)(?<!-)\bC\b(?!\]| channels)"
    ),
}
RANDOM = {
    "activation histograms": random_activation_histograms,
    "architecture builder": random_architecture_builder,
    "sliding filter": random_sliding_filter,
    "fully connected as convolution": random_fully_connected_as_convolution,
    "image filter": random_image_filter,
    "memory table": random_memory_table,
    "im2col": random_im2col,
    "backprop": random_backprop_convolution,
    "net comparison": random_net_comparison,
    "pooling": random_pooling,
    "pooling and a shift": random_pooling_shift,
    "receptive field": random_receptive_field,
    "residual blocks": random_residual_blocks,
    "sizing calculator": random_sizing_calculator,
    "training theatre": random_training_theatre,
    "valley": random_valley,
    "volume explorer": random_volume_explorer,
}
# Sizes that can't be mixed up, and how each volume is written.
SIZES = {
    "architecture builder": (
        lambda: ArchitectureBuilder("INPUT(3,8,10) -> CONV(5,2,2,0) -> FC(10)"),
        ["10×8×3", "5×4×5"],
    ),
    "sliding filter": (
        lambda: SlidingFilter.sized(W=7, H=5, D=2, K=3, F=3, stride=2, pad=1),
        ["7×5×2", "3×3×2", "4×3×3"],
    ),
    "fully connected as convolution": (
        lambda: FullyConnectedAsConvolution(height=36, width=48, row=1),
        ["48×36", "6×3"],
    ),
    "image filter": (lambda: ImageFilter(np.ones((7, 9))), ["9×7×1", "7×5×1"]),
    "memory table": (lambda: MemoryTable("INPUT(3,8,10) -> CONV(5,2,2,0) -> FC(10)"), ["10×8×3", "5×4×5"]),
    "im2col": (
        lambda: Im2col(x=fill_x(2, 3, 5), w=fill_w(3, 2, 2), b=fill_b(3)),
        ["5×3×2", "4×2×3"],
    ),
    "backprop": (
        lambda: BackpropConvolution(fill_x(1, 4, 6)[0], [[1, 2], [3, 4]]),
        ["6×4", "5×3"],
    ),
    "pooling": (lambda: Pooling(fill_x(1, 4, 6)[0]), ["6×4", "3×2"]),
    "pooling and a shift": (lambda: PoolingShift(fill_x(1, 8, 30)[0] % 2, pool="max2"), ["10×4"]),
    "receptive field": (lambda: ReceptiveField("CONV 3 pad 0, POOL 2"), ["48×48", "46×46", "23×23"]),
    "sizing calculator": (lambda: SizingCalculator(W=10, H=8, D=3, K=5, F=2, S=2), ["10×8×3", "5×4×5"]),
}
SAID = """() => {
  const root = document.querySelector(".cs-widget");
  const names = ["aria-label", "aria-valuetext"];
  const told = [...root.querySelectorAll("*")].flatMap((node) => names.map((name) => node.getAttribute(name) ?? ""));
  return [root.innerText, root.textContent, ...told].join("\\n");
}"""


def found(words):
    """Returns what stands in another notation in some words: {which: the first few}."""
    hits = {name: re.findall(f".{{0,20}}(?:{pattern}).{{0,9}}", words) for name, pattern in OTHER_NOTATIONS.items()}
    return {name: some[:3] for name, some in hits.items() if some}


def still_words(widget):
    """Returns the texts of a widget's still picture."""
    return "\n".join(re.findall(">([^<>]+)</text>", widget.still_svg()))


@pytest.mark.parametrize("name", RANDOM)
def test_words_and_still_pictures_of_any_state_have_one_notation(name):
    for widget in many(RANDOM[name], 5, 150):
        assert found(f"{widget.caption}\n{widget.describe()}\n{still_words(widget)}") == {}


@pytest.mark.browser
@pytest.mark.parametrize("name", RANDOM)
def test_the_page_has_the_same_notation_in_any_state(mount, name):
    widgets = many(RANDOM[name], 6, 12)
    page = mount(widgets[0])
    for widget in widgets:
        page.evaluate("(state) => { for (const name in state) model.set(name, state[name]); }", widget.settings())
        page.wait_for_timeout(0)
        assert found(page.evaluate(SAID)) == {}


@pytest.mark.browser
@pytest.mark.parametrize("name", SIZES)
def test_width_comes_first_everywhere(mount, name):
    make, sizes = SIZES[name]
    widget = make()
    page = mount(widget)
    for where, words in [
        ("describe()", widget.describe()),
        ("the still picture", still_words(widget)),
        ("the page", page.evaluate(SAID)),
    ]:
        said = re.findall(r"\d+(?:×\d+)+", words)
        assert set(sizes) & set(said) or where == "the still picture", (where, said)
        for size in sizes:
            first, second, *rest = size.split("×")
            turned = ["×".join([second, first, *rest]), "×".join([*rest, second, first])]
            assert not (set(turned) - set(sizes)) & set(said), (where, said)
    assert page.locator(f"#{page.locator('.cs-widget').get_attribute('aria-describedby')}").text_content() == (
        widget.describe()
    )


def test_figures_have_the_same_notation():
    drawn = [
        figures.volume_row({"INPUT": (3, 32, 30), "CONV": (12, 32, 30)}),
        figures.depth_column(),
        figures.sliding_row([1, 2, -3], [1, 0, -1]),
        figures.stretched_windows([[1, 2, 3, 0], [4, 5, 6, 0], [7, 8, 9, 0]], [[1, 0], [0, -1]]),
        figures.pooled([[1, 2], [3, 4]], {"max": [[4]]}),
        figures.stamped([[1, 2], [3, -4]], [[1, 2], [0, 1]]),
        figures.overlapping([[1, 2, 3, 4, 5]] * 5, [[3, 5], [3, 5]]),
    ]
    for drawing in drawn:
        assert found(f"{drawing.alt}\n{' '.join(re.findall('>([^<>]+)</text>', drawing.svg))}") == {}, drawing.alt
    assert "4×3" in drawn[3].alt
