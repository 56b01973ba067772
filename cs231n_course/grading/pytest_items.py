"""What the pytest plugin collects: a learner's copy of a chapter, its exercises, and files that can't be graded."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbval.kernel import CURRENT_ENV_KERNEL_NAME
from nbval.plugin import IPyNbCell, IPyNbFile

from cs231n_course.cleaning import clean, clipped
from cs231n_course.grading.grade import HandedIn
from cs231n_course.grading.pytest_plugin import grader_of, kernels_of
from cs231n_course.grading.verdict import ExerciseResult, FileResult
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.format import KERNEL_VIEW_MIME, Cell, Notebook, for_learner, metadata_of, role
from cs231n_course.notebooks.reading import Exercise, NotebookError
from cs231n_course.notebooks.release import cell_digest
from cs231n_course.notebooks.submission import chapter_of, read_submissions
from cs231n_course.sandbox.fork_server import CAN_FORK, MEGABYTE
from cs231n_course.sandbox.limited_kernel import LimitedKernel
from cs231n_course.sandbox.own_folder import remove_tree

OUTPUT = 100 * MEGABYTE  # that one cell may write: plots, too
LONGEST_FAILURE = 20_000  # characters of what nbval says of a failure
LONGEST_LINE = 500  # and of a line in it
CHECK = re.compile(r"^@(?:cs231n_course\.)?check\(\s*[\"']([\w-]+)[\"']", re.MULTILINE)  # what a check cell begins with


def collector_of(path: Path, parent: pytest.Collector) -> pytest.File | None:
    """Returns what collects a file, or None for what is nbval's alone: a chapter itself, a notebook of no course."""
    try:
        notebook = reading.load(path)
        if not _is_of_course(notebook):
            return None
        chapter, pristine = chapter_of(notebook, path)
        if path.resolve() == chapter.resolve() or notebook == pristine:  # also that of another checkout
            return None
        exercises = reading.exercises(pristine, chapter.name)
        submissions, _ = read_submissions(pristine, notebook, chapter.name)
    except (NotebookError, OSError) as error:
        return NotGraded.from_parent(parent, path=path, reason=str(error))
    own = {for_learner(cell).strip() for cell in pristine["cells"] if cell.get("cell_type") == "code"}
    answers = {submission.source: submission.exercise.id for submission in submissions if submission.source is not None}
    handed_in = grader_of(parent.config).read(path)
    return LearnersCopy.from_parent(
        parent, path=path, notebook=notebook, exercises=exercises, own=own, answers=answers, handed_in=handed_in
    )


def folder_collector_of(path: Path, parent: pytest.Collector) -> pytest.Dir | None:
    """Returns what collects a folder in which a notebook's name stands for what is no file; None for any other."""
    return FolderWithNoFiles.from_parent(parent, path=path) if _no_files(path) else None


def _no_files(folder: Path) -> list[Path]:
    """Returns what is named as a notebook in a folder and is neither a file nor a folder, nor leads to one."""
    return sorted(path for path in folder.glob("*.ipynb") if not path.is_file() and not path.is_dir())


def _is_of_course(notebook: Notebook) -> bool:
    """Returns whether a notebook says so, or one of its cells; one that lost all metadata still has the checks."""
    own, cells = metadata_of(notebook), notebook["cells"]
    if own.get("chapter") or own.get("release") or any(metadata_of(cell).get("exercise") for cell in cells):
        return True
    return any("cs231n_course" in cell["source"] and CHECK.search(cell["source"]) for cell in cells)


class NotGraded(pytest.File):
    """A file that can't be read, or that belongs to a chapter that this version of the course does not have."""

    def __init__(self, *args: Any, reason: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reason = reason

    def collect(self) -> Iterator[pytest.Item]:
        """Yields the one item that says why."""
        yield WhyNotGraded.from_parent(self, name="notebook")


class FolderWithNoFiles(pytest.Dir):
    """A folder that has, among its files, pipes and devices and links that lead nowhere, named as notebooks."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Yields what pytest finds, and what says why the others can't be graded."""
        yield from super().collect()
        for path in _no_files(self.path):
            try:
                reading.load(path)
            except NotebookError as error:
                yield NotGraded.from_parent(self, path=path, reason=str(error))


class WhyNotGraded(pytest.Item):
    """Ends with an error, in words; the run goes on."""

    parent: NotGraded

    def setup(self) -> None:
        """Raise the error."""
        pytest.fail(self.parent.reason, pytrace=False)

    def runtest(self) -> None:
        """Do nothing: setup has raised."""

    def reportinfo(self) -> tuple[Path, int, str]:
        """Returns where the file is."""
        return self.path, 0, self.nodeid


class LearnersCopy(IPyNbFile):
    """Collects a learner's copy of a chapter: its cells without the checks, and its exercises."""

    def __init__(
        self,
        *args: Any,
        notebook: Notebook,
        exercises: list[Exercise],
        own: set[str],
        answers: dict[str, str],
        handed_in: HandedIn,
        **more: Any,
    ) -> None:
        """Take the notebook, its chapter's exercises and sources of cells, and {source of an answer: its exercise}.

        handed_in is what the grader has read of it, before any answer runs.
        """
        super().__init__(*args, **more)
        self.notebook, self.exercises = notebook, exercises
        self._own, self._answers, self._handed_in = own, answers, handed_in
        self.skip_compare = (*self.skip_compare, KERNEL_VIEW_MIME)  # it names a model of a kernel
        self.notes_are_told = False
        self.folder: Path | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """Yields nbval's cells, but in the place of an exercise's first check the exercise, and no other check."""
        left = {exercise.id: exercise for exercise in self.exercises}
        for cell in self._nbval_cells():
            checked = self._checked_exercise(cell.cell)
            if checked is None:
                yield self._as_run_here(cell)
            elif checked in left:
                yield self._item(left.pop(checked))
        for exercise in left.values():
            yield self._item(exercise)

    def setup(self) -> None:
        """Start the kernel of this environment, if one of the cells was selected: confined, as the grader's are."""
        if not any(isinstance(item, IPyNbCell) for item in self.selected):
            return
        if CAN_FORK:
            self.folder = Path(tempfile.mkdtemp(prefix="cs231n-"))
            self.kernel = LimitedKernel(kernels_of(self.config), self.folder, OUTPUT, everything_shown=True)
            self.setup_sanitize_files()
        else:
            self.nb.metadata["kernelspec"] = {"name": CURRENT_ENV_KERNEL_NAME}
            super().setup()

    def teardown(self) -> None:
        """End the kernel, and remove what it has written."""
        if self.kernel is not None:
            self.kernel.stop()
        if self.folder:
            remove_tree(self.folder)

    @property
    def selected(self) -> list[pytest.Item]:
        """The items of this notebook that are run."""
        return [item for item in self.session.items if item.parent is self]

    @cached_property
    def result(self) -> FileResult:
        """What the grader says of the exercises that were selected, all graded at once; of none if none was."""
        only = [item.exercise.id for item in self.selected if isinstance(item, ExerciseItem)]
        return grader_of(self.config).grade_read(self._handed_in.of_exercises(only))

    def result_of(self, id: str) -> ExerciseResult | None:
        """Returns what the grader says of an exercise, or None if it was not graded."""
        return next((exercise for exercise in self.result.exercises if exercise.id == id), None)

    def _nbval_cells(self) -> list[IPyNbCell]:
        try:
            return list(super().collect())
        except Exception:  # nbformat is stricter than the grader
            self.nb = nbformat.from_dict(self.notebook)
            return []

    def _item(self, exercise: Exercise) -> ExerciseItem:
        return ExerciseItem.from_parent(self, name=f"Exercise {exercise.id}", exercise=exercise)

    def _checked_exercise(self, cell: Cell) -> str | None:
        """Returns the exercise whose check a cell is, by its source or its metadata, or None."""
        ids = [exercise.id for exercise in self.exercises]
        named = CHECK.search(cell["source"])
        if named and named[1] in ids:
            return named[1]
        exercise = metadata_of(cell).get("exercise")
        return exercise if role(cell) == "check" and exercise in ids else None

    def _as_run_here(self, cell: IPyNbCell) -> IPyNbCell:
        """Returns the item of a cell that is no check: nbval's, of an answer, or of the course's own, not compared."""
        source, exercise = cell.cell["source"], metadata_of(cell.cell).get("exercise")
        answered = exercise if role(cell.cell) == "answer" else self._answers.get(source)
        kind = AnswerCell if answered else LearnersCell
        cell = kind.from_parent(self, name=cell.name, cell_num=cell.cell_num, cell=cell.cell, options=cell.options)
        if answered:
            cell.exercise = answered
        if answered or source.strip() in self._own or cell_digest(cell.cell) in self._released_digests():
            cell.options["check"], cell.cell.outputs = False, []
        return cell

    def _released_digests(self) -> list[Any]:
        """Returns the digests of the cells that an older release of the chapter had."""
        release = metadata_of(self.notebook).get("release")
        digests = release.get("cells") if isinstance(release, dict) else None
        return list(digests.values()) if isinstance(digests, dict) else []


class LearnersCell(IPyNbCell):
    """A cell that nbval runs; what it shows of a failure is harmless and short, for a learner has written it."""

    def format_output_compare(self, key: str, left: Any, right: Any) -> None:
        """Tell how an output differs by the first lines that do: a full comparison may take hours if it is made to."""
        lines = zip_longest(*(str(output).splitlines() for output in (left, right)), fillvalue="")
        stored, shown = next(((one, other) for one, other in lines if one != other), ("", ""))
        self.comparison_traceback += [
            f" {key} is not what the notebook stores. The first line that differs:",
            f"  stored: {clean(stored)}",
            f"  now:    {clean(shown)}",
        ]

    def repr_failure(self, excinfo: Any) -> str:
        """Returns nbval's words, with the cell's source and traceback."""
        lines = str(super().repr_failure(excinfo)).splitlines()
        return clean("\n".join(clipped(line, LONGEST_LINE) for line in lines), limit=LONGEST_FAILURE)


class AnswerCell(LearnersCell):
    """A cell with an answer; where the grader has found that it ends or hangs its kernel, it is not run in this one."""

    parent: LearnersCopy
    exercise: str

    def runtest(self) -> None:
        """Run the cell, or skip it."""
        result = self.parent.result_of(self.exercise)
        if result and result.trouble:
            pytest.skip(f"Not run here, for it would stop the notebook: see Exercise {self.exercise}.")
        super().runtest()


class NotRight(Exception):
    """An answer is not right; the text is for whoever grades."""


class ExerciseItem(pytest.Item):
    """One exercise: it fails with the grader's words."""

    parent: LearnersCopy

    def __init__(self, *args: Any, exercise: Exercise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exercise = exercise

    def setup(self) -> None:
        """Raise an error if the notebook could not be graded."""
        if self.parent.result.error:
            pytest.fail(self.parent.result.error, pytrace=False)

    def runtest(self) -> None:
        """Fail if the answer is not right; note the points, and once the grader's notes about the notebook."""
        result, found = self.parent.result, self.parent.result_of(self.exercise.id)
        assert found
        self.user_properties += [("points", found.points), ("possible", found.possible), ("seed", result.seed)]
        if not self.parent.notes_are_told:
            self.parent.notes_are_told = True
            self.user_properties += [("note", note) for note in result.notes]
        if not found.passed:
            points = f"{found.title}: {found.points:g} of {found.possible:g} points (seed {result.seed})"
            raise NotRight("\n".join([*found.words, "", points]))

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """Returns the grader's words, the most helpful first."""
        return str(excinfo.value) if isinstance(excinfo.value, NotRight) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Returns where the exercise is."""
        return self.path, 0, self.nodeid
