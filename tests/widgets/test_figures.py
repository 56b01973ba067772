"""The book's drawings: their words stay readable on a phone, and the pooling chapter's have one meaning a colour."""

import re
from itertools import pairwise

import pytest
from cs231n_widgets import figures
from cs231n_widgets.figures.drawing import GRADIENT, INPUT, OUTPUT, PHONE
from cs231n_widgets.figures.memory import COLOURS

from cs231n_kit.layers import Conv2d, Linear, MaxPool2d, ReLU, Residual, Serial
from cs231n_kit.memory import memory_needed, timeline
from cs231n_kit.sizing import receptive_field

SLICE = [[1, 5, 2, 1], [3, 1, 2, 0], [0, 0, 4, 6], [0, 4, 2, 5]]
WIDE = [[1, 0, 2, 8, 1], [0, 3, 1, 1, 0], [2, 1, 7, 0, 4], [0, 1, 0, 5, 1], [9, 0, 1, 0, 2]]
NET = Serial(Conv2d(8, 3, pad=1), ReLU(), Residual(Conv2d(8, 3, pad=1)), MaxPool2d(2), Linear(100)), (3, 24, 24)
BATCHES = {f"batch {n}": memory_needed(*NET, n=n, optimizer="Adam") for n in (1, 8, 32)}
DRAWN = {
    "volume_row": lambda: figures.volume_row({"INPUT": (3, 32, 30), "CONV": (12, 32, 30), "POOL": (12, 16, 15)}),
    "depth_column": figures.depth_column,
    "sliding_row": lambda: figures.sliding_row([1, 2, -3, 0, 1], [1, 0, -1], P=1),
    "conv_as_matrix": lambda: figures.conv_as_matrix(W=4, F=3),
    "equal_cells": lambda: figures.equal_cells({"inside": [[False, True], [False, False]]}),
    "touched_columns": lambda: figures.touched_columns(["CONV", "CONV", "POOL"]),
    "stretched_windows": lambda: figures.stretched_windows(WIDE, [[1, 0], [0, -1]]),
    "pooled": lambda: figures.pooled(SLICE, {"maximum": [[5, 2], [4, 6]]}),
    "overlapping": lambda: figures.overlapping(WIDE, [[7, 8], [9, 7]]),
    "routed": lambda: figures.routed(SLICE, [[10, 20], [30, 40]], SLICE),
    "pooled_volume": lambda: figures.pooled_volume((64, 224, 224), (64, 112, 112)),
    "two_networks": figures.two_networks,
    "stacked_windows": lambda: figures.stacked_windows([(3, 1), (2, 2), (3, 1)], 14),
    "lanes": lambda: figures.lanes([["1×1"], ["1×1", "3×3"], ["max 3×3", "1×1"]]),
    "shortcut": lambda: figures.shortcut(["3×3", "ReLU", "3×3"]),
    "where_it_sits": lambda: figures.where_it_sits(
        ["block 1", "block 2", "FC"], {"bytes": [8, 1, 1], "time": [1, 0, 3]}
    ),
    "memory_over_time": lambda: figures.memory_over_time(timeline(*NET, n=8), base=10**5, limit=10**6),
    "three_sources": lambda: figures.three_sources(BATCHES, cards=(10**6, 3 * 2**20)),
    "normalised_together": figures.normalised_together,
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


def test_the_parts_of_a_bar_are_as_wide_as_their_shares():
    drawing = DRAWN["where_it_sits"]()
    widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', drawing.svg)]
    whole = sum(widths[:3])
    assert [round(width / whole, 2) for width in widths] == [0.8, 0.1, 0.1, 0.25, 0, 0.75]
    words = re.findall(r"<text [^>]*>([^<]*)</text>", drawing.svg)
    assert words == ["bytes", "block 1", "80%", "2", "10%", "FC", "10%", "time", "block 1", "25%", "FC", "75%"]
    assert "time: block 1 25%, block 2 0%, FC 75%." in drawing.alt
    for values in ([1, 2], [1, 2, -1], [0, 0, 0]):
        with pytest.raises(ValueError, match="'bytes' needs a number for each of 3 parts"):
            figures.where_it_sits(["block 1", "block 2", "FC"], {"bytes": values})


def band_of(svg, source):
    """Returns the heights at which a source's band has its corners: along its top, and back along its bottom."""
    path = re.search(rf'<path d="([^"]*)Z" fill="{re.escape(COLOURS[source])}"/>', svg)[1]
    return [float(y) for y in re.findall(r" ([\d.]+)", path)]


def heights(svg, source):
    """Returns how high a source's band is at each moment."""
    ys = band_of(svg, source)
    top, bottom = ys[: len(ys) // 2 : 2], ys[::-1][: len(ys) // 2 : 2]
    return [below - above for above, below in zip(top, bottom, strict=True)]


@pytest.mark.parametrize("train", [True, False])
def test_memory_over_time_is_as_high_as_it_is_large(train):
    moments = timeline(*NET, n=8, train=train)
    fullest = max(moments, key=lambda moment: moment.total)
    named = {fullest.name: "the second CONV"}
    drawing = figures.memory_over_time(moments, base=10**5, step_cache=3 * 10**5, limit=10**6, names=named)
    pixels = heights(drawing.svg, "parameters")[0] / 10**5
    assert heights(drawing.svg, "step cache") == pytest.approx([3 * 10**5 * pixels] * len(moments), abs=0.2)
    sources = ["data", "activations", "workspace", *(["gradients", "parameter_gradients"] if train else [])]
    for source in sources:
        expected = [getattr(moment, source) * pixels for moment in moments]
        assert heights(drawing.svg, source.replace("_", " ")) == pytest.approx(expected, abs=0.5)
    mark = float(re.search(r'<circle [^>]*cy="([\d.]+)"', drawing.svg)[1])
    size = max(band_of(drawing.svg, "parameters")) - mark
    assert size == pytest.approx((fullest.total + 4 * 10**5) * pixels, abs=0.5)
    assert min(band_of(drawing.svg, "workspace")) == pytest.approx(mark, abs=0.1)  # the top of the pile
    assert ("backward pass" in drawing.svg) == train
    assert f"in the second CONV, {fullest.stage}" in drawing.alt


def test_the_memory_of_a_card_is_a_line_in_the_plot():
    drawing = figures.memory_over_time(timeline(*NET), base=10**5, limit=10**7)
    [y] = re.findall(r"<path d=.M[\d.]+ ([-\d.]+)[^>]*stroke-dasharray", drawing.svg)
    assert 0 < float(y) < min(band_of(drawing.svg, "workspace"))
    assert "stroke-dasharray" not in figures.memory_over_time(timeline(*NET)).svg


def test_each_source_has_its_part_of_a_bar_and_cards_are_lines():
    drawing = figures.three_sources(BATCHES, cards=(2**21, 2**22))
    needs = BATCHES["batch 32"]
    bars = re.findall(r'<rect x="([\d.]+)" [^>]*width="([\d.]+)" height="30" fill="([^"]*)"', drawing.svg)[-7:]
    row = {fill: float(width) for _, width, fill in bars}
    for (x, width, _), (following, _, _) in pairwise(bars):
        assert float(x) + float(width) == pytest.approx(float(following), abs=0.2)
    pixels = sum(row.values()) / needs.total
    parts = {"parameters": needs.parameters, "step cache": needs.step_cache, "activations": needs.moment.activations}
    for source, nbytes in parts.items():
        assert row[COLOURS[source]] == pytest.approx(nbytes * pixels, abs=0.2)
    assert drawing.svg.count("stroke-dasharray") == 2
    assert "Into 2 MiB fit: none. Into 4 MiB fit: batch 1, batch 8." in drawing.alt


def test_there_is_something_to_draw():
    with pytest.raises(ValueError, match="no moment to draw"):
        figures.memory_over_time([])
    with pytest.raises(ValueError, match="give at least one row"):
        figures.three_sources({})
