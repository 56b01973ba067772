"""All that the panel says itself goes through JupyterLab's translator, which here marks what it has seen."""

import json
import re

import panel
import pytest
from panel import answer, doubled, learners_copy
from playwright.sync_api import expect
from sample_answers import WRONG

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MARK = "!!"  # that JupyterLab puts before every text that it has translated, if one asks for it
TRANSLATION = "@jupyterlab/translation-extension:plugin"
# Texts, labels and tooltips of a part of the page, whether they are seen or only heard. A paragraph is one text.
TEXTS = """part => {
  const owners = [part, ...part.querySelectorAll("*")].filter((one) => !one.matches(".cs231n-Words *"));
  const texts = owners.flatMap((one) => [
    ...(one.matches(".cs231n-Words")
      ? [one.textContent]
      : [...one.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE).map((child) => child.data)),
    ...["aria-label", "title"].map((name) => one.getAttribute(name) ?? ""),
  ]);
  return texts.map((text) => text.trim()).filter(Boolean);
}"""


def strings(content):
    """Yields every string in some JSON."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list | dict):
        for part in content.values() if isinstance(content, dict) else content:
            yield from strings(part)


def from_server(student, path):
    """Returns all that the course's part of the server says of a notebook and the course, without the marks of code."""
    get, token = student.page.context.request.get, f"token={panel.TOKEN}"
    requests = (f"notebook?path={path}", f"course?dir={path.split('/')[0]}")
    answers = [get(f"{student.base}/cs231n/{request}&{token}").json() for request in requests]
    return "\n".join(strings(answers)).replace("`", "")


def test_every_text_of_the_panel_can_be_translated(newcomer, root):
    learners_copy(root / "translated", {"crop": answer("crop"), "one-output": WRONG}, doubled("local"))
    settings = f"{newcomer.base}/lab/api/settings/{TRANSLATION}?token={panel.TOKEN}"
    put, token = newcomer.page.context.request.put, {"Authorization": f"token {panel.TOKEN}"}
    try:
        raw = json.dumps({"displayStringsPrefix": True, "stringsPrefix": MARK})
        assert put(settings, data={"raw": raw}, headers=token).ok
        path = f"translated/{panel.CHAPTER}"
        newcomer.open(path)
        expect(newcomer.button(f"{MARK}Go to the first exercise")).to_be_visible(timeout=60_000)
        seen, sent = texts(newcomer), from_server(newcomer, path)
        newcomer.button(f"{MARK}Check all").click()
        for exercise, status in (("crop", "passed"), ("one-output", "failed"), ("parameters", "unwritten")):
            expect(newcomer.row(exercise)).to_have_attribute("data-state", status)
        row = newcomer.row("one-output").locator(".cs231n-Row")
        for _ in range(2):  # the panel may unfold it by itself, being the first that isn't right
            newcomer.page.wait_for_timeout(300)
            if row.get_attribute("aria-expanded") != "true":
                row.click()
        expect(newcomer.row("one-output")).to_contain_text("as if the stride were left out")
        seen |= texts(newcomer)
        sent += from_server(newcomer, path)
        newcomer.button(f"{MARK}Show hint").click()
        newcomer.button(f"{MARK}Reset One output to its starter").click()
        expect(newcomer.row("one-output")).to_have_attribute("data-state", "changed")
        expect(newcomer.button(f"{MARK}Undo reset")).to_be_visible()
        seen |= texts(newcomer)
        labels = newcomer.of_jupyter(
            "return app.commands.listCommands().filter((id) => id.startsWith('cs231n:')).map((id) => "
            "app.commands.label(id))"
        )
    finally:
        assert put(settings, data={"raw": "{}"}, headers=token).ok
    assert len(labels) == 8
    assert {label for label in labels if not label.startswith(MARK)} == set()
    assert {text for text in seen if not is_translated(text, sent)} == set()
    assert {"!!Course", "!!2 of 2 points", "!!Exercise Crop", "!!Expected"} < seen
    # A text that is marked twice is put together of two.
    assert {text for text in seen if text.count(MARK) > 1} == set()


def texts(student):
    """Returns all texts of the panel, the badges and the announcer."""
    found = set(student.panel.evaluate(TEXTS))
    for badge in student.page.locator(".cs231n-Badge").all():
        found |= set(badge.evaluate(TEXTS))
    return found | set(student.page.locator(".cs231n-Announcer p").all_inner_texts())


def is_translated(text, sent):
    """Returns whether a text is marked, or the server's, or has no words."""
    slice_of_array = re.fullmatch(r"\w+\[[\d, ]+\]", text)
    return text.startswith(MARK) or not re.search("[A-Za-z]{2}", text) or slice_of_array or text in sent
