"""The bibliography as plain Markdown."""

from pathlib import Path

from cs231n_course.learn.copy import copy_course
from cs231n_course.notebooks.bibliography import ENTRY, as_markdown

CHAPTERS = Path(__file__).resolve().parents[2] / "chapters"


def test_every_entry_of_the_bibliography_is_written_out():
    bibliography = (CHAPTERS / "references.bib").read_text(encoding="utf-8")
    page = as_markdown((CHAPTERS / "references.md").read_text(encoding="utf-8"), bibliography)
    keys = [entry["key"] for entry in ENTRY.finditer(bibliography)]
    assert len(keys) == bibliography.count("\n@") + 1
    assert all(f'<a id="{key}"></a>' in page for key in keys)
    assert "bibliography}" not in page
    assert "</a>:" not in page, "an entry without authors"
    assert not any(sign in page for sign in "{}\\")
    assert "Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner: *[Gradient-based learning" in page
    assert "(https://arxiv.org/abs/1512.03385)" in page


def test_the_learners_page_of_references_can_be_read(tmp_path):
    copy_course(tmp_path / "mine")
    page = (tmp_path / "mine" / "references.md").read_text(encoding="utf-8")
    assert "Kaiming He, Xiangyu Zhang, Shaoqing Ren and Jian Sun" in page
