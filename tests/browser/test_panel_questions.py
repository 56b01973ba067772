"""Questions, their answers and folded code in JupyterLab and Notebook 7: by mouse, by keyboard, and on the next day."""

import json

import pytest
from accessibility import axe
from cs231n_widgets import Predict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, writes
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
IN_NOTEBOOK = pytest.mark.parametrize("application", ["notebooks"])
QUESTIONS = {
    "share": 'Predict("share", "What part of all weights?", unit="%")',
    "most": 'Predict("most", "Which layer has most?", choices=["CONV", "POOL", "FC"])',
}
FOLDED = "# goes into cs231n_kit/net.py, 2 lines: run a row of layers\ndef run(x):\n    return x"


def question(id):
    """Make the cell of a question, as a learner's copy has it."""
    shown = eval(QUESTIONS[id], {"Predict": Predict}).mimebundle()
    metadata = {"cs231n": {"role": "question", "question": id}, "jupyter": {"source_hidden": True}}
    output = new_output("display_data", data=shown)
    source = f"from cs231n_widgets import Predict\n\n{QUESTIONS[id]}"
    return new_code_cell(source, id=id, metadata=metadata, outputs=[output])


def write_notebook(path):
    """Write a notebook with two questions, an answer of three cells, one far below, and a folded cell of code."""
    answer = {"metadata": {"cs231n": {"reveals": "share"}}}
    cells = [
        new_markdown_cell("# Questions", id="title"),
        question("share"),
        new_markdown_cell("Nearly all: 96%.", id="answer", **answer),
        new_code_cell("ran_in_the_answer = 1", id="answer-code", **answer),
        new_markdown_cell("So it is.", id="answer-end", **answer),
        new_markdown_cell(
            '<span class="cs231n-said cs231n-said--share"></span>It is 96%.'
            '<span class="cs231n-said cs231n-said--most"></span>',
            id="quote",
        ),
        new_code_cell(FOLDED, id="fold", metadata={"cs231n": {"fold": "x"}, "jupyter": {"source_hidden": True}}),
        question("most"),
        *(new_markdown_cell(f"Paragraph {n}\n\n" * 5, id=f"text-{n}") for n in range(30)),
        new_markdown_cell("The FC layer.", id="far", metadata={"cs231n": {"reveals": "most"}}),
        *(new_markdown_cell(f"Paragraph {n}\n\n" * 5, id=f"more-{n}") for n in range(10)),
    ]
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(writes(new_notebook(cells=cells, metadata=about)))


def ask(student, place=0):
    """Find one of the questions."""
    return student.page.locator(".cs-predict").nth(place)


def answer_line(student, place=0):
    """Find the line behind which an answer is folded."""
    return student.page.get_by_role("button", name="The answer", exact=True).nth(place)


def prose(student, text):
    """Find a text as it is read, not in its editor."""
    return student.page.locator(".jp-RenderedMarkdown", has_text=text)


def run_all(student):
    """Run all cells, and wait until they have run."""
    student.wait_for_kernel()
    student.of_jupyter("await app.commands.execute('notebook:run-all-cells');")


@IN_NOTEBOOK
def test_a_guess_opens_the_answer_is_quoted_and_lasts(newcomer, root, application):
    path = f"guess-{application}/questions.ipynb"
    write_notebook(root / path)
    newcomer.open(path, application)
    page, keys = newcomer.page, newcomer.page.keyboard
    text = prose(newcomer, "Nearly all: 96%.")
    expect(answer_line(newcomer)).to_have_attribute("aria-expanded", "false")
    expect(text).to_be_hidden()
    expect(page.locator(".jp-InputPlaceholder:visible")).to_have_count(0)

    # By keyboard: a guess, and on to the answer.
    ask(newcomer).get_by_role("textbox").focus()
    keys.type("54")
    keys.press("Enter")
    expect(text).to_be_visible()
    expect(prose(newcomer, "You said 54%. It is 96%.")).to_be_visible()
    keys.press("Enter")  # on "Read the answer"
    expect(answer_line(newcomer)).to_be_focused()
    keys.press("Space")
    expect(text).to_be_hidden()
    keys.press("Enter")
    expect(text).to_be_visible()

    # Run again, in this kernel and in another: the guess stays, and the kernel knows it.
    run_all(newcomer)
    expect(ask(newcomer)).to_contain_text("You said 54%.")
    newcomer.of_jupyter("await notebook.sessionContext.restartKernel();")
    run_all(newcomer)
    expect(ask(newcomer)).to_contain_text("You said 54%.")
    expect(prose(newcomer, "You said 54%. It is 96%.")).to_be_visible()
    newcomer.save()
    kept = {cell["id"]: cell["metadata"] for cell in json.loads((root / path).read_text())["cells"]}
    assert kept["share"]["cs231n"]["kept"] == {"guess": 54, "shown": True}
    assert "kept" not in kept["most"]["cs231n"]
    assert "jupyter" not in kept["answer"]  # elsewhere it stands open

    # Another day.
    newcomer.of_jupyter("await notebook.sessionContext.shutdown();")
    newcomer.open(path, application)
    expect(ask(newcomer)).to_contain_text("You said 54%.")
    expect(text).to_be_visible()
    expect(prose(newcomer, "You said 54%. It is 96%.")).to_be_visible()
    ask(newcomer).get_by_role("button", name="Change my guess").click()
    ask(newcomer).get_by_role("textbox").fill("60")
    keys.press("Enter")
    expect(prose(newcomer, "You said 60%. It is 96%.")).to_be_visible()


def test_folds_by_keyboard_and_the_answer_far_below(student, root):
    write_notebook(root / "folds" / "questions.ipynb")
    student.open("folds/questions.ipynb")
    page, keys = student.page, student.page.keyboard
    line = page.get_by_role("button", name="goes into cs231n_kit/net.py, 2 lines: run a row of layers")
    expect(line).to_have_attribute("aria-expanded", "false")
    places = [".cs231n-Fold", ".cs231n-Widget"]
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        student.theme(theme)
        assert [axe(page, place) for place in places] == [[], []], theme
        student.shoot(f"questions-{theme[11:].lower()}")
    line.focus()
    keys.press("Enter")
    expect(page.get_by_text("def run(x):")).to_be_visible()
    expect(line).to_have_attribute("aria-expanded", "true")
    keys.press("Space")
    expect(page.get_by_text("def run(x):")).to_be_hidden()

    # Cell by cell, as a beginner runs a notebook: the answer stays folded, its code runs, and no key is lost.
    student.wait_for_kernel()
    student.of_jupyter("notebook.content.activeCellIndex = 0; notebook.content.activate();")
    for _ in range(6):
        keys.press("Shift+Enter")
    expect(page.locator(".jp-Cell.jp-mod-active")).to_contain_text("goes into")
    expect(prose(student, "Nearly all: 96%.")).to_be_hidden()
    counts = "return notebook.content.widgets[argument].model.executionCount"
    page.wait_for_function("window.jupyterapp.shell.currentWidget.content.widgets[3].model.executionCount")
    assert student.of_jupyter(counts, 3) == student.of_jupyter(counts, 1) + 1
    # The arrow keys pass over what is folded: from the quote to the line of the answer.
    student.of_jupyter("notebook.content.activeCellIndex = 5; notebook.content.activate();")
    keys.press("ArrowUp")
    expect(page.locator(".jp-Cell.jp-mod-active")).to_contain_text("The answer")

    # Without a guess, and an answer that Jupyter has not drawn yet.
    ask(student, 1).get_by_role("button", name="Show me").click()
    far = prose(student, "The FC layer.")
    expect(far).to_be_in_viewport()
    expect(answer_line(student, 1)).to_be_focused()

    # Another view of the notebook is told of a guess, and of an answer that is split into two cells.
    student.of_jupyter("""
        await app.commands.execute("docmanager:clone");
        const { cells, sharedModel } = app.shell.currentWidget.content.model;
        const answer = cells.get(2);
        sharedModel.insertCell(3, { ...answer.toJSON(), id: "split-off", source: "And more." });
        const question = cells.get(1);
        question.setMetadata("cs231n", { ...question.getMetadata("cs231n"), kept: { guess: 12, shown: true } });
    """)
    said = page.locator(".cs231n-said--share", has_text="You said 12%.")
    expect(said).to_have_count(2)
    expect(page.locator(".cs-predict", has_text="You said 12%.")).to_have_count(2)
    expect(page.locator(".cs231n-mod-folded, .cs231n-mod-foldedHead")).to_have_count(0)
