"""The process that computes what the course's own answers show, as the grader sees it."""

from __future__ import annotations

import contextlib
import json
import queue
import tempfile
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cs231n_course.notebooks.chapter import Chapter
from cs231n_course.sandbox import child
from cs231n_course.sandbox.child import TRY_DOCTOR, GradingError

if TYPE_CHECKING:  # only there: the processes are started before anything large is imported
    from cs231n_course.sandbox.protocol import (
        ExerciseReference,
        MistakeOutcomes,
        Outcome,
        ReferenceJob,
        ReferencePart,
        ReferenceSetUp,
    )

STARTUP = 60.0  # seconds for the course's own answers


class Reference:
    """What the reference process computes, kept for as long as the seed is the same.

    What the known wrong answers show comes while the learner's are run, and is waited for only if one is not right.
    Several runs at once, in threads, may hold one reference; it ends when the last one has let it go.
    """

    def __init__(self, chapter: Chapter) -> None:
        """Start the process for a chapter, for one who holds it."""
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 # release() closes it
        self.process = child.start_module("sandbox.reference", stderr=self._complaints)
        cells = [{**cell, "outputs": []} if "outputs" in cell else cell for cell in chapter.notebook["cells"]]
        setup: ReferenceSetUp = {
            "path": str(chapter.path),
            "notebook": {**chapter.notebook, "cells": cells},
            "mistakes": chapter.mistakes,
        }
        child.send_line(self.process, setup)
        self._lock, self._holders = threading.RLock(), 1
        self._deadline = 0.0
        self._seed: int | None = None
        self._right: dict[str, list[Outcome]] = {}
        self._wrong: dict[str, list[MistakeOutcomes]] = {}
        self._asked: set[str] = set()
        self._parts: queue.SimpleQueue[ReferencePart | None] = queue.SimpleQueue()  # in the end None
        threading.Thread(target=self._collect, daemon=True).start()

    def hold(self) -> bool:
        """Count one more who needs it. Returns whether it has not ended."""
        with self._lock:
            self._holders += self._holders > 0
            return self._holders > 0

    def release(self) -> None:
        """Count one less who needs it, and end the process if that was the last."""
        with self._lock:
            self._holders -= 1
            if self._holders == 0:
                child.end(self.process)
                self._complaints.close()

    def compute(self, seed: int, ids: Sequence[str]) -> None:
        """Ask for the exercises that have not been asked for yet. Raises GradingError."""
        with self._lock:
            if seed != self._seed:
                while self._asked - self._wrong.keys():  # what is computed under the other seed
                    self._take_part()
                self._seed, self._right, self._wrong, self._asked = seed, {}, {}, set()
            to_ask = [id for id in ids if id not in self._asked]
            if to_ask:
                job: ReferenceJob = {"seed": seed, "exercises": to_ask}
                child.send_line(self.process, job)
                self._asked.update(to_ask)
                self._deadline = time.monotonic() + STARTUP

    def right(self, id: str) -> list[Outcome]:
        """Returns what the right answer to an exercise shows. Raises GradingError."""
        with self._lock:
            while id not in self._right:
                self._take_part()
            return self._right[id]

    def of(self, id: str, *, wrong: bool) -> ExerciseReference:
        """Returns the reference of an exercise, with its known wrong answers only if `wrong`. Raises GradingError."""
        with self._lock:
            right = self.right(id)
            while wrong and id not in self._wrong:
                self._take_part()
            return {"right": right, "wrong": self._wrong.get(id, [])}

    def _collect(self) -> None:
        """Take the parts as they come, for a pipe holds only so much."""
        with contextlib.suppress(ValueError, OSError):  # the run is over, and the pipe closed
            for line in child.stdout(self.process):
                self._parts.put(json.loads(line))
        self.process.wait()
        self._parts.put(None)

    def _take_part(self) -> None:
        try:
            part = self._parts.get(timeout=max(0, self._deadline - time.monotonic()))
        except queue.Empty:
            raise GradingError(f"The course's own answers took longer than {STARTUP:.0f} seconds.") from None
        if part is None:
            self._complaints.seek(0)
            complaint = self._complaints.read().decode(errors="replace")
            *_, reason = ["", *complaint.strip().splitlines()]
            if not reason:
                raise GradingError(
                    "The process that computes the course's own answers was ended from outside. Try again."
                )
            raise GradingError(f"The course's own chapter fails here: {reason.rstrip('.')}. {TRY_DOCTOR}")
        self._right |= part.get("right", {})
        self._wrong |= part.get("wrong", {})
