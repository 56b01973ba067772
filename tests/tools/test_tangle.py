"""The tangle: from exported cells to modules, with errors that name notebook and cell."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

ROOT = Path(__file__).resolve().parents[2]
TANGLE = ROOT / "tools" / "tangle.py"


def write(folder, name, cells, **modules):
    """Write a chapter of code cells {id: source or (source, metadata)}."""
    folder.mkdir(exist_ok=True)
    made = [new_markdown_cell("# A chapter", id="title")]
    for id, source in cells.items():
        source, metadata = source if isinstance(source, tuple) else (source, {})
        made.append(new_code_cell(source, id=id, metadata=metadata))
    nbformat.write(new_notebook(cells=made, metadata={"cs231n": {"modules": modules}}), folder / f"{name}.ipynb")


def tangle(tmp_path, *more):
    """Run the tool on tmp_path/chapters, into tmp_path/kit."""
    (tmp_path / "kit").mkdir(exist_ok=True)
    command = [sys.executable, TANGLE, "--chapters", tmp_path / "chapters", "--kit", tmp_path / "kit", *more]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_module_grows_over_two_chapters(tmp_path):
    write(
        tmp_path / "chapters",
        "01_one",
        {
            "one": "#| export layers.conv\nimport numpy as np\n\n\ndef f(x):\n    # why\n    return np.sum(x)",
            "shown": "f([1])",
        },
        **{"layers.conv": "A layer."},
    )
    answer = (
        "#| export layers.conv\nimport math\nfrom cs231n_kit.layers.conv import f\n\n"
        "def g( x ):\n    ### BEGIN SOLUTION\n    return math.exp(f(x))\n    ### END SOLUTION\n\n_hidden = 3"
    )
    write(tmp_path / "chapters", "02_two", {"two": (answer, {"cs231n": {"role": "answer"}})})
    done = tangle(tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "kit" / "layers" / "conv.py").read_text()
    assert text.startswith('"""A layer.\n\nBuilt in 01_one and 02_two. Made by tools/tangle.py')
    assert text.count("import numpy as np") == 1
    assert text.index("import math") < text.index("__all__ = [") < text.index("# why") < text.index("def g(x):")
    assert '__all__ = ["f", "g"]' in text
    assert "SOLUTION" not in text
    assert "cs231n_kit.layers.conv" not in text
    assert tangle(tmp_path, "--check").returncode == 0


def test_check_notices_an_edited_and_an_orphaned_module(tmp_path):
    write(tmp_path / "chapters", "01_one", {"one": "#| export sums\nx = 1"})
    assert tangle(tmp_path).returncode == 0
    module = tmp_path / "kit" / "sums.py"
    module.write_text(module.read_text() + "y = 2\n")
    done = tangle(tmp_path, "--check")
    assert done.returncode == 1
    assert "sums.py: differs from the chapters" in done.stderr
    assert tangle(tmp_path).returncode == 0
    (tmp_path / "kit" / "other.py").write_text(module.read_text())
    done = tangle(tmp_path, "--check")
    assert done.returncode == 1
    assert "other.py: no chapter exports this module any more" in done.stderr


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"a": "#| export m\nx = 1", "b": "#| export m\nx = 2"},
            "cell b: `x` is already defined in m by 01_bad.ipynb, cell a",
        ),
        ({"a": "#| export m\n%timeit 1"}, "cell a: a magic can't be exported: %timeit 1"),
        ({"a": "#| export m\ndef f(:"}, "cell a: not Python"),
        ({"a": "x = 1\n#| export m"}, "cell a: `#| export MODULE` must be the first line"),
        ({"a": "#| export\nx = 1"}, "cell a: `#| export` needs a module"),
    ],
)
def test_errors_name_the_notebook_and_the_cell(tmp_path, cells, message):
    write(tmp_path / "chapters", "01_bad", cells)
    done = tangle(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("01_bad.ipynb, ")
    assert message in done.stderr
    assert not list((tmp_path / "kit").iterdir())


def test_a_summary_without_a_module_is_an_error(tmp_path):
    write(tmp_path / "chapters", "01_bad", {"a": "x = 1"}, sums="Sums.")
    done = tangle(tmp_path)
    assert done.returncode == 1
    assert "describes ['sums'], which no cell exports" in done.stderr


def test_the_committed_kit_is_what_the_chapters_say():
    done = subprocess.run([sys.executable, TANGLE, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
