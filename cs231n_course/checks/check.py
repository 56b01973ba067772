"""Show what an answer returns, so that it can be compared in another process, where the answer's code does not run.

A check cell is the same everywhere:

    import cs231n_course

    @cs231n_course.check("relu-back", "a small table")
    def _(check, relu_backward):
        y = np.maximum(check.integers(4, 6), 0)
        dy = check.floats(4, 6)
        check.show(relu_backward(dy, y))

The function is run at once. Its first argument draws the inputs, from CS231N_SEED, and shows values; the others are
what the notebook has under these names, and their calls are noted. It sees no other name of the notebook, only Python's
own and `np`, and leaves none there.

A check decides nothing. It displays one output; grading compares that with the reference's, under a fresh seed. Run by
hand it also says at once, in a second output, whether the values agree with those that the course stores for its
default seed.
"""

import bisect
import builtins
import json
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from types import FunctionType
from typing import Any

import numpy as np

from cs231n_course.checks import messages, payload
from cs231n_course.checks.calls import Calls
from cs231n_course.checks.settle import wait_for_threads
from cs231n_course.notebooks.format import CHECK_MIME, Cell, CheckOutput, Shown, Value

DEFAULT_SEED = 231


def seed() -> int:
    """Returns CS231N_SEED, or the book's default. Raises ValueError if it is not a whole number of at least 0."""
    text = os.environ.get("CS231N_SEED", "")
    if not text:
        return DEFAULT_SEED
    if not text.isdigit():
        raise ValueError(f"CS231N_SEED must be a whole number of at least 0; it is {text!r}.")
    return int(text)


def publish(bundle: Mapping[str, Any]) -> None:
    """Display one output, {MIME type: content}; outside Jupyter, print its text."""
    from IPython.core.getipython import get_ipython

    if get_ipython() is None:
        print(bundle["text/plain"])
        return
    from IPython.display import display

    display(bundle, raw=True)


def tell_learner(message: str, *, right: bool) -> None:
    """Tell the learner, outside grading, whether a value is right: with a mark and a colour, or on stderr as text.

    Not on stderr in a notebook, though: there it has the look of an error, which "agrees" is not.
    """
    from IPython.core.getipython import get_ipython

    marked = f"{'✓' if right else '✗'} {message}"
    if get_ipython() is None:
        print(marked, file=sys.stderr)
        return
    from IPython.display import display

    style = f"border-left:4px solid {'#1f8a4c' if right else '#d0453a'};padding:.1em .7em;white-space:pre-wrap"
    text = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", escape(marked))
    # The panel goes by the class: where it gives the verdict itself, it hides this one.
    html = f'<div class="cs231n-verdict" style="{style}">{text}</div>'
    display({"text/html": html, "text/plain": marked}, raw=True)


def check(exercise: str, name: str) -> Callable[[FunctionType], Any]:
    """Returns a decorator that runs a function as the check `name` of an exercise.

    What it binds in the notebook, the function's name, stays what it was.
    """

    def run(body: FunctionType) -> Any:
        __tracebackhide__ = True
        Check(exercise, name).run(body)
        return body.__globals__.get(body.__name__)

    return run


class Check:
    """Draws the inputs of one check and shows what the answer makes of them."""

    def __init__(self, exercise: str, name: str) -> None:
        """Name the exercise and the check; the name picks the random numbers, so that the order does not matter."""
        self.exercise = exercise
        self.name = name
        self._rng = np.random.default_rng([seed(), zlib.crc32(f"{exercise}/{name}".encode())])
        self._calls = Calls()
        self._shown: list[Shown] = []
        self._lines: list[str] = []
        self._secret = False
        self._borrowed: str | None = None

    def integers(self, *shape: int, low: int = -4, high: int = 4) -> np.ndarray:
        """Returns small whole numbers from low to high, both included, as float64 of the given shape."""
        return self._rng.integers(low, high, size=shape, endpoint=True).astype(np.float64)

    def floats(self, *shape: int) -> np.ndarray:
        """Returns standard normal numbers, float64 of the given shape."""
        return self._rng.standard_normal(shape)

    def integer(self, low: int, high: int) -> int:
        """Returns one Python int from low to high, both included."""
        return int(self._rng.integers(low, high, endpoint=True))

    def show(
        self, value: Any, results: str = "", *, array: bool = False, dtype: bool = False, call: str = "", **inputs: Any
    ) -> None:
        """Show a value, beside the calls that were made since the last one.

        results names what a function returns: "dx, dw, db"; one in parentheses, as in "y, (cache)", is not looked at.
        array=True shows lists as arrays, dtype=True makes an array's dtype count: else float32 is as good as float64.
        What counts as equal is said in checks.agree. `call` is said in place of the calls, and inputs are told besides
        the arrays that the calls name.
        """
        if results:
            described = payload.describe_results(value, results, array=array)
        else:
            described = payload.describe(payload.as_array(value) if array else value, dtype=dtype)
        text, labels = self._calls.take()
        self._calls.inputs |= inputs
        self._add({**described, "call": call or text, "inputs": [*labels, *inputs]}, described)

    def judge(self, value: Any, edges: Sequence[float] | None = None) -> None:
        """Show a judgement; nobody is told what would be right.

        Of a number, edges are where its ranges begin: which of them it lies in is shown, and that is all that counts.
        """
        self._secret = True
        value = value.item() if isinstance(value, np.ndarray) and value.size == 1 else value
        described = payload.describe(value)
        if edges is not None and described["kind"] == "number":
            self._add({**payload.describe(bisect.bisect(edges, value)), "call": "", "inputs": []}, described)
        else:
            self._add({**described, "call": "", "inputs": []}, described)

    def run(self, body: FunctionType) -> None:
        """Run the function of a check cell and display what it has shown."""
        __tracebackhide__ = True
        notebook, code = body.__globals__, body.__code__
        names = code.co_varnames[1 : code.co_argcount]
        own = {"__builtins__": builtins, "__name__": "check", "np": np}
        self._calls.of_check(code)
        if _grading():
            wait_for_threads()
        try:
            answers = [self._answer(name, notebook) for name in names]
            FunctionType(code, own, body.__name__, body.__defaults__)(self, *answers)
        except Exception as error:
            self._tell_stopped(error, notebook, names)
            raise
        if _grading():
            wait_for_threads()
        output = self._output()
        publish({CHECK_MIME: output, "text/plain": self._text()})
        if not _grading() and seed() == DEFAULT_SEED:
            self._compare_with_stored(output)

    def _answer(self, name: str, notebook: Mapping[str, Any]) -> Any:
        """Returns what the notebook has under a name; calls of it will be noted."""
        if name not in notebook:
            raise NameError(f"name {name!r} is not defined", name=name)
        answer = notebook[name]
        if answer is None:  # a judgement that has yet to be made
            raise NotImplementedError
        if str(getattr(answer, "__module__", "")).partition(".")[0] == "cs231n_kit":
            self._borrowed = name
        return self._calls.watch(name, answer) if callable(answer) else answer

    def _add(self, shown: Shown, own: Value) -> None:
        self._shown.append(shown)
        self._lines.append(f"{shown['call']}: {payload.text(own)}" if shown["call"] else payload.text(own))

    def _output(self) -> CheckOutput:
        """Returns what was shown, with the inputs as they are now: a function may have changed them."""
        case = {name: payload.describe(value) for name, value in self._calls.inputs.items()}
        output: CheckOutput = {
            "exercise": self.exercise,
            "check": self.name,
            "shown": self._shown,
            "case": case,
            "secret": self._secret,
        }
        return output if self._calls.running is None else {**output, "stopped": self._calls.running}

    def _text(self) -> str:
        if len(self._lines) == 1:
            return f"{self.name}: {self._lines[0]}"
        return "\n".join([f"{self.name}:", *(f"  {line}" for line in self._lines)])

    def _compare_with_stored(self, output: CheckOutput) -> None:
        expected = stored_output(self.exercise, self.name)
        if expected is None:
            return
        from cs231n_course.checks.compare import compare

        difference = compare(expected, output, printed=self._calls.printed)
        if self._borrowed:
            words = f"{self._borrowed} is the kit's own here, not yours. Run your cell above again."
        elif difference:
            words = "\n".join(filter(None, [difference.words, difference.case]))
        else:
            words = "that is right." if self._secret else "agrees with the reference."
        tell_learner(f"{self.name}: {words}", right=not self._borrowed and not difference)

    def _tell_stopped(self, error: Exception, notebook: dict[str, Any], names: Sequence[str]) -> None:
        """Say which call an exception has ended: to the grader by an output, to who runs the check by hand in words."""
        if _grading():
            if self._calls.running:
                publish({CHECK_MIME: self._output(), "text/plain": f"{self.name}: {self._calls.running} stopped"})
            return
        missing = error.name if isinstance(error, NameError) else None
        if isinstance(error, NotImplementedError) and not error.args:
            name = names[0] if self._calls.running is None else self._calls.running.partition("(")[0]
            _render(error, messages.not_written(name), "Run your cell above, then this one again.")
        elif missing in names and self._calls.running is None:
            _render(error, f"There is no {missing} yet.", "Run your cell above, then this one again.")
        else:
            words = messages.stopped_by_hand(error, self._calls.running or "", notebook)
            tell_learner(f"{self.name}: {words}", right=False)


def _render(error: Exception, *sentences: str) -> None:
    """Let Jupyter show an error as a few lines in place of a page of traceback."""
    text = " ".join(sentences)
    error._render_traceback_ = lambda: [f"{type(error).__name__}: {text}"]  # type: ignore[attr-defined]


def check_outputs(outputs: Iterable[Mapping[str, Any]]) -> list[CheckOutput]:
    """Returns what checks showed among a cell's outputs."""
    bundles = [output["data"] for output in outputs if isinstance(output.get("data"), dict)]
    return [bundle[CHECK_MIME] for bundle in bundles if isinstance(bundle.get(CHECK_MIME), dict)]


def stored_output(exercise: str, name: str) -> CheckOutput | None:
    """Returns what the course's own chapter shows for a check under the default seed, or None."""
    for cell in _chapter_cells():
        for output in check_outputs(cell.get("outputs") or []):
            if (output.get("exercise"), output.get("check")) == (exercise, name):
                return output
    return None


def _chapter_cells() -> list[Cell]:
    """Returns the cells of the course's own chapters; none if they can't be read."""
    from cs231n_course.notebooks.paths import chapter_paths

    try:
        return [cell for path in chapter_paths() for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    except OSError:
        return []


def _grading() -> bool:
    return os.environ.get("CS231N_GRADING") == "1"
