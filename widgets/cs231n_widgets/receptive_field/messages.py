"""What ReceptiveField says about its state.

widgets/js/receptive_field/messages.js says the same, and a test compares them.
"""

from ..base import dilated
from . import model
from .model import usual_pad


def plural(n, word):
    return f"{n} {word}{'' if n == 1 else 's'}"


def layer_name(layer):
    """Returns a layer as the notes name it: "CONV 3×3, stride 2, dilation 2"."""
    stride = f", stride {layer.S}" if layer.S > 1 or layer.kind == "POOL" else ""
    pad = f", padding {layer.P}" if layer.P != usual_pad(layer.kind, layer.F, layer.dilation) else ""
    return f"{layer.kind} {layer.F}×{layer.F}{stride}{dilated(layer.dilation)}{pad}"


def describe(widget):
    """Say the stack, what the neuron in view sees, how its field has grown, and what the stack costs."""
    return " ".join(part for part in [stack_message(widget), *sentences(widget)] if part)


def sentences(widget):
    """Returns what is said below the maps: of the neuron in view and, unless it is hidden, of the costs."""
    return [*view_messages(widget), cost_message(widget) if widget.compare else ""]


def stack_message(widget):
    """Say which layers stand on the photograph, and how large their maps are."""
    begin = f"A photograph of {widget.sides[0]}×{widget.sides[0]} pixels"
    layers = [
        f"{n}, {layer_name(layer)}: {size}×{size}"
        for n, (layer, size) in enumerate(zip(widget.stack, widget.sides[1:], strict=True), 1)
    ]
    if not layers:
        return f"{begin}, without a layer."
    return f"{begin} and {plural(len(layers), 'map')}. Map {'; map '.join(layers)}."


def view_messages(widget):
    """Say what the neuron in view sees of the photograph, what zeros it reads, and how its field has grown."""
    level, row, col = widget.position
    if level == 0:
        return [f"The pixel in row {row}, column {col} of the photograph.", "", ""]
    field = widget.geometries[level].field
    begin = f"The neuron in row {row}, column {col} of map {level} has a receptive field of {field}×{field}"
    return [f"{begin}{seen_message(widget.counts)}", padding_message(widget.counts["padding"]), growth_message(widget)]


def seen_message(counts):
    """Say how much of its field a neuron sees, and why not all of it."""
    field, seen, skipped, beyond = (counts[name] for name in ("field", "seen", "skipped", "beyond"))
    if seen == field:
        return f" and sees all {field} pixels of it." if field > 1 else ": one pixel."
    missing = [f"{skipped} {'is' if skipped == 1 else 'are'} skipped"] if skipped else []
    if beyond:
        missing.append(f"{beyond} {'lies' if beyond == 1 else 'lie'} beyond the edge")
    return f". Of these {field} pixels it sees {seen}: {' and '.join(missing)}."


def padding_message(count):
    """Say how many zeros of padding a neuron reads in all maps together."""
    return f"It also reads {plural(count, 'zero')} of padding, in all maps together." if count else ""


def growth_message(widget):
    """Say how the field has grown with each layer, and how far apart two neighbours look."""
    maps = widget.geometries[1 : widget.position[0] + 1]
    fields = ", ".join(str(one.field) for one in maps)
    grown = f"Layer by layer the field grows: {fields}." if len(maps) > 1 else ""
    step = maps[-1].jump
    apart = f"Its neighbour looks {step} pixels further." if step > 1 else ""
    return " ".join(part for part in [grown, apart] if part)


def cost_message(widget):
    """Say what the stack costs, beside one layer that sees as far."""
    layers = widget.stack
    if not layers:
        return "Add a layer."
    here, there = costs(model.weights(layers), model.convs(layers)), one_layer(widget)
    begin = f"With C channels in and out, this stack has {here}."
    if widget.single:
        return begin
    return f"{begin} One layer, {layer_name(there)}, would see as far and have {costs(there.F**2, 1)}."


def costs(weights, relus):
    """Returns in words how many weights and non-linearities there are."""
    return f"{f'{weights}C²' if weights else 'no'} weights and {non_linearities(relus)}"


def non_linearities(count):
    return "1 non-linearity" if count == 1 else f"{count or 'no'} non-linearities"


def one_layer(widget):
    """Returns the CONV layer whose neurons see as far, and stand as far apart, as those of the highest map."""
    field, jump, _ = widget.geometries[-1]
    return model.make_layer("CONV", field, jump)
