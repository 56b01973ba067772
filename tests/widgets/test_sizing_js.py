"""The widgets' arithmetic is the kit's: the same numbers, the same words, the same errors."""

import ast
import inspect
import random
import subprocess
import sys
from pathlib import Path

import pytest
from cs231n_widgets import sizing_search
from node_js import SOURCES, run_node

from cs231n_kit import sizing

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import sizing_js  # noqa: E402

CALLS = """
return given.map(([name, args]) => {
  try { return ["value", m[name](...args)]; }
  catch (error) { return [error instanceof RangeError ? "ZeroDivisionError" : "ValueError", error.message]; }
});
"""


def outcome(function, args):
    try:
        return ["value", plain(function(*args))]
    except ValueError as error:
        return ["ValueError", str(error)]
    except ZeroDivisionError:
        return ["ZeroDivisionError", "division by zero"]


def plain(value):
    """Write tuples as lists, as JSON does."""
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value


def translated(module):
    """List the functions of a module of the kit that its JavaScript has."""
    tree = ast.parse(inspect.getsource(module))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [name for name in names if name not in sizing_js.LEAVE_OUT]


OBJECTIONS = ["zeros", "skips", "half", "over", "even", "large", ""]


def argument(rng, name):
    """Make up an argument by its parameter's name: a whole number, a shape, settings, a word."""
    if name in ("shape", "out_shape"):
        return [rng.randint(0, 300) for _ in range(3)]
    if name == "settings":
        return [rng.randint(1, 20), rng.randint(1, 20), *(rng.randint(1, 6) for _ in range(2)), rng.randint(0, 4), 1]
    if name == "found":
        return [[*(rng.randint(1, 9) for _ in range(4)), rng.choice(OBJECTIONS)] for _ in range(12)]
    words = {"fit": ["crop", "raise", "pad", "other"], "name": OBJECTIONS, "side": [-1, 0, 1], "step": [-1, 1]}
    if name in words:
        return rng.choice(words[name])
    return rng.randint(0, 5) if name == "place" else rng.randint(-3, rng.choice([6, 30, 300]))


def random_call(rng, module, names):
    name = rng.choice(names)
    parameters = list(inspect.signature(getattr(module, name)).parameters.values())
    needed = sum(p.default is p.empty for p in parameters)
    parameters = parameters[: rng.randint(needed, len(parameters))]
    return name, [argument(rng, p.name) for p in parameters]


def agree(module, file, cases):
    """Compare a module of the kit with its JavaScript over random cases: the names tried and the outcomes."""
    rng = random.Random(231)
    names = translated(module)
    calls = [random_call(rng, module, names) for _ in range(cases)]
    want = [outcome(getattr(module, name), args) for name, args in calls]
    got = run_node(SOURCES / file, CALLS, calls)
    wrong = [(call, p, js) for call, p, js in zip(calls, want, got, strict=True) if p != js]
    assert not wrong[:5]
    return set(names), want


def test_agrees_with_python_over_20000_random_cases():
    names, want = agree(sizing, "sizing.js", 20_000)
    assert {kind for kind, _ in want} == {"value", "ValueError", "ZeroDivisionError"}, "the cases reach the errors, too"
    assert {"extent", "travel", "formula", "fits", "explain", "out_size", "same_pad", "conv_macs"} <= names


def test_the_searches_agree_with_python_over_10000_random_cases():
    names, want = agree(sizing_search, "sizing_search.js", 10_000)
    assert {"neighbours", "settings_between", "objection_in_words", "conv_parameters", "output_bytes"} <= names
    assert sum(kind == "value" for kind, _ in want) > 8_000
    assert sum(isinstance(value, list) and len(value) > 0 for _, value in want) > 1_500


def test_what_is_committed_is_what_the_tool_makes():
    done = subprocess.run([sys.executable, ROOT / "tools/sizing_js.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def run(source, calls, tmp_path):
    module = tmp_path / "m.mjs"
    module.write_text(sizing_js.translate(source), encoding="utf-8")
    return [value for _, value in run_node(module, CALLS, calls)]


SEMANTICS = '''
def floor(a, b): return a // b
def mod(a, b): return a % b
def over(a, b): return a / b
def mixed(a, b, c): return a - (b - c) * 2 - -a
def chain(a, b): return 0 <= a < b
def logic(a, b): return not a and (b or a)
def member(word): return word in ("crop", "pad")
def later(a):
    """Doc."""
    b = 1
    if a > 2:
        b += a
    elif a == 2:
        return "two"
    else:
        c = a * 3
        b = c
    return b if b > 0 else -b
def words(a, s): return f"{a:g} of {s!r} {{}} `${a}`"
def named(a, *, b=2, c=3): return a * 100 + b * 10 + c
def loops(a, b):
    found, total = [], 0
    for n in range(a):
        for step in (-1, 1):
            part = n * step + b
            if part % 2 == 0 and part is not None:
                found.append((n, part))
        total += n
    last = [a, b, total]
    last[1] = last[1] + 1
    first, _, third = last
    return found, len(found), first - third, last, max(0, a, b)
def caller(a): return named(a, c=7) + min(a, 3) + abs(-a)
'''


def test_python_semantics_survive(tmp_path):
    rng = random.Random(5)
    namespace = {}
    exec(compile(SEMANTICS, "semantics", "exec"), namespace)
    calls = []
    for _ in range(300):
        a, b, c = (rng.randint(-9, 9) for _ in range(3))
        calls += [["mixed", [a, b, c]], ["chain", [a, b]], ["logic", [a, b]], ["later", [a]], ["caller", [a]]]
        calls += [["loops", [a, b]]]
        calls += [[name, [a, b or 1]] for name in ("floor", "mod", "over")]
        calls += [["words", [a + 0.3, "it"]], ["member", [rng.choice(["crop", "pad", "none"])]]]
    assert run(SEMANTICS, calls, tmp_path) == [plain(namespace[name](*args)) for name, args in calls]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("def f(a):\n    while a:\n        pass", "line 2: this statement"),
        ("def f(a):\n    return [i for i in a]", "line 2: this expression"),
        ("def f(a):\n    return other(a)", "only functions of this module"),
        ("def f(a):\n    return a ** 2", "this operator"),
        ("def f(a):\n    return f'{a:>5}'", "the format '>5'"),
        ("def f(a):\n    return 1 < a + 1 < 3", "chained comparison"),
        ("def f(*a):\n    return 1", "decorators"),
        ("from math import sqrt\ndef f(a):\n    return sqrt(a)", "a module that is not translated"),
        ("def f(a):\n    raise KeyError(a)", "this statement"),
        ("def divide(a):\n    return a / 2", "taken by a helper"),
    ],
)
def test_refuses_what_it_cannot_translate(source, says):
    with pytest.raises(sizing_js.Untranslatable, match=r"line \d") as caught:
        sizing_js.translate(source)
    assert says in str(caught.value)
