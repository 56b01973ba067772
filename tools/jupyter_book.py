"""Write what the two Jupyter Books read: marks on the chapters' cells, and Jupyter Book 1's _config.yml and _toc.yml.

python tools/jupyter_book.py          write them
python tools/jupyter_book.py --check  write nothing; fail if something differs from what it would be

All of it is made of our cells' roles (cs231n_course/notebooks/jupyter_book.py) and of jupyter_book.yml, which Jupyter
Book 2 reads as it stands. With these files, `jupyter-book build .` builds the book with Jupyter Book 1.
"""

import argparse
from pathlib import Path

import nbformat
import yaml

from chapters import CHAPTERS, ROOT, chapter_paths, fail, read
from cs231n_course.notebooks.format import chapter_number
from cs231n_course.notebooks.jupyter_book import mark
from cs231n_course.notebooks.reading import chapter_title

MADE_BY = "# Made by tools/jupyter_book.py from jupyter_book.yml, for Jupyter Book 1: edit that.\n"
SETTINGS = {
    "author": "",
    "copyright": "",
    "execute": {"execute_notebooks": "off"},  # tools/execute.py executes the chapters
    "parse": {"myst_enable_extensions": ["amsmath", "dollarmath"]},
}
EXTENSIONS = {"extensions.citations": "book", "jupyter_book_1": "book"}
SPHINX = {
    "bibtex_cite_id": "{key}",  # so that references.md#he2015 is an address
    "bibtex_default_style": "plain",
    "html_copy_source": False,  # the chapters' own notebooks hold the answers
    "html_show_sourcelink": False,
    "myst_heading_anchors": 4,
    # A widget of ours is shown as its picture: nothing else here knows its MIME type.
    "suppress_warnings": ["bibtex.missing_field", "myst.domains", "mystnb.unknown_mime_type"],
}


def config(described: dict) -> dict:
    """Returns Jupyter Book 1's settings of a book that jupyter_book.yml describes."""
    parts = [entry.get("children", [entry]) for entry in described["toc"]]
    files = [entry["file"] for part in parts for entry in part]  # and nothing else, whatever lies in the folder
    settings = {"title": described["title"], "bibtex_bibfiles": described.get("bibliography", []), **SETTINGS}
    return settings | {"sphinx": {"local_extensions": EXTENSIONS, "config": SPHINX | {"include_patterns": files}}}


def toc(entries: list, root: Path) -> dict:
    """Returns Jupyter Book 1's table of contents: the cover, then the files, in parts where there are parts."""
    cover, *others = entries
    parts: list[dict] = []
    for entry in others:
        if "children" in entry:
            parts.append({"caption": entry.get("title", ""), "chapters": entry["children"]})
        elif parts and "caption" not in parts[-1]:
            parts[-1]["chapters"].append(entry)
        else:
            parts.append({"chapters": [entry]})
    parts = [{**part, "chapters": [toc_entry(root / one["file"], root) for one in part["chapters"]]} for part in parts]
    flat = len(parts) == 1 and "caption" not in parts[0]
    contents = parts[0] if flat else {"parts": parts}
    return {"format": "jb-book", "root": name_in_toc(root / cover["file"], root), **contents}


def toc_entry(path: Path, root: Path) -> dict:
    """Returns a file's entry in the table of contents: a chapter's number stands before its title."""
    entry = {"file": name_in_toc(path, root)}
    if number := chapter_number(path.stem):
        entry["title"] = f"{number} {chapter_title(read(path))}"
    return entry


def name_in_toc(path: Path, root: Path) -> str:
    """Returns a file's name in the table of contents: from the root, without its ending."""
    return path.relative_to(root).with_suffix("").as_posix()


def marked(path: Path) -> str:
    """Returns a chapter's text with the marks that its cells' roles ask for."""
    notebook = read(path)
    for cell in notebook.cells:
        mark(cell)
    return nbformat.writes(notebook) + "\n"


def wanted(book: Path, chapters: Path) -> dict[Path, str]:
    """Returns {file: its text}, for all that this tool writes."""
    described, root = yaml.safe_load(book.read_text(encoding="utf-8"))["project"], book.parent
    settings = {"_config.yml": config(described), "_toc.yml": toc(described["toc"], root)}
    texts = {root / name: MADE_BY + yaml.safe_dump(one, sort_keys=False, width=120) for name, one in settings.items()}
    return texts | {path: marked(path) for path in chapter_paths(chapters)}


def main() -> None:
    """Write the files, or check that writing would change nothing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file differs")
    parser.add_argument("--book", type=Path, default=ROOT / "jupyter_book.yml", help="the description of the book")
    parser.add_argument("--chapters", type=Path, default=CHAPTERS, help="the folder of the chapters")
    args = parser.parse_args()
    problems = []
    for path, text in wanted(args.book, args.chapters).items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if args.check:
            problems.append(f"{path}: differs from what it is made of; run `python tools/jupyter_book.py`.")
        else:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    fail(problems)


if __name__ == "__main__":
    main()
