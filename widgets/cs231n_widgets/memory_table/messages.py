"""What MemoryTable says about its state.

widgets/js/memory_table/messages.js says the same, and a test compares them.
"""

import csv
import io

from cs231n_kit.memory import format_bytes

from ..architecture_builder.messages import error_message as text_error_message
from ..architecture_builder.messages import shown
from ..numbers import grouped
from .model import GIB, changed_settings, largest_batch, start_of, study
from .tree import volume

SOURCES = ("parameters", "step cache", "parameter gradients", "data", "activations", "gradients", "workspace")
CSV = ("row", "layer", "width", "height", "depth", "activations", "kept", "parameters", "gradients",
       "parameter_gradients", "step_cache", "workspace", "multiply_adds", "freed_if_recomputed",
       "multiply_adds_to_recompute")  # fmt: skip


def net_name(s):
    """Returns what a state's net is called: the preset's name, "Your net" for one from Python, or "This net"."""
    if s.spec in s.presets:
        return s.spec
    return "Your net" if s.has_tree else next((name for name, net in s.presets.items() if net == s.spec), "This net")


def settings_message(s):
    """Returns what is counted: a step of training or a forward pass, of what batch and numbers."""
    what = f"A step of training with {s.optimizer}" if s.train else "A forward pass at test time"
    return f"{what}, a batch of {s.batch:,}, {s.dtype}: {4 if s.dtype == 'float32' else 8} bytes a number."


def error_message(found):
    """Returns what is wrong with a net, and where."""
    if found.text is not None and found.text.error:
        return text_error_message(found.text)
    row = found.error.row
    return shown(f"Layer {row}, {found.error.name}: {found.error.reason}" if row else found.error.reason)


def net_message(s, found):
    """Returns the net's name and size."""
    numbers = found.sums["parameter_numbers"]
    layers = len(found.lines) - 1
    return (
        f"{net_name(s)}: {layers} {'layer' if layers == 1 else 'layers'}, an input of {volume(found.in_shape)}, "
        f"{grouped(numbers)} parameters."
    )


def row_name(found, row):
    """Returns a row as a sentence calls it."""
    return f"layer {row}, {found.lines[row].label}" if row else "the input"


def parts(needs):
    """Returns {source: bytes} at the fullest moment."""
    m = needs.moment
    parameters = needs.parameters + needs.statistics
    numbers = (parameters, needs.step_cache, m.parameter_gradients, m.data, m.activations, m.gradients,
               m.workspace)  # fmt: skip
    return dict(zip(SOURCES, numbers, strict=True))


def listed(some):
    """Returns texts in a row: a, b and c."""
    return f"{', '.join(some[:-1])} and {some[-1]}" if len(some) > 1 else "".join(some)


def need_message(found):
    """Returns the most that is needed, when, and of what it is made."""
    some = [f"{format_bytes(nbytes)} of {name}" for name, nbytes in parts(found.needs).items() if nbytes]
    stage = found.needs.moment.stage
    return (
        f"It needs {format_bytes(found.total)} at most, in the {stage} pass of {row_name(found, found.fullest)}: "
        f"{listed(some)}."
    )


def fit_message(s, found):
    """Returns whether the card holds it, and the largest batch that it would hold."""
    fits = found.total <= s.card * GIB
    best = largest_batch(s, found, s.card)
    begin = f"That {'fits' if fits else 'does not fit'} a card of {s.card:,} GiB"
    return f"{begin}; the largest batch there is {grouped(best)}." if best else f"{begin}: not even one example does."


def sums_message(s, found):
    """Returns what all rows have together, which is never there at one moment; as the notes count, if they do."""
    sums = found.sums
    if s.notes:
        numbers = sums["numbers"]
        size = format_bytes(numbers * (4 if s.dtype == "float32" else 8))
        return f"As the notes count, one example has {grouped(numbers)} numbers, which take {size}."
    begin = f"Summed up, the input and all outputs take {format_bytes(sums['activations'])}"
    if s.train:
        return f"{begin}; {format_bytes(sums['kept'])} of activations wait for the backward pass."
    return f"{begin}, but nothing is kept: they are never there at the same time."


def row_message(s, found, row):
    """Returns what a row adds, whether it is kept, and what it would free and cost to compute it again."""
    line = found.lines[row]
    if row == 0:
        return f"The input, {volume(line.shape)}: {format_bytes(line.activations)} of data, there from first to last."
    begin = f"Layer {row}, {line.label}: {volume(line.shape)}"
    if not line.activations:
        return f"{begin}. It is its input in another shape, and takes no memory."
    begin += f", {format_bytes(line.activations)} of output"
    if row == len(found.lines) - 1 and not line.output_kept:
        return f"{begin}: what the net gives, for the caller to read."
    if not s.train:
        return f"{begin}, freed once it has been read."
    if not line.kept:
        return f"{begin}, freed once it has been read, for no layer needs it on the way back."
    if not line.output_kept:
        stays = f"freed once it has been read; {format_bytes(line.kept)} of its own stay for the way back"
    elif line.kept > line.activations:
        stays = f"which stays for the way back with {format_bytes(line.kept - line.activations)} of its own"
    else:
        stays = "which stays for the way back"
    cost = f"{grouped(line.again)} multiply-adds more" if line.again else "no multiply-adds"
    return f"{begin}, {stays}. To compute it again instead would free {format_bytes(line.frees)} and cost {cost}."


def setting_text(s, name):
    """Returns a setting as a sentence calls it."""
    if name == "spec":
        return net_name(s)
    if name == "side":
        return f"input {'×'.join([str(s.side)] * 2)}" if s.side else "the input as the net has it"
    if name == "train":
        return "training" if s.train else "test time"
    return f"batch {s.batch:,}" if name == "batch" else str(getattr(s, name))


def change_message(s, found):
    """Returns what was changed since a task began, and what that did to the fullest moment; "" without a start."""
    if not s.start:
        return ""
    names = changed_settings(s)
    if not names:
        return "Nothing is changed yet."
    before = start_of(s)
    said = listed([f"{setting_text(s, name)} instead of {setting_text(before, name)}" for name in names])
    begin = f"Changed: {said}."
    was = study(before)
    if found.error or was.error:
        return begin
    now, then = parts(found.needs), parts(was.needs)
    differences = [(name, now[name] - then[name]) for name in SOURCES if now[name] != then[name]]
    if not differences:
        return f"{begin} The fullest moment needs as much as before."
    some = [difference_text(nbytes, f" of {name}") for name, nbytes in differences]
    return f"{begin} At the fullest moment that is {difference_text(found.total - was.total)}: {listed(some)}."


def difference_text(nbytes, what=""):
    """Returns bytes more or less."""
    return f"{format_bytes(abs(nbytes))}{what} {'less' if nbytes < 0 else 'more'}"


def describe(s):
    """Returns everything in words."""
    found = s.study
    if found.error:
        return " ".join(filter(None, [settings_message(s), error_message(found), change_message(s, found)]))
    words = [
        net_message(s, found),
        settings_message(s),
        need_message(found),
        fit_message(s, found),
        sums_message(s, found),
        row_message(s, found, s.row) if 0 <= s.row < len(found.lines) else "",
        change_message(s, found),
    ]
    return " ".join(filter(None, words))


def as_csv(s):
    """Returns the table as CSV, in bytes for the whole batch, below a line with the settings; "" with an error."""
    found = s.study
    if found.error:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([f"{net_message(s, found)} {settings_message(s)} Bytes for the whole batch."])
    writer.writerow(CSV)
    for row, line in enumerate(found.lines):
        depth, height, width = line.shape if len(line.shape) == 3 else (*line.shape, 1, 1)
        writer.writerow([row, line.label, width, height, depth, line.activations, line.kept, line.parameters,
                         line.gradients, line.parameter_gradients, line.step_cache, line.workspace, line.macs,
                         line.frees, line.again])  # fmt: skip
    return out.getvalue()
