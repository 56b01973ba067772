"""Read the known wrong answers to a chapter's exercises, which stand beside it in mistakes/NN_topic.txt.

Each is a slip of the reference answer. A heading names the exercise; blank lines separate the slips:

    ## fc-count

    no bias
    - (W * H * D + 1) * K
    + W * H * D * K
    > The biases seem to be left out. Each neuron has one,
    > besides its weights.

First what the slip is; after `- ` what stands in the answer cell, after `+ ` what stands there instead, after `> ` the
words for a learner whose answer shows the same. One line after `- ` may be any part of a line of the answer; several
are whole lines, indented together as far as need be. It must stand in the answer exactly once. A slip may change
several places, each with its `- ` and `+ `. Without `- ` lines, the `+ ` lines are all that stands between the solution
marks. A line that begins with `# ` is a comment.
"""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cs231n_course.notebooks.format import solutions
from cs231n_course.notebooks.reading import Exercise, NotebookError

FOLDER = "mistakes"  # beside the chapters


@dataclass(frozen=True)
class Mistake:
    """One known wrong answer: what it is, the whole source of its cell, and the words for a learner who has it."""

    title: str
    source: str
    words: str


@dataclass(frozen=True)
class _Line:
    """One line of a file of mistakes: its number, its sign (-, + or >) and the rest."""

    number: int
    sign: str
    text: str


@dataclass(frozen=True)
class _Slip:
    """One slip as its file has it: the exercise's id, what it is and in which line, and its signed lines."""

    exercise: str
    title: str
    number: int
    lines: list[_Line]


def mistakes_path(chapter: str | Path) -> Path:
    """Returns the path of the mistakes of the chapter with this path, whether or not there is such a file."""
    chapter = Path(chapter)
    return chapter.parent / FOLDER / f"{chapter.stem}.txt"


def mistakes_text(chapter: str | Path) -> str:
    """Returns what the file of mistakes of a chapter holds, "" if it has none."""
    path = mistakes_path(chapter)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def known_mistakes(
    chapter: str | Path, exercises: Sequence[Exercise], text: str | None = None
) -> dict[str, list[Mistake]]:
    """Returns {exercise's id: its mistakes, a list of Mistake}, for all exercises of the chapter with this path.

    text is what its file of mistakes holds, if that has been read already. Raises NotebookError, which names file and
    line and says what to do, for an exercise that the chapter doesn't have, and for a slip that can't be applied to its
    answer, changes nothing, isn't Python, has no words, or is there twice.
    """
    path = mistakes_path(chapter)
    mistakes: dict[str, list[Mistake]] = {exercise.id: [] for exercise in exercises}
    answers = {exercise.id: exercise.answer["source"] for exercise in exercises}
    text = mistakes_text(chapter) if text is None else text
    for slip in _parse(text, path, list(answers), Path(chapter).name):
        here = f"{FOLDER}/{path.name}, line {slip.number}: {slip.title!r}"
        if any(slip.title == other.title for other in mistakes[slip.exercise]):
            raise NotebookError(f"{here} is there twice for {slip.exercise}. Give each slip a first line of its own.")
        words = " ".join(line.text.strip() for line in slip.lines if line.sign == ">").strip()
        if not words:
            raise NotebookError(f"{here} has no words. Add them after '> ', for the learner who has made this mistake.")
        source = _apply(slip, answers[slip.exercise], path)
        if source == answers[slip.exercise]:
            raise NotebookError(f"{here} changes nothing. Add what is wrong after '+ '.")
        try:
            ast.parse(source)
        except SyntaxError as error:
            line = (source.split("\n")[(error.lineno or 1) - 1 :] or [""])[0].strip()
            raise NotebookError(
                f"{here} makes an answer that isn't Python ({error.msg}: {line!r}). Correct its '+ ' lines."
            ) from error
        mistakes[slip.exercise].append(Mistake(slip.title, source, words))
    return mistakes


def _parse(text: str, path: Path, ids: list[str], chapter: str) -> list[_Slip]:
    """Returns the slips in a file's text, in its order. ids are the exercises of the chapter of this file name."""
    slips, exercise, seen, inside = [], None, set(), False
    for number, line in enumerate(text.splitlines(), 1):
        here = f"{FOLDER}/{path.name}, line {number}"
        if line.startswith("## "):
            exercise, inside = line[3:].strip(), False
            if exercise not in ids:
                has = ", ".join(ids) or "none"
                raise NotebookError(f"{here}: {chapter} has no exercise {exercise!r}. Name one that it has: {has}.")
            if exercise in seen:
                raise NotebookError(f"{here}: there is a heading for {exercise!r} already. Put its slips together.")
            seen.add(exercise)
        elif not line.strip():
            inside = False
        elif line.startswith("# "):
            continue
        elif not inside:
            if exercise is None:
                raise NotebookError(f"{here}: put a line '## EXERCISE' with an exercise's id above the first slip.")
            if line[0] in "-+>":
                raise NotebookError(f"{here}: begin each slip, after a blank line, with a line that says what it is.")
            slips.append(_Slip(exercise, line.strip(), number, []))
            inside = True
        elif match := re.fullmatch(r"([-+>])(?: (.*))?", line):
            slips[-1].lines.append(_Line(number, match[1], match[2] or ""))
        else:
            raise NotebookError(f"{here}: begin this line with '- ', '+ ' or '> '.")
    return slips


def _hunks(slip: _Slip) -> list[tuple[list[_Line], list[_Line]]]:
    """Returns the places that a slip changes: pairs of its `- ` lines, and the `+ ` lines below them."""
    hunks: list[tuple[list[_Line], list[_Line]]] = []
    for line in slip.lines:
        if line.sign == ">":
            continue
        if not hunks or (line.sign == "-" and hunks[-1][1]):
            hunks.append(([], []))
        hunks[-1][line.sign == "+"].append(line)
    return hunks


def _apply(slip: _Slip, answer: str, path: Path) -> str:
    """Returns the source of an answer cell with the slip in it. Raises NotebookError if it can't be put there."""
    changes: list[tuple[int, int, str]] = []
    hunks = _hunks(slip)
    for right, wrong in hunks:
        here = f"{FOLDER}/{path.name}, line {(right or wrong)[0].number}: {slip.title!r}"
        texts = [line.text for line in right]
        places: Sequence[tuple[int, int, str]] = _places(answer, texts) if right else solutions(answer)
        if not right and (len(hunks) > 1 or len(places) > 1):
            raise NotebookError(f"{here} has '+ ' lines for an unknown place. Put the lines to replace above them.")
        if not places:
            raise NotebookError(
                f"{here}: the answer to {slip.exercise} has no such lines. Copy what it has now after '- '."
            )
        if len(places) > 1:
            raise NotebookError(
                f"{here}: the answer to {slip.exercise} has this {len(places)} times. "
                "Take more of the line, or more lines, so that it is there once."
            )
        start, end, indent = places[0]
        if any(start < other_end and other_start < end for other_start, other_end, _ in changes):
            raise NotebookError(f"{here} changes the same place twice. Put both changes into one.")
        first, *more = [line.text for line in wrong] or [""]
        changes.append((start, end, "\n".join([first, *(indent + line if line else "" for line in more)])))
    for start, end, text in sorted(changes, reverse=True):
        answer = answer[:start] + text + answer[end:]
    return answer


def _places(source: str, right: list[str]) -> list[tuple[int, int, str]]:
    """Returns where a source has these lines: a list of (start, end, the indentation that they have there)."""
    if len(right) == 1:
        spans = [match.span() for match in re.finditer(re.escape(right[0]), source)]
        return [(start, end, _indentation(source, start)) for start, end in spans]
    lines, starts = source.split("\n"), [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    places = []
    for number in range(len(lines) - len(right) + 1):
        indent = lines[number].removesuffix(right[0])
        moved = [indent + line if line.strip() else line for line in right]
        if lines[number : number + len(right)] == moved:
            places.append((starts[number] + len(indent), starts[number + len(right)] - 1, indent))
    return places


def _indentation(source: str, place: int) -> str:
    line = source[source.rfind("\n", 0, place) + 1 :]
    return line[: len(line) - len(line.lstrip(" \t"))]
