"""Write the modules of cs231n_kit that the chapters grow: their cells whose first line is `#| export MODULE`.

`#| exporti MODULE` sends a cell there, too, but leaves its names out of `__all__`: it helps, and users don't call it.
A backward pass is placed directly below its forward pass, wherever a chapter derives it.

python tools/tangle.py          write cs231n_kit/MODULE.py for every module that a chapter exports
python tools/tangle.py --check  write nothing; fail if a committed module differs from what its chapters say
"""

import argparse
import ast
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from chapters import CHAPTERS, ROOT, ChapterError, chapter_paths, fail, read
from cs231n_course.notebooks.format import export_of, export_problem, metadata_of, without_solution_marks
from cs231n_kit.renamed import RENAMED

KIT = ROOT / "cs231n_kit"

HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
MADE_BY = "Made by tools/tangle.py: edit the chapter, not this file."


@dataclass
class Piece:
    """A definition, or a few lines between definitions, with the section of the chapter that it comes from."""

    names: list
    section: str
    text: str


@dataclass
class Module:
    """One module of the kit as the chapters spell it out."""

    name: str
    summary: str = ""
    chapters: list = field(default_factory=list)
    imports: list = field(default_factory=list)
    pieces: list = field(default_factory=list)
    public: list = field(default_factory=list)
    names: dict = field(default_factory=dict)  # each defined name -> where it is defined


def exported_module(path, cell):
    """Returns (module, whether its names are public) for a cell, or None if it isn't exported."""
    if problem := export_problem(cell.source):
        raise ChapterError(path, cell, problem)
    return export_of(cell.source)


def parse(path, cell, code):
    """Parse the code of a cell, with an error that names it."""
    try:
        return ast.parse(code)
    except SyntaxError as error:
        line = code.splitlines()[error.lineno - 1].strip() if error.lineno else ""
        what = "a magic can't be exported" if line[:1] in ("%", "!") else f"not Python: {error.msg}"
        raise ChapterError(path, cell, f"{what}: {line}") from None


def defined_names(node):
    """List the names that a top-level statement defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def add_cell(module, path, cell, section, public):
    """Add one exported cell to its module: imports apart, solution marks dropped, a piece for each definition."""
    lines = without_solution_marks(cell.source).splitlines()[1:]
    tree = parse(path, cell, "\n".join(lines))
    defined = []  # where each definition ends, and its names
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            # A chapter may import what an answer of its own defines; inside the module it is there already.
            if getattr(node, "module", None) != f"cs231n_kit.{module.name}":
                module.imports.append(ast.unparse(node))
            for number in range(node.lineno - 1, node.end_lineno):
                lines[number] = None
        else:
            defined.append((node.end_lineno, defined_names(node)))
        for name in defined_names(node):
            if name in module.names:
                raise ChapterError(path, cell, f"`{name}` is already defined in {module.name} by {module.names[name]}.")
            module.names[name] = f"{path.name}, cell {cell.id}"
            if public and not name.startswith("_"):
                module.public.append(name)
    start = 0
    if defined:
        defined[-1] = len(lines), defined[-1][1]
    for end, names in defined:
        text = "\n".join(line for line in lines[start:end] if line is not None).strip("\n")
        module.pieces.append(Piece(names, section, text))
        start = end
    if path.stem not in module.chapters:
        module.chapters.append(path.stem)


def section_of(title, heading):
    """Returns what the kit says above code of a section: "04 Pooling: The way back"."""
    return title if heading in (None, title) else f"{title}: {heading}"


def collect(paths):
    """Returns {name: Module}, the modules that the chapters export, in the chapters' order."""
    modules = {}
    for path in paths:
        notebook = read(path)
        summaries = metadata_of(notebook).get("modules", {})
        title = heading = None
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and (found := HEADING.findall(cell.source)):
                title, heading = title or f"{path.stem.split('_')[0]} {found[0]}", found[-1]
            exported = cell.cell_type == "code" and exported_module(path, cell)
            if exported:
                name, public = exported
                module = modules.setdefault(name, Module(name))
                module.summary = module.summary or summaries.get(name, "")
                add_cell(module, path, cell, section_of(title, heading), public)
        missing = set(summaries) - set(modules)
        if missing:
            raise ChapterError(path, {"id": "metadata"}, f"describes {sorted(missing)}, which no cell exports.")
    return modules


def backward_below_forward(pieces):
    """Returns the pieces in their order, but each backward pass directly below its forward pass."""
    ways_back = {name: piece for piece in pieces for name in piece.names if name.endswith("backward")}
    partner = {
        id(ways_back[back]): piece
        for piece in pieces
        for name in piece.names
        if name.endswith("forward") and (back := f"{name.removesuffix('forward')}backward") in ways_back
    }
    ordered = []
    for piece in pieces:
        if id(piece) not in partner:
            ordered.append(piece)
            ordered += [back for back in pieces if partner.get(id(back)) is piece]
    return ordered


def module_text(module):
    """Returns a module as text: header, imports, `__all__`, and its pieces under their sections; formatted by ruff."""
    header = f'"""{module.summary}\n\nBuilt in {" and ".join(module.chapters)}. {MADE_BY}\n"""'
    imports, parts = dict.fromkeys(module.imports), [f"__all__ = {module.public!r}"]
    if module.name in RENAMED:
        imports["from cs231n_kit.renamed import old_names"] = None
        parts.append("__getattr__ = old_names(__name__)  # names of the first release still work")
    parts = [header, "\n".join(imports), *parts]
    section = None
    for piece in backward_below_forward(module.pieces):
        mark = f"# ---- {piece.section} ----\n" if piece.section != section else ""
        parts.append(f"{mark}{piece.text}")
        section = piece.section
    text = "\n\n".join(part for part in parts if part) + "\n"
    for command in (["check", "--select", "I", "--fix", "--quiet"], ["format", "--quiet"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(KIT / "module.py"), "-"]
        text = subprocess.run(ruff, input=text, capture_output=True, text=True, check=True).stdout
    return text


def main():
    """Tangle, or check that tangling would change nothing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a module differs")
    parser.add_argument("--chapters", type=Path, default=CHAPTERS, help="the folder of the chapters")
    parser.add_argument("--kit", type=Path, default=KIT, help="the package to write into")
    args = parser.parse_args()
    try:
        modules = collect(chapter_paths(args.chapters))
    except ChapterError as error:
        fail([str(error)])
    wanted = {args.kit / (name.replace(".", "/") + ".py"): module_text(module) for name, module in modules.items()}
    tangled = {path for path in args.kit.rglob("*.py") if MADE_BY in path.read_text(encoding="utf-8")}
    problems = [f"{path}: no chapter exports this module any more; delete it." for path in tangled - set(wanted)]
    for path, text in wanted.items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if args.check:
            problems.append(f"{path}: differs from the chapters; run `python tools/tangle.py`.")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path}")
    fail(problems)


if __name__ == "__main__":
    main()
