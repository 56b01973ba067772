"""Execute the chapters and store their outputs, reproducibly.

python tools/execute.py [NOTEBOOK ...]          execute and write (every chapter, if none is named)

Execution counts run from 1, no output names a model of the kernel that made it, and an output that holds a warning, an
error or a path of this machine is refused. That executing again would change nothing is checked while
`pytest --nbval chapters` runs the chapters anyway (stored_outputs.py).
"""

import argparse
import copy
import json
import os
import re
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from tqdm import tqdm

from chapters import CHAPTERS, ROOT, ChapterError, chapter_paths, fail, read
from cs231n_course.notebooks.format import WIDGET_MIME

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def execute(path):
    """Run a chapter in a fresh kernel; return it with its outputs, stored as this tool stores them."""
    notebook = read(path)
    ran = run_cells(notebook.cells, path.parent)
    outputs = {cell.id: cell.outputs for cell in ran.cells if cell.cell_type == "code"}
    return as_stored(path, notebook, outputs)


def as_stored(path, notebook, outputs):
    """Put {cell id: outputs} of a run into a chapter, as they are stored; return it.

    Raises ChapterError if an output is not fit to be stored.
    """
    count = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            count += 1
            cell.outputs, cell.execution_count = outputs[cell.id], count
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = count
                output.get("metadata", {}).pop(WIDGET_MIME, None)  # the model went with its kernel
            refuse_unfit(path, cell)
    notebook.metadata.pop("widgets", None)
    return notebook


def run_cells(cells, folder):
    """Run copies of the cells in a fresh kernel in `folder`; errors stay in the outputs."""
    run = nbformat.v4.new_notebook(cells=copy.deepcopy(cells), metadata={"kernelspec": KERNEL})
    where = {"metadata": {"path": str(folder)}}
    quiet = ["--IPKernelApp.log_level=ERROR"]  # the kernel's own remarks would break the line of progress
    client = NotebookClient(
        run,
        timeout=300,
        store_widget_state=False,
        coalesce_streams=True,
        allow_errors=True,
        resources=where,
        extra_arguments=quiet,
    )
    client.execute(env={**os.environ, "CS231N_GRADING": "1", "PYTHONHASHSEED": "0"})
    return run


def refuse_unfit(path, cell):
    """Raise if an output is not fit to be stored: an error, a warning, or a path of this machine."""
    for output in cell.outputs:
        if output.output_type == "error":
            text = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(output.traceback))
            raise ChapterError(path, cell, f"raised {output.ename}: {output.evalue}\n{text}")
        if output.get("name") == "stderr":
            raise ChapterError(path, cell, f"wrote to stderr: {output.text}")
        text = json.dumps(output)
        for place in {str(ROOT), str(Path.home()), "/tmp/"}:
            if len(place) > 1 and place in text:
                raise ChapterError(path, cell, f"its output holds a path of this machine: {place}")


def save(notebook, path):
    """Write a notebook by way of a temporary file, so that an interrupted run leaves the old one whole."""
    temporary = path.with_suffix(".ipynb.new")
    nbformat.write(notebook, temporary)
    temporary.replace(path)


def main():
    """Execute the chapters that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", nargs="*", help="the chapters to run; all of them if none is named")
    args = parser.parse_args()
    paths = [CHAPTERS / Path(name).name for name in args.notebooks] or chapter_paths()
    problems = []
    for path in tqdm(paths, desc="executing", unit="chapter"):
        try:
            save(execute(path), path)
        except ChapterError as error:
            problems.append(str(error))
    fail(problems)


if __name__ == "__main__":
    main()
