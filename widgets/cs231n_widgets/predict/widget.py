"""The widget Predict: what is asked, and what the reader guesses."""

from html import escape
from numbers import Real

import traitlets

from ..base import Widget, number

ONE_WAY = (
    "Ask for one thing: a number (with unit=, if it has one), choices=[...], cells=(rows, columns) or curve={...}."
)


class Predict(Widget, module="predict"):
    """Ask the reader a question before the text answers it, and keep the guess. It is never graded.

    `Predict("fc-share", "What part of all weights?", unit="%")` asks for a number; `choices=["CONV", "FC"]` for one of
    several; `cells=(3, 3)`, or rows of labels, for a cell; `curve={"x": "shift", "y": "unchanged", "at": [0, 1, 2],
    "least": 0, "most": 100}` for a curve with a point for each value in `at`; with "real", the heights that came out,
    these are laid over the guess when the answer is opened. The first argument is the question's id:
    cells marked with it are the answer, and the guess is kept under it. A number may have to lie between `least` and
    `most`: one in per cent between 0 and 100, unless they say something else (None: no bound).

    `guess` is None, a number, the place of a choice from 0, (row, column) from 0, or the heights of a curve. `shown`
    says whether the answer has been opened. Raises ValueError for a question or a guess that makes no sense.
    """

    KEEP = ("guess", "shown")

    question = traitlets.Unicode().tag(sync=True)
    ask = traitlets.Unicode().tag(sync=True)
    kind = traitlets.Enum(["number", "choice", "cell", "curve"], "number").tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    choices = traitlets.List(traitlets.Unicode()).tag(sync=True)
    cells = traitlets.List(traitlets.List()).tag(sync=True)
    curve = traitlets.Dict().tag(sync=True)
    least = traitlets.Float(None, allow_none=True).tag(sync=True)
    most = traitlets.Float(None, allow_none=True).tag(sync=True)
    guess = traitlets.Any(None, allow_none=True).tag(sync=True)
    shown = traitlets.Bool().tag(sync=True)

    def __init__(self, question="", ask="", *, unit="", choices=(), cells=(), curve=None, **settings):
        if len([way for way in (choices, cells, curve) if way]) > 1:
            raise ValueError(ONE_WAY)
        if cells and not isinstance(cells[0], list | tuple):
            rows, columns = cells
            cells = [[""] * columns for _ in range(rows)]
        settings["kind"] = "choice" if choices else "cell" if cells else "curve" if curve else "number"
        if unit == "%" and settings["kind"] == "number":
            settings = {"least": 0, "most": 100, **settings}
        given = {"choices": list(choices), "cells": [list(row) for row in cells], "curve": curve or {}}
        super().__init__(question=question, ask=ask, unit=unit, **given, **settings)

    @traitlets.validate("curve")
    def _check_curve(self, proposal):
        curve = proposal["value"]
        missing = [key for key in ("x", "y", "at", "least", "most") if curve and key not in curve]
        if missing:
            raise ValueError(f"curve needs x, y, at, least and most; {', '.join(missing)} is missing.")
        if "real" in curve and len(curve["real"]) != len(curve["at"]):
            raise ValueError(f"curve has {len(curve['at'])} points and {len(curve['real'])} heights that came out.")
        return curve

    @traitlets.validate("guess")
    def _check_guess(self, proposal):
        guess = proposal["value"]
        problem = None if guess is None else self._problem(guess)
        if problem:
            raise ValueError(f"{problem}; the guess is {guess!r}.")
        return list(guess) if isinstance(guess, tuple) else guess

    def _problem(self, guess):
        """Returns what a guess ought to be, if this one isn't, else None."""
        if self.kind == "number" and not (is_number(guess) and self._is_in_range(guess)):
            return f"A number {self._range()}is asked for"
        if self.kind == "choice" and not (is_index(guess) and guess < len(self.choices)):
            return f"One of {len(self.choices)} choices is asked for, by its place from 0"
        if self.kind in ("cell", "curve") and not isinstance(guess, list | tuple):
            return "A list is asked for"
        if self.kind == "cell":
            rows, columns = len(self.cells), len(self.cells[0])
            inside = len(guess) == 2 and all(map(is_index, guess)) and guess[0] < rows and guess[1] < columns
            return (
                None if inside else f"A cell of {rows} rows and {columns} columns is asked for, as (row, column) from 0"
            )
        if self.kind == "curve" and not (len(guess) == len(self.curve["at"]) and all(map(is_number, guess))):
            return f"{len(self.curve['at'])} heights are asked for"
        return None

    def _is_in_range(self, guess):
        return (self.least is None or guess >= self.least) and (self.most is None or guess <= self.most)

    def _range(self):
        ends = [("from", self.least), ("to", self.most)]
        return "".join(f"{word} {number(end)} " for word, end in ends if end is not None)

    def describe(self):
        """Returns the question in words, and the guess if there is one."""
        return " ".join(filter(None, [self.ask, self._ways(), self._said(), self._came_out()])).replace("'", "’")

    def _ways(self):
        if self.kind == "choice":
            return f"Choose: {'; '.join(self.choices)}."
        if self.kind == "cell":
            return f"Choose one of {len(self.cells)} × {len(self.cells[0])} cells."
        if self.kind == "curve":
            return f"Draw a curve: {self.curve['y']} against {self.curve['x']}."
        return f"In {self.unit}." if self.unit and self.unit != "%" else ""

    def _said(self):
        if self.guess is None:
            return ""
        mark = "%" if self.unit == "%" else ""
        if self.kind == "choice":
            text = f"“{self.choices[self.guess]}”"
        elif self.kind == "cell":
            row, column = self.guess
            label = self.cells[row][column]
            label = number(label) if is_number(label) else label
            text = f"{f'the {label} in ' if label else ''}row {row}, column {column}"
        elif self.kind == "curve":
            first, last = (f"{number(value)}{mark}" for value in (self.guess[0], self.guess[-1]))
            text = f"a curve that begins and ends at {first}" if first == last else f"a curve from {first} to {last}"
        else:
            text = f"{self.guess:,}{mark}".replace("-", "−")
        return f"You said {text}."

    def _came_out(self):
        if not (self.shown and self.curve.get("real")):
            return ""
        mark = "%" if self.unit == "%" else ""
        return f"What came out goes {', '.join(f'{number(value)}{mark}' for value in self.curve['real'])}."

    def static_html(self):
        """Returns the question as ordinary text: there is no picture to show."""
        return f"<p><strong>Your guess?</strong> {escape(self.describe())}</p>"


def is_number(value):
    return isinstance(value, Real) and not isinstance(value, bool)


def is_index(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
