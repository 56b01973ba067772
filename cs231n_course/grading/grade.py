"""Grade learners' notebooks: run their answers under nbval, compare with the reference, find the words."""

import contextlib
import os
import queue
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from cs231n_course import published
from cs231n_course.checks.check import DEFAULT_SEED
from cs231n_course.cleaning import clean
from cs231n_course.grading import verdict
from cs231n_course.grading.verdict import ExerciseResult, FileResult
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.notebooks.reading import NotebookError
from cs231n_course.notebooks.submission import Submission, chapter_of, read_submissions
from cs231n_course.sandbox import run
from cs231n_course.sandbox.child import GradingError
from cs231n_course.sandbox.fork_server import CAN_FORK
from cs231n_course.sandbox.protocol import ExerciseReference
from cs231n_course.sandbox.reference_process import Reference
from cs231n_course.sandbox.run import GradingJob, PreparedProcesses

TIMEOUT = 20.0  # seconds that one cell may take
AT_ONCE = 2  # notebooks that are graded side by side, where there are as many processors
MOST_WARM = 4  # chapters whose processes are kept; those of one take about 200 MB


def fresh_seed() -> int:
    """Returns a random seed that is never the book's."""
    drawn = secrets.randbelow(2**31 - 1)
    return drawn if drawn != DEFAULT_SEED else drawn + 1


@dataclass
class HandedIn:
    """What is graded of one notebook, and its result: so far the notes, or why it can't be graded."""

    result: FileResult
    chapter: Chapter | None = None
    submissions: list[Submission] = field(default_factory=list)

    def of_exercises(self, ids: Collection[str]) -> "HandedIn":
        """Returns the same with no other exercises than those named."""
        return replace(self, submissions=[one for one in self.submissions if one.exercise.id in ids])


@contextlib.contextmanager
def _told_in(result: FileResult) -> Iterator[None]:
    """Let a result say what is wrong with its notebook, or with grading it; the others are still to be graded."""
    try:
        yield
    except (NotebookError, GradingError, OSError) as error:
        result.error = str(error)
    except Exception as error:
        reason = clean(f"{type(error).__name__}: {error}")
        result.error = (
            f"Grading {result.file} stopped with an error ({reason}). "
            f"Save it again in Jupyter. If that doesn't help, {published.report()}."
        )


class Grader:
    """Grades notebooks under one seed; the processes of a chapter stay warm from one notebook to the next.

    A context manager: at its end, all processes end.
    """

    def __init__(self, *, seed: int | None = None, timeout: float = TIMEOUT, fork: bool = CAN_FORK) -> None:
        """Take the seed, drawn anew if it is None, and the seconds that one cell may take."""
        self.seed = fresh_seed() if seed is None else seed
        self._timeout, self._fork = timeout, fork
        self._warm: dict[Path, PreparedProcesses] = {}  # by chapter, the one used last at the end
        self._running: PreparedProcesses | None = None
        self._killed = False
        # What is expected is computed once for all graders that work side by side.
        self._references: dict[Path, Reference] = {}
        self._chapters: dict[Path, Chapter] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> "Grader":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        while self._warm:
            self._warm.popitem()[1].close()

    def keep(self, chapter: Path, processes: PreparedProcesses) -> None:
        """Take processes that have been prepared for a chapter, and end those of the chapter not used for longest."""
        self._warm[chapter] = processes
        while len(self._warm) > MOST_WARM:
            self._warm.pop(next(iter(self._warm))).close()

    def grade(
        self,
        path: str | Path,
        *,
        only: Collection[str] | None = None,
        on_exercise: Callable[[Submission, ExerciseResult], object] | None = None,
    ) -> FileResult:
        """Returns the result of one notebook; `only` names the exercises to grade.

        on_exercise is called as soon as an exercise has been judged. Never raises for what is wrong with the notebook
        or its answers: the result says it.
        """
        return self.grade_read(self.read(path, only, get_ready=True), on_exercise)

    def grade_all(self, paths: Sequence[str | Path], *, only: Collection[str] | None = None) -> Iterator[FileResult]:
        """Yields the result of each notebook, in their order; several are graded at once, by graders of their own.

        All are read before the first answer runs, and so are their chapters: no answer changes what comes after it.
        """
        handed_in = [self.read(path, only, get_ready=True) for path in paths]
        count = min(AT_ONCE, os.cpu_count() or 1, len(paths))
        if count < 2:
            yield from map(self.grade_read, handed_in)
            return
        graders = [self, *(self._one_beside() for _ in range(count - 1))]
        free: queue.SimpleQueue[Grader] = queue.SimpleQueue()
        for grader in graders:
            free.put(grader)

        def grade_one(one: HandedIn) -> FileResult:
            grader = free.get()
            try:
                return grader.grade_read(one)
            finally:
                free.put(grader)

        pool, done = ThreadPoolExecutor(count), False
        try:
            yield from pool.map(grade_one, handed_in)
            done = True
        finally:
            if not done:  # Ctrl-C, or nobody reads on
                pool.shutdown(wait=False, cancel_futures=True)
                for grader in graders:
                    grader.kill()
            pool.shutdown()
            for grader in graders[1:]:
                grader.close()

    def read(self, path: str | Path, only: Collection[str] | None = None, *, get_ready: bool = False) -> HandedIn:
        """Returns what is graded of a notebook, or of those of its exercises that `only` names; it isn't read again.

        get_ready starts the processes of its chapter meanwhile, if it is the first one.
        """
        handed_in = HandedIn(FileResult(str(path), self.seed))
        with _told_in(handed_in.result):
            learner = reading.load(path)
            chapter_path, pristine = chapter_of(learner, path, lambda chapter: self._chapter(chapter).notebook)
            result = handed_in.result
            handed_in.chapter, result.chapter = self._chapter(chapter_path), chapter_path.stem
            if get_ready and not self._warm:
                self.keep(chapter_path, self._processes(handed_in.chapter))
            submissions, result.notes = read_submissions(pristine, learner, chapter_path.name)
            ids = [submission.exercise.id for submission in submissions]
            unknown = set(only or ()) - set(ids)
            if unknown:
                has = ", ".join(ids) or "none"
                raise GradingError(f"{result.chapter} has no exercise {', '.join(sorted(unknown))}; it has: {has}.")
            handed_in.submissions = [one for one in submissions if not only or one.exercise.id in only]
            for submission in handed_in.submissions:
                if submission.source is not None:  # else they are the words about the exercise
                    result.notes += [*submission.notes, *submission.taken.note(submission.exercise.id)]
            result.notes = list(dict.fromkeys(result.notes))
            if not handed_in.submissions:
                result.notes.append("This chapter has no exercises.")
        return handed_in

    def _chapter(self, path: Path) -> Chapter:
        """Returns a chapter, read once for all notebooks."""
        if path not in self._chapters:
            self._chapters[path] = Chapter.read(path)
        return self._chapters[path]

    def grade_read(
        self,
        handed_in: HandedIn,
        on_exercise: Callable[[Submission, ExerciseResult], object] | None = None,
    ) -> FileResult:
        """Returns the result of a notebook that has been read."""
        result = handed_in.result
        if not handed_in.chapter or result.error or not handed_in.submissions:
            return result
        judged: dict[str, ExerciseResult] = {}
        by_id = {submission.exercise.id: submission for submission in handed_in.submissions}
        with _told_in(result):
            job = GradingJob(handed_in.chapter, handed_in.submissions, self.seed, self._timeout, self._fork)
            for id, reference, records in self._records(job):
                judged[id] = verdict.judge(by_id[id], reference, records, self._timeout)
                if on_exercise:
                    on_exercise(by_id[id], judged[id])
            result.exercises = [judged[id] for id in by_id]
        return result

    def kill(self) -> None:
        """Stop what is being graded, and what would be next, from another thread; the results then say so."""
        self._killed = True
        running = self._running
        if running:
            running.kill()

    def _one_beside(self) -> "Grader":
        """Returns a grader that uses the same references."""
        grader = Grader(seed=self.seed, timeout=self._timeout, fork=self._fork)
        grader._references, grader._lock = self._references, self._lock
        return grader

    def _processes(self, chapter: Chapter) -> PreparedProcesses:
        """Returns processes for a chapter: those kept warm, or new ones with the reference that another grader has."""
        warm = self._warm.pop(chapter.path, None)
        if warm:
            return warm
        with self._lock:
            processes = PreparedProcesses(chapter, self._fork, self._references.get(chapter.path))
            self._references[chapter.path] = processes.reference
        return processes

    def _records(self, job: GradingJob) -> Iterator[tuple[str, ExerciseReference, run.Records]]:
        """Yields what running a job yields; processes whose run came to no good end are not used again."""
        self._running = processes = self._processes(job.chapter)
        done = False
        try:
            if self._killed:  # while the processes were being prepared
                processes.kill()
            yield from run.run_submissions(job, processes)
            done = True
        finally:
            self._running = None
            if done:
                self.keep(job.chapter.path, processes)
            else:
                self._references.pop(job.chapter.path, None)
                processes.close()


def grade_notebook(
    path: str | Path,
    *,
    seed: int | None = None,
    timeout: float = TIMEOUT,
    only: Collection[str] | None = None,
    fork: bool = CAN_FORK,
    on_exercise: Callable[[Submission, ExerciseResult], object] | None = None,
) -> FileResult:
    """Returns the result of one notebook, as Grader.grade does, with processes of its own."""
    with Grader(seed=seed, timeout=timeout, fork=fork) as grader:
        return grader.grade(path, only=only, on_exercise=on_exercise)
