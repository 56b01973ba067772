"""The format of a chapter, said once: file names, roles, solution marks, export lines, tags, MIME types and cell ids.

Whatever makes something of a chapter (the tools, the release, the page, the checks, the grader, the panel) imports this
from here. Only the standard library is imported, for every command and every kernel waits for it.

A chapter is a notebook of format 4.5. What the course knows of a cell stands in its `metadata.cs231n`:

    role        one of ROLES; a cell without one is text, or code that no exercise needs
    exercise    the id of the exercise that an answer, a check or a given cell belongs to
    title       of an exercise, in its answer cell
    name        what the answer defines: a function or a class; with `ask`, a variable: the ask's kind
    ask         of an answer that is no code but a judgement: {kind: "choice"}, {kind: "number", unit: "%"} or
                {kind: "cell", cells: [["1", "5"], ["3", "1"]]}; see Ask
    why         of a judgement: one sentence that says why it is right; only the page has it
    hint        of an answer: one text in Markdown, or several
    minutes     of an exercise, in its answer cell: how long it takes, where its points don't tell
    points      of a check
    question    of a question cell: the id of the question, which its widget has, too; never graded
    reveals     the question that the cell answers: page and panel show the cell after a guess
    kept        of a question cell in a learner's copy: {trait: value}, the guess as the panel keeps it
    fold        what a folded code cell does, in one line; page and notebook show that line until it is opened
    alt         the alternative text of the cell's figure
    facts       the facts of the notes that the cell computes, by their keys in facts.yaml

and of a whole notebook: `chapter`, the stem of its file; `short`, its short path, in Markdown; `modules`, {module of
the kit: its first line}; in a learner's copy `release`, by which a later release knows what it was made from.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, NotRequired, TypedDict, get_args

Cell = dict[str, Any]  # a cell as a notebook's JSON has it, its source joined to one text
Notebook = dict[str, Any]

# setup: runs before every check. given: what an exercise's text rests on; its answer and checks may use it.
# answer, check: the parts of an exercise. question: shows a question with a place for a guess.
# hint: made from the answer's hints, in learners' copies only.
Role = Literal["setup", "given", "answer", "check", "question", "hint"]
ROLES = frozenset(get_args(Role))
CHAPTER_ROLES = ROLES - {"hint"}
FIXED_ROLES = frozenset({"setup", "given", "check"})  # the grader runs its own, whatever a learner's copy has

METADATA_KEY = "cs231n"
IGNORE_OUTPUT_TAG = "nbval-ignore-output"  # what the cell shows is measured, so it is never the same twice
RAISES_TAG = "raises-exception"  # Jupyter's "Run all" goes on past an error of this cell

CHECK_MIME = "application/vnd.cs231n.check+json"
WIDGET_MIME = "application/vnd.cs231n.widget+json"  # a widget of ours: {widget, state, words, keep}
KERNEL_VIEW_MIME = "application/vnd.cs231n.widget-view+json"  # marks the view of a kernel's model that stands beside it
WIDGET_VIEW_MIME = "application/vnd.jupyter.widget-view+json"

_CHAPTER_NAME = re.compile(r"\A(\d\d[a-z]?_.+|appendix_kit)\.ipynb", re.ASCII)
_CHAPTER_NUMBER = re.compile(r"\A(?:.*/)?(\d\d[a-z]?)_", re.ASCII)
_MARK = r"^(?P<indent>[ \t]*)### (?P<which>BEGIN|END) SOLUTION[ \t]*"
_SOLUTION_MARK = re.compile(rf"{_MARK}$", re.MULTILINE)
_SOLUTION_MARK_LINE = re.compile(rf"{_MARK}(?:\n|\Z)", re.MULTILINE)
_EXPORT = re.compile(r"\A#\|[ \t]*(?P<directive>exporti?)[ \t]+(?P<module>[\w.]+)[ \t]*(?:\n+|\Z)")
_LOOKS_LIKE_EXPORT = re.compile(r"\A\s*#\|\s*exporti?\b")
_FILE_LINE = re.compile(r"\A# goes into cs231n_kit/\S+\.py(?:, \d+ lines?: .*)?\n|\A# \d+ lines?: .*\n")


AskKind = Literal["number", "choice", "cell"]


class Value(TypedDict):
    """A value that a check shows, or one of its inputs, in the form that checks.payload gives it."""

    kind: str
    values: Any
    shape: NotRequired[list[int]]
    dtype: NotRequired[str]  # where a check asks for it
    precision: NotRequired[str]  # of numbers in float32 or float16: which of the two
    names: NotRequired[list[str]]  # of several results: what all of them are called, the ones not shown, too


class Shown(Value):
    """A value that a check shows, the call that it came from, and which of the check's inputs that call names."""

    call: str  # "relu_backward(dy, y)"
    inputs: list[str]


class CheckOutput(TypedDict):
    """What a check shows under CHECK_MIME: which check it is of, values with their calls, and the inputs by name."""

    exercise: str
    check: str
    shown: list[Shown]
    case: dict[str, Value]
    secret: bool  # of a judgement: what would be right is never told
    stopped: NotRequired[str]  # the call that an exception ended


class Ask(TypedDict):
    """What an exercise of judgement asks for: a number, a choice, or a cell of a grid.

    An answer is `number = 40`; `choice = 2`, the second of the options; or `cell = (0, 2)`, row and column from 0.
    """

    kind: AskKind
    options: list[str]  # of a choice: the numbered list in the exercise's own text, in Markdown
    unit: str  # of a number, "" if it has none
    cells: list[list[str]]  # of a cell: the rows of the grid, what stands in each cell; else none


class Export(NamedTuple):
    """Where a cell's first line sends its code: a module of the kit, as layers.conv."""

    module: str
    public: bool  # whether the module's __all__ names what the cell defines: `export` does so, `exporti` does not

    @property
    def file(self) -> str:
        """The module's file, from the root of the checkout."""
        return f"cs231n_kit/{self.module.replace('.', '/')}.py"


class Solution(NamedTuple):
    """Where a source has a part to write: from its first mark, after the indentation, to the end of its last mark."""

    start: int
    end: int
    indent: str


def is_chapter_name(name: str) -> bool:
    """Returns whether a file has a chapter's name: NN_topic.ipynb, NNa_topic.ipynb (a part), appendix_kit.ipynb."""
    return _CHAPTER_NAME.fullmatch(name) is not None


def chapter_number(name: str) -> str:
    """Returns the number that stands before a chapter's title, as its file's name has it: "04"; "" if it has none."""
    found = _CHAPTER_NUMBER.match(name)
    return found[1] if found else ""


def chapter_files(folder: Path) -> list[Path]:
    """Returns the chapters in a folder in the order of the book, which is that of their names."""
    return sorted(path for path in Path(folder).glob("*.ipynb") if is_chapter_name(path.name))


def metadata_of(owner: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what the course keeps in the metadata of a cell or a notebook: that very dict, or a new empty one."""
    metadata = owner.get("metadata")
    own = metadata.get(METADATA_KEY) if isinstance(metadata, dict) else None
    return own if isinstance(own, dict) else {}


def role(cell: Mapping[str, Any]) -> str | None:
    """Returns a cell's role, or None. A learner's file may have one that is not in ROLES."""
    return metadata_of(cell).get("role")


def tags(cell: Mapping[str, Any]) -> list[str]:
    """Returns a cell's tags."""
    return list(cell.get("metadata", {}).get("tags", []))


def derived_id(cell: Mapping[str, Any], part: str) -> str:
    """Returns the id of a cell that is made from another and stands beside it, as "relu-answer-hint"."""
    return f"{cell['id']}-{part}"


def export_of(source: str) -> Export | None:
    """Returns where a cell's first line, `#| export MODULE` or `#| exporti MODULE`, sends its code, or None."""
    match = _EXPORT.match(source)
    return Export(match["module"], match["directive"] == "export") if match else None


def export_problem(source: str) -> str | None:
    """Returns why a cell's export line is none, as a sentence, or None if there is nothing wrong."""
    first, *others = source.splitlines() or [""]
    if any(_LOOKS_LIKE_EXPORT.match(line) for line in others):
        return "`#| export MODULE` must be the first line of its cell."
    if first.startswith("#|") and _LOOKS_LIKE_EXPORT.match(first) and not export_of(source):
        return "`#| export` needs a module, as in `#| export layers.conv`."
    return None


def without_export(source: str) -> str:
    """Returns a cell's source without its export line and the empty lines below it."""
    return _EXPORT.sub("", source)


def fold_line(cell: Mapping[str, Any]) -> str | None:
    """Returns the line that stands for a folded cell, or None if the cell is not folded.

    It is "goes into cs231n_kit/net.py, 39 lines: run a row of layers", or begins with the lines if nothing is exported.
    """
    fold = metadata_of(cell).get("fold")
    if not fold:
        return None
    export, count = export_of(cell["source"]), len(without_export(cell["source"]).splitlines())
    lines = f"{count} line{'' if count == 1 else 's'}: {fold}"
    return f"goes into {export.file}, {lines}" if export else lines


def for_learner(cell: Mapping[str, Any]) -> str:
    """Returns a code cell's source for a learner's copy: a comment says where it goes, and what it is if folded."""
    export = export_of(cell["source"])
    line = fold_line(cell) or (f"goes into {export.file}" if export else None)
    source = without_export(cell["source"])
    return f"# {line}\n{source}" if line else source


def unix_lines(text: str) -> str:
    """Returns a text whose lines end with "\\n" alone, whatever system's editor wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_file_line(source: str) -> str:
    """Returns a source of a learner's copy without the first line that `for_learner` has put there."""
    return _FILE_LINE.sub("", source)


def solutions(source: str) -> list[Solution]:
    """Returns the parts between `### BEGIN SOLUTION` and `### END SOLUTION`, marks included.

    Raises ValueError, in words, if there are none or the marks do not pair.
    """
    marks = list(_SOLUTION_MARK.finditer(source))
    if not marks:
        raise ValueError("the answer has no '### BEGIN SOLUTION' and '### END SOLUTION' around the part to write")
    if len(marks) % 2 or any(mark["which"] != ("BEGIN", "END")[n % 2] for n, mark in enumerate(marks)):
        raise ValueError("the solution marks do not pair: each '### BEGIN SOLUTION' needs one '### END SOLUTION'")
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return [Solution(begin.end("indent"), end.end(), begin["indent"]) for begin, end in pairs]


def without_solution_marks(source: str) -> str:
    """Returns a source without the lines that mark its solutions."""
    return _SOLUTION_MARK_LINE.sub("", source)
