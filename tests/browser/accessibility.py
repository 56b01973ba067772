"""axe-core on a part of a page of JupyterLab or Notebook 7."""

import re
from pathlib import Path

import axe_playwright_python


def axe(page, selector, *, seen=True):
    """Run axe-core on all parts of the page that a selector finds, and list what is wrong.

    JupyterLab's body has no height and hides what overflows, so that axe would take every text in it for hidden.
    seen=False is for what is there for the ear alone, and has no contrast to check.
    """
    page.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text())
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"], "resultTypes": ["violations"]}
    script = """async ([selector, rules]) => {
      document.body.style.overflow = "visible";
      const result = await axe.run({ include: [selector] }, rules);
      document.body.style.removeProperty("overflow");
      return result;
    }"""
    result = page.evaluate(script, [selector, rules])
    assert "color-contrast" in [one["id"] for one in result["passes"]] or not seen, f"no text was seen in {selector}"
    return [f"{one['id']}: {re.sub(r'[ ]+', ' ', one['help'])}" for one in result["violations"]]
