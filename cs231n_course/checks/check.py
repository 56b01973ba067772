"""Show what an answer returns, so that it can be compared where the answer's code can't reach.

A check decides nothing. It draws its inputs from CS231N_SEED, calls the answer and displays one output; grading
compares that output with the reference's, under a fresh seed. Run by hand it also says at once, in a second output,
whether the value agrees with the one that the course stores for its default seed.
"""

import json
import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, cast

import numpy as np

from cs231n_course.checks import payload
from cs231n_course.notebooks.format import CHECK_MIME, Cell, CheckOutput, metadata_of

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
    display({"text/html": f'<div style="{style}">{escape(marked)}</div>', "text/plain": marked}, raw=True)


class Check:
    """Draws the inputs of one check and shows what the answer makes of them."""

    def __init__(self, exercise: str, name: str) -> None:
        """Name the exercise and the check; the name picks the random numbers, so that the order does not matter."""
        self.exercise = exercise
        self.name = name
        self._rng = np.random.default_rng([seed(), zlib.crc32(f"{exercise}/{name}".encode())])
        if not _grading():
            _be_brief_about_starters()

    def integers(self, *shape: int, low: int = -4, high: int = 4) -> np.ndarray:
        """Returns small whole numbers from low to high, both included, as float64 of the given shape."""
        return self._rng.integers(low, high, size=shape, endpoint=True).astype(np.float64)

    def floats(self, *shape: int) -> np.ndarray:
        """Returns standard normal numbers, float64 of the given shape."""
        return self._rng.standard_normal(shape)

    def integer(self, low: int, high: int) -> int:
        """Returns one Python int from low to high, both included."""
        return int(self._rng.integers(low, high, endpoint=True))

    def show(self, value: Any, *, dtype: bool = False, **case: Any) -> None:
        """Display the value in one output, with the inputs that led to it; dtype=True makes its dtype count too."""
        described = payload.describe(value, dtype=dtype)
        inputs = {name: payload.describe(argument) for name, argument in case.items()}
        about = {"exercise": self.exercise, "check": self.name, "shape": None}
        output = cast(CheckOutput, {**about, **described, "case": inputs})
        publish({CHECK_MIME: output, "text/plain": f"{self.name}: {payload.text(described)}"})
        if not _grading() and seed() == DEFAULT_SEED:
            self._compare_with_stored(output)

    def _compare_with_stored(self, output: CheckOutput) -> None:
        expected = stored_output(self.exercise, self.name)
        if expected is None:
            return
        from cs231n_course.checks.compare import compare

        borrowed = name_taken_from_kit(self.exercise)
        if borrowed:
            remark = f"{self.name}: {borrowed} is the kit's own here, not yours. Run your cell above again."
            tell_learner(remark, right=False)
            return
        difference = compare(expected, output)
        verdict = f"differs from the reference. {difference}" if difference else "agrees with the reference."
        tell_learner(f"{self.name}: {verdict}", right=not difference)


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


def name_taken_from_kit(exercise: str) -> str | None:
    """Returns the name that an exercise asks for, if the notebook holds the kit's function of that name; else None.

    A reminder for a check that is run by hand: an import in another cell may have put it there.
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    described = [metadata_of(cell) for cell in _chapter_cells()]
    names = [metadata.get("name") for metadata in described if metadata.get("exercise") == exercise]
    for name in filter(None, names):
        module = getattr(shell and shell.user_ns.get(name), "__module__", None) or ""
        if module.partition(".")[0] == "cs231n_kit":
            return name
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


def _be_brief_about_starters() -> None:
    """Let a check of an answer that is not written yet end in one line instead of a page of traceback."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is not None and NotImplementedError not in shell.custom_exceptions:
        shell.set_custom_exc((NotImplementedError,), _show_starter_error)


def _show_starter_error(shell: Any, etype: Any, error: Any, trace: Any, tb_offset: int | None = None) -> None:
    while trace.tb_next:
        trace = trace.tb_next
    name = trace.tb_frame.f_code.co_name
    if error.args or name == "<module>":
        shell.showtraceback((etype, error, error.__traceback__), tb_offset=tb_offset)
        return
    lines = (
        f"NotImplementedError: {name} is not written yet.\n"
        f"Write the body of {name} above, run its cell, then run this cell again."
    )
    shell._showtraceback(etype, error, [lines])
