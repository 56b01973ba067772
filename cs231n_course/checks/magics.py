"""The magics of IPython that a cell begins with: which of them run the cell here, and what the others do instead."""

import re

BEFORE = r"\A(?:[ \t]*(?:#[^\n]*)?\n)*"  # empty lines and comments
MAGIC_LINE = re.compile(r"[ \t]*%%(\w+)")
CELL_MAGIC = re.compile(rf"{BEFORE}[ \t]*%%(\w+)")
RUN_HERE = {"time", "capture", "prun", "debug"}
DOES = {
    "timeit": "runs the cell by itself many times and throws away what it defines",
    "writefile": "saves the cell in a file and does not run it",
    "file": "saves the cell in a file and does not run it",
}


def without_magics(source: str) -> str:
    """Returns a source whose first magics, as %%time, are comments, if they run the cell with this notebook's Python.

    So it runs also where a comment stands above the magic, and no line has another number.
    """
    lines = source.split("\n")
    for number, line in enumerate(lines):
        magic = MAGIC_LINE.match(line)
        if magic and magic[1] in RUN_HERE:
            lines[number] = f"# {line.strip()}"
        elif line.strip() and not line.lstrip().startswith("#"):
            break
    return "\n".join(lines)


def why_not_run(source: str) -> str:
    """Returns what the magic that a cell begins with does instead of running it, as in "%%bash, which ...", or ""."""
    magic = CELL_MAGIC.search(without_magics(source))
    if not magic:
        return ""
    does = DOES.get(magic[1], "does not run the cell as this notebook's Python")
    return f"%%{magic[1]}, which {does}"
