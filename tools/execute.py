"""Execute the chapters and store their outputs, reproducibly.

python tools/execute.py [NOTEBOOK ...]          execute and write (every chapter, if none is named)

Widget models are named by cell and place, execution counts run from 1, and an output that holds a warning, an error or
a path of this machine is refused. That executing again would change nothing is checked while `pytest --nbval chapters`
runs the chapters anyway (stored_outputs.py).
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
from cs231n_course.notebooks.format import WIDGET_STATE_MIME as STATE
from cs231n_course.notebooks.format import WIDGET_VIEW_MIME as VIEW

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
REFERENCE = re.compile(r"IPY_MODEL_([0-9a-f]{32})")


def execute(path):
    """Run a chapter in a fresh kernel; return it with its outputs, stored as this tool stores them."""
    notebook = read(path)
    ran = run_cells(notebook.cells, path.parent)
    outputs = {cell.id: cell.outputs for cell in ran.cells if cell.cell_type == "code"}
    return as_stored(path, notebook, outputs, ran.metadata.get("widgets", {}))


def as_stored(path, notebook, outputs, widgets):
    """Put {cell id: outputs} and the widgets' metadata of a run into a chapter, as they are stored; return it.

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
            refuse_unfit(path, cell)
    notebook.metadata.pop("widgets", None)
    state = widgets.get(STATE, {}).get("state")
    if state:
        notebook.metadata["widgets"] = {STATE: {"state": state, "version_major": 2, "version_minor": 0}}
        name_models(notebook)
    return notebook


def run_cells(cells, folder):
    """Run copies of the cells in a fresh kernel in `folder`; errors stay in the outputs."""
    run = nbformat.v4.new_notebook(cells=copy.deepcopy(cells), metadata={"kernelspec": KERNEL})
    where = {"metadata": {"path": str(folder)}}
    quiet = ["--IPKernelApp.log_level=ERROR"]  # the kernel's own remarks would break the line of progress
    client = NotebookClient(
        run,
        timeout=300,
        store_widget_state=True,
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


def name_models(notebook):
    """Rename widget models, in place, by the cell that shows them; drop those that nothing shows.

    A model that a shown one refers to is named after it; what refers to shown models only (a link) is kept.
    """
    state = notebook.metadata["widgets"][STATE]["state"]
    names = {}

    def visit(model_id, name):
        if model_id in names or model_id not in state:
            return
        names[model_id] = name
        for key, value in sorted(state[model_id]["state"].items()):
            for place, found in enumerate(REFERENCE.findall(json.dumps(value))):
                visit(found, f"{name}-{key.strip('_')}{place or ''}")

    for cell in notebook.cells:
        for place, output in enumerate(cell.get("outputs", [])):
            if VIEW in output.get("data", {}):
                visit(output["data"][VIEW]["model_id"], f"{cell.id}-{place}")
    links = [key for key, value in state.items() if key not in names and "Link" in value["model_name"]]
    for place, key in enumerate(sorted(links, key=lambda key: json.dumps(state[key], sort_keys=True))):
        if all(found in names for found in REFERENCE.findall(json.dumps(state[key]["state"]))):
            visit(key, f"link-{place}")

    def rename(text):
        return re.sub(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", lambda match: names.get(match[0], match[0]), text)

    shown = {name: json.loads(rename(json.dumps(state[key]))) for key, name in names.items()}
    notebook.metadata["widgets"][STATE]["state"] = dict(sorted(shown.items()))
    for cell in notebook.cells:
        if cell.get("outputs"):
            cell.outputs = nbformat.from_dict(json.loads(rename(json.dumps(cell.outputs))))


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
