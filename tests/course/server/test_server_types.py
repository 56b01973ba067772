"""What is sent and kept has just the fields that server/types.py names, and values of their types."""

import json
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from served import PATH, by_event
from small import NO_STRIDE, ask_for

from cs231n_course.server import types
from cs231n_course.server.state import state_file

EVENTS = {
    "started": types.StartedEvent,
    "exercise": types.ExerciseEvent,
    "done": types.DoneEvent,
    "error": types.ErrorEvent,
}


def misfit(value, hint, where=""):
    """Returns where a value is not of its type, and what stands there, or None."""
    parts = get_args(hint)
    if get_origin(hint) is Literal:
        return None if value in parts else (where, value)
    if get_origin(hint) in (list, dict):
        wrong = not isinstance(value, get_origin(hint))
        items = [] if wrong else value.items() if isinstance(value, dict) else enumerate(value)
        return (where, value) if wrong else first(misfit(item, parts[-1], f"{where}/{key}") for key, item in items)
    if parts:
        return None if any(misfit(value, part) is None for part in parts) else (where, value)
    if is_typeddict(hint):
        hints = get_type_hints(hint)
        if not isinstance(value, dict) or value.keys() != hints.keys():
            return where, value
        return first(misfit(value[key], part, f"{where}/{key}") for key, part in hints.items())
    return None if isinstance(value, int | float if hint is float else hint) else (where, value)


def first(found):
    return next((one for one in found if one is not None), None)


@pytest.mark.slow
async def test_all_that_is_sent_and_kept_is_of_its_type(panel, write, folder):
    write(window=NO_STRIDE)
    events = by_event(await panel.check())
    assert set(events) == {"started", "exercise", "done"}
    for kind, some in events.items():
        assert [misfit(event, EVENTS[kind]) for event in some] == [None] * len(some)
    assert misfit(await panel.get("course", dir="course"), types.Course) is None
    notebook = await panel.get("notebook", path=PATH)
    assert misfit(notebook, types.Notebook) is None
    assert len(notebook["exercises"][0]["checks"]) == 2
    assert misfit(await panel.get("starter", path=PATH, exercise_id="window"), types.Starter) is None
    state = json.loads(state_file(folder / "01_small.ipynb").read_text())
    assert misfit(state, types.StateContent) is None
    (folder / "01_small.ipynb").write_text("{")
    assert misfit(await panel.get("notebook", path=PATH), types.Notebook) is None


async def test_an_exercise_of_judgement_is_of_its_type(panel, publish, chapter):
    publish(ask_for(chapter, {"kind": "cell", "cells": [["1", "2"], ["3", "4"]]}))
    exercise = (await panel.get("notebook", path=PATH))["exercises"][1]
    assert exercise["ask"]["cells"] == [["1", "2"], ["3", "4"]]
    assert misfit(exercise, types.Exercise) is None


@pytest.mark.parametrize(
    "change", [{"possible": "5"}, {"status": "new"}, {"hints": [1]}, {"more": 1}, {"checks": [{}]}]
)
async def test_what_is_of_another_type_is_found(panel, change):
    exercise = (await panel.get("notebook", path=PATH))["exercises"][0]
    assert misfit(exercise, types.Exercise) is None
    assert misfit(exercise | change, types.Exercise) is not None
