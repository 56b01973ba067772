"""The book's build: strict, and a site that refers to nothing outside itself."""

import html
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
import sample_book
import yaml
from sphinx.errors import ExtensionError
from visit import ROOT, build

from cs231n_course.notebooks import reading
from cs231n_course.notebooks.mistakes import known_mistakes

sys.path.insert(0, str(ROOT / "book"))
from extensions.chapters import check_cover, toctrees
from extensions.mathml import mathml
from extensions.widgets import compact

LOADS = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src", "embed": "src"}


class Links(HTMLParser):
    """Collects the ids of a page, what it loads, and where its links go."""

    def __init__(self, text):
        """Read a page."""
        super().__init__()
        self.ids, self.loads, self.links = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        """Note one element."""
        found = dict(attributes)
        self.ids.add(found.get("id"))
        self.loads += [found[LOADS[tag]]] if found.get(LOADS.get(tag), "#") != "#" else []
        self.links += [found["href"]] if tag == "a" and "href" in found else []


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Build the sample book; returns the folder of its site."""
    folder = tmp_path_factory.mktemp("sample")
    result = build(sample_book.write(folder), folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Build the real book from nothing; give the folder of its site."""
    out = tmp_path_factory.mktemp("book") / "site"
    result = build(ROOT / "jupyter_book.yml", out)
    assert result.returncode == 0, result.stderr
    return out


def pages(site):
    """Read the pages of a site."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def article(site, name):
    """Returns the article of a page."""
    return re.search("<article.*</article>", (site / name).read_text(encoding="utf-8"), re.DOTALL).group()


def test_every_chapter_of_the_toc_has_a_page(book):
    toc = yaml.safe_load((ROOT / "jupyter_book.yml").read_text(encoding="utf-8"))["project"]["toc"]
    names = [entry["file"].removeprefix("chapters/").rsplit(".", 1)[0] for entry in toc]
    assert names[0] == "index"
    assert all((book / f"{name}.html").is_file() for name in names)


def test_jupyter_book_reads_the_same_description():
    assert yaml.safe_load((ROOT / "myst.yml").read_text(encoding="utf-8")) == {
        "version": 1,
        "extends": ["jupyter_book.yml"],
    }


def test_pages_load_only_files_of_the_site(book):
    site = book
    for name, text in pages(site).items():
        for load in Links(text).loads:
            assert not re.match(r"[a-z]+:|//", load), f"{name} loads {load} from elsewhere"
            assert (site / name).parent.joinpath(load.split("?")[0].split("#")[0]).is_file(), f"{name} lacks {load}"
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_links_within_the_book_arrive(book):
    found = {name: Links(text) for name, text in pages(book).items()}
    for name, page in found.items():
        for link in page.links:
            target, _, place = link.partition("#")
            if re.match(r"[a-z]+:", link) or not target.removesuffix(".html"):
                continue
            assert target in found, f"{name} links to {target}, which is not there"
            assert not place or place in found[target].ids, f"{name} links to {link}, and there is no such place"


def test_no_wrong_answer_and_no_mark_is_on_a_page(book):
    for name in pages(book):
        shown = re.sub("<[^>]*>", "", article(book, name)) if "<article" in pages(book)[name] else ""
        assert "BEGIN SOLUTION" not in shown
        assert "#| export" not in shown
    path = ROOT / "chapters" / "02_arithmetic_of_space.ipynb"
    mistakes = known_mistakes(path, reading.exercises(reading.load(path), path.name))
    text = html.unescape(article(book, "02_arithmetic_of_space.html"))
    assert not [one.words for known in mistakes.values() for one in known if one.words[:40] in text]
    assert [path for path in book.rglob("*") if "mistakes" in path.parts[len(book.parts) :]] == []


def test_an_exercise_is_a_box_with_its_answer_folded(sample):
    text = article(sample, "02_sample.html")
    box = re.search(r'<section class="exercise".*?</section>', text, re.DOTALL).group()
    assert "3 points" in box
    folded = re.findall(r"<details>\n<summary>(.*?)</summary>(.*?)</details>", box, re.DOTALL)
    assert [title for title, _ in folded] == ["Hint", "Another hint", "Show the answer"]
    assert "goes into" in folded[2][1]
    assert "twice" in folded[2][1]
    assert "the check shows 6" in box
    assert "misconception" not in text
    assert "follows the exercise" in text.split(box)[1]


def test_a_widget_keeps_a_still_picture_and_its_state_is_safe(sample):
    text = (sample / "02_sample.html").read_text(encoding="utf-8")
    assert text.count('class="widget-picture') == 2
    state = re.search(r'<script type="application/vnd.jupyter.widget-state\+json">(.*?)</script>', text, re.DOTALL)
    models = json.loads(state.group(1))["state"]
    assert "<" not in state.group(1)
    assert models["one"]["state"]["_esm"] == sample_book.COUNTER_ESM
    assert models["two"]["state"]["_esm"] == models["three"]["state"]["_esm"] == {"same_as": "one"}


def test_code_is_shared_only_where_it_is_the_same():
    models = {name: {"state": {"_esm": code, "_css": ""}} for name, code in {"a": "x", "b": "y", "c": "x"}.items()}
    assert {name: one["state"]["_esm"] for name, one in compact({"state": models})["state"].items()} == {
        "a": "x",
        "b": "y",
        "c": {"same_as": "a"},
    }


@pytest.mark.parametrize("first", ["chapters/index.md", "chapters/references.md", "chapters/03_missing.ipynb", "x.md"])
def test_a_toc_that_cannot_be_is_an_error_that_names_the_entry(tmp_path, first):
    sample_book.write(tmp_path)
    (tmp_path / "x.md").write_text("# Outside\n", encoding="utf-8")
    app = SimpleNamespace(srcdir=tmp_path / "chapters")
    config = SimpleNamespace(book_toc=[{"file": first}], book_root=str(tmp_path), root_doc="index")
    if first == "chapters/index.md":
        check_cover(app, config)
        return
    with pytest.raises(ExtensionError, match=Path(first).stem):
        check_cover(app, config)


def test_a_slip_in_a_chapter_is_an_error_that_names_it(tmp_path):
    book = sample_book.write(tmp_path)
    slips = {"nobody": "[no one](references.md#nobody)", r"\nonsense": r"$\nonsense{x}$", "lost.md": "[lost](lost.md)"}
    (tmp_path / "chapters" / "index.md").write_text("# Cover\n\n" + "\n\n".join(slips.values()), encoding="utf-8")
    result = build(book, tmp_path / "site")
    assert result.returncode != 0
    assert [word for word in slips if word in result.stderr] == list(slips)
    assert result.stderr.count("index.md:") == len(slips)


def test_the_toc_keeps_its_order_around_a_part(tmp_path):
    sample_book.write(tmp_path)
    toc = yaml.safe_load(sample_book.BOOK)["project"]["toc"]
    text = toctrees(toc, tmp_path, tmp_path / "chapters")
    assert re.findall(r":caption: .*|^\w+$", text, re.MULTILINE) == [":caption: Part one", "02_sample", "references"]


def test_formulas_keep_their_source_and_their_thousands():
    assert 'alttext="290{,}400 &lt; n"' in mathml("290{,}400 < n")
    assert "<mn>290,400</mn>" in mathml("290{,}400 < n")
    assert mathml(r"a &= b \\ c &= d", "block").count("<mtr>") == 2
    with pytest.raises(ValueError, match="nonsense"):
        mathml(r"\nonsense")
