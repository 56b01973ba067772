"""One step of each widget on the built page of its chapter, against the layout of a fresh list on the same page.

A step is a key in the widget's output, or a setting changed by one, until the page has been laid out anew. The aim is
16 ms, one frame; what is written is what was measured. A ratio is a step's time over that of putting a list of a
hundred words onto the page, laying it out and taking it away, which is done in turn with the steps.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from record import ROOT, arguments, ratio, save
from tqdm import tqdm

sys.path.insert(0, str(ROOT / "tests"))
from chromium_path import CHROMIUM_ARGS, find_chromium
from visit import build, served

FRAME = 16  # milliseconds
# Gives, for each widget of the page: its title, and by the kind of step two lists of milliseconds, of steps and lists.
STEPS = """async (count) => {
  const page = document.documentElement, found = [];
  const layOut = () => page.offsetHeight + page.scrollWidth;
  const list = () => {
    const node = document.createElement("ul");
    node.style.cssText = "position: fixed; inset: 0; contain: strict";
    for (let n = 0; n < 100; n++) node.appendChild(document.createElement("li")).textContent = `word ${n}`;
    document.body.append(node);
    layOut();
    node.remove();
    layOut();
  };
  const timed = async (act) => {
    layOut();
    const began = performance.now();
    await act();
    layOut();
    return performance.now() - began;
  };
  const measured = async (step) => {
    const steps = [], lists = [];
    for (let n = 0; n < count; n++) {
      steps.push(await timed(() => step(n)));
      lists.push(await timed(list));
      if (n % 10 === 0) await new Promise(requestAnimationFrame);
    }
    return [steps, lists];
  };
  for (const view of document.querySelectorAll(".widget-view")) {
    const grids = [...view.querySelectorAll("[role=grid], [role=slider]")];
    const target = grids.find((node) => (node.ariaLabel ?? "").startsWith("Output")) ?? grids[0];
    const field = view.querySelector("input[type=number]");
    const kinds = {};
    view.scrollIntoView();
    if (target) kinds.key = async (n) => {
      const focus = target.matches("[tabindex='0']") ? target : target.querySelector("[tabindex='0']");
      const key = n % 2 === 0 ? "ArrowRight" : "ArrowLeft";
      focus.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    };
    if (field) {
      const value = Number(field.value), other = value + 1 <= Number(field.max || Infinity) ? value + 1 : value - 1;
      kinds.setting = async (n) => {
        field.value = n % 2 === 0 ? other : value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      };
    }
    const label = view.querySelector("[role=group][aria-label]")?.ariaLabel ?? "a widget";
    for (const [kind, step] of Object.entries(kinds)) found.push([label, kind, ...(await measured(step))]);
  }
  return found;
}"""


def main():
    """Build the book, measure on each page that has widgets, and write the record."""
    options = arguments(__doc__, rounds=60)
    figures = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        built = build(ROOT / "jupyter_book.yml", site)
        assert built.returncode == 0, built.stderr
        chromium = playwright.chromium.launch(executable_path=find_chromium(playwright), args=CHROMIUM_ARGS)
        with served(site, "http") as base:
            for path in tqdm(sorted(site.glob("[0-9][0-9]_*.html")), desc="widget_step", unit="page", leave=False):
                page = chromium.new_page(viewport={"width": 1280, "height": 900})
                page.goto(base + path.name)
                if page.locator("script[src*='widgets.js']").count():
                    page.wait_for_selector("html[data-widgets=ready]", timeout=300_000)
                    for number, (label, kind, steps, lists) in enumerate(page.evaluate(STEPS, options.rounds)):
                        line = f"{path.stem[:2]} {number} {label}, {kind}"
                        figures[line] = ratio(steps, lists) | spread(steps)
                page.close()
        version = f"Chromium {chromium.version}"
        chromium.close()
    about = f"{__doc__.partition(chr(10))[0]} {version}."
    save("widget_step", figures, about, options, ["playwright", "anywidget"])


def spread(steps):
    """Return the median and the 95th percentile of milliseconds, and whether the median is within a frame."""
    median, p95 = statistics.median(steps), sorted(steps)[int(0.95 * len(steps))]
    return {"median_ms": round(median, 2), "p95_ms": round(p95, 2), "within_a_frame": median < FRAME}


if __name__ == "__main__":
    main()
