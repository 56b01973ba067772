"""A net as the page gets it, texts in a tree of plain JSON, and its layers in the order of a pass."""

from dataclasses import dataclass
from itertools import groupby

from cs231n_kit import memory, spec
from cs231n_kit.heads import WithHeads
from cs231n_kit.layers import Concat, Container, Flatten, Residual, Serial
from cs231n_kit.sizing import format_volume

CONTAINERS = {"Serial": Serial, "Concat": Concat, "Residual": Residual}
JOINTS = {Residual: "add", Concat: "concat"}  # what the row is called in which branches come together


class Misfit(ValueError):
    """An input that a layer can't read, or branches that don't go together: the number of its row, and why."""

    def __init__(self, row, name, reason):
        super().__init__(f"Layer {row}, {name}: {reason}")
        self.row, self.name, self.reason = row, name, reason


@dataclass(frozen=True)
class Place:
    """A layer in its net: its text, its shapes, and the numbers of the rows that its input comes from."""

    label: str
    layer: object  # None where branches come together
    in_shape: tuple
    out_shape: tuple
    makers: tuple


def as_tree(layer):
    """Returns a layer as plain JSON: "CONV(64,3)", or {"Residual": [body, shortcut]} of such; see `folded` for a row.

    TypeError for a layer that there is no row for.
    """
    kind = type(layer)
    if kind in CONTAINERS.values():
        parts = [as_tree(part) for part in parts_of(layer)]
        return {kind.__name__: folded(parts) if kind is Serial else parts}
    if kind is WithHeads:
        raise TypeError(
            "MemoryTable has no rows for auxiliary heads. Show the net without, as in googlenet(aux=False)."
        )
    known = any(kind is one for one, _ in spec.WORDS.values())
    has_rule = memory.rule_of.dispatch(kind) is not memory.rule_of.dispatch(object)
    if not known or not has_rule:
        missing = "cs231n_kit.memory has no rule for it" if known else "a spec has no word for it"
        raise TypeError(f"MemoryTable has no row for {kind.__name__}: {missing}.")
    return spec.word_of(layer)


def folded(trees):
    """Returns trees with equal neighbours as one, {"times": [how many, tree]}."""
    groups = [(tree, len(list(some))) for tree, some in groupby(trees)]
    return [tree if times == 1 else {"times": [times, tree]} for tree, times in groups]


def unfolded(trees):
    """Yields the trees of a row, repeated ones as often as they are there."""
    for tree in trees:
        times, one = tree["times"] if isinstance(tree, dict) and "times" in tree else (1, tree)
        yield from [one] * times


def from_tree(tree):
    """Returns the layer of a tree. ValueError for what is no tree."""
    if isinstance(tree, str):
        items = spec.parse_spec(tree)
        if len(items) == 1 and isinstance(items[0], spec.Word) and items[0].word != "INPUT":
            return spec.layer_of(tree, items[0], {"filters": 16, "units": 10})
    elif isinstance(tree, dict) and len(tree) == 1:
        (kind, parts), *_ = tree.items()
        if kind in CONTAINERS and isinstance(parts, list | tuple):
            return CONTAINERS[kind](*map(from_tree, unfolded(parts)))
    raise ValueError(f'A net is a layer as text, or {{"Serial": [...]}} of such, Concat or Residual; got {tree!r}.')


def parts_of(layer):
    """Returns the layers that a container is made of."""
    if isinstance(layer, Residual):
        return [part for part in (layer.body, layer.shortcut) if part is not None]
    return layer.layers if isinstance(layer, Serial) else layer.branches


def has_branches(layer):
    """Returns whether a net can't be written in a row."""
    if isinstance(layer, Serial):
        return any(has_branches(part) for part in layer.layers)
    return isinstance(layer, Container)


def volume(shape):
    """Returns a shape as a reader sees it: 32×32×3."""
    return format_volume(shape).replace("x", "×")


def places_of(layer, in_shape):
    """Returns a Place for each row of a net but the input's, in the order of a pass. Raises a Misfit."""
    places = []
    _place(layer, tuple(in_shape), 0, places)
    return places


def _place(layer, in_shape, maker, places):
    """Appends a layer's Places; returns (the shape that comes out, the number of the row that computes it)."""
    if not isinstance(layer, Container):
        out_shape = _read(layer, in_shape, len(places) + 1)
        places.append(Place(spec.word_of(layer), layer, in_shape, out_shape, (maker,)))
        return out_shape, maker if isinstance(layer, Flatten) else len(places)  # a view of its input
    if isinstance(layer, Serial):
        for part in layer.layers:
            in_shape, maker = _place(part, in_shape, maker, places)
        return in_shape, maker
    ends = [_place(part, in_shape, maker, places) for part in parts_of(layer)]
    if isinstance(layer, Residual) and layer.shortcut is None:
        ends.append((in_shape, maker))
    name, shapes = JOINTS[type(layer)], [shape for shape, _ in ends]
    out_shape = _join(layer, shapes, len(places) + 1, name)
    places.append(Place(name, None, in_shape, out_shape, tuple(row for _, row in ends)))
    return out_shape, len(places)


def _read(layer, in_shape, row):
    try:
        return layer.out_shape(in_shape)
    except ValueError as error:
        word, reason = spec.word_of(layer), str(error)
        if len(in_shape) == 1:
            reason = f"{word.split('(')[0]} reads a volume, and here comes a row of numbers, as FC makes it."
        raise Misfit(row, word, f"{reason} Its input is {volume(in_shape)}.") from error


def _join(layer, shapes, row, name):
    """Returns the shape that comes out where branches come together."""
    first = shapes[0]
    if isinstance(layer, Residual):
        if first != shapes[1]:
            both = f"{volume(first)} and {volume(shapes[1])}"
            raise Misfit(row, name, f"Only volumes of the same size are added; here are {both}.")
        return first
    for shape in shapes:
        if shape[1:] != first[1:]:
            both = f"{volume(first)} and {volume(shape)}"
            raise Misfit(row, name, f"Branches have to agree in width and height; here are {both}.")
    return sum(shape[0] for shape in shapes), *first[1:]
