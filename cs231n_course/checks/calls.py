"""Note the calls of an answer as a reader would write them: fc_parameters(8, 8, 3, 3), relu_backward(dy, y)."""

import contextlib
import io
import sys
from collections.abc import Callable, Mapping
from types import CodeType, FrameType
from typing import Any

import numpy as np

from cs231n_course.checks import payload

SMALL = 8  # entries of an array that is written out where it has no name
SHORT = 40  # characters of what the kit writes of an object


class Calls:
    """The calls that a check makes of what it watches, and the inputs that their texts name."""

    def __init__(self) -> None:
        self.inputs: dict[str, Any] = {}  # the arrays by the names that the check has for them
        self.running: str | None = None  # the call that has not returned
        self.printed = False  # whether a call has printed something
        self._code: CodeType | None = None
        self._finished: list[tuple[str, list[str]]] = []

    def of_check(self, code: CodeType) -> None:
        """Say which code makes the calls, so that its variables give the inputs their names."""
        self._code = code

    def watch(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Returns a function that calls `function` and notes the call under `name`."""

        def call(*args: Any, **kwargs: Any) -> Any:
            __tracebackhide__ = True
            writer = _Writer(self.inputs, self._variables(sys._getframe(1)))
            texts = [writer.text(value) for value in args]
            texts += [f"{key}={writer.text(value)}" for key, value in kwargs.items()]
            self.running = f"{name}({', '.join(texts)})"
            with contextlib.redirect_stdout(_Noting(self, sys.stdout)):
                result = function(*args, **kwargs)
            self._finished.append((self.running, writer.labels))
            self.running = None
            return result

        return call

    def take(self) -> tuple[str, list[str]]:
        """Returns the text of the calls since the last time, and which of the inputs they name."""
        finished, self._finished = self._finished, []
        labels = [label for _, named in finished for label in named]
        return "; ".join(text for text, _ in finished), list(dict.fromkeys(labels))

    def _variables(self, frame: FrameType | None) -> dict[int, str]:
        """Returns the names of the check's variables by the ids of their values, as its code sees them in a call."""
        variables: dict[str, Any] = {}
        while frame is not None:
            variables = dict(frame.f_locals) | variables
            if frame.f_code is self._code:
                break
            frame = frame.f_back  # a comprehension has a frame of its own
        return {id(value): name for name, value in variables.items() if not name.startswith("_")}


class _Writer:
    """Writes the arguments of one call."""

    def __init__(self, inputs: dict[str, Any], names: Mapping[int, str]) -> None:
        self.labels: list[str] = []
        self._inputs, self._names = inputs, names

    def text(self, value: Any) -> str:
        """Returns an argument as the check's code has it, with small values in place of variables."""
        return self._written(value) or self._names.get(id(value)) or "..."

    def _written(self, value: Any) -> str | None:
        """Returns a value as Python writes it, arrays by their names; None for what is better named as a whole."""
        if isinstance(value, np.ndarray) and value.ndim:
            return self._array(value)
        if isinstance(value, tuple | list):
            items = [self._written(item) for item in value]
            if None in items:
                return None
            body = ", ".join(filter(None, items))
            return f"[{body}]" if isinstance(value, list) else f"({body}{',' if len(items) == 1 else ''})"
        if type(value).__module__.partition(".")[0] == "cs231n_kit":  # a layer, or something larger
            return repr(value) if len(repr(value)) <= SHORT else None
        described = payload.describe(value)
        return payload.text(described) if described["kind"] in ("number", "bool", "none", "text") else None

    def _array(self, array: np.ndarray) -> str | None:
        name = self._names.get(id(array))
        if name is None:
            return f"np.array({_nested(payload.describe(array)['values'])})" if array.size <= SMALL else None
        label, number = name, 1
        while self._inputs.get(label, array) is not array:  # another one had this name before
            number += 1
            label = f"{name}{number}"
        self._inputs[label] = array
        self.labels.append(label)
        return label


class _Noting(io.TextIOBase):
    """Writes to another stream, and notes that something was written."""

    def __init__(self, calls: Calls, stream: Any) -> None:
        self._calls, self._stream = calls, stream

    def write(self, text: str) -> int:
        self._calls.printed = True
        return self._stream.write(text)

    def flush(self) -> None:
        self._stream.flush()


def _nested(values: Any) -> str:
    if isinstance(values, list):
        return f"[{', '.join(map(_nested, values))}]"
    return payload.text({"kind": "number", "values": values})
