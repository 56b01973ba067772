"""Show what an answer gives, so that it can be compared where the answer's code can't reach.

A check decides nothing. It draws its inputs from CS231N_SEED, calls the answer and displays one output; grading
compares that output with the reference's, under a fresh seed. Run by hand it also says at once, in a second output,
whether the value agrees with the one that the course stores for its default seed.
"""

import json
import os
import sys
import zlib
from html import escape

import numpy as np

from cs231n_course.checks import payload

MIME = "application/vnd.cs231n.check+json"
DEFAULT_SEED = 231


def seed():
    """Read CS231N_SEED, or the book's default. Raises ValueError if it is not a whole number of at least 0."""
    given = os.environ.get("CS231N_SEED", "")
    if not given:
        return DEFAULT_SEED
    if not given.isdigit():
        raise ValueError(f"CS231N_SEED must be a whole number of at least 0; it is {given!r}.")
    return int(given)


def publish(bundle):
    """Display a bundle of MIME types to 1 value each; outside Jupyter, print its text."""
    from IPython.core.getipython import get_ipython

    if get_ipython() is None:
        print(bundle["text/plain"])
        return
    from IPython.display import display

    display(bundle, raw=True)


def say(words, *, right):
    """Tell the learner, outside grading, whether a value is right: with a mark and a colour, or on stderr as text.

    Not on stderr in a notebook, though: there it has the look of an error, which "agrees" is not.
    """
    from IPython.core.getipython import get_ipython

    marked = f"{'✓' if right else '✗'} {words}"
    if get_ipython() is None:
        print(marked, file=sys.stderr)
        return
    from IPython.display import display

    style = f"border-left:4px solid {'#1f8a4c' if right else '#d0453a'};padding:.1em .7em;white-space:pre-wrap"
    display({"text/html": f'<div style="{style}">{escape(marked)}</div>', "text/plain": marked}, raw=True)


class Check:
    """Draws the inputs of one check and shows what the answer makes of them."""

    def __init__(self, exercise, name):
        """Name the exercise and the check; the name picks the random numbers, so that the order does not matter."""
        self.exercise = exercise
        self.name = name
        self._rng = np.random.default_rng([seed(), zlib.crc32(f"{exercise}/{name}".encode())])
        if not _grading():
            _be_brief_about_starters()

    def integers(self, *shape, low=-4, high=4):
        """Draw small whole numbers from low to high, both included, as float64 of the given shape."""
        return self._rng.integers(low, high, size=shape, endpoint=True).astype(np.float64)

    def floats(self, *shape):
        """Draw standard normal numbers, float64 of the given shape."""
        return self._rng.standard_normal(shape)

    def integer(self, low, high):
        """Draw one Python int from low to high, both included."""
        return int(self._rng.integers(low, high, endpoint=True))

    def show(self, value, *, dtype=False, **case):
        """Display the value in one output, with the inputs that gave it; dtype=True makes its dtype count too."""
        found = payload.normal(value, dtype=dtype)
        inputs = {name: payload.normal(given) for name, given in case.items()}
        shown = {"exercise": self.exercise, "check": self.name, "shape": None, **found, "case": inputs}
        publish({MIME: shown, "text/plain": f"{self.name}: {payload.text(found)}"})
        if not _grading() and seed() == DEFAULT_SEED:
            self._say_whether_it_agrees(shown)

    def _say_whether_it_agrees(self, shown):
        expected = stored(self.exercise, self.name)
        if expected is None:
            return
        from cs231n_course.checks.compare import compare

        borrowed = kits_own(self.exercise)
        if borrowed:
            say(f"{self.name}: {borrowed} is the kit's own here, not yours. Run your cell above again.", right=False)
            return
        difference = compare(expected, shown)
        verdict = f"differs from the reference. {difference}" if difference else "agrees with the reference."
        say(f"{self.name}: {verdict}", right=not difference)


def payloads(outputs):
    """List what checks showed among a cell's outputs."""
    bundles = (output.get("data") for output in outputs)
    return [bundle[MIME] for bundle in bundles if isinstance(bundle, dict) and isinstance(bundle.get(MIME), dict)]


def stored(exercise, name):
    """Find what the course's own chapter shows for a check under the default seed, or None."""
    for cell in _cells():
        for shown in payloads(cell.get("outputs") or []):
            if (shown.get("exercise"), shown.get("check")) == (exercise, name):
                return shown
    return None


def kits_own(exercise):
    """Name what an exercise asks for, if the notebook holds the kit's function of that name; else None.

    A reminder for a check that is run by hand: an import in another cell may have put it there.
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    answers = [cell for cell in _cells() if cell["metadata"].get("cs231n", {}).get("exercise") == exercise]
    names = [cell["metadata"]["cs231n"].get("name") for cell in answers]
    for name in filter(None, names):
        home = getattr(shell and shell.user_ns.get(name), "__module__", None) or ""
        if home.partition(".")[0] == "cs231n_kit":
            return name
    return None


def _cells():
    """List the cells of the course's own chapters; none if they can't be read."""
    from cs231n_course.notebooks.paths import chapter_paths

    try:
        return [cell for path in chapter_paths() for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    except OSError:
        return []


def _grading():
    return os.environ.get("CS231N_GRADING") == "1"


def _be_brief_about_starters():
    """Let a check of an answer that is not written yet end in one line instead of a page of traceback."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is not None and NotImplementedError not in shell.custom_exceptions:
        shell.set_custom_exc((NotImplementedError,), _brief)


def _brief(shell, etype, error, trace, tb_offset=None):
    while trace.tb_next:
        trace = trace.tb_next
    name = trace.tb_frame.f_code.co_name
    if error.args or name == "<module>":
        shell.showtraceback((etype, error, error.__traceback__), tb_offset=tb_offset)
        return
    shell._showtraceback(
        etype,
        error,
        [
            f"NotImplementedError: {name} is not written yet.\n"
            f"Write the body of {name} above, run its cell, then run this cell again."
        ],
    )
