"""The panel in JupyterLab, from the click on Check to the badge, against `cs231n grade` of that exercise.

A ratio is the panel's time, by the page's own clock, over the command's; both in turn, on the same answer.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright
from record import ROOT, arguments, interleaved, milliseconds, ratio, save

sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from chromium_path import CHROMIUM_ARGS, find_chromium
from panel import CHAPTER, TITLES, Student, answer, free_port, jupyter, learners_copy
from sample_answers import WRONG

EXERCISE = "one-output"
# Playwright looks again after 0.1, 0.35, 0.85 seconds and so on: too coarse to measure with.
WATCH = """([label, state]) => {
  window.fromClickToBadge = new Promise((resolve) => {
    document.addEventListener("click", () => {
      const began = performance.now();
      new MutationObserver((_, observer) => {
        if (!document.querySelector(`[aria-label="${label}"][data-state="${state}"]`)) return;
        observer.disconnect();
        resolve(performance.now() - began);
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-state"] });
    }, { once: true, capture: true });
  });
}"""


def seconds_to_badge(student, source, state):
    """Write an answer, click on Check, and return the seconds until its badge says the state."""
    student.write(EXERCISE, source)
    student.page.wait_for_timeout(1000)  # a learner reads, and the next worker gets ready meanwhile
    student.page.evaluate(WATCH, [f"Exercise {TITLES[EXERCISE]}", state])
    student.button("Check this exercise").click()
    student.expect(EXERCISE, state)
    return student.page.evaluate("window.fromClickToBadge") / 1000


def main():
    """Measure and write the record."""
    options = arguments(__doc__, rounds=10)
    first = []
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        root = Path(place, "root")
        path = learners_copy(root / "course", {EXERCISE: answer(EXERCISE)})
        grade = [sys.executable, "-m", "cs231n_course.cli", "grade", path, "--exercise", EXERCISE]
        with jupyter(root, free_port()) as base:
            chromium = playwright.chromium.launch(executable_path=find_chromium(playwright), args=CHROMIUM_ARGS)
            student = Student(chromium.new_page(viewport={"width": 1280, "height": 900}), base)
            student.open(f"course/{CHAPTER}")
            student.choose(EXERCISE)
            student.wait_for_kernel()
            states = {WRONG: "failed", answer(EXERCISE): "passed"}
            turns = [*states.items()] * (options.rounds + 2)
            first.append(seconds_to_badge(student, *turns.pop()))

            def command():
                began = time.perf_counter()
                subprocess.run(grade, stdout=subprocess.DEVNULL)
                return time.perf_counter() - began

            sides = {"panel": lambda: seconds_to_badge(student, *turns.pop()), "command": command}
            seconds = interleaved(sides, options.rounds, "panel_check")
            chromium.close()
    both = {"panel_ms": milliseconds(seconds["panel"]), "command_ms": milliseconds(seconds["command"])}
    figures = {
        "from click to badge / cs231n grade": ratio(seconds["panel"], seconds["command"]) | both,
        "the first click / cs231n grade": ratio(first, seconds["command"][:1]) | {"panel_ms": milliseconds(first)},
    }
    save("panel_check", figures, __doc__.partition("\n")[0], options, ["jupyterlab", "playwright"])


if __name__ == "__main__":
    main()
