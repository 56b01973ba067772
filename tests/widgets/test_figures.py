"""The book's drawings: their words stay readable on a phone, and the pooling chapter's have one meaning a colour."""

import re

import pytest
from cs231n_widgets import figures
from cs231n_widgets.figures.drawing import GRADIENT, INPUT, OUTPUT, PHONE

from cs231n_kit.sizing import receptive_field

SLICE = [[1, 5, 2, 1], [3, 1, 2, 0], [0, 0, 4, 6], [0, 4, 2, 5]]
WIDE = [[1, 0, 2, 8, 1], [0, 3, 1, 1, 0], [2, 1, 7, 0, 4], [0, 1, 0, 5, 1], [9, 0, 1, 0, 2]]
DRAWN = {
    "volume_row": lambda: figures.volume_row({"INPUT": (3, 32, 30), "CONV": (12, 32, 30), "POOL": (12, 16, 15)}),
    "depth_column": figures.depth_column,
    "sliding_row": lambda: figures.sliding_row([1, 2, -3, 0, 1], [1, 0, -1], P=1),
    "stretched_windows": lambda: figures.stretched_windows(WIDE, [[1, 0], [0, -1]]),
    "pooled": lambda: figures.pooled(SLICE, {"maximum": [[5, 2], [4, 6]]}),
    "overlapping": lambda: figures.overlapping(WIDE, [[7, 8], [9, 7]]),
    "routed": lambda: figures.routed(SLICE, [[10, 20], [30, 40]], SLICE),
    "pooled_volume": lambda: figures.pooled_volume((64, 224, 224), (64, 112, 112)),
    "two_networks": figures.two_networks,
    "stacked_windows": lambda: figures.stacked_windows([(3, 1), (2, 2), (3, 1)], 14),
    "lanes": lambda: figures.lanes([["1×1"], ["1×1", "3×3"], ["max 3×3", "1×1"]]),
    "shortcut": lambda: figures.shortcut(["3×3", "ReLU", "3×3"]),
    "stamped": lambda: figures.stamped([[1, 2], [3, 4]], [[1, 0], [0, 1]]),
}


def rects(svg):
    """List the cells of a table: (fill, whether it is heavy)."""
    found = re.findall(r'<rect [^>]*rx="3" fill="([^"]*)" stroke="currentColor" stroke-width="(\d)"', svg)
    return [(fill, width == "3") for fill, width in found]


@pytest.mark.parametrize("name", DRAWN)
def test_the_words_of_a_drawing_are_12_pixels_on_a_phone(name):
    drawing = DRAWN[name]()
    for one in drawing.drawings if isinstance(drawing, figures.Row) else [drawing]:
        width = float(re.search(r'viewBox="0 0 ([\d.]+) ', one.svg)[1])
        smallest = min(float(size) for size in re.findall(r'font-size="([\d.]+)"', one.svg))
        assert smallest * min(max(PHONE, one.least) / width, 1) >= 12
        assert len(one.alt) > 20


def test_what_won_is_green_and_a_gradient_is_amber():
    x, y = (rects(one.svg) for one in DRAWN["pooled"]().drawings)
    assert [fill for fill, heavy in x if heavy] == [OUTPUT] * 4
    assert {fill for fill, heavy in x if not heavy} == {INPUT}
    assert {fill for fill, _ in y} == {OUTPUT}
    x, dy, dx = (
        rects(one.svg) for one in figures.routed(WIDE, [[1, 2], [3, 4]], [[0, 2, 0]] + [[0, 0, 5]] * 4).drawings
    )
    assert sum(fill == OUTPUT for fill, _ in x) == 3, "one cell wins two windows"
    assert {fill for fill, _ in dy} == {GRADIENT}
    assert {(fill, heavy) for fill, heavy in dx} == {(GRADIENT, True), ("none", False)}


@pytest.mark.parametrize("windows", [[(3, 1)] * 3, [(3, 1), (2, 2), (3, 1)], [(5, 2), (3, 1)]])
def test_the_cells_that_one_cell_comes_from_are_filled(windows):
    drawing = figures.stacked_windows(windows, 15)
    seen = [1]
    for F, S in reversed(windows):  # from the top down, counted cell by cell
        seen.append(len({cell * S + i for cell in range(seen[-1]) for i in range(F)}))
    assert drawing.svg.count(f'fill="{INPUT}"') == seen[-1] == receptive_field(windows)
    assert drawing.svg.count(f'fill="{OUTPUT}"') == sum(seen[:-1])
    assert f"{seen[-1]} pixels" in drawing.alt
