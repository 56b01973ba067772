"""What a MemoryTable's state amounts to: rows and moments in bytes, by cs231n_kit.memory.

widgets/js/memory_table/model.js has the same, and a test compares them.
"""

import json
from dataclasses import dataclass, field
from math import prod

import numpy as np

from cs231n_kit import memory
from cs231n_kit.layers import Serial

from ..spec_reading import of_side, read
from .tree import Misfit, from_tree, places_of

GIB = 2**30
CARDS = (3, 4, 6, 12, 24, 80)  # GiB
LETTERS = {"N": 1, "M": 1, "K": 1, "pool": True}
LARGEST = 2**53  # what JavaScript counts exactly
TOO_LARGE = "This net needs more memory than any card has: more than 8,000,000 GiB. It is not counted further."
IN_PLACE = ("RELU", "LRELU", "SIGMOID", "TANH", "DROPOUT", "BN", "LRN")  # what the notes don't count apart
SETTINGS = ("spec", "side", "batch", "dtype", "train", "optimizer")  # what a reader can change of a net's needs
SUMMED = ("activations", "kept", "numbers", "parameter_numbers", "parameters", "gradients", "parameter_gradients",
          "step_cache", "workspace", "macs")  # fmt: skip


@dataclass
class Line:
    """A row of the table, in bytes for all examples; numbers are those of one example's output.

    The bytes of the parameters are with those of the running statistics, parameter_numbers without.
    """

    label: str
    shape: tuple
    makers: tuple  # the rows that its input comes from
    activations: int
    kept: int
    output_kept: bool
    numbers: int
    parameter_numbers: int
    parameters: int
    gradients: int
    parameter_gradients: int
    step_cache: int
    macs: int
    workspace: int = 0
    frees: int = 0  # if the output were computed again instead of kept
    again: int = 0  # the multiply-adds of that


@dataclass
class Study:
    """All that is shown of a state. With an error there is no more than the net's text, if it has one."""

    text: object = None  # the Reading; None for a net from Python
    in_shape: tuple = ()
    layer: object = None
    error: Exception | None = None
    lines: list = field(default_factory=list)
    moments: list = field(default_factory=list)
    needs: memory.Needs | None = None
    best: dict = field(default_factory=dict)  # {GiB of a card: its largest batch}, as far as asked for
    numbers_of_rows: dict = field(default_factory=dict)  # {name of a row, as a Moment has it: its number}

    @property
    def sums(self):
        """{column: what all rows have together}."""
        return {name: sum(getattr(line, name) for line in self.lines) for name in SUMMED}

    @property
    def total(self):
        """The bytes at the fullest moment; 0 with an error."""
        return self.needs.total if self.needs else 0

    @property
    def fullest(self):
        """The number of the row that works at the fullest moment."""
        return self.row_of(self.needs.moment) if self.needs else 0

    def row_of(self, moment):
        """Returns the number of the row that works at a Moment."""
        return self.numbers_of_rows[moment.name]


def study(s):
    """Returns the Study of a widget's state."""
    found = read_net(s)
    if found.error:
        return found
    settings = {"n": s.batch, "dtype": s.dtype}
    rows = memory.memory_rows(found.layer, found.in_shape, **settings)
    settings |= {"train": s.train}
    found.needs = memory.memory_needed(found.layer, found.in_shape, **settings, optimizer=s.optimizer)
    found.moments = memory.timeline(found.layer, found.in_shape, **settings) or [found.needs.moment]
    found.numbers_of_rows = {row.name: i for i, row in enumerate(rows)}
    found.lines = lines_of(found, rows, s)
    if sum(found.sums.values()) + found.total >= LARGEST:
        return Study(found.text, found.in_shape, error=Misfit(0, "", TOO_LARGE))
    return found


def tree_of(s):
    """Returns the tree of a state's net, {} for one as text; spec is the name of a preset with branches, or ""."""
    if s.spec in s.presets and s.presets[s.spec].startswith("{"):
        return json.loads(s.presets[s.spec])
    return {} if s.spec else s.tree


def read_net(s):
    """Returns a Study with the net of a state, or with what is wrong with it."""
    tree = tree_of(s)
    if tree:
        layer, in_shape = from_tree(tree["net"]), of_side(tuple(tree["input"]), s.side)
        try:
            places_of(layer, in_shape)
        except Misfit as error:
            return Study(None, in_shape, error=error)
        return Study(None, in_shape, layer)
    text = read(s.spec, LETTERS, s.side)
    return Study(text, text.in_shape, None if text.error else Serial(*text.layers), text.error)


def lines_of(found, rows, s):
    """Returns a Line for each Row of memory.py."""
    size, copies = np.dtype(s.dtype).itemsize, memory.STEP_CACHE[s.optimizer] if s.train else 0
    workspaces = [0] * len(rows)
    for moment in found.moments:
        row = found.row_of(moment)
        workspaces[row] = max(workspaces[row], moment.workspace)
    places = places_of(found.layer, found.in_shape)
    lines = [as_line(row, None, "INPUT", (), s, size, copies) for row in rows[:1]]
    lines += [
        as_line(row, place, place.label, place.makers, s, size, copies)
        for row, place in zip(rows[1:], places, strict=True)
    ]
    for line, workspace in zip(lines, workspaces, strict=True):
        line.workspace = workspace
    for i, line in enumerate(lines[1:], 1):
        line.frees, line.again = recomputed(lines, [i])
    return lines


def as_line(row, place, label, makers, s, size, copies):
    """Returns the Line of a Row."""
    counts = row.activations and label.split("(")[0] not in IN_PLACE
    return Line(
        label=label,
        shape=row.out_shape,
        makers=makers,
        activations=row.activations,
        kept=row.kept if s.train else 0,
        output_kept=row.kept > own_bytes(place, s),
        numbers=prod(row.out_shape) if counts else 0,
        parameter_numbers=row.parameters // size,
        parameters=row.parameters + row.statistics,
        gradients=row.gradients if s.train else 0,
        parameter_gradients=row.parameters if s.train else 0,
        step_cache=row.parameters * copies,
        macs=row.macs,
    )


def own_bytes(place, s):
    """Returns the bytes of what a layer keeps besides its output, such as a max pool's switches."""
    if place is None or place.layer is None:
        return 0
    layer, shape = place.layer, place.in_shape
    job = memory.Job(shape, place.out_shape, layer.param_shapes(shape), s.batch, s.dtype, None)
    return sum(buffer.nbytes for buffer in memory.rule_of(layer, job).own.values())


def recomputed(lines, some):
    """Returns (bytes, multiply-adds): what it would free not to keep what some rows keep, and cost to compute it again.

    Their own multiply-adds, and those of all layers before them whose outputs aren't kept, either.
    """
    keeping = [row for row in some if row and lines[row].kept]
    needed, asked = set(keeping), [maker for row in keeping for maker in lines[row].makers]
    while asked:
        maker = asked.pop()
        if maker and maker not in needed and not lines[maker].output_kept:
            needed.add(maker)
            asked += lines[maker].makers
    return sum(lines[row].kept for row in keeping), sum(lines[row].macs for row in needed)


def largest_batch(s, found, card):
    """Returns the largest batch that a card of so many GiB holds; 0 if one example is too many."""
    if card not in found.best:
        settings = {"dtype": s.dtype, "train": s.train, "optimizer": s.optimizer}
        found.best[card] = memory.largest_batch(found.layer, found.in_shape, card * GIB, **settings)
    return found.best[card]


# ---- a task --------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class State:
    """The traits of a widget that decide what it needs."""

    spec: str
    tree: dict
    side: int | None
    batch: int
    dtype: str
    train: bool
    optimizer: str
    presets: dict

    @property
    def has_tree(self):
        """Whether the net is a tree, and no text."""
        return bool(tree_of(self))


def start_of(s):
    """Returns the State that a task begins with."""
    names = State.__dataclass_fields__
    return State(**{name: getattr(s, name) for name in names} | {name: s.start[name] for name in s.start})


def changed_settings(s):
    """Returns the names of the settings that differ from those that a task begins with."""
    return [name for name in SETTINGS if name in s.start and s.start[name] != getattr(s, name)]
