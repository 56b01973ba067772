"""Say what was expected and what came, in words that help and never show the answer's code."""

import ast
import re

from cs231n_kit.course import values

KINDS = {
    "number": "a number",
    "bool": "True or False",
    "text": "a text",
    "none": "None",
    "array": "an array",
    "sequence": "a tuple or list",
    "mapping": "a dict",
}
NEARLY = 1e-4
CASE = 400  # characters of an input that is shown: it should be there whole, to be tried
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CELL_LINE = re.compile(r"Cell In\[[^\]]*\], line (\d+)")
CALLED_LINE = re.compile(r"Cell In\[[^\]]*\], line (\d+), in ")


def compare(expected, got):
    """Say how a check's output differs from the reference's; "" if it does not."""
    if got["kind"] != expected["kind"]:
        return _other_kind(expected, got)
    if (expected.get("shape") or []) != (got.get("shape") or []):
        return f"Expected an array of shape {_tuple(expected['shape'])}, got shape {_tuple(got['shape'])}."
    if expected["values"] != got["values"]:
        return _other_values(expected, got)
    if expected.get("dtype") != got.get("dtype"):
        return f"The values are right, but the dtype is {got.get('dtype')} where {expected.get('dtype')} was expected."
    changed = [name for name, given in expected.get("case", {}).items() if got.get("case", {}).get(name) != given]
    if changed:
        return f"The value is right, but the function changed its input {changed[0]}: work on a copy."
    return ""


def case(inputs):
    """Write a check's inputs on one line: "with x = array 2x2: [[1 2] [3 4]], stride = 2"."""
    return "with " + ", ".join(f"{name} = {values.text(given, limit=CASE)}" for name, given in inputs.items()) if inputs else ""


def size(inputs):
    """Count the numbers in a check's inputs, so that the smallest failing case can be shown."""
    return sum(_count(given["values"]) for given in inputs.values())


def answer_failed(error):
    """Say why the answer's own cell stopped, from {ename, evalue, line}."""
    ename, evalue, line = error["ename"], clean(error["evalue"]), error.get("line")
    if ename in ("SyntaxError", "IndentationError", "TabError"):
        reason = re.sub(r"\s*\([^()]*, line \d+\)$", "", evalue)
        return f"The answer is not Python yet: {ename}{_at(line)}: {reason}."
    if ename == "NameError":
        return f"The answer's cell stops with NameError{_at(line)}: {evalue}."
    return f"The answer's cell stops{_at(line)} with {_sentence(ename, evalue)}"


def call_failed(error, name, elsewhere):
    """Say why a call of the answer stopped, from {ename, evalue, line}; `elsewhere` are names from other cells."""
    ename, evalue, line = error["ename"], clean(error["evalue"]), error.get("line")
    if ename == "NotImplementedError":
        return not_written(name)
    missing = re.match(r"name '(\w+)' is not defined", evalue)
    if ename == "NameError" and missing and missing[1] == name:
        return f"The answer's cell does not define {name}. Keep the name that the starter has."
    if ename == "NameError" and missing and missing[1] in elsewhere:
        return (
            f"{missing[1]} is defined in another cell of the notebook. "
            "An answer is graded by itself: helpers belong inside the answer cell."
        )
    if ename == "KitFunctionUsed":
        return from_kit(name)
    return f"The call stopped{_at(line)} with {_sentence(ename, evalue)}"


def not_written(name):
    """Say that the answer is still its starter."""
    return f"{name} is not written yet."


def from_kit(name):
    """Say that the answer is the kit's own function."""
    return f"{name} of the course's own kit was called. The exercise is to write it yourself."


def clean(text, limit=300):
    """Take control characters out of what a learner's code wrote, and shorten it."""
    text = CONTROL.sub("", str(text)).strip()
    return text if len(text) <= limit else text[: limit - 4].rstrip() + " ..."


def error_line(traceback, *, called):
    """Find the last line of the answer's cell that IPython's traceback names, or None.

    called=True looks only at lines inside functions: a check calls the answer from the top level of its own cell.
    """
    text = CONTROL.sub("", "\n".join(traceback))
    found = (CALLED_LINE if called else CELL_LINE).findall(text)
    return int(found[-1]) if found else None


def defined_names(sources):
    """Collect the names that cells define at their top level; cells that are not Python define none."""
    found = set()
    for source in sources:
        lines = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
        try:
            tree = ast.parse("\n".join(lines))
        except (SyntaxError, ValueError, RecursionError):
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                found |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            else:
                stores = (part for part in ast.walk(node) if isinstance(part, ast.Name))
                found |= {part.id for part in stores if isinstance(part.ctx, ast.Store)}
    return found


def _other_kind(expected, got):
    if got["kind"] == "none":
        return f"Expected {values.text(expected)}, got None: does the function return its result?"
    wanted = KINDS.get(expected["kind"], expected["kind"])
    if got["kind"] in ("object", "too large"):
        return f"Expected {wanted}, {values.text(expected)}; got {clean(got['values'])}."
    return f"Expected {wanted}, {values.text(expected)}; got {KINDS[got['kind']]}, {values.text(got)}."


def _other_values(expected, got):
    if expected["kind"] == "array":
        return _other_entries(_flat(expected["values"], []), _flat(got["values"], []), f"{values.text(expected)}")
    if expected["kind"] == "sequence" and len(expected["values"]) != len(got["values"]):
        counts = f"{len(expected['values'])} items, {values.text(expected)}; got {len(got['values'])}"
        return f"Expected {counts}, {clean(values.text(got))}."
    nearly = _is_near(expected["values"], got["values"])
    return f"Expected {values.text(expected)}, got {clean(values.text(got))}.{_precision() if nearly else ''}"


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
    return values.text({"kind": "number", "values": value})


def _is_near(a, b):
    if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in (a, b)):
        return False
    whole = float(a).is_integer() and float(b).is_integer()
    return not whole and abs(a - b) <= NEARLY * max(abs(a), abs(b))


def _precision():
    return " That is nearly right: was precision lost, by float32 or by rounding on the way?"


def _count(nested):
    if isinstance(nested, dict):
        nested = list(nested.values())
    return sum(_count(part) for part in nested) if isinstance(nested, list) else 1


def _at(line):
    return f" in line {line} of the answer" if line else ""


def _sentence(ename, text):
    text = f"{ename}: {text}" if text else ename
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _tuple(shape):
    return tuple(shape)
