"""The book with its addresses filled in: each link to elsewhere, literally, and the notebook that installs the kit."""

import os
import re
import subprocess
import sys
import sysconfig
import venv
from html import unescape
from xml.etree import ElementTree as xml

import nbformat
import pytest
import sample_book
from built_wheel import build_sdist
from visit import ROOT, build

sys.path.insert(0, str(ROOT / "book"))
from extensions.about import shortened
from extensions.notebooks import notebook_line, run_links

REPOSITORY = "https://github.com/ada/convnets"
ISSUES = "https://github.com/ada/convnets/issues"
SITE = "https://ada.github.io/convnets"
REVISION = "0123abc"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Build the sample book as a published one; returns the folder of its site."""
    folder = tmp_path_factory.mktemp("published")
    book = sample_book.write(folder, Repository=REPOSITORY, Issues=ISSUES, Documentation="https://elsewhere.org/")
    result = build(book, folder / "site", "--site", SITE, "--revision", REVISION)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def links(text):
    """Returns {text: address} of the links in HTML."""
    return {words: unescape(address) for address, words in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', text)}


def test_a_page_leads_to_its_notebook_and_to_where_it_runs(published):
    page = (published / "02_sample.html").read_text(encoding="utf-8")
    below_title = re.search(r'<div class="pace.*?</div>', page, re.DOTALL)[0]
    assert links(below_title) == {
        "This chapter as a notebook": "notebooks/02_sample.ipynb",
        "Colab": "https://colab.research.google.com/github/ada/convnets/blob/notebooks/02_sample.ipynb",
        "Binder": "https://mybinder.org/v2/gh/ada/convnets/HEAD?urlpath=lab/tree/course/02_sample.ipynb",
        "your JupyterHub": "https://nbgitpuller.readthedocs.io/en/latest/link.html?repo=https%3A%2F%2Fgithub.com%2Fada"
        "%2Fconvnets&branch=notebooks&urlpath=lab%2Ftree%2Fconvnets%2F02_sample.ipynb",
    }


def test_a_page_s_foot_says_version_licence_and_how_to_cite(published):
    page = (published / "references.html").read_text(encoding="utf-8")
    foot = re.search(r'<div class="colophon">.*?</div>', page, re.DOTALL)[0]
    assert links(foot) == {"Source": REPOSITORY, "Report a mistake": ISSUES, "BSD-3-Clause": "license.txt"}
    words = " ".join(re.sub("<[^>]*>", " ", foot).split())
    assert "Version 1.2.3 · BSD-3-Clause" in words
    cited = "Ada Lovelace and The Analytical Society (2026). A Sample Book, version 1.2.3."
    assert f"{cited} https://elsewhere.org/" in words
    assert "author = {{Ada Lovelace and The Analytical Society}}" in words
    assert (published / "license.txt").read_text() == "Do as you like.\n"


def test_a_page_says_what_it_is_about_to_who_links_to_it(published):
    page = (published / "02_sample.html").read_text(encoding="utf-8")
    tags = dict(re.findall(r'<meta (?:name|property)="(description|og:[^"]*)" content="([^"]*)"', page))
    assert tags == {
        "description": "What part of all weights?",
        "og:description": "What part of all weights?",
        "og:site_name": "A Sample Book",
        "og:title": "02 A sample chapter",
        "og:type": "article",
        "og:url": f"{SITE}/02_sample.html",
    }
    assert f'<link rel="canonical" href="{SITE}/02_sample.html" />' in page
    cover = (published / "index.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="Begin with the sample, by He." />' in cover


def test_the_sitemap_lists_every_page(published):
    found = [one.text for one in xml.parse(published / "sitemap.xml").getroot().iter() if one.tag.endswith("}loc")]
    assert found == [f"{SITE}/{name}.html" for name in ("02_sample", "index", "references")]


def test_the_site_s_notebook_installs_the_kit_from_the_repository(published):
    nb = nbformat.read(published / "notebooks" / "02_sample.ipynb", as_version=4)
    assert f'%pip install --quiet "cs231n-kit @ git+{REPOSITORY}@{REVISION}"' in nb.cells[0].source
    assert nb.cells[1].source.startswith("# A sample chapter")
    text = nbformat.writes(nb)
    assert "raise NotImplementedError" in text
    assert not [secret for secret in ("n + n", "choice = 2", "SOLUTION") if secret in text]
    beside = sorted(path.name for path in (published / "notebooks").iterdir())
    assert beside == ["02_sample.ipynb", "index.md", "references.md"]
    assert "Kaiming He" in (published / "notebooks" / "references.md").read_text()


def test_other_repositories_have_the_links_that_can_be_had():
    gitlab = run_links("02_a.ipynb", "https://gitlab.com/group/sub/name.git")
    assert gitlab["Binder"] == "https://mybinder.org/v2/gl/group%2Fsub%2Fname/HEAD?urlpath=lab/tree/course/02_a.ipynb"
    assert list(gitlab) == ["Binder", "your JupyterHub"]
    own = run_links("02_a.ipynb", "https://git.example.edu/ada/name/")
    assert own["Binder"].startswith("https://mybinder.org/v2/git/https%3A%2F%2Fgit.example.edu%2Fada%2Fname/HEAD?")
    assert run_links("02_a.ipynb", "file:///srv/name") == {}
    assert notebook_line("02_a.ipynb", "file:///srv/name").endswith("its first cell installs what it needs.")


def test_without_a_repository_a_page_says_how_to_get_the_kit():
    line = notebook_line("02_a.ipynb", "")
    assert "pip install ." in line
    assert "http" not in line


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One.\n  Two?", "One. Two?"),
        ("One sentence. " + "word " * 60, "One sentence."),
        ("word " * 60, "word " * 39 + "word …"),
    ],
)
def test_a_description_is_cut_where_a_sentence_ends(text, short):
    assert shortened(text) == short


@pytest.mark.slow
def test_the_first_cell_installs_the_kit_in_an_environment_that_lacks_it(tmp_path):
    repository = build_sdist(tmp_path)
    git = ["git", "-C", repository, "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for command in (["init", "--quiet"], ["add", "--all", "--force"], ["commit", "--quiet", "--message=All"]):
        subprocess.run([*git, *command], check=True)
    revision = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    book = sample_book.write(tmp_path / "book", Repository=f"file://localhost{repository.as_posix()}")
    result = build(book, tmp_path / "site", "--revision", revision)
    assert result.returncode == 0, result.stderr
    cell = nbformat.read(tmp_path / "site" / "notebooks" / "02_sample.ipynb", as_version=4).cells[0].source

    # An environment that has all that the kit needs, pip and hatchling, and not the kit; and no network.
    venv.create(tmp_path / "env", symlinks=os.name != "nt")
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (packages,) = (tmp_path / "env").rglob("site-packages")
    (packages / "others.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}  # 0: pip reads it as no isolation
    run_twice = (
        "from IPython.core.interactiveshell import InteractiveShell\n"
        f"shell, cell = InteractiveShell.instance(), {cell!r}\n"
        "shell.run_cell(cell).raise_error()\n"
        "import cs231n_kit, cs231n_course; print('installed in', cs231n_kit.__file__)\n"
        "shell.run_cell(cell).raise_error()\n"
    )
    command = [python, "-c", run_twice]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | offline, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    before, _, after = done.stdout.partition(f"installed in {tmp_path / 'env'}")
    assert "restart the kernel" in before  # what %pip says
    assert "restart the kernel" not in after
