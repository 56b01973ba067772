"""What a text describes, as far as it goes: layers, shapes and costs up to the first that doesn't fit."""

from dataclasses import dataclass, field
from math import prod

from cs231n_kit import sizing, spec
from cs231n_kit.shapes import as_pads, as_pair
from cs231n_kit.spec import SpecError, Word

IN_SHAPE, HIDDEN, CLASSES = (3, 32, 32), 100, 10  # of a text that doesn't say it, as in build_spec
FILTERED = ("CONV", "LOCAL")
POOLED = ("POOL", "AVGPOOL", "L2POOL")
BYTES = 4  # of a float32


@dataclass
class Row:
    """A layer of a net: its word in the text, the layer, and the shapes before and after it where there are any."""

    word: Word
    layer: object = None
    shape: tuple | None = None
    out: tuple | None = None

    @property
    def left_over(self):
        """Rows and columns that no window reads, because the windows don't fit: (0, 0) where they do."""
        return left_over(self.word.word, self.layer, self.shape) if self.out else (0, 0)

    @property
    def costs(self):
        """(parameters, bytes of the output, multiply-adds) on one example."""
        parameters = sum(map(prod, self.layer.param_shapes(self.shape).values()))
        return parameters, BYTES * prod(self.out), self.layer.macs(self.shape)


@dataclass
class Reading:
    """What a text describes; `error` is what is wrong with it, and `misfit` the number of the row where that is."""

    text: str
    letters: dict
    items: tuple = ()
    input: Word | None = None
    in_shape: tuple = IN_SHAPE
    rows: list = field(default_factory=list)
    error: SpecError | None = None
    misfit: int | None = None

    @property
    def layers(self):
        """The net's layers; None where a word makes none."""
        return [row.layer for row in self.rows]

    @property
    def totals(self):
        """(parameters, bytes with the input's, multiply-adds) of all that fits."""
        costs = [row.costs for row in self.rows if row.out]
        if not self.rows:
            return 0, 0, 0
        parameters, sizes, macs = (sum(each) for each in zip(*costs, strict=True)) if costs else (0, 0, 0)
        return parameters, sizes + BYTES * prod(self.in_shape), macs


def read(text, letters, side=None):
    """Returns the Reading of a text; `letters` are N, M, K and pool, as build_spec takes them.

    `side` is another width and height for an input that is a volume.
    """
    net = Reading(spec.on_one_line(text), letters)
    try:
        net.items = spec.parse_spec(text)
        fill(net, side)
    except SpecError as error:
        net.error = error
    return net


def of_side(shape, side):
    """Returns a shape with another width and height; a row of numbers has none."""
    return (shape[0], side, side) if side and len(shape) == 3 else shape


def fill(net, side=None):
    """Find layers and shapes of a text that has been parsed. SpecError where the net ends that can be built."""
    items = net.items
    if isinstance(items[0], Word) and items[0].word == "INPUT":
        net.input, *items = items
        net.in_shape = spec.input_shape(net.text, net.input, None) or IN_SHAPE
    net.in_shape = of_side(net.in_shape, side)
    letters = {letter: net.letters[letter] for letter in "NMK"} | {"?": int(net.letters["pool"])}
    count = spec.count_layers(items, letters)
    if not 0 < count <= spec.MOST:
        spec.build_spec(net.text, **net.letters)  # has the words for it
    net.rows = [Row(word) for word, _ in spec.expand(items, letters)]
    last = max((i for i, row in enumerate(net.rows) if row.word.word == "FC"), default=-1)
    wrong, shape = None, net.in_shape
    for i, row in enumerate(net.rows):
        try:
            row.layer = make_layer(net.text, row.word, CLASSES if i == last else HIDDEN)
            if wrong is None:
                row.shape = shape
                row.out = shape = spec.shape_after(net.text, row.word, row.layer, shape)
        except SpecError as error:
            if wrong is None:
                wrong, net.misfit = error, i
    if wrong is not None:
        raise wrong


def make_layer(text, word, units):
    """Returns the layer of a word; `units` are those of an FC that says none. SpecError for what makes none."""
    return spec.layer_of(text, word, {"filters": 16, "units": units})


def windows(layer):
    """Returns ((size, stride, before, after, dilation), the same for columns) of a layer that has windows."""
    sizes = as_pair(layer.size)
    strides = as_pair(layer.size if layer.stride is None else layer.stride)
    top, bottom, left, right = as_pads(layer.pad)
    down, across = as_pair(getattr(layer, "dilation", 1))
    return (sizes[0], strides[0], top, bottom, down), (sizes[1], strides[1], left, right, across)


def left_over(word, layer, shape):
    """Returns (rows, columns) of a shape (C,H,W) that no window of a layer reads, since they don't fit."""
    if word not in FILTERED + POOLED or layer.fit != "crop":
        return 0, 0
    sides = zip(shape[1:], windows(layer), strict=True)
    return tuple((side - sizing.dilated_size(F, d) + before + after) % S for side, (F, S, before, after, d) in sides)


def runs(words, layers, shape):
    """Returns whether layers in a row can read a shape: 2 with no cell left over, 1 with some, 0 if they can't."""
    result = 2
    for word, layer in zip(words, layers, strict=True):
        try:
            out = layer.out_shape(shape)
        except ValueError:
            return 0
        if any(left_over(word, layer, shape)):
            result = 1
        shape = out
    return result
