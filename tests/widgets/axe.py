"""What axe-core finds in a widget's page."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """([theme, rules]) => {
  document.documentElement.dataset.theme = theme;
  const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
  return axe.run(".cs-widget", { ...only, resultTypes: ["violations", "incomplete"] }).then((r) =>
    [...r.violations, ...r.incomplete.filter((v) => v.id !== "color-contrast")].map((v) =>
      [theme, v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + n.failureSummary)]));
}"""


def problems(page):
    """Returns what axe-core objects to in the widget: every rule on the light page, contrast again on the dark one.

    What it is unsure of counts, too, but not the contrast of single digits and of what is under a frame.
    """
    page.evaluate(AXE)
    return page.evaluate(RUN, ["light", None]) + page.evaluate(RUN, ["dark", ["color-contrast"]])
