"""What Valley says about its state.

widgets/js/valley/messages.js says the same, and a test compares them.
"""

from ..base import number
from . import model


def outcome(walk, step):
    """Say where a walk is after so many steps."""
    if walk.arrived is not None and walk.arrived <= step:
        return "at the start already" if walk.arrived == 0 else f"arrived after {walk.arrived} {steps(walk.arrived)}"
    if walk.distances[step] > 2 * walk.distances[0]:
        return "flies off"
    return f"{number(walk.distances[step])} away"


def steps(count):
    return "step" if count == 1 else "steps"


def sentence(widget):
    """Say the rate and how many of the walks in view have arrived."""
    count = sum(walk.arrived is not None and walk.arrived <= widget.step for walk in widget.walks.values())
    begin = f"Rate {number(widget.rate)}, after {widget.step} {steps(widget.step)}: "
    if not widget.walks:
        return f"{begin}no rule is chosen."
    if len(widget.walks) == 1:
        ((name, walk),) = widget.walks.items()
        return f"{begin}{name} {told(outcome(walk, widget.step))}."
    return f"{begin}{count or 'none'} of {len(widget.walks)} {'has' if count == 1 else 'have'} arrived."


def told(words):
    """Returns an outcome as the end of a sentence."""
    return words if words == "flies off" else f"is {words}" if not words.startswith("arrived") else f"has {words}"


def describe(widget):
    """Say the valley, the start, the rate, and where each walk is."""
    turn = f", turned by {widget.turn}°" if widget.turn else ""
    x, y = widget.begin
    begin = (
        f"A valley {model.STEEP} times as steep across as along{turn}. The walks start {number(abs(x))} along it and "
        f"{number(abs(y))} across from the lowest point. {sentence(widget)}"
    )
    if len(widget.walks) < 2:
        return begin
    each = "; ".join(f"{name}: {outcome(walk, widget.step)}" for name, walk in widget.walks.items())
    return f"{begin} {each}."
