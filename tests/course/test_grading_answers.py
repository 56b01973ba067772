"""Answers of all kinds, graded with real kernels under nbval in one run: points, words, and what is left behind."""

import tempfile

import nbformat
import psutil
import pytest
from small import SETUP, check_source, code, with_answers

from cs231n_course.grading import grade
from cs231n_course.notebooks import reading, release, submission

pytestmark = pytest.mark.slow  # process after process

BODY = "def answer(W, F):\n    "
# One exercise each: what the answer cell holds, the points it gets of 2, and what is said about it.
ANSWERS = {
    "reads-disk": (
        "import pathlib\nseen = ''.join(p.read_text() for p in pathlib.Path.cwd().parent.rglob('*.ipynb'))\n"
        f"{BODY}return W - F + 1 if 'vnd.cs231n' not in seen and not seen else seen",
        2,
        "",
    ),
    "right": (f"{BODY}return W - F + 1", 2, ""),
    "as-numpy": (f"{BODY}return np.float32(W - F + 1)", 2, ""),
    "magic": (f"%%time\n{BODY}return W - F + 1", 2, ""),
    "prints": (f"import sys\n{BODY}print('hm'); print('ah', file=sys.stderr); return W - F + 1", 2, ""),
    "plots": (f"import matplotlib.pyplot as plt\n{BODY}plt.plot([1]); plt.show(); return W - F + 1", 2, ""),
    "half": (f"{BODY}return 5", 1, "Check “nine”: `answer(9, 3)`: expected 7, got 5."),
    "none": (f"{BODY}print(W - F + 1)", 0, "the function prints and returns nothing."),
    "raises": (
        f"{BODY}return 1 / 0",
        0,
        "`answer(7, 3)` stopped in line 2 of the answer with ZeroDivisionError: division by zero.",
    ),
    "no-function": ("answer = 5", 0, "The call stopped with TypeError: 'int' object is not callable."),
    "arity": ("def answer(W):\n    return 5", 0, "`answer(7, 3)` stopped with TypeError: answer() takes 1 positional"),
    "cell-raises": ("1 / 0\n" + BODY + "return 5", 0, "The answer's cell stops in line 1 of the answer with Zero"),
    "merge": (
        "def answer(W, F):\n<<<<<<< local\n    return W\n=======\n    return F\n>>>>>>> remote",
        0,
        "The answer holds the marks of a git merge, at line 2. Keep one side, and take the marks out.",
    ),
    "syntax": (f"{BODY}return W -", 0, "The answer is not Python yet: SyntaxError in line 2 of the answer: invalid"),
    "helper": (f"{BODY}return helper(W, F)", 0, "helper comes from another cell of the notebook"),
    "renamed": ("def other(W, F):\n    return 5", 0, "does not define answer. Keep the name"),
    "exits": (f"import os\n{BODY}print('5'); os._exit(0)", 0, "ended its own Python process"),
    "floods": (f"{BODY}while True: print('x' * 1000)", 0, "wrote more than a megabyte"),
    "long-error": (f"{BODY}raise ValueError('x' * 40_000_000)", 0, "or in an error's message"),
    "one-flood": (f"{BODY}print('x' * 40_000_000); return W - F + 1", 0, "wrote more than a megabyte"),
    "deletes": (
        "import shutil, pathlib\nfor one in pathlib.Path.cwd().parent.iterdir(): shutil.rmtree(one, True)\n"
        f"{BODY}return W - F + 1",
        2,
        "",
    ),
    "deletes-all": (
        f"import shutil, pathlib\nshutil.rmtree(pathlib.Path.cwd().parent, True)\n{BODY}return W - F + 1",
        2,
        "",
    ),
    "wrecks-folder": (
        "import contextlib, shutil, pathlib\nabove = pathlib.Path.cwd().parent\nshutil.rmtree(above, True)\n"
        f"with contextlib.suppress(OSError): above.touch(0)\n{BODY}return W - F + 1",
        2,
        "",
    ),
    "surrogate": (f"{BODY}raise ValueError('\\ud800 \\x1b[31m')", 0, "The check's output is not one that"),
    "kit": ("from cs231n_kit.sizing import answer", 0, "answer of the course's own kit was called"),
    "environment": (f"import os\n{BODY}return os.environ.get('MY_TOKEN') or W - F + 1", 2, ""),
    "shows-more": (
        "from cs231n_course.checks.check import Check\n"
        f"{BODY}Check('shows-more', 'seven').run(lambda check: None)\n    return W - F + 1",
        0,
        "The check showed 2 outputs",
    ),
    "own-names": (
        f"def values(W):\n    return W\nx = check = Check = _ = rows = 3\n{BODY}return values(W) - F + 1",
        2,
        "",
    ),
    "rebinds": ("range = [1]\nnp = 3\ndef answer(W, F):\n    return len([*range]) * W - F - W + W + 1", 2, ""),
    "rebound": (
        f"range = 7\n{BODY}return len(range(W - F + 1))",
        0,
        "range is something else here than what it means in Python",
    ),
    "rebound-inside": (f"{BODY}sum = W\n    return sum([W, 1 - F])", 0, "sum is something else here"),
    "text": (f"{BODY}return f'{{W - F + 1}}'", 0, "expected a number, 5; got a text, '5'."),
    "several": (f"{BODY}return W, W - F + 1", 0, "returns 2 values, and value 2 is right: return it alone."),
    "writes-to-open-sockets": (
        "import contextlib, os, socket\nfor number in range(3, 300):\n    with contextlib.suppress(OSError):\n"
        "        one = socket.socket(fileno=number)\n        pair = not one.getsockname() and not one.getpeername()\n"
        "        one.detach()\n        pair and os.write(number, b'no answer of the fork server\\n')\n"
        f"{BODY}return W - F + 1",
        2,
        "",
    ),
    "plots-a-lot": (
        "import matplotlib.pyplot as plt\nfor number in range(8):\n"
        "    plt.figure(figsize=(12, 8)); plt.imshow(np.random.default_rng(number).random((300, 300))); plt.show()\n"
        f"{BODY}return W - F + 1",
        2,
        "",
    ),
    "works-with-files": (
        "import getpass, os, pathlib, psutil, shutil, tempfile\npathlib.Path('t').touch()\nassert os.path.exists('t')\n"
        "with open('a', 'w') as one: one.write('abc')\n"
        "shutil.copy('a', 'b')\nos.truncate('b', 2)\nos.chmod('b', 0o600)\n"
        "assert open('b').read() == 'ab'\n"
        "with tempfile.TemporaryDirectory() as folder: np.savez(f'{folder}/x.npz', x=1)\n"
        f"getpass.getuser()\npsutil.Process().memory_info()\nos.path.expanduser('~')\n{BODY}return W - F + 1",
        2,
        "",
    ),
    "starter": ("def answer(W, F):\n    raise NotImplementedError", 0, "answer is not written yet."),
}
# These wait for the limit, of two seconds here.
HANGS = {
    "hangs": (f"{BODY}while True: pass", 0, "took longer than 2 seconds"),
    "stubborn": (
        f"{BODY}while True:\n        try:\n            while True: pass\n        except BaseException: pass",
        0,
        "took longer than 2 seconds",
    ),
    "right-after-these": ANSWERS["right"],
}
# Answers that end their process, at once or a moment later, and some that only look like it; each is graded five times.
RIGHT = f"{BODY}return W - F + 1\n"
THREAD = f"{RIGHT}import os, threading\n"
ENDED = "The answer ended its own Python process"
ENDS = {
    "exit": (f"{RIGHT}exit()", 0, ENDED),
    "quit-in-the-last-check": (f"{BODY}W == 9 and quit()\n    return W - F + 1", 0, ENDED),
    "ends-in-the-last-check": (f"import os\n{BODY}W == 9 and os._exit(0)\n    return W - F + 1", 0, ENDED),
    "exit-is-asked-for": (f"{RIGHT}get_ipython().exit_now = True", 0, ENDED),
    "soon": (f"{THREAD}threading.Timer(0.001, os._exit, [0]).start()", 0, ENDED),
    "during-the-checks": (f"{THREAD}threading.Timer(0.02, os._exit, [0]).start()", 0, ENDED),
    "after-the-checks": (f"{THREAD}threading.Timer(0.1, os._exit, [0]).start()", 0, ENDED),
    "a-thread": (
        f"{THREAD}import _thread, time\n_thread.start_new_thread(lambda: (time.sleep(0.03), os._exit(1)), ())",
        0,
        ENDED,
    ),
    "by-a-call": (
        f"import os, threading\n{BODY}threading.Timer(0.01, os._exit, [0]).start(); return W - F + 1",
        0,
        ENDED,
    ),
    "by-the-loop": (f"{RIGHT}import asyncio, os\nasyncio.get_event_loop().call_later(0.03, os._exit, 0)", 0, ENDED),
    "by-an-alarm": (f"{RIGHT}import signal\nsignal.setitimer(signal.ITIMER_REAL, 0.02)", 0, ENDED),
    "by-a-process": (
        f"{RIGHT}import os, subprocess\nkill = f'(sleep 0.03; kill -9 {{os.getpid()}}) &'\n"
        "subprocess.Popen(['sh', '-c', kill], start_new_session=True)",
        2,  # it can't be started, and `answer` is there
        "",
    ),
    "changes-its-mind": (
        f"import threading\none = [1]\n{BODY}return W - F + one[0]\nthreading.Timer(0.04, one.clear).start()",
        0,
        "IndexError",
    ),
    "at-exit": (f"{RIGHT}import atexit, os\natexit.register(os._exit, 1)", 2, ""),
    "a-thread-that-ends": (f"{THREAD}import sys\nthreading.Timer(0.02, sys.exit).start()", 2, ""),
    "a-pool": (
        "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\n"
        f"{BODY}return pool.submit(lambda: W - F + 1).result()",
        2,
        "",
    ),
}
# What would end the process much later, or does not end: each is waited for, two seconds.
LATER = {
    "timer": (f"{THREAD}threading.Timer(9, os._exit, [0]).start()", 0, ENDED),
    "process": (f"{RIGHT}import subprocess\nsubprocess.Popen(['sleep', '60'])", 2, ""),
    "right-after-these": ANSWERS["right"],
}
HELPER = "helper = [lambda W, F: W - F + 1][0]  # computed, so it is not taken along"


def troublesome_chapter(answers):
    """Make a chapter that asks for the same thing once for each of the answers."""
    cells = [code("setup", f"import matplotlib.pyplot\n{SETUP}", role="setup"), code("helper", HELPER)]
    for name in answers:
        solution = f"{BODY}### BEGIN SOLUTION\n    return W - F + 1\n    ### END SOLUTION"
        cells.append(code(f"a-{name}", solution, role="answer", exercise=name, name="answer"))
        for check, width in (("seven", 7), ("nine", 9)):
            source = check_source(name, check, "answer", f"check.show(answer({width}, 3))")
            cells.append(code(f"{check}-{name}", source, role="check", exercise=name, points=1))
    return nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "01_trouble"}})


def graded(answers, folder, **options):
    """Grade all of the answers in one notebook: {exercise: result}."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CS231N_CHAPTERS", str(folder))
        patch.setenv("MY_TOKEN", "secret")
        patch.setattr(submission, "_guard", _guard_of_sizing())
        chapter = troublesome_chapter(answers)
        nbformat.write(chapter, folder / "01_trouble.ipynb")
        learner = with_answers(
            release.release_chapter(chapter), **{name: answer for name, (answer, _, _) in answers.items()}
        )
        (folder / "mine").mkdir()
        reading.write(folder / "mine" / "mine.ipynb", learner)
        (folder / "tmp").mkdir()
        patch.setattr(tempfile, "tempdir", str(folder / "tmp"))
        result = grade.grade_notebook(folder / "mine" / "mine.ipynb", **options)
    assert result.error is None
    assert not list((folder / "tmp").iterdir())
    return {one.id: one for one in result.exercises}


@pytest.fixture(scope="module")
def troubles(tmp_path_factory):
    """Grade ANSWERS: {exercise: result}."""
    return graded(ANSWERS, tmp_path_factory.mktemp("trouble"))


@pytest.fixture(scope="module")
def hanging(tmp_path_factory):
    """Grade HANGS: {exercise: result}."""
    return graded(HANGS, tmp_path_factory.mktemp("hanging"), timeout=2)


@pytest.fixture(scope="module")
def ending(tmp_path_factory):
    """Grade each of ENDS five times, in one notebook: {exercise: result}."""
    answers = {f"{name}-{number}": answer for name, answer in ENDS.items() for number in range(5)}
    return graded(answers, tmp_path_factory.mktemp("ending"), seed=5)


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    """Grade LATER: {exercise: result}."""
    return graded(LATER, tmp_path_factory.mktemp("later"))


def _guard_of_sizing():
    """Give cs231n_kit.sizing, in the kernel, a function named as the exercises ask."""
    plain = submission._guard

    def guard(exercise):
        found = plain(exercise)
        there = "import cs231n_kit.sizing as s\n\nexec('def answer(W, F): return W - F + 1', vars(s))\n"
        return found | {"source": there + found["source"]}

    return guard


def require(found, points, says):
    """Assert that an exercise got its points of 2, and that this was said about it."""
    assert found.points == points, found
    assert found.possible == 2
    assert found.passed == (points == 2)
    said = "\n".join(found.words)
    assert says in said if says else said == ""


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_gets_its_points_and_its_words(troubles, name):
    require(troubles[name], *ANSWERS[name][1:])


@pytest.mark.parametrize("name", HANGS)
def test_an_answer_that_hangs_costs_itself_only(hanging, name):
    require(hanging[name], *HANGS[name][1:])


@pytest.mark.parametrize("name", ENDS)
def test_an_answer_that_ends_its_process_gets_the_same_verdict_each_time(ending, name):
    results = [ending[f"{name}-{number}"] for number in range(5)]
    for found in results:
        require(found, *ENDS[name][1:])
        assert found.checks == results[0].checks


@pytest.mark.parametrize("name", LATER)
def test_what_may_end_the_process_later_counts_as_if_it_had(later, name):
    require(later[name], *LATER[name][1:])


def test_nothing_is_left_running(troubles):
    assert troubles
    left = [one for one in psutil.Process().children(recursive=True) if "cs231n_course" in " ".join(one.cmdline())]
    assert not left
