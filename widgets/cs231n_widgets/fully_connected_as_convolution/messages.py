"""What FullyConnectedAsConvolution says; widgets/js/fully_connected_as_convolution/messages.js says the same."""

from ..base import number
from ..numbers import grouped


def plural(n, word):
    return f"{grouped(n)} {word}{'' if n == 1 else 's'}"


def where(row, col):
    return f"row {row}, column {col}"


def net_message(widget):
    """Say which net slides, and the size of its map."""
    rows, cols = widget.places
    name = "Your net" if len(widget.nets) == 1 else f"The net {'with' if widget.padded else 'without'} zero padding"
    step = widget.sliding.step
    return f"{name} gives scores at {cols}×{rows} places, {plural(step, 'pixel')} apart."


def seen_message(widget):
    """Say which classes are seen, at how many places each, and where the highest score is."""
    found = [f"{widget.labels[k]} at {plural(count, 'place')}" for k, count in widget.sightings.items()]
    if not found:
        return "Nothing is seen."
    k, row, col = widget.best
    return f"Seen: {', '.join(found)}. The highest score is for {widget.labels[k]}, at {where(row, col)}."


def bill_message(widget):
    """Say what one pass takes, and what all crops by themselves would."""
    once, crop = widget.macs
    rows, cols = widget.places
    together = rows * cols * crop
    return (
        f"One pass: {grouped(once)} multiply-adds. {plural(rows * cols, 'crop')}, each by itself: {grouped(together)}, "
        f"{number(together / once)} times as many."
    )


def crop_message(widget):
    """Say which crop is in view, and how many of its cells in front of the FC layers are equal; ask, where the reader shall."""
    begin = f"Crop at {where(*widget.place)}"
    count = widget.sliding.cells**2
    if widget.hidden:
        return f"{begin}: which of its {count} cells in front of the FC layers are equal?"
    equal, lucky = widget.facts()["equal"], lucky_cells(widget)
    how_many = "all" if equal == count else f"{equal} of"
    by_luck = f", {lucky} of them by luck" if lucky else ""
    return f"{begin}: {how_many} {count} cells in front of the FC layers are equal{by_luck}."


def scores_message(widget):
    """Say the highest score of the crop in view, in the pass and by itself."""
    (k, score), (k_alone, score_alone) = widget.best_scores
    if k == k_alone:
        return (
            f"Its highest score, for {name(widget, k)}: {number(score)} in the pass, {number(score_alone)} by itself."
        )
    return (
        f"Its highest score: {number(score)} for {name(widget, k)} in the pass, {number(score_alone)} for "
        f"{name(widget, k_alone)} by itself."
    )


def name(widget, k):
    return widget.labels[k] or "“nothing”"


def why_message(widget):
    """Say why so many cells are equal, from what each sees."""
    untouched = widget.untouched
    size = widget.sliding.sees
    begin = f"Each cell sees {size}×{size} pixels."
    if untouched.all():
        return f"{begin} None reaches over a cut edge, so that pass and crop add up the same numbers."
    down, across = (int(untouched.any(axis=axis).sum()) for axis in (1, 0))
    if not untouched.any():
        said = f"{begin} All reach over a cut edge, where the pass has pixels and the crop by itself zeros."
        return f"{said} {luck(widget)}".rstrip()
    return (
        f"{begin} In {plural(down, 'row')} and {plural(across, 'column')} they stay within the cut edges: "
        f"{untouched.sum()} cells. The others reach over one, where the pass has pixels and the crop by itself zeros. "
        f"{luck(widget)}"
    ).rstrip()


def lucky_cells(widget):
    """Returns how many cells are equal although they reach over a cut edge."""
    return int(((widget.differences == 0) & ~widget.untouched).sum())


def luck(widget):
    """Say that these are equal by luck, if there are any."""
    count = lucky_cells(widget)
    if not count:
        return ""
    return f"{count} of them {'is' if count == 1 else 'are'} equal by luck: other ink would change that."


def verdict(widget):
    """Say whether the reader has marked the right cells."""
    marked = widget.marked
    wrong = int((marked & (widget.differences != 0)).sum())
    left_out = int((widget.untouched & ~marked).sum())
    if not wrong and not left_out:
        return "Right."
    said = []
    if wrong:
        said.append(f"{plural(wrong, 'marked cell')} {'differs' if wrong == 1 else 'differ'}")
    if left_out:
        said.append(f"{plural(left_out, 'equal cell')} {'has' if left_out == 1 else 'have'} no mark")
    return f"Not yet: {' and '.join(said)}. Choose another place of the map, and mark the cells of its crop."


def cell_message(widget, row, col):
    """Say a cell in front of the FC layers: by how much it differs, if that is in view."""
    difference = widget.differences[row, col]
    if widget.hidden:
        said = "marked as equal" if widget.marked[row, col] else "not marked"
    else:
        said = "equal" if difference == 0 else f"differs by {number(difference)}"
    return f"Cell at {where(row, col)}: {said}"


def describe(widget):
    """Say the canvas, what the net sees on it, what that costs, and the crop in view, unless there is no such knob."""
    said = [
        f"A canvas of {widget.width}×{widget.height} pixels.",
        net_message(widget),
        seen_message(widget),
        bill_message(widget),
    ]
    if "crop" not in widget.knobs:
        return " ".join(said)
    said.append(crop_message(widget))
    if not widget.hidden:
        said += [verdict(widget)] if widget.ask else []
        said += [scores_message(widget), why_message(widget)]
    return " ".join(said)
