"""Find where a check's output differs from the reference's, and say it in words that never show the answer's code."""

from cs231n_course.checks import payload
from cs231n_course.checks.messages import clean

KINDS = {
    "number": "a number",
    "bool": "True or False",
    "text": "a text",
    "none": "None",
    "array": "an array",
    "sequence": "a tuple or list",
    "mapping": "a dict",
}
PARTED = {"array", "sequence", "mapping"}  # kinds too large to be read side by side
NEARLY = 1e-4


def compare(expected, got):
    """Say how a check's output differs from the reference's; "" if it does not."""
    where, wanted, came = narrow(expected, got)
    if said := _differs(wanted, came):
        return f"{where}{said}"
    changed = [name for name, given in expected.get("case", {}).items() if got.get("case", {}).get(name) != given]
    if changed:
        return f"The value is right, but the function changed its input {changed[0]}: work on a copy."
    return ""


def narrow(expected, got):
    """Follow several results down to the first that differs; give where it is, in words, and what was wanted and came.

    What is not parted, or parted differently, is given whole, with "" for where.
    """
    parts = _parts(expected, got)
    differing = [part for part in parts if _differs(*part[1:])]
    if not differing:
        return "", expected, got
    name, wanted, came = differing[0]
    others = "the other differs, too" if len(differing) == len(parts) == 2 else "others differ, too"
    others = others if len(differing) > 1 else "the other agrees" if len(parts) == 2 else "the others agree"
    where = f"{name} differs{f', {others}' if len(parts) > 1 else ''}. "
    below, wanted, came = narrow(wanted, came)
    return where + below, wanted, came


def _parts(expected, got):
    """Pair the parts of two sequences or dicts that hold something large: [(name, expected, got), ...]."""
    ours, theirs = expected["values"], got["values"]
    if expected["kind"] != got["kind"]:
        return []
    if expected["kind"] == "mapping" and ours.keys() == theirs.keys():
        parts = [(f"Entry {key!r}", _described(ours[key]), _described(theirs[key])) for key in ours]
    elif expected["kind"] == "sequence" and len(ours) == len(theirs):
        pairs = zip(map(_described, ours), map(_described, theirs), strict=True)
        parts = [(f"Value {place + 1} of {len(ours)}", *pair) for place, pair in enumerate(pairs)]
    else:
        return []
    return parts if any(wanted["kind"] in PARTED for _, wanted, _ in parts) else []


def _described(item):
    return item if isinstance(item, dict) else {"kind": "number", "values": item}


def _differs(expected, got):
    if got["kind"] != expected["kind"]:
        return _other_kind(expected, got)
    if (expected.get("shape") or []) != (got.get("shape") or []):
        return f"Expected an array of shape {tuple(expected['shape'])}, got shape {tuple(got['shape'])}."
    if expected["values"] != got["values"]:
        return _other_values(expected, got)
    if expected.get("dtype") != got.get("dtype"):
        came = clean(got.get("dtype"), 40)
        return f"The values are right, but the dtype is {came} where {expected.get('dtype')} was expected."
    return ""


def _other_kind(expected, got):
    if got["kind"] == "none":
        return f"Expected {payload.text(expected)}, got None: does the function return its result?"
    wanted = KINDS.get(expected["kind"], expected["kind"])
    if got["kind"] in ("object", "too large"):
        return f"Expected {wanted}, {payload.text(expected)}; got {clean(got['values'])}."
    return f"Expected {wanted}, {payload.text(expected)}; got {KINDS[got['kind']]}, {clean(payload.text(got))}."


def _other_values(expected, got):
    wanted, came = expected["values"], got["values"]
    if expected["kind"] == "array":
        return _other_entries(_flat(wanted, []), _flat(came, []), f"{payload.text(expected)}")
    if expected["kind"] == "sequence" and len(wanted) != len(came):
        return _other_length(expected, got)
    if expected["kind"] == "mapping" and wanted.keys() != came.keys():
        return f"Expected a dict with {_keys(wanted)}; got {clean(_keys(came))}."
    nearly = _is_near(wanted, came)
    return f"Expected {payload.text(expected)}, got {clean(payload.text(got))}.{_precision() if nearly else ''}"


def _other_length(expected, got):
    wanted, came = expected["values"], got["values"]
    items = f"{len(wanted)} item{'' if len(wanted) == 1 else 's'}"
    if any(_described(item)["kind"] in PARTED for item in [*wanted, *came]):
        return f"Expected {items}, got {len(came)}."  # written out, they could not be read
    return f"Expected {items}, {payload.text(expected)}; got {len(came)}, {clean(payload.text(got))}."


def _keys(mapping):
    return f"the key{'' if len(mapping) == 1 else 's'} {', '.join(mapping)}" if mapping else "no keys"


def _other_entries(expected, got, whole):
    differ = [(at, wanted, came) for (at, wanted), (_, came) in zip(expected, got, strict=True) if wanted != came]
    at, wanted, came = differ[0]
    nearly = all(_is_near(wanted, came) for _, wanted, came in differ)
    return (
        f"{len(differ)} of {len(expected)} values differ. The first is at {list(at)}: expected {_plain(wanted)}, "
        f"got {clean(_plain(came))}.{_precision() if nearly else f' Expected in all: {whole}.'}"
    )


def _flat(nested, at):
    if isinstance(nested, list):
        return [pair for place, part in enumerate(nested) for pair in _flat(part, [*at, place])]
    return [(at, nested)]


def _plain(value):
    return payload.text({"kind": "number", "values": value})


def _is_near(a, b):
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in (a, b)):
        return False
    whole = float(a).is_integer() and float(b).is_integer()
    return not whole and abs(a - b) <= NEARLY * max(abs(a), abs(b))


def _precision():
    return " That is nearly right: was precision lost, by float32 or by rounding on the way?"
