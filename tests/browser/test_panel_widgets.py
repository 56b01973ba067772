"""Widgets in JupyterLab and Notebook 7: alive from their outputs, joined to their kernel, and true without us."""

import json
import re

import panel
import pytest
from accessibility import axe
from cs231n_widgets import SlidingFilter
from nbformat.v4 import new_code_cell, new_notebook, new_output, writes
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BOTH = pytest.mark.parametrize("application", ["lab", "notebooks"])
# What JupyterLab itself needs: it compiles the schemas of its settings. No inline scripts, none from blobs.
POLICY = "script-src 'self' 'unsafe-eval'; object-src 'none'"
SOURCES = [
    "from cs231n_widgets import SlidingFilter\nimport ipywidgets\n\none = SlidingFilter(stride=1)\none",
    "other = SlidingFilter(stride=1)\nlink = ipywidgets.link((one, 'row'), (other, 'row'))\nother",
    "print('row', one.row, other.row)",
]


def write_notebook(path, stored=False):
    """Write a notebook with two widgets; stored tells whether their outputs are there before anything is run."""
    cells = [new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(SOURCES)]
    for cell in cells[:2] if stored else ():
        cell.outputs = [new_output("display_data", data=SlidingFilter(stride=1).mimebundle())]
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(writes(new_notebook(cells=cells, metadata=about)))


def run(student, *places):
    """Run some cells, and wait for each."""
    for place in places:
        student.of_jupyter(
            "notebook.content.activeCellIndex = argument; await app.commands.execute('notebook:run-cell');", place
        )


def sentence(student, place):
    """Find the sentence in which one of the widgets says what it shows."""
    return student.page.locator(".cs231n-Widget .cs-sentence").nth(place)


def step(student, place, rows=0):
    """Press Step, and on to the row after these."""
    widget = student.page.locator(".cs231n-Widget .cs-sliding").nth(place)
    for _ in range(1 + 5 * rows):
        widget.get_by_role("button", name="Step").click()


def reopen(student, path, application, policy=None):
    """Open a notebook on another day: without its kernel, in a page that knows nothing of the last one."""
    student.of_jupyter("await notebook.sessionContext.shutdown();")
    if policy:
        headers = {"content-security-policy": policy}
        student.page.route(
            re.compile(r"/(lab|notebooks)/.*\.ipynb"),
            lambda route: route.fulfill(response=(got := route.fetch()), headers=got.headers | headers),
        )
    student.open(path, application)


@BOTH
def test_a_widget_lives_on_three_days(newcomer, root, application):
    folder = f"days-{application}"
    path = f"{folder}/widgets.ipynb"
    write_notebook(root / path)
    newcomer.open(path, application)
    newcomer.wait_for_kernel()

    # The first day: the kernel has it, and what is linked there moves, too.
    run(newcomer, 0, 1)
    expect(sentence(newcomer, 1)).to_contain_text("y[0, 0, 0]")
    shown = newcomer.page.locator(".jp-OutputArea-child").evaluate_all("all => all.map((one) => one.offsetHeight > 0)")
    assert shown == [True, False, True, False]  # one picture each, though each has an output for other programs besides
    step(newcomer, 0, rows=1)
    expect(sentence(newcomer, 0)).to_contain_text("y[0, 1, 1]")
    expect(sentence(newcomer, 1)).to_contain_text("y[0, 1, 0]")
    run(newcomer, 2)
    expect(newcomer.page.locator(".jp-OutputArea").last).to_contain_text("row 1 1")
    newcomer.of_jupyter("await notebook.sessionContext.session.kernel.requestExecute({code: 'one.row = 2'}).done;")
    expect(sentence(newcomer, 0)).to_contain_text("y[0, 2, 1]")
    expect(sentence(newcomer, 1)).to_contain_text("y[0, 2, 0]")
    newcomer.save()
    # A page that is loaded again finds the kernel's model.
    newcomer.page.reload()
    expect(sentence(newcomer, 0)).to_contain_text("y[0, 2, 1]")
    # A kernel that starts again, or is gone, leaves it alone.
    newcomer.of_jupyter("await notebook.sessionContext.restartKernel();")
    step(newcomer, 0)
    expect(sentence(newcomer, 0)).to_contain_text("y[0, 2, 2]")

    # The second day: something is typed and saved.
    reopen(newcomer, path, application)
    step(newcomer, 1)
    expect(sentence(newcomer, 1)).to_contain_text("y[0, 0, 1]")
    newcomer.of_jupyter(
        "notebook.content.widgets[2].model.sharedModel.setSource('1 + 1'); await notebook.context.save();"
    )

    # The third: nothing at all, but a content policy that lets no code out of a notebook run.
    reopen(newcomer, path, application, POLICY)
    step(newcomer, 0)
    expect(sentence(newcomer, 0)).to_contain_text("y[0, 0, 1]")
    assert axe(newcomer.page, ".cs231n-Widget") == []


def test_a_stranger_s_notebook_shows_live_widgets_and_what_is_damaged_shows_its_picture(student, root):
    path = root / "strange" / "widgets.ipynb"
    write_notebook(path, stored=True)
    notebook = json.loads(path.read_text())
    bundle = notebook["cells"][1]["outputs"][0]["data"]
    bundle["application/vnd.cs231n.widget+json"]["widget"] = "constructor"
    path.write_text(json.dumps(notebook))
    student.open("strange/widgets.ipynb")
    trusted = "return notebook.content.widgets[0].model.trusted"  # JupyterLab says it a moment after it drew the cell
    assert panel.until(lambda: student.of_jupyter(trusted) is False, 60)
    step(student, 0)
    expect(sentence(student, 0)).to_contain_text("y[0, 0, 1]")
    picture = student.page.locator(".cs231n-Widget").nth(1).locator("img")
    assert picture.evaluate("img => img.decode().then(() => img.clientHeight)") > 100
    # A second view of the notebook, and one of the output alone, show the same.
    student.of_jupyter("""
        await app.commands.execute("notebook:create-output-view");
    """)
    expect(sentence(student, 1)).to_contain_text("y[0, 0, 1]")
    step(student, 1)
    expect(sentence(student, 0)).to_contain_text("y[0, 0, 2]")


@pytest.mark.parametrize("application", ["lab"])
def test_without_our_extension_picture_and_words_are_seen(newcomer, root, application):
    folder = f"without-{application}"
    write_notebook(root / folder / "run.ipynb")
    write_notebook(root / folder / "strange.ipynb", stored=True)
    page = newcomer.page
    page.route("**/extensions/cs231n-kit/**", lambda route: route.abort())
    for name in ("run", "strange"):
        place = f"lab/workspaces/{folder}-{name}/tree" if application == "lab" else "notebooks"
        page.goto(f"{newcomer.base}/{place}/{folder}/{name}.ipynb?token={panel.TOKEN}", wait_until="domcontentloaded")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell:visible")
        if name == "run":
            newcomer.wait_for_kernel()
            run(newcomer, 0, 1)
            expect(page.locator(".cs-sliding")).to_have_count(2)  # ipywidgets shows the kernel's, beside the picture
            newcomer.save()
            newcomer.of_jupyter("await notebook.sessionContext.shutdown();")
            page.reload()
        words = page.locator(".cs231n-still figcaption:visible")
        expect(words).to_have_count(2)
        expect(words.first).to_contain_text("An input of 5×5×3 and 2 filters")
        heights = "all => Promise.all(all.map((img) => img.decode().then(() => img.clientHeight)))"
        assert min(page.locator(".cs231n-still img:visible").evaluate_all(heights)) > 100
    newcomer.faults = [fault for fault in newcomer.faults if "extensions/cs231n-kit" not in fault]
