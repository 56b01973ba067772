"""TrainingTheatre in JupyterLab and Notebook 7: a reader's own net trains in the kernel, which stays free."""

import os
import re

import pytest
from nbformat.v4 import new_code_cell, new_notebook, writes
from panel import until
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SOURCES = [
    "import os, threading, time\n"
    "from cs231n_kit.data import digits\n"
    "from cs231n_kit.net import Net\n"
    "from cs231n_kit.spec import build_spec\n"
    "from cs231n_widgets import TrainingTheatre\n"
    'net = Net.build(*build_spec("CONV(8,3) -> RELU -> POOL -> FC(10)", (1, 8, 8)))\n'
    "theatre = TrainingTheatre(net, digits(), steps=1_000_000)\n"
    "theatre",
    'threads = [one for one in threading.enumerate() if one.name == "TrainingTheatre"]\n'
    'print("threads", len(threads), "rate", theatre.rate, "pid", os.getpid())',
    "time.sleep(600)",
    "theatre.training.run.run.data.train_labels[:] = 99",
    "second = TrainingTheatre(net, digits())\nsecond.play()\nsecond.close()",
]


def write_notebook(path):
    cells = [new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(SOURCES)]
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.parent.mkdir(parents=True)
    path.write_text(writes(new_notebook(cells=cells, metadata=about)))


def run(student, place, *, wait=True):
    go = "notebook.content.activeCellIndex = argument; const done = app.commands.execute('notebook:run-cell');"
    student.of_jupyter(go + ("await done;" if wait else ""), place)


def printed(student, place=1):
    """Run a cell, and give what it has printed."""
    run(student, place)
    return student.of_jupyter(
        "return notebook.content.widgets[argument].model.outputs.get(0).data['application/vnd.jupyter.stdout']", place
    )


def kernel(student, code):
    student.of_jupyter(
        "await notebook.sessionContext.session.kernel.requestExecute({code: argument, store_history: false}).done;",
        code,
    )


@pytest.mark.parametrize("application", ["lab", "notebooks"])
def test_a_net_trains_in_the_kernel_and_stops_when_it_should(newcomer, root, application):
    path = f"theatre-{application}/theatre.ipynb"
    write_notebook(root / path)
    newcomer.open(path, application)
    newcomer.wait_for_kernel()
    page = newcomer.page
    widget = page.locator(".cs231n-Widget .cs-theatre")
    sentence, problem = widget.locator(".cs-sentence"), widget.locator(".cs-th-problem")
    play = widget.get_by_role("button", name="Play")
    pause = widget.get_by_role("button", name="Pause")

    # The cell returns at once, and nothing trains yet.
    run(newcomer, 0)
    expect(sentence).to_contain_text("Step 0:")
    assert "threads 0 rate 0.05" in printed(newcomer)

    # While it trains the notebook is free, and the rate changes.
    play.click()
    expect(sentence).to_contain_text(re.compile("Step [1-9]"))
    widget.get_by_role("slider", name="Rate").press("ArrowRight")
    expect(widget.locator(".cs-th-rate output:visible")).to_have_text("0.1")
    assert until(lambda: "threads 1 rate 0.1" in printed(newcomer), 60)
    pause.click()
    expect(play).to_be_visible()
    assert "threads 0" in printed(newcomer)
    stands = sentence.inner_text()
    widget.get_by_role("button", name="Step").click()
    expect(sentence).not_to_have_text(stands)

    # Interrupt stops it, in an idle kernel and in one that runs a cell.
    play.click()
    expect(pause).to_be_visible()
    newcomer.of_jupyter("await notebook.sessionContext.session.kernel.interrupt();")
    expect(play).to_be_visible()
    assert "threads 0" in printed(newcomer)
    play.click()
    expect(pause).to_be_visible()
    run(newcomer, 2, wait=False)
    page.wait_for_function("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'busy'")
    newcomer.of_jupyter("await notebook.sessionContext.session.kernel.interrupt();")
    expect(play).to_be_visible()
    assert "threads 0" in printed(newcomer)

    if application == "notebooks":  # the rest is the same code in both
        return

    # What the thread raises is said; start again gives the net its weights back.
    run(newcomer, 3)
    play.click()
    expect(problem).to_contain_text("Training stopped. ValueError: ")
    assert "threads 0" in printed(newcomer)
    kernel(newcomer, "theatre.training.run.run.data.train_labels[:] = 0")
    widget.get_by_role("button", name="Start again").click()
    expect(sentence).to_contain_text("Step 0:")
    expect(problem).to_be_hidden()

    # Another theatre pauses this one, and its end is no other's.
    play.click()
    expect(pause).to_be_visible()
    run(newcomer, 4)
    expect(play).to_be_visible()
    assert "threads 0" in printed(newcomer)

    # A restart takes the thread with it; then nobody answers, and that is said.
    play.click()
    expect(pause).to_be_visible()
    old = int(printed(newcomer).split("pid ")[1])
    newcomer.of_jupyter("await notebook.sessionContext.restartKernel();")
    with pytest.raises(ProcessLookupError):
        os.kill(old, 0)
    page.wait_for_timeout(300)
    (pause if pause.count() else play).click()
    expect(problem).to_contain_text("The kernel doesn’t answer.")
