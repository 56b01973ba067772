"""One step of each widget on the built page of its chapter, against the layout of a fresh list on the same page.

A step is a key in the widget's output, or a setting changed by one. Each is taken in three ways: until the page has
been laid out anew, in milliseconds (median_ms, p95_ms; the aim is 16 ms, one frame); as a ratio to putting a list of a
hundred words onto the page, laying it out and taking it away, which is done in turn with the steps; and as the time
that the page's main thread works for a step and its frame, painting included (cpu_ms), which load of others hardly
changes, again with all else on the page hidden (alone_ms): what the page around it costs. Each page is visited three
times, and the quietest visit counts.
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
VISITS = 3
WIDGETS = "[data-widget]:not([data-widget=predict])"  # a question has no steps
# Bring a widget into view, wait until it is there, and make `widgetSteps`, its kinds of step: {key, setting}.
PREPARE = """async ([widgets, number]) => {
  const host = document.querySelectorAll(widgets)[number];
  host.scrollIntoView();
  const until = performance.now() + 60000;
  while (!host.querySelector(".cs-widget") && performance.now() < until) await new Promise(requestAnimationFrame);
  const view = host.querySelector(".cs-widget");
  host.scrollIntoView();
  await new Promise((done) => setTimeout(done, 400));
  const seen = (node) => node.getClientRects().length;
  const reached = (node) => node.matches("[tabindex='0']") || node.querySelector("[tabindex='0']");
  const kinds = "[role=grid], [role=slider], [role=application], .cs-map";
  const grids = [...view.querySelectorAll(kinds)].filter((node) => seen(node) && reached(node));
  const target = grids.find((node) => (node.ariaLabel ?? "").startsWith("Output")) ?? grids[0];
  const field = [...view.querySelectorAll("input:is([type=number], [type=range], .cs-one)")].find(seen);
  window.widgetHost = host;
  window.widgetSteps = {};
  if (target) widgetSteps.key = (n) => {
    const focus = target.matches("[tabindex='0']") ? target : target.querySelector("[tabindex='0']");
    const key = n % 2 === 0 ? "ArrowRight" : "ArrowLeft";
    focus.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  };
  if (field) {
    const value = Number(field.value), pace = Number(field.step) || 1;
    const other = value + pace <= Number(field.max || Infinity) ? value + pace : value - pace;
    widgetSteps.setting = (n) => {
      field.value = n % 2 === 0 ? other : value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
  }
  return [view.ariaLabel, Object.keys(widgetSteps)];
}"""
# Gives two lists of milliseconds: of steps, and of lists laid out in turn with them.
LAYOUTS = """async ([kind, count]) => {
  const page = document.documentElement, steps = [], lists = [];
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
    act();
    await null; // several changes that come together are shown together, in a microtask
    layOut();
    return performance.now() - began;
  };
  for (let n = 0; n < count; n++) {
    steps.push(await timed(() => widgetSteps[kind](n)));
    lists.push(await timed(list));
    await new Promise(requestAnimationFrame);
  }
  return [steps, lists];
}"""
# Takes steps, a frame each.
FRAMES = """async ([kind, count]) => {
  for (let n = 0; n < count; n++) {
    widgetSteps[kind](n);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""
HIDE_THE_REST = """() => {
  for (let node = widgetHost; node !== document.body; node = node.parentElement)
    for (const other of node.parentElement.children)
      if (other !== node) other.style.setProperty("display", "none", "important");
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
            pages = sorted(site.glob("[0-9][0-9]*_*.html"))
            for path in tqdm(pages, desc="widget_step", unit="page", leave=False):
                visits = [visit(chromium, base + path.name, options.rounds) for _ in range(VISITS)]
                for line in visits[0]:
                    quietest = min((found[line] for found in visits), key=lambda one: one["p95_ms"])
                    cpu = {name: min(found[line][name] for found in visits) for name in ("cpu_ms", "alone_ms")}
                    figures[f"{path.stem[:2]} {line}"] = quietest | cpu
        version = f"Chromium {chromium.version}"
        chromium.close()
    about = f"{__doc__.partition(chr(10))[0]} {version}."
    save("widget_step", figures, about, options, ["playwright", "anywidget"])


def visit(chromium, address, rounds):
    """Measure every step of every widget of a page: {line: figures}."""
    figures, page = {}, BookPage(chromium, address)
    for number in range(page.widgets):
        label, kinds = page.evaluate(PREPARE, [WIDGETS, number])
        for kind in kinds:
            steps, lists = page.evaluate(LAYOUTS, [kind, rounds])
            cpu = {"cpu_ms": page.cpu(kind, rounds)}
            figures[f"{number} {label}, {kind}"] = ratio(steps, lists) | spread(steps) | cpu
    for number in range(page.widgets):
        page.close()
        page = BookPage(chromium, address)
        label, kinds = page.evaluate(PREPARE, [WIDGETS, number])
        page.evaluate(HIDE_THE_REST)
        for kind in kinds:
            figures[f"{number} {label}, {kind}"]["alone_ms"] = page.cpu(kind, rounds)
    page.close()
    return figures


class BookPage:
    """A page of the book in a window of its own, whose main thread's work is counted."""

    def __init__(self, chromium, address):
        """Open the page."""
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        self.evaluate, self.close = page.evaluate, page.close
        self.widgets = page.locator(WIDGETS).count()
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked(self):
        """Return the seconds that the main thread has worked so far."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "TaskDuration")

    def cpu(self, kind, rounds):
        """Return the milliseconds that it works for a step of this kind and its frame."""
        before = self.worked()
        self.evaluate(FRAMES, [kind, rounds])
        return round(1000 * (self.worked() - before) / rounds, 2)


def spread(steps):
    """Return the median and the 95th percentile of milliseconds, and whether the latter is within a frame."""
    median, p95 = statistics.median(steps), sorted(steps)[int(0.95 * len(steps))]
    return {"median_ms": round(median, 2), "p95_ms": round(p95, 2), "within_a_frame": p95 < FRAME}


if __name__ == "__main__":
    main()
