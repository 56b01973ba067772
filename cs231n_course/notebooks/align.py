"""Find out which cell of the course each cell of a learner's notebook is.

Other programs renumber, double or drop the ids of cells, drop metadata, strip spaces and change the order; a learner
splits, merges, moves, copies and edits cells. So a cell is known by its id where the ids are good, which those of
untouched cells tell; else by its text, as a diff compares lines: equal text first, then similar text in the same place.
"""

import bisect
import difflib
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cs231n_course.notebooks.format import Cell, without_file_line

SIMILAR = 0.5  # of 1, how alike an edited cell and the course's are where both are in the same place
VERY_SIMILAR = 0.8  # the same, where the cell was moved
LONGEST = 1_000_000  # characters of a cell that is looked at line by line
MOST_COMPARED = 20_000_000  # steps that comparing one notebook may take, some seconds; a learner's takes a million
INDENTED = re.compile(r"\A[ \t]+\S")


@dataclass
class Alignment:
    """What a notebook has of the course's cells, which are known by their places in the course.

    places: for each cell the place of the course's cell that it is, or is a part of, else None; of several that are
        merged in it, the first one's.
    first: {place: the number of the cell that is the course's, or its first part}.
    texts: {place: what the notebook has as that cell's source}: split cells put together, merged ones taken apart.
    """

    places: list[int | None]
    first: dict[int, int]
    texts: dict[int, str]


def plain_text(source: str) -> str:
    """Returns what counts of a source: no comment about its file, no spaces at line ends, no empty lines around it.

    A source far longer than any of the course's is returned as it is: its lines would take twenty times its memory.
    """
    if len(source) > LONGEST:
        return source
    lines = without_file_line(f"{source}\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def same_text(one: str, other: str) -> bool:
    """Returns whether two sources differ at most in spaces at line ends, empty lines, or the comment about a file."""
    return one == other or plain_text(one) == plain_text(other)


def continues(cell: Cell) -> bool:
    """Returns whether a code cell can only be the rest of the one above it: its first line is indented."""
    return cell.get("cell_type") == "code" and INDENTED.match(cell["source"].lstrip("\n")) is not None


def share(cells: Iterable[Cell], course: Iterable[Cell]) -> float:
    """Returns how much of the course's cells a notebook has word for word, from 0 to 1."""
    texts = {plain_text(cell["source"]) for cell in cells}
    of_course = [text for text in (plain_text(cell["source"]) for cell in course) if text]
    return sum(text in texts for text in of_course) / len(of_course) if of_course else 0.0


def align(cells: Sequence[Cell], course: Sequence[Cell], known: dict[int, int] | None = None) -> Alignment:
    """Returns which of the course's cells those of a notebook are; known is {place: cell} of what is known before."""
    aligner = _Aligner(cells, course)
    for place, number in (known or {}).items():
        aligner.match(number, place)
    if aligner.ids_are_good():
        aligner.match_ids()
    aligner.match_equal()
    aligner.match_pieces()
    aligner.match_similar()
    aligner.take_merged_apart()
    aligner.put_split_together()
    return aligner.alignment


class _Aligner:
    """Matches cells step by step: what one step has matched, the next ones leave alone."""

    def __init__(self, cells: Sequence[Cell], course: Sequence[Cell]) -> None:
        self.cells, self.course = cells, course
        self.cell_texts = [plain_text(cell["source"]) for cell in cells]
        self.course_texts = [plain_text(cell["source"]) for cell in course]
        self.alignment = Alignment([None] * len(cells), {}, {})
        self._left = MOST_COMPARED

    def match(self, number: int, place: int) -> None:
        """Note that a cell is the course's at a place."""
        self.alignment.places[number] = place
        self.alignment.first[place] = number
        self.alignment.texts[place] = self.cells[number]["source"]

    def ids_are_good(self) -> bool:
        """Returns whether of the cells with the text of one of the course's at least half have its id, too.

        Those with an id that the course does not have do not count: no other cell is taken for them.
        """
        ids = {self._content(cell, text): cell["id"] for cell, text in zip(self.course, self.course_texts, strict=True)}
        known, right, wrong = set(ids.values()), 0, 0
        for cell, text in zip(self.cells, self.cell_texts, strict=True):
            id = ids.get(self._content(cell, text))
            if id and cell.get("id") in known:
                right, wrong = right + (cell["id"] == id), wrong + (cell["id"] != id)
        return right >= wrong

    def match_ids(self) -> None:
        """Match cells by their ids, but those with the text of another of the course's cells.

        Of several with one id, the most similar is the course's.
        """
        texts = set(self.course_texts)
        numbers = defaultdict(list)
        for number in self._own():
            numbers[self.cells[number].get("id")].append(number)
        for place in self._missing():
            other = texts - {self.course_texts[place]}
            here = [number for number in numbers[self.course[place]["id"]] if self.cell_texts[number] not in other]
            if here:
                self.match(max(here, key=lambda number: self._likeness(number, place)), place)

    def match_equal(self) -> None:
        """Match cells that have the course's kind and text, several of the same in their order."""
        numbers, places = self._by_content(self.cells, self._own()), self._by_content(self.course, self._missing())
        for content in numbers.keys() & places.keys():
            for number, place in zip(numbers[content], places[content], strict=False):
                self.match(number, place)

    def match_pieces(self) -> None:
        """Match cells that make up one of the course's, and a cell that is several of the course's."""
        for place in self._missing():
            if numbers := _run_that_makes(self.course_texts[place], self.cell_texts, self._own()):
                self.match(numbers[0], place)
                for number in numbers[1:]:
                    self.alignment.places[number] = place
                self.alignment.texts[place] = self.course[place]["source"]
        for number in self._own():
            if places := _run_that_makes(self.cell_texts[number], self.course_texts, self._missing()):
                for place in reversed(places):
                    self._match_as_it_is(number, place)

    def match_similar(self) -> None:
        """Match edited cells: the most similar ones between two that are matched, then what was moved."""
        edges = [(-1, -1), *_longest_in_order(sorted(self._pairs())), (len(self.cells), len(self.course))]
        own, missing = self._own(), self._missing()
        for (number, place), (next_number, next_place) in itertools.pairwise(edges):
            here = [one for one in own if number < one < next_number]
            there = [one for one in missing if place < one < next_place]
            for pair in self._best_in_order(here, there):
                self.match(*pair)
        for number in self._own():
            likeness = {place: self._likeness(number, place) for place in self._missing()}
            place = max(likeness, key=likeness.__getitem__, default=-1)
            if likeness.get(place, 0) >= VERY_SIMILAR:
                self.match(number, place)

    def take_merged_apart(self) -> None:
        """Take off an edited cell what other cells of the course, merged into it, have begun or ended it with."""
        for place, number in list(self.alignment.first.items()):
            if self.alignment.texts[place] == self.cells[number]["source"]:
                self._take_apart(number, place, range(place + 1, len(self.course)), begins=False)
                self._take_apart(number, place, range(place - 1, -1, -1), begins=True)
        for place, number in sorted(self.alignment.first.items(), reverse=True):
            self.alignment.places[number] = place

    def _take_apart(self, number: int, place: int, neighbours: Iterable[int], *, begins: bool) -> None:
        """Take the course's neighbours of a cell, begun with the nearest, off the beginning or the end of its text."""
        text, run = plain_text(self.alignment.texts[place]), self._missing_run(neighbours)
        if not run or text == self.course_texts[place]:
            return
        for count in range(len(run), 0, -1):
            merged = run[:count][:: -1 if begins else 1]
            rest = _without(text, [self.course_texts[one] for one in merged], begins=begins)
            if rest is not None:
                for one in merged:
                    self._match_as_it_is(number, one)
                self.alignment.texts[place] = rest
                return
        rest = _without(text, [self.course_texts[place]], begins=not begins)  # or the neighbour is the edited one
        if rest is not None and self._alike(rest, self.course_texts[run[0]]) >= SIMILAR:
            self.match(number, run[0])
            self.alignment.texts[run[0]] = rest
            self._match_as_it_is(number, place)

    def put_split_together(self) -> None:
        """Put together with an edited cell what lies beside it and is nothing but a part of the course's cell."""
        for place, number in list(self.alignment.first.items()):
            if same_text(self.alignment.texts[place], self.course[place]["source"]):
                continue
            whole = _lines(self.course_texts[place])
            for step in (1, -1):
                beside = number + step
                while 0 <= beside < len(self.cells) and self.alignment.places[beside] is None:
                    part = self.cell_texts[beside]
                    rest = step == 1 and continues(self.cells[beside])
                    if not rest and not (part and self._completes(beside, place)):
                        break
                    pieces = [self.alignment.texts[place], self.cells[beside]["source"]]
                    self.alignment.texts[place] = "\n".join(pieces[::step])
                    self.alignment.places[beside] = place
                    self.alignment.first[place] = min(beside, self.alignment.first[place])
                    beside += step
            if _lines(plain_text(self.alignment.texts[place])) == whole:
                self.alignment.texts[place] = self.course[place]["source"]

    def _completes(self, beside: int, place: int) -> bool:
        """Returns whether a cell is a part of the course's that the cell known for it lacks."""
        whole, part = _lines(self.course_texts[place]), _lines(self.cell_texts[beside])
        both = Counter([*_lines(plain_text(self.alignment.texts[place])), *part])
        return _has_run(whole, part) and all(both[line] <= whole.count(line) for line in part)

    def _match_as_it_is(self, number: int, place: int) -> None:
        """Note that a cell has the whole of the course's at a place in it."""
        self.match(number, place)
        self.alignment.texts[place] = self.course[place]["source"]

    def _own(self) -> list[int]:
        """Returns the numbers of the cells with text that are not matched."""
        return [
            number for number, place in enumerate(self.alignment.places) if place is None and self.cell_texts[number]
        ]

    def _missing(self) -> list[int]:
        """Returns the places of the course's cells that are not matched."""
        return [place for place in range(len(self.course)) if place not in self.alignment.texts]

    def _missing_run(self, places: Iterable[int]) -> list[int]:
        """Returns how many of the next places are not matched, up to the first that is."""
        run = []
        for place in places:
            if place in self.alignment.texts or not self.course_texts[place]:
                break
            run.append(place)
        return run

    def _pairs(self) -> list[tuple[int, int]]:
        return [(number, place) for number, place in enumerate(self.alignment.places) if place is not None]

    def _by_content(self, cells: Sequence[Cell], numbers: Iterable[int]) -> dict[tuple[str, str], list[int]]:
        texts = self.cell_texts if cells is self.cells else self.course_texts
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number in numbers:
            found[self._content(cells[number], texts[number])].append(number)
        return found

    def _content(self, cell: Cell, text: str) -> tuple[str, str]:
        return cell.get("cell_type", ""), text

    def _likeness(self, number: int, place: int) -> float:
        """Returns how alike a cell and one of the course's are; 0 if one is code, the other not, and they differ."""
        likeness = self._alike(self.cell_texts[number], self.course_texts[place])
        same_kind = self.cells[number].get("cell_type") == self.course[place]["cell_type"]
        return likeness if same_kind or likeness >= VERY_SIMILAR else 0.0

    def _alike(self, text: str, other: str) -> float:
        """Returns how alike two texts are, from 0 to 1; if they are less than SIMILAR, maybe 0 instead.

        Texts made for it would take hours: once enough has been compared, what differs is not alike.
        """
        if text == other:  # as nearly all are; comparing them takes a second a course
            return 1.0
        if 2 * min(len(text), len(other)) < SIMILAR * (len(text) + len(other)):
            return 0.0
        self._left -= len(text) + len(other)
        if self._left < 0:
            return 0.0
        matcher = difflib.SequenceMatcher(None, text, other, autojunk=False)
        if matcher.quick_ratio() < SIMILAR:
            return 0.0
        self._left -= len(text) * len(other)
        return matcher.ratio() if self._left >= 0 else 0.0

    def _best_in_order(self, numbers: list[int], places: list[int]) -> list[tuple[int, int]]:
        """Returns the pairs, both in order, of which each is similar and whose likeness adds up to the most."""
        best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(places) + 1)]
        for number in numbers:
            row = [(0.0, [])]
            for column, place in enumerate(places):
                options = [row[-1], best[-1][column + 1]]
                likeness = self._likeness(number, place)
                if likeness >= SIMILAR:
                    total, pairs = best[-1][column]
                    options.append((total + likeness, [*pairs, (number, place)]))
                row.append(max(options, key=lambda option: option[0]))
            best.append(row)
        return best[-1][-1][1]


def _longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Returns the longest choice of pairs, sorted by their first numbers, in which the second ones grow, too."""
    ends: list[int] = []  # the smallest place that a chain of each length ends with
    chains: list[list[tuple[int, int]]] = []
    for number, place in pairs:
        length = bisect.bisect_left(ends, place)
        chain = [*(chains[length - 1] if length else []), (number, place)]
        ends[length : length + 1] = [place]
        chains[length : length + 1] = [chain]
    return chains[-1] if chains else []


def _run_that_makes(text: str, parts: Sequence[str], numbers: Sequence[int]) -> list[int]:
    """Returns the numbers, two or more that follow one another, of the parts that are put together a text, or []."""
    whole = _lines(text)
    for start, first in enumerate(numbers):
        run, lines = [first], _lines(parts[first])
        for number in numbers[start + 1 :]:
            if number != run[-1] + 1 or len(lines) >= len(whole) or lines != whole[: len(lines)]:
                break
            run.append(number)
            lines += _lines(parts[number])
        if len(run) > 1 and lines == whole:
            return run
    return []


def _without(text: str, parts: Sequence[str], *, begins: bool) -> str | None:
    """Returns what is left of a text that begins, or ends, with some parts in their order; None if it does not."""
    for part in parts if begins else reversed(parts):
        text = text.strip("\n")
        if not part or not (text.startswith(f"{part}\n") if begins else text.endswith(f"\n{part}")):
            return None
        text = text.removeprefix(part) if begins else text.removesuffix(part)
    return text.strip("\n") or None


def _lines(text: str) -> list[str]:
    """Returns the lines of a text that are not empty."""
    return [line.rstrip() for line in text.split("\n") if line.strip()]


def _has_run(lines: list[str], run: list[str]) -> bool:
    """Returns whether lines hold a run of lines, one after the other."""
    return any(lines[start : start + len(run)] == run for start in range(len(lines) - len(run) + 1))
