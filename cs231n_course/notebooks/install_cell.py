"""The cell that the book's notebooks begin with where the course is published: it installs the kit if it is missing."""

import copy

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from cs231n_course.published import KIT

ID = "install-kit"
SOURCE = """\
# Installs the course's kit where it is missing, as on Colab. Where it is there, this cell does nothing.
from importlib.util import find_spec

if not (find_spec("cs231n_kit") and find_spec("cs231n_course")):
    %pip install --quiet "{requirement}"
"""


def with_install_cell(nb: NotebookNode, repository: str, revision: str = "") -> NotebookNode:
    """Returns a copy of a learner's notebook that begins with a cell which installs the kit, where it is missing.

    The cell takes the kit from a repository: its address, and the commit, branch or tag, "" for the default branch.
    It is no cell of the release: to `learn` and `grade` it is one of the learner's own.
    """
    requirement = f"{KIT} @ git+{repository}" + (f"@{revision}" if revision else "")
    out = copy.deepcopy(nb)
    out["cells"].insert(0, new_code_cell(SOURCE.format(requirement=requirement).rstrip(), id=ID))
    return out
