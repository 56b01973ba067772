"""Nets as text: INPUT(3,32,32) -> [CONV(64,3) -> RELU -> POOL(2)]*2 -> FC(10)."""

import re
from dataclasses import dataclass, fields

import numpy as np

from cs231n_kit.layers.activation import LeakyReLU, ReLU, Sigmoid, Tanh
from cs231n_kit.layers.channels import PadChannels
from cs231n_kit.layers.container import Container, Serial
from cs231n_kit.layers.conv import Conv2d
from cs231n_kit.layers.dropout import Dropout
from cs231n_kit.layers.linear import Flatten, Linear
from cs231n_kit.layers.local import LocallyConnected2d
from cs231n_kit.layers.norm import LRN, BatchNorm
from cs231n_kit.layers.pool import AvgPool2d, GlobalAvgPool2d, L2Pool2d, MaxPool2d
from cs231n_kit.shapes import as_bool, as_int, as_pair, as_shape
from cs231n_kit.sizing import format_volume, same_pad

__all__ = ["SpecError", "parse_spec", "build_spec", "spec_of"]

WINDOW = ("filters", "size", "stride", "pad")
POOL = ("size", "stride", "pad")
# Each word, its layer, and what its arguments are called in their order; others are given by name, as in groups=2.
WORDS = {
    "INPUT": (None, ("channels", "height", "width")),
    "CONV": (Conv2d, WINDOW),
    "LOCAL": (LocallyConnected2d, WINDOW),
    "POOL": (MaxPool2d, POOL),
    "AVGPOOL": (AvgPool2d, POOL),
    "L2POOL": (L2Pool2d, POOL),
    "GAP": (GlobalAvgPool2d, ()),
    "FC": (Linear, ("units",)),
    "FLATTEN": (Flatten, ()),
    "RELU": (ReLU, ()),
    "LRELU": (LeakyReLU, ("slope",)),
    "SIGMOID": (Sigmoid, ()),
    "TANH": (Tanh, ()),
    "DROPOUT": (Dropout, ("drop",)),
    "BN": (BatchNorm, ()),
    "LRN": (LRN, ("size", "alpha", "beta", "k")),
    "PADCHANNELS": (PadChannels, ("before", "after")),
}
OTHER_NAMES = {"MAXPOOL": "POOL", "LINEAR": "FC", "DENSE": "FC", "CONV2D": "CONV", "LEAKYRELU": "LRELU"}
OTHER_NAMES |= {"BATCHNORM": "BN", "BATCHNORM2D": "BN"}
OR = {",": ", or )", "]": "-> or ]"}  # what else could come instead of a token that is missing
CLOSE = {"(": ")", "[": "]"}
COUNTS = ("no number", "one number", "two numbers", "at most 3 numbers", "at most 4 numbers")
TRUTHS = {"yes": True, "no": False, "True": True, "False": False}
TOKEN = re.compile(r"->|[A-Za-z][A-Za-z_0-9]*|[0-9]+(?:\.[0-9]+)?|[\[\]()*?,=]")
MOST, LARGEST, DEEPEST = 1000, 10**6, 50  # layers and times, a number, brackets in brackets: what is more is a slip


class SpecError(ValueError):
    """A text that describes no net: the text, a caret below the place, and what to do."""

    def __init__(self, text, place, reason):
        super().__init__(f"{text}\n{' ' * place}^\n{reason}")
        self.text, self.place, self.reason = text, place, reason


# ---- text -> tree ----
@dataclass(frozen=True)
class Word:
    """A layer as written: CONV(64,3) is Word("CONV", (64, 3), {}, place)."""

    word: str
    values: tuple
    named: dict
    place: int


@dataclass(frozen=True)
class Bracket:
    """Items that are repeated: times is a number or a letter, or "?" for once or not at all."""

    items: tuple
    times: int | str
    place: int


def parse_spec(text):
    """Returns a text's tree: a tuple of Words and Brackets, the INPUT, if there is one, first.

    SpecError for what isn't a net, with a caret below the place.
    """
    if not isinstance(text, str):
        raise TypeError(f'A spec is text, such as "INPUT(3,32,32) -> FC(10)"; got {type(text).__name__}.')
    return read_net(Reader(on_one_line(text)))


class Reader:
    """Goes through a text from left to right; `ahead` is the token that comes next, "" at the end."""

    def __init__(self, text):
        self.text, self.at, self.ahead, self.depth = text, 0, "", 0
        self.step()

    def step(self):
        """Returns the token ahead, and moves on to the next."""
        token, rest = self.ahead, self.text[self.at + len(self.ahead) :]
        self.at = len(self.text) - len(rest.lstrip())
        match = TOKEN.match(self.text, self.at)
        if self.at < len(self.text) and not match:
            self.fail(f"{self.text[self.at]!r} has no meaning here. A net is words with -> between them.")
        self.ahead = match.group() if match else ""
        return token

    def expect(self, token, opened=None):
        """Moves on past a token. SpecError without it: where the text ends, at what was opened and not closed."""
        if self.ahead != token:
            if self.ahead or opened is None:
                self.fail(f"Expected {OR.get(token, token)} before {said(self.ahead)}.")
            bracket = self.text[opened]
            self.fail(f"This {bracket} is never closed: a {CLOSE[bracket]} is missing.", opened)
        self.step()

    def fail(self, reason, place=None):
        """Raises the SpecError for the token ahead, or for another place."""
        raise SpecError(self.text, self.at if place is None else place, reason)


def said(token):
    """Returns a token as an error calls it."""
    return repr(token) if token else "the end"


def read_net(reader):
    """Returns the items of a whole text."""
    items = read_chain(reader)
    if reader.ahead == "]":
        reader.fail("This ] closes nothing: there is one too many, or a [ is missing before it.")
    if reader.ahead:
        reader.fail(f"Expected -> or the end of the net before {reader.ahead!r}.")
    no_input(reader, items[1:])
    return items


def no_input(reader, items):
    """Raises the SpecError for an INPUT among items, for it stands once, at the beginning."""
    for item in items:
        if isinstance(item, Word) and item.word == "INPUT":
            reader.fail("INPUT stands once, at the beginning, outside of brackets.", item.place)


def read_chain(reader):
    """Returns the items up to a ] or the end."""
    items = [read_item(reader)]
    while reader.ahead == "->":
        reader.step()
        items.append(read_item(reader))
    return tuple(items)


def read_item(reader):
    """Returns a Word, or a Bracket for what stands in [ ] or is repeated."""
    place = reader.at
    if reader.ahead == "[":
        if reader.depth == DEEPEST:
            reader.fail(f"At most {DEEPEST} brackets stand in each other.")
        reader.depth += 1
        reader.step()
        items = read_chain(reader)
        no_input(reader, items)
        reader.expect("]", place)
        reader.depth -= 1
    elif reader.ahead[:1].isalpha():
        items = (read_word(reader),)
    else:
        reader.fail(f"Expected a layer, such as CONV or RELU, or a [ before {said(reader.ahead)}.")
    times = read_times(reader)
    if times == 1 and len(items) == 1:
        return items[0]
    no_input(reader, items)
    return Bracket(items, times, place)


def read_times(reader):
    """Returns how often the item before comes: a number, a letter, or "?"; 1 if nothing is said."""
    if reader.ahead == "?":
        return reader.step()
    if reader.ahead != "*":
        return 1
    reader.step()
    if reader.ahead in ("N", "M", "K"):
        return reader.step()
    if not reader.ahead.isdigit():
        reader.fail("After * comes a number, as in *2, or one of the letters N, M, K.")
    if float(reader.ahead) > MOST:
        reader.fail(f"At most {MOST} times.")
    return int(reader.step())


def read_word(reader):
    """Returns a layer with its arguments."""
    place, word = reader.at, reader.step().upper()
    if word in OTHER_NAMES:
        reader.fail(f"{word} is called {OTHER_NAMES[word]} here.", place)
    if word not in WORDS:
        reader.fail(f"There is no layer {word}. The words are {', '.join(WORDS)}.", place)
    values, named = read_arguments(reader, word) if reader.ahead == "(" else ((), {})
    return Word(word, values, named, place)


def read_arguments(reader, word):
    """Returns (values, {name: value}) of what stands in ( )."""
    values, named, names, opened = [], {}, WORDS[word][1], reader.at
    reader.step()
    while reader.ahead != ")":
        if not reader.ahead:
            reader.expect(")", opened)
        if reader.ahead[:1].isalpha():
            name = read_name(reader, word, [*names[: len(values)], *named])
            named[name] = read_value(reader)
        elif named:
            reader.fail("What has no name comes first.")
        elif len(values) == len(names):
            reader.fail(f"{word} takes {COUNTS[len(names)]}. {settings_of(word)}")
        else:
            values.append(read_value(reader))
        if reader.ahead != ")":
            reader.expect(",", opened)
    reader.step()
    return tuple(values), named


def read_name(reader, word, known):
    """Returns the name before an =; `known` are those that have a value already."""
    place, name = reader.at, reader.step()
    if name not in settings(word):
        reader.fail(f"{word} has no setting {name!r}. {settings_of(word)}", place)
    if name in known:
        reader.fail(f"{name} is given twice.", place)
    reader.expect("=")
    return name


def read_value(reader):
    """Returns a number, numbers in ( ), yes, no, or a word such as crop."""
    token, opened = reader.ahead, reader.at
    if token == "(":
        reader.step()
        found = []
        while reader.ahead != ")":
            if not reader.ahead.isdigit():
                reader.expect("a number", None if reader.ahead else opened)
            found.append(read_number(reader))
            if reader.ahead != ")":
                reader.expect(",", opened)
        reader.step()
        return tuple(found)
    if not token[:1].isalnum():
        reader.fail(f"Expected a number before {said(token)}.")
    if token[0].isdigit():
        return read_number(reader)
    reader.step()
    return TRUTHS.get(token, token)


def read_number(reader):
    """Returns the number ahead, a float if it has a point."""
    if float(reader.ahead) > LARGEST:
        reader.fail(f"Numbers go up to {LARGEST:,} here.")
    token = reader.step()
    return float(token) if "." in token else int(token)


def settings(word):
    """Returns the names of what can be set of a word's layer."""
    kind, names = WORDS[word]
    return [field.name for field in fields(kind)] if kind else names


def settings_of(word):
    """Returns a sentence on what can be set of a word's layer."""
    names = settings(word)
    return f"Its settings are {', '.join(names)}." if names else "Write the word alone."


def on_one_line(text):
    """Returns a text with each tab and line end turned into a space, so that a caret stands below its place."""
    return re.sub(r"\s", " ", text)


# ---- tree -> net ----
def build_spec(text, in_shape=None, *, N=1, M=1, K=1, pool=True, filters=16, hidden=100, classes=10):
    """Returns (layer, in_shape), a Serial and the shape that it reads, as Net.build takes them.

    N, M and K are what the letters stand for, and pool says whether what has a ? is there. A CONV without a number
    of filters takes `filters`: a number, or one for each round of M. An FC without a number takes `hidden`, the last
    one `classes`. in_shape is for a text whose INPUT says no sizes; (3,32,32) if nobody does. SpecError for a text
    that is no net, or whose sizes don't go together. Source: notes, Layer Patterns.
    """
    letters = {"N": as_int(N, "N", least=0), "M": as_int(M, "M", least=0), "K": as_int(K, "K", least=0)}
    letters["?"] = int(as_bool(pool, "pool"))
    items, text = parse_spec(text), on_one_line(text)
    if isinstance(items[0], Word) and items[0].word == "INPUT":
        in_shape, items = input_shape(text, items[0], in_shape), items[1:]
    in_shape = as_shape((3, 32, 32) if in_shape is None else in_shape)
    count = count_layers(items, letters)
    if not count:
        raise SpecError(text, 0, "No layer is left: give at least one, such as FC(10).")
    if count > MOST:
        raise SpecError(text, 0, f"These are more than {MOST} layers, the most that are built.")
    words = list(expand(items, letters))
    last = max((i for i, (word, _) in enumerate(words) if word.word == "FC"), default=-1)
    layers, shape = [], in_shape
    for i, (word, round) in enumerate(words):
        bare = {"filters": of_round(filters, round), "units": classes if i == last else hidden}
        layers.append(layer_of(text, word, bare))
        shape = shape_after(text, word, layers[-1], shape)
    return Serial(*layers), in_shape


def input_shape(text, word, in_shape):
    """Returns the shape that an INPUT says, or in_shape for an INPUT that says none."""
    sizes = dict(zip(WORDS["INPUT"][1], word.values, strict=False)) | word.named
    if not sizes:
        return in_shape
    shape = tuple(sizes.get(name) for name in WORDS["INPUT"][1][: len(sizes)])
    if len(shape) not in (1, 3) or not all(type(size) is int and size > 0 for size in shape):
        raise SpecError(text, word.place, "Write INPUT(channels,height,width), as in INPUT(3,32,32).")
    return shape


def count_layers(items, letters):
    """Returns how many layers items are when every bracket is written out."""
    return sum(
        1 if isinstance(item, Word) else letters.get(item.times, item.times) * count_layers(item.items, letters)
        for item in items
    )


def expand(items, letters, round=0):
    """Yields (word, round of M) for each layer, with every bracket written out."""
    for item in items:
        if isinstance(item, Word):
            yield item, round
        elif count_layers(item.items, letters):
            for i in range(letters.get(item.times, item.times)):
                yield from expand(item.items, letters, i if item.times == "M" else round)


def of_round(filters, round):
    """Returns the number of filters of a CONV in a round of M."""
    if isinstance(filters, (tuple, list)):
        return filters[min(round, len(filters) - 1)]
    return filters


def layer_of(text, word, bare):
    """Returns the layer of a word; `bare` is what it takes where it says no number."""
    kind, names = WORDS[word.word]
    given = dict(zip(names, word.values, strict=False)) | word.named
    for name in ("filters", "units"):
        if name in names:
            given.setdefault(name, bare[name])
    try:
        if names == WINDOW:
            given.setdefault("size", 3)
            if "pad" not in given:
                given["pad"] = pad_that_keeps(given["size"], given.get("dilation", 1))
        first = [given.pop(name) for name in ("filters", "size", "units") if name in given]
        return kind(*first, **given)
    except (TypeError, ValueError) as error:
        raise SpecError(text, word.place, str(error)) from error


def pad_that_keeps(size, dilation):
    """Returns the padding that keeps height and width at stride 1: a number, or (rows, columns)."""
    sizes, gaps = as_pair(size, "size", least=1), as_pair(dilation, "dilation", least=1)
    try:
        rows, columns = (same_pad(F, d) for F, d in zip(sizes, gaps, strict=True))
    except ValueError as error:
        raise ValueError(f"{error} Say the padding, too, as in pad=0.") from error
    return rows if rows == columns else (rows, columns)


def shape_after(text, word, layer, shape):
    """Returns what a layer makes of a shape; the SpecError of one that can't points at its word."""
    try:
        return layer.out_shape(shape)
    except ValueError as error:
        reason = str(error)
        if len(shape) == 1:
            reason = f"{word.word} reads a volume, and here comes a row of numbers, as FC makes it."
        raise SpecError(text, word.place, f"{reason} Its input is {format_volume(shape)}.") from error


# ---- net -> text ----
def spec_of(layer, in_shape=None):
    """Returns a net as text in its shortest form, equal neighbours folded: [CONV(8,3) -> RELU]*2 -> FC(10).

    build_spec makes the same layers of it. TypeError for a layer that the text has no word for: what has branches
    (Concat, Residual) is built in Python.
    """
    words = fold([word_of(part) for part in in_a_row(layer)])
    if in_shape is not None:
        words.insert(0, f"INPUT({','.join(str(size) for size in as_shape(in_shape))})")
    return " -> ".join(words)


def in_a_row(layer):
    """Returns the layers of a Serial, those of a Serial within it in its place."""
    if not isinstance(layer, Serial):
        return [layer]
    return [part for one in layer.layers for part in in_a_row(one)]


def word_of(layer):
    """Returns a layer as text, with the settings that differ from what the bare word means."""
    word = next((word for word, (kind, _) in WORDS.items() if kind is type(layer)), None)
    if word is None:
        reason = "it has branches" if isinstance(layer, Container) else "there is no word for it"
        raise TypeError(f"{type(layer).__name__} can't be written as a spec: {reason}. Build it in Python.")
    names, values = WORDS[word][1], {field.name: getattr(layer, field.name) for field in fields(layer)}
    standard = {field.name: field.default for field in fields(layer)}
    if names == WINDOW:
        standard["pad"] = standard_pad(values)
        count = 2 if values["stride"] == 1 and same(values["pad"], standard["pad"]) else 4
    else:
        differ = [i for i, name in enumerate(names) if not same(values[name], standard[name])]
        count = 1 + max(differ, default=-1)
        if any(values[name] is None for name in names[:count]):
            count = 1
    said = [spelled(values[name]) for name in names[:count]]
    rest = [name for name in values if name not in names[:count] and not same(values[name], standard[name])]
    said += [f"{name}={spelled(values[name])}" for name in rest]
    return f"{word}({','.join(said)})" if said else word


def standard_pad(values):
    """Returns the padding that a CONV without one would get; None if its window has no middle."""
    try:
        return pad_that_keeps(values["size"], values.get("dilation", 1))
    except ValueError:
        return None


def same(one, other):
    """Returns whether two settings are the same: 1 and 1.0 are, 1 and True are not, nor 3 and (3, 3)."""
    truths = [isinstance(value, bool | np.bool_) for value in (one, other)]
    return one == other and truths[0] == truths[1]


def spelled(value):
    """Returns a setting as it is written."""
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"({','.join(spelled(one) for one in value)})"
    if isinstance(value, (float, np.floating)):
        return np.format_float_positional(value, trim="0")
    return str(value)


def fold(words):
    """Returns words with equal neighbours folded: A B A B C -> [A -> B]*2 C, the shortest repeats first."""
    for size in range(1, len(words) // 2 + 1):
        folded = fold_blocks(words, size)
        if len(folded) < len(words):
            return fold(folded)
    return words


def fold_blocks(words, size):
    """Returns words with repeats of `size` words folded, each as far right as it goes: P C P C P -> P [C -> P]*2."""
    found, start = [], 0
    while start < len(words):
        end = start + size  # of the words that are equal to those `size` before them
        while end < len(words) and words[end] == words[end - size]:
            end += 1
        times, shift = divmod(end - start, size)
        if times > 1:
            block = words[start + shift : start + shift + size]
            found += [*words[start : start + shift], f"[{' -> '.join(block)}]*{times}"]
            start = end
        else:
            found.append(words[start])
            start += 1
    return found
