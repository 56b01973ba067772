"""A chapter shows what it teaches, and only that: the limits of a page, measured as a reader finds it.

Folds are closed, every widget is there. A chapter that is over a limit is listed in OVER with what it measures; it may
get no worse, and it leaves the list when it has got better than the limit. `make test` prints the table.
"""

import re

import pytest
from visit import ROOT, Visit, served

from cs231n_course.notebooks.format import chapter_files

pytestmark = pytest.mark.browser

SCREEN = 900  # pixels
SCREENS = {"01": 20, "03": 30}  # at most, of chapters with a limit of their own
LIMITS = {
    "screens": 25,  # of the whole page
    "code": 0.40,  # of its height: code that isn't folded, and what it prints
    "lines": 15,  # of an unfolded cell of code
    "first": 3,  # the screen in which there is first something to play with; a question alone is not that
    "words": 0,  # lines that have one of WORDS, before chapter 11
}
OVER = {}
GIVE = 1.03  # what another machine's fonts may add to a height

# What a reader of the first ten chapters has no use for yet. A word is looked for in the cells that aren't folded.
WORDS = {
    r"back ?ends?|\w*_backend\b|\bbackend_of\b|CuPy|\blike=": "back ends: there is only NumPy until chapter 11",
    r"dtypes?|float(?:16|32|64)|as_float": "dtypes: numbers are numbers until they have to be fast",
    r"refus\w+|\braise [A-Z]\w+|\bRaises\b|\bcheck_\w+\(": "refusals: the kit guards itself, by hand",
}

# Of the page as it stands: heights in pixels, the lines of each cell of code, and the text of the cells.
MEASURE = """() => {
  const article = document.querySelector(".bd-article");
  const seen = (one) => one.checkVisibility();
  const all = (selector) => [...article.querySelectorAll(selector)].filter(seen);
  const height = (nodes) => nodes.reduce((sum, node) => sum + node.getBoundingClientRect().height, 0);
  const code = all("div.cell_input");
  const printed = all("div.cell_output > .output:is(.stream, .text_plain)");
  const play = all(".widget-place:not([data-widget=predict])")[0];
  return {
    page: document.documentElement.scrollHeight,
    article: article.getBoundingClientRect().height,
    code: height([...code, ...printed, ...all(".goes-into")]),
    lines: code.map((cell) => cell.querySelector("pre").textContent.trimEnd().split("\\n").length),
    first: play ? play.getBoundingClientRect().top + scrollY : Infinity,
    text: [...code, ...printed].map((cell) => cell.innerText).join("\\n"),
  };
}"""


def measured(found):
    """Returns what a page measures under the names of LIMITS, from what MEASURE found in it."""
    words = re.compile("|".join(WORDS))
    return {
        "screens": found["page"] / SCREEN,
        "code": found["code"] / found["article"],
        "lines": max(found["lines"], default=0),
        "first": 1 + found["first"] // SCREEN,
        "words": sum(words.search(line) is not None for line in found["text"].splitlines()),
    }


def complaints(chapter, figures, over):
    """Returns what is wrong with a chapter's figures or its entry in the list, both {name of a limit: figure}."""
    said = []
    for name, figure in figures.items():
        limit = SCREENS.get(chapter[:2], LIMITS[name]) if name == "screens" else LIMITS[name]
        if name == "words" and int(chapter[:2]) >= 11:
            continue
        listed = over.get(name)
        if figure > max(limit, (listed or 0) * GIVE):
            said.append(f"{name}: {figure:.2f}, and {'it was ' if listed else 'at most '}{listed or limit} is right")
        elif listed is not None and figure <= limit:
            said.append(f"{name}: {figure:.2f} is within the limit of {limit}. Take it off the list OVER.")
    return said


@pytest.mark.parametrize("chapter", [path.stem for path in chapter_files(ROOT / "chapters") if path.stem[0].isdigit()])
def test_a_chapter_keeps_its_limits(real_site, chromium, chapter, record_property):
    with served(real_site, "file") as base:
        visit = Visit(chromium, real_site, base, viewport={"width": 1280, "height": SCREEN})
        visit.open(f"{chapter}.html")
        visit.mount_all()
        figures = measured(visit.page.evaluate(MEASURE))
        visit.context.close()
    record_property("limits", f"{chapter:28}" + "".join(f"{name} {figures[name]:.4g}   " for name in LIMITS))
    assert complaints(chapter, figures, OVER.get(chapter, {})) == []


def test_every_chapter_of_the_list_is_there():
    assert OVER.keys() <= {path.stem for path in chapter_files(ROOT / "chapters")}


@pytest.mark.parametrize(
    ("figures", "listed", "words"),
    [
        ({"screens": 24.9, "code": 0.4, "lines": 15, "first": 3, "words": 0}, {}, []),
        ({"screens": 25.1}, {}, ["at most 25"]),
        ({"screens": 31, "lines": 20}, {"screens": 30.9, "lines": 20}, []),
        ({"lines": 21}, {"lines": 20}, ["it was 20"]),
        ({"lines": 15}, {"lines": 20}, ["Take it off"]),
        ({"words": 3, "code": 0.5}, {"words": 2}, ["it was 2", "at most 0.4"]),
    ],
)
def test_a_listed_chapter_gets_no_worse_and_leaves_the_list(figures, listed, words):
    said = complaints("05_some", figures, listed)
    assert len(said) == len(words)
    assert all(word in " ".join(said) for word in words)
