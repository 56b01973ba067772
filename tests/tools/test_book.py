"""The book's build: strict, and a site that refers to nothing outside itself."""

import html
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import sample_book
import yaml
from PIL import Image, ImageDraw
from sphinx.errors import ExtensionError
from visit import ROOT, build

from cs231n_course.notebooks import install_cell, reading
from cs231n_course.notebooks.format import WIDGET_MIME, chapter_number
from cs231n_course.notebooks.mistakes import known_mistakes
from cs231n_course.notebooks.release import release_all

sys.path.insert(0, str(ROOT / "book"))
from extensions.chapters import check_cover, require_known_widgets, toctrees
from extensions.figures import LIGHT_INK, on_paper, photographs
from extensions.mathml import mathml
from extensions.widgets import classic, widget_names

LOADS = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src", "embed": "src"}


class Links(HTMLParser):
    """Collects the ids of a page, what it loads, and where its links go. A canonical link loads nothing."""

    def __init__(self, text):
        """Read a page."""
        super().__init__()
        self.ids, self.loads, self.links = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        """Note one element."""
        found = dict(attributes)
        self.ids.add(found.get("id"))
        loads = found.get(LOADS.get(tag), "#") != "#" and found.get("rel") != "canonical"
        self.loads += [found[LOADS[tag]]] if loads else []
        self.links += [found["href"]] if tag == "a" and "href" in found else []


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Build the sample book; returns the folder of its site."""
    folder = tmp_path_factory.mktemp("sample")
    result = build(sample_book.write(folder), folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture
def book(real_site):
    """Give the folder of the real book's site."""
    return real_site


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
            if re.match(r"[a-z]+:", link) or not target:
                continue
            if not target.endswith(".html"):
                assert (book / name).parent.joinpath(target).is_file(), f"{name} links to {target}, which is not there"
                continue
            assert target in found, f"{name} links to {target}, which is not there"
            assert not place or place in found[target].ids, f"{name} links to {link}, and there is no such place"


def test_no_wrong_answer_and_no_mark_is_on_a_page(book):
    for name in pages(book):
        shown = re.sub("<[^>]*>", "", article(book, name)) if "<article" in pages(book)[name] else ""
        assert "BEGIN SOLUTION" not in shown
        assert "#| export" not in shown
    path = ROOT / "chapters" / "02_arithmetic_of_space.ipynb"
    exercises = reading.exercises(reading.load(path), path.name)
    mistakes = known_mistakes(path, exercises)  # those of a judgement are on the page: it answers at once
    text = html.unescape(article(book, "02_arithmetic_of_space.html"))
    of_code = [one for exercise in exercises if not exercise.ask for one in mistakes[exercise.id]]
    assert not [one.words for one in of_code if one.words[:40] in text]
    assert [path for path in book.rglob("*") if "mistakes" in path.parts[len(book.parts) :]] == []


def test_a_chapter_s_number_comes_from_its_file_s_name():
    names = ["04_pooling", "chapters/07a_training", "appendix_kit", "references", "index", "2_few"]
    assert [chapter_number(name) for name in names] == ["04", "07a", "", "", "", ""]


def test_a_chapter_s_number_stands_before_its_title_everywhere(sample):
    page = (sample / "02_sample.html").read_text(encoding="utf-8")
    assert "<title>02 A sample chapter" in page
    assert '<h1><span class="chapter-number">02</span> A sample chapter<' in article(sample, "02_sample.html")
    assert re.search(
        r'href="02_sample.html">\s*02 A sample chapter\s*</a>', (sample / "references.html").read_text("utf-8")
    )
    assert "chapter-number" not in article(sample, "references.html")


def test_a_page_ends_with_a_card_for_the_chapter_that_follows(sample):
    cover = (sample / "index.html").read_text(encoding="utf-8")
    card = re.search('<a class="next-card" href="02_sample.html".*?</a>', cover, re.DOTALL)[0]
    words = " ".join(re.sub("<[^>]*>", " ", card).split())
    assert words == ("First chapter 02 A sample chapter What part of all weights? 10 min to read, 20 min of exercises")
    after = (sample / "02_sample.html").read_text(encoding="utf-8")
    assert "next-card" not in after
    assert '<a class="right-next" href="references.html"' in after


def test_an_exercise_is_a_box_with_its_answer_folded(sample):
    text = article(sample, "02_sample.html")
    box = re.search(r'<section class="exercise".*?</section>', text, re.DOTALL).group()
    assert "3 points" in box
    folded = re.findall(r"<details[^>]*>\n<summary>(.*?)</summary>(.*?)</details>", box, re.DOTALL)
    titles = [re.sub("</?span>", "", title) for title, _ in folded]
    assert titles == ["Hint", "Another hint", "Show the answer", "2 checks, 3 points"]
    assert "goes into" in folded[2][1]
    assert "twice" in folded[2][1]
    assert folded[3][1].count("the check shows 6") == 2
    assert "misconception" not in text
    assert "follows the exercise" in text.split(box)[1]


def test_every_element_is_closed_where_it_was_opened(sample):
    text = re.sub("<script.*?</script>", "", article(sample, "02_sample.html"), flags=re.DOTALL)
    open_elements = []
    for closing, tag in re.findall(r"<(/?)(details|section|div|figure|summary)\b", text):
        if closing:
            assert open_elements.pop() == tag
        else:
            open_elements.append(tag)
    assert open_elements == []


def test_a_module_is_shipped_once_as_a_classic_script(sample):
    page = (sample / "02_sample.html").read_text(encoding="utf-8")
    assert page.count('data-widget="predict"') == 2
    assert "guessText" not in page
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in sample.glob("static/widgets/*.js")}
    assert sorted(scripts) == sorted(["page", *widget_names()])
    for name, script in scripts.items():
        assert not re.search(r"^(import|export)\b", script, re.MULTILINE), name
        assert (sample / "static" / "widgets" / f"{name}.css").is_file() == (name != "page")
    known = json.loads(re.match("globalThis.cs231nWidgets = (.*);", scripts["page"])[1])
    assert sorted(known["files"]) == widget_names()


def test_a_bundle_becomes_a_classic_script():
    script = classic("var a = 1;\nexport {\n  a as default\n};\n", "one")
    assert script.startswith("(() => {")
    assert script.endswith('globalThis.cs231nWidgets.loaded["one"] = a;})();\n')


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("var a = 1;\n", "doesn't end in"),
        ("export {\n  a as default,\n  b\n};\n", "says 'export {'"),
        ('import x from "y";\nexport { x as default };\n', "says 'import x from"),
    ],
)
def test_a_bundle_of_another_form_stops_the_build_in_words(text, why):
    with pytest.raises(ExtensionError, match=f"one.js can't be made a classic script: .*{why}"):
        classic(text, "one")


def test_a_widget_that_the_site_lacks_is_named():
    nb = sample_book.notebook()
    output = next(output for one in nb.cells for output in one.get("outputs", []) if WIDGET_MIME in output.data)
    output.data[WIDGET_MIME]["widget"] = "orrery"
    with pytest.raises(
        ExtensionError, match=r"02_sample.ipynb, cell \w+: there is no widget 'orrery'. Known are: .*im2col"
    ):
        require_known_widgets(nb, "02_sample.ipynb")


def figure_of(draw, size=(200, 100)):
    """Returns the pixels of a figure, and where its photographs are."""
    image = Image.new("RGB", size, "white")
    draw(ImageDraw.Draw(image), image)
    pixels = np.asarray(image, dtype=float)
    return pixels, photographs(pixels)


def test_a_drawing_takes_the_pages_paper_and_ink():
    pixels, photograph = figure_of(
        lambda pen, _: (pen.rectangle((20, 20, 180, 80), outline="black"), pen.line((30, 50, 170, 50), (31, 119, 180)))
    )
    assert not photograph.any()
    light, dark = (on_paper(pixels, photograph, dark) for dark in (False, True))
    assert light[0, 0, 3] == dark[0, 0, 3] == dark[40, 100, 3] == 0
    assert dark[20, 100].tolist() == [*LIGHT_INK, 255]
    over_white = light[..., :3] * (light[..., 3:] / 255) + 255 - light[..., 3:]
    assert np.abs(over_white - pixels).max() < 2
    assert dark[50, 100, 2] > dark[50, 100, 0] + 50  # blue stays blue


def test_a_photograph_stays_as_it_is():
    noise = np.random.default_rng(0).integers(0, 255, (60, 90, 3), dtype=np.uint8)
    pixels, photograph = figure_of(
        lambda pen, image: (image.paste(Image.fromarray(noise), (20, 20)), pen.text((150, 40), "F=2", "black"))
    )
    assert photograph.sum() == photograph[20:80, 20:110].sum() > 0.95 * 60 * 90
    dark = on_paper(pixels, photograph, dark=True)
    assert (dark[30:70, 30:100, :3] == noise[10:50, 10:80]).all()
    assert (dark[30:70, 30:100, 3] == 255).all()
    assert dark[35:60, 145:, 0].max() > 200  # the letters have become light


def test_figures_are_light_files_with_their_size_and_words(sample):
    text = article(sample, "02_sample.html")
    shown = re.findall(
        r'<img class="plot only-(light|dark)" src="(.*?)" width="(\d+)" height="(\d+)" alt="(.*?)"', text
    )
    assert [kind for kind, *_ in shown] == ["light", "dark"]
    for _, source, width, height, alt in shown:
        assert Image.open(sample / source).size == (int(width), int(height))
        assert html.unescape(alt) == 'A line, "up" and down.'


def test_no_folder_has_a_name_that_hosts_leave_out(book):
    assert (book / ".nojekyll").is_file()
    assert [path.name for path in book.rglob("*") if path.name.startswith("_")] == []
    texts = [path for path in book.rglob("*") if path.suffix in (".html", ".js", ".css")]
    link = re.compile(r"""["'(/=](?:\.\./)*_(?:static|images|sources|downloads)/""")
    assert [path.name for path in texts if link.search(path.read_text(encoding="utf-8"))] == []
    assert not (book / "static" / "locales").exists()


def test_the_site_s_notebooks_are_those_that_learn_hands_out(book):
    found = {path.name: reading.read(path) for path in (book / "notebooks").glob("*.ipynb")}
    for nb in found.values():
        nb.cells = [cell for cell in nb.cells if cell.id != install_cell.ID]  # there is one where a repository is known
    assert found == dict(release_all())


def test_scripts_stand_in_files(book):
    """A strict content policy lets no other script run; a block of data is none."""
    for name, text in pages(book).items():
        assert re.findall(r"<script(?![^>]*(?: src=| type=.application/json))[^>]*>", text) == [], name
        assert re.findall(r"<[^>]* on[a-z]+=[^>]*>", re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)) == []


def test_no_icon_font_is_shipped(book):
    assert not [path for path in book.rglob("*") if path.suffix in (".woff", ".woff2", ".ttf")]
    names = set(re.findall(r"fa-(?!solid|lg|fw)[a-z-]+", " ".join(pages(book).values())))
    drawn = (ROOT / "book" / "_static" / "icons.css").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if f".{name} {{" not in drawn] == []


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
    two = mathml(r"x = \begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}, y = \begin{pmatrix} 4 \end{pmatrix}", "block")
    assert two.count("<mrow><mo>&#x00028;</mo><mtable>") == two.count("</mtable><mo>&#x00029;</mo></mrow>") == 2
    with pytest.raises(ValueError, match="nonsense"):
        mathml(r"\nonsense")
