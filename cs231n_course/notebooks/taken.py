"""Find what an answer needs of a notebook's other cells, so that it can be taken along when the answer is run alone.

Taken are functions and classes, imports, and plain constants, each as it stands nearest above the answer, else below.
All else of those cells does not run: a value that was computed there is not at hand.
"""

import builtins
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cs231n_course.checks.source_names import NotebookNames, Part

MOST = 200  # names
LONGEST = 100_000  # characters of what is taken along
IN_EVERY_KERNEL = frozenset([*dir(builtins), "get_ipython", "display", "In", "Out", "_", "__", "___", "exit", "quit"])


@dataclass(frozen=True)
class Taken:
    """What is taken along for an answer: the names that it needs, and the source that defines them."""

    names: tuple[str, ...] = ()
    source: str = ""

    def note(self, exercise: str) -> list[str]:
        """Returns the sentence that says so, if there is one to say."""
        if not self.names:
            return []
        names = [f"`{name}`" for name in self.names]
        if len(names) == 1:
            return [f"{exercise}: {names[0]} was taken along from another cell."]
        return [f"{exercise}: {', '.join(names[:-1])} and {names[-1]} were taken along from other cells."]


def taken_along(
    answer: str, above: Sequence[str], below: Sequence[str], at_hand: Collection[str], names: NotebookNames
) -> Taken:
    """Returns what an answer needs of the other cells.

    above and below are the sources of the code cells there; at_hand are the names that the setup and the given cells of
    the exercise define, which nothing replaces. names are those of all these sources.
    """
    own = names.of(answer)
    there = {*IN_EVERY_KERNEL, *at_hand, *own["defined"]}
    missing = [name for name in own["needs"] if name not in there]
    if not missing:  # the other cells need not be looked at
        return Taken()
    finder = _Finder(above, below, there, names)
    for name in missing:
        finder.take(name)
    return Taken(tuple(finder.taken), "\n\n".join(finder.sources))


class _Finder:
    """Takes one name after the other, each after those that it needs itself."""

    def __init__(
        self, above: Sequence[str], below: Sequence[str], at_hand: Collection[str], names: NotebookNames
    ) -> None:
        self.taken: list[str] = []
        self.sources: list[str] = []
        self._parts: dict[str, Part] = {}  # the last one of the nearest cell above that defines a name, or below
        for source in [*reversed(above), *below]:
            for part in reversed(names.of(source)["parts"]):
                for name in part["names"]:
                    self._parts.setdefault(name, part)
        self._at_hand = at_hand
        self._seen: set[str] = set()

    def take(self, name: str) -> bool:
        """Take a name along, if it is not at hand, and can be. Returns whether it is there then."""
        if name in self._at_hand or name in self.taken:
            return True
        if name in self._seen:  # two functions may call each other
            return True
        part = self._parts.get(name)
        if part is None or part["source"] is None or any(other in self._at_hand for other in part["names"]):
            return False
        if len(self._seen) == MOST or sum(map(len, self.sources)) + len(part["source"]) > LONGEST:
            return False
        self._seen.add(name)
        there = [self.take(need) for need in part["needs"]]
        if part["at_once"] and not all(there):
            return False
        self.taken.append(name)
        if part["source"] not in self.sources:
            self.sources.append(part["source"])
        return True
