"""What every chapter keeps to: ids, metadata, stored outputs, and the facts of the notes."""

import json
import re
from pathlib import Path

import nbformat
import pytest
import yaml
from nbclient import NotebookClient

from cs231n_course.notebooks.format import (
    CHAPTER_ROLES,
    IGNORE_OUTPUT_TAG,
    METADATA_KEY,
    chapter_files,
    export_of,
    metadata_of,
    role,
    tags,
)
from cs231n_course.notebooks.jupyter_book import MYST_NB, TAGS
from cs231n_course.notebooks.release import release_chapter

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = chapter_files(ROOT / "chapters")
FACTS = yaml.safe_load((ROOT / "chapters" / "facts.yaml").read_text(encoding="utf-8"))
OUR_KEYS = {METADATA_KEY, "tags", MYST_NB}
OUR_TAGS = {IGNORE_OUTPUT_TAG, *TAGS}


@pytest.fixture(params=CHAPTERS, ids=lambda path: path.stem)
def chapter(request):
    """One chapter: its path and its notebook."""
    return request.param, nbformat.read(request.param, as_version=4)


def shown(cell):
    """Give the text that a cell shows."""
    texts = []
    for output in cell.get("outputs", []):
        texts.append(output.get("text", ""))
        texts.append(output.get("data", {}).get("text/plain", ""))
    return "\n".join(texts)


def test_there_are_chapters():
    assert [path.stem for path in CHAPTERS] == sorted(FACTS)


def test_format_ids_and_metadata_are_ours(chapter):
    path, notebook = chapter
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert set(notebook.metadata) <= {METADATA_KEY, "kernelspec", "language_info"}
    assert metadata_of(notebook)["chapter"] == path.stem
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        assert re.fullmatch(r"[a-z0-9-]+", cell.id), cell.id
        assert set(cell.metadata) <= OUR_KEYS, cell.id
        assert set(tags(cell)) <= OUR_TAGS, cell.id
        assert role(cell) in CHAPTER_ROLES | {None}, cell.id


def test_every_file_of_mistakes_belongs_to_a_chapter():
    files = sorted((ROOT / "chapters" / "mistakes").iterdir())
    with_exercises = [path for path in CHAPTERS if '"role": "answer"' in path.read_text(encoding="utf-8")]
    assert [path.name for path in files] == [f"{path.stem}.txt" for path in with_exercises]


def test_every_cell_was_executed_in_order(chapter):
    _, notebook = chapter
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))


def test_no_output_holds_a_path_a_warning_or_an_error(chapter):
    _, notebook = chapter
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", cell.id
            assert output.get("name") != "stderr", cell.id
            assert not re.search(r"(?<![\w.])/(home|root|tmp|Users|usr|work)/", json.dumps(output)), cell.id


def test_every_picture_has_its_words(chapter):
    _, notebook = chapter
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if any(mime.startswith("image/") for mime in data):
                assert len(metadata_of(cell).get("alt", "")) > 20, cell.id
            for picture in re.findall("<img [^>]*>", "".join(data.get("text/html", ""))):
                assert len(re.search('alt="([^"]*)"', picture)[1]) > 20, cell.id


def test_the_facts_of_the_notes_are_computed_and_shown(chapter):
    path, notebook = chapter
    texts = {}
    for cell in notebook.cells:
        for fact in metadata_of(cell).get("facts", []):
            texts[fact] = texts.get(fact, "") + "\n" + shown(cell)
            literals = {str(number) for number in re.findall(r"\d{4,}", cell.source)}
            assert not literals, f"{cell.id} types in {literals}: a fact is computed"
    assert set(texts) == set(FACTS[path.stem])
    for fact, fragments in FACTS[path.stem].items():
        for fragment in fragments:
            assert fragment in texts[fact], f"{fact}: {fragment!r} is not in\n{texts[fact]}"


def test_cells_are_small(chapter):
    """At most 40 lines that are not empty; 70 for a class that goes into the kit as a whole."""
    _, notebook = chapter
    long = {}
    for cell in notebook.cells:
        lines = [line for line in cell.source.splitlines() if line.strip()]
        most = 70 if export_of(cell.source) and any(line.startswith("class ") for line in lines) else 40
        if cell.cell_type == "code" and len(lines) > most:
            long[cell.id] = len(lines)
    assert not long


@pytest.mark.slow
def test_a_fresh_copy_stops_only_at_its_checks(chapter, monkeypatch):
    """Run every cell of the released chapter: nothing but a check of an answer that is not written may fail."""
    path, notebook = chapter
    monkeypatch.delenv("CS231N_GRADING", raising=False)
    learner = release_chapter(notebook)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(learner, timeout=600, allow_errors=True, resources=where).execute()
    for cell in learner.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                assert role(cell) == "check", f"{cell.id}: {output.evalue}"
                assert "is not written yet" in "\n".join(output.traceback), cell.id
