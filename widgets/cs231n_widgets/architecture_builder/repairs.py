"""Repairs of a text: what could stand there instead, each tried before it is offered.

widgets/js/architecture_builder/repairs.js has the same, and a test compares them.
"""

import re
from math import gcd

from cs231n_kit import sizing, spec
from cs231n_kit.spec import OTHER_NAMES, WORDS, SpecError, Word

from ..spec_reading import FILTERED, POOLED, left_over, make_layer, read, runs

MOST, FEWER = 4, 3  # repairs, and those of cells that are left over
REACH, LARGEST, LONG = 64, 1024, 100  # how far an input may change, and how many layers are tried for it
ARGUMENTS = re.compile(r"[A-Za-z_0-9]+(?: *\((?:[^()]|\([^()]*\))*\))?")
TIMES = re.compile(r" *(?:\?|\* *[0-9NMK]+)")
# What stands for a setting that can't be what it is.
STANDARD = {
    "filters": 16,
    "units": 100,
    "size": 3,
    "stride": 1,
    "pad": 0,
    "bias": True,
    "fit": "crop",
    "dilation": 1,
    "groups": 1,
    "count_pad": True,
    "slope": 0.1,
    "drop": 0.5,
    "eps": 0.00001,
    "momentum": 0.1,
    "alpha": 0.0001,
    "beta": 0.75,
    "k": 1,
    "before": 1,
    "after": 1,
}
SIZES = dict.fromkeys(POOLED, 2) | {"LRN": 5}  # where it isn't 3


def repairs(net):
    """Returns [(what it is, the mended text)] for a Reading, at most four; [] if there is nothing to mend."""
    if net.error is None:
        return repairs_of_left_over(net)
    if not net.items:
        return repairs_of_text(net)
    if net.misfit is not None:
        return repairs_of_layer(net)
    if net.input is None:
        return []
    mended = with_input(net, "INPUT(3,32,32)")
    return [("INPUT(3,32,32)", mended)] if read(mended, net.letters).rows else []


def splice(text, start, end, piece):
    """Returns a text with another piece between two places."""
    return f"{text[:start]}{piece}{text[end:]}"


def word_end(net, word=None):
    """Returns where a word with its arguments ends; the INPUT's, if none is given."""
    return ARGUMENTS.match(net.text, (word or net.input).place).end()


# ---- a text that can't be read ----
def repairs_of_text(net):
    """Returns repairs that make a text a net: the nearest word, an arrow, a bracket more or less."""
    text, at = net.text, net.error.place
    match = spec.TOKEN.match(text, at)
    token = match.group() if match else text[at : at + 1]
    after = at + len(token)
    found = []
    if match and token[0].isalpha():
        near = nearest_word(token.upper())
        if near:
            found.append((f"{near} instead", splice(text, at, after, near)))
    found += [
        ("a -> before it", splice(text, at, at, "-> ")),
        ("-> instead", splice(text, at, after, "->")),
        ("a ] at the end", f"{text.rstrip()}]"),
        ("a ) at the end", f"{text.rstrip()})"),
        ("a ) before it", splice(text, len(text[:at].rstrip()), at, ") ")),
        ("a , before it", splice(text, at, at, ",")),
        (f"without {token}", splice(text, at, after, "")),
    ]
    if not token:
        found = [("without the last ->", re.sub(" *-> *$", "", text))]
    return [(label, mended) for label, mended in found if is_net(mended)][:2]


def is_net(text):
    """Returns whether a text can be read."""
    try:
        return bool(spec.parse_spec(text))
    except SpecError:
        return False


def nearest_word(word):
    """Returns the word of the grammar that is meant, or None: another name for it, or one with a slip or two."""
    if word in OTHER_NAMES:
        return OTHER_NAMES[word]
    near = min(WORDS, key=lambda known: slips(word, known))
    return near if 0 < 2 * slips(word, near) <= len(word) else None


def slips(a, b):
    """Returns how many letters have to be changed, put in or left out to make one word of the other."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a):
        before, row = row, [i + 1]
        for j, other in enumerate(b):
            row.append(min(before[j] + (one != other), before[j + 1] + 1, row[j] + 1))
    return row[-1]


# ---- a layer that doesn't fit ----
def repairs_of_layer(net):
    """Returns repairs of the layer that doesn't fit: other settings, another layer, another input, or without it."""
    row = net.rows[net.misfit]
    word, shape = row.word, row.shape
    if row.layer is None or shape is None:
        found = standard_settings(net, word)
    elif len(shape) == 1:
        found = [("FC instead", with_word(net, word, as_fc(word)))] if word.word in FILTERED else []
    else:
        names = ("pad", "size", "stride") if word.word in FILTERED else ("size", "stride")
        found = [*other_groups(net, row), *other_windows(net, row, names), *other_inputs(net, 1)]
    found = [(label, text) for label, text in found if is_better(net, text)]
    return [*found, *without(net, word)][:MOST]


def is_better(net, text):
    """Returns whether a mended text gets further than the net does."""
    again = read(text, net.letters)
    return again.error is None or (again.misfit is not None and again.misfit > net.misfit)


def standard_settings(net, word):
    """Returns repairs of a word that makes no layer: one of its settings as it usually is."""
    names, found = spec.settings(word.word), []
    for name in names:
        value = SIZES.get(word.word, STANDARD[name]) if name == "size" else STANDARD[name]
        other = changed(word, name, value)
        if (name in given(word) or name == "pad") and makes_layer(net, other):
            found.append((f"{name} {spec.spelled(value)}", with_word(net, word, spelled(other))))
    return found


def makes_layer(net, word):
    """Returns whether a word makes a layer."""
    try:
        return make_layer(net.text, word, 1) is not None
    except SpecError:
        return False


def other_groups(net, row):
    """Returns the repair of groups that don't divide the channels and the filters: the next smaller that do."""
    groups = getattr(row.layer, "groups", 1)
    most = gcd(row.shape[0], row.layer.filters) if groups > 1 else 1
    if most % groups == 0:
        return []
    best = max(n for n in range(1, min(groups, most) + 1) if most % n == 0)
    return [(f"groups {best}", with_word(net, row.word, spelled(changed(row.word, "groups", best))))]


def other_windows(net, row, names):
    """Returns repairs that change one number of a window so that it fits exactly, the nearest of each name."""
    layer, word = row.layer, row.word
    if word.word not in FILTERED + POOLED:
        return []
    now = {"size": layer.size, "stride": layer.size if layer.stride is None else layer.stride, "pad": layer.pad}
    dilation = getattr(layer, "dilation", 1)
    if any(isinstance(value, tuple) for value in (*now.values(), dilation)):
        return []
    span = sizing.dilated_size(now["size"], dilation)
    step = 2 if word.word in FILTERED else 1
    ranges = {
        "pad": range(span),
        "stride": range(1, span + 1),
        "size": range(3 if step == 2 else 2, now["size"] + REACH, step),
    }
    found, middle = [], {**now, "pad": (span - 1) // 2}  # the padding that keeps the size comes first
    for name in names:
        for value in sorted(ranges[name], key=lambda value, name=name: (abs(value - middle[name]), -value)):
            other = changed(word, name, value)
            if value != now[name] and fits_exactly(net, other, row.shape):
                found.append((f"{name} {value}", with_word(net, word, spelled(other))))
                break
    return found


def fits_exactly(net, word, shape):
    """Returns whether the layer of a word reads a shape, and every cell of it."""
    try:
        layer = make_layer(net.text, word, 1)
        return bool(layer.out_shape(shape)) and not any(left_over(word.word, layer, shape))
    except ValueError:
        return False


def other_inputs(net, least):
    """Returns the repair by another input size, the nearest that fits, exactly if there is one; `least` as in runs."""
    words = [row.word.word for row in net.rows]
    if len(net.in_shape) == 1 or net.in_shape[1] != net.in_shape[2] or None in net.layers or len(words) > LONG:
        return []
    C, side, _ = net.in_shape
    near = sorted(range(max(1, side - REACH), side + REACH + 1), key=lambda other: (abs(other - side), -other))[1:]
    sides = [*near, *[times * side for times in (2, 4, 8, 16) if times * side <= LARGEST]]
    results = {other: runs(words, net.layers, (C, other, other)) for other in dict.fromkeys(sides)}
    for result in range(2, least - 1, -1):
        for other, found in results.items():
            if found == result:
                return [(f"input {other}×{other}", with_input(net, f"INPUT({C},{other},{other})"))]
    return []


def with_input(net, piece):
    """Returns a net's text with another INPUT."""
    return splice(net.text, net.input.place, word_end(net), piece) if net.input else f"{piece} -> {net.text}"


def without(net, word):
    """Returns the repair that leaves a word out, with its arrow; [] for one that stands alone in its brackets."""
    text, end = net.text, word_end(net, word)
    times = TIMES.match(text, end)
    end = times.end() if times else end
    arrow = re.compile(" *-> *").match(text, end)
    before = re.search(r" *-> *$", text[: word.place])
    if not arrow and not before:
        return []
    mended = splice(text, word.place, arrow.end(), "") if arrow else splice(text, before.start(), end, "")
    return [(f"without {word.word}", mended)] if read(mended, net.letters).rows else []


# ---- cells that no window reads ----
def repairs_of_left_over(net):
    """Returns repairs of the first layer that leaves cells over: another input, or other windows; at most three."""
    row = next((row for row in net.rows if any(row.left_over)), None)
    if row is None:
        return []
    found = [*other_inputs(net, 2), *other_windows(net, row, ("pad", "stride", "size"))]
    return [(label, text) for label, text in found if read(text, net.letters).error is None][:FEWER]


# ---- words ----
def given(word):
    """Returns the settings that a word says: {name: value}."""
    return dict(zip(WORDS[word.word][1], word.values, strict=False)) | word.named


def changed(word, name, value):
    """Returns a Word with another value of a setting."""
    names, values, named = WORDS[word.word][1], list(word.values), dict(word.named)
    if name in names[: len(values)]:
        values[names.index(name)] = value
    elif not named and names[len(values) : len(values) + 1] == (name,) and name in ("filters", "size", "units"):
        values.append(value)
    else:
        named[name] = value
    return Word(word.word, tuple(values), named, word.place)


def spelled(word):
    """Returns a Word as text."""
    parts = [spec.spelled(value) for value in word.values]
    parts += [f"{name}={spec.spelled(value)}" for name, value in word.named.items()]
    return f"{word.word}({','.join(parts)})" if parts else word.word


def as_fc(word):
    """Returns the FC that has as many neurons as a word has filters."""
    filters = given(word).get("filters")
    return "FC" if filters is None else f"FC({spec.spelled(filters)})"


def with_word(net, word, piece):
    """Returns a net's text with another word in the place of one."""
    return splice(net.text, word.place, word_end(net, word), piece)
