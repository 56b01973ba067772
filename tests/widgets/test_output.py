"""What a widget's output holds: enough to be true tomorrow, without its kernel, in any program."""

import base64
import html
import json
import re
import xml.etree.ElementTree as ET

import cs231n_widgets
import ipywidgets
import pytest
from cs231n_widgets import figures
from cs231n_widgets.base import KERNEL_VIEW_MIME, STATIC, VIEW_MIME, WIDGET_MIME
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display
from IPython.utils.capture import capture_output
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

from cs231n_course.notebooks import format

WIDGETS = [getattr(cs231n_widgets, name)() for name in cs231n_widgets.__all__ if name != "Predict"]
DRAWN = [figures.volume_row({"INPUT": (3, 32, 32), "FC": (10, 1, 1)}), figures.sliding_row([1, 2, 3], [1, 0, -1])]


@pytest.fixture(params=WIDGETS, ids=lambda widget: type(widget).__name__)
def widget(request):
    return request.param


def shown(widget):
    """Returns the outputs that displaying a widget in a notebook makes, as (data, metadata)."""
    InteractiveShell.instance()
    with capture_output() as captured:
        display(widget)
    return [(output.data, output.metadata) for output in captured.outputs]


def picture(html):
    """Returns the SVG of the one image in a piece of HTML, parsed, and its alternative text."""
    (image,) = re.findall("<img [^>]*>", html)
    source = re.search('src="data:image/svg[+]xml;base64,([^"]*)"', image)[1]
    return ET.fromstring(base64.b64decode(source)), re.search('alt="([^"]*)"', image)[1]


def test_the_course_has_the_same_names_for_what_an_output_holds():
    assert (WIDGET_MIME, KERNEL_VIEW_MIME, VIEW_MIME) == (
        format.WIDGET_MIME,
        format.KERNEL_VIEW_MIME,
        format.WIDGET_VIEW_MIME,
    )


def test_an_output_names_its_javascript_and_holds_the_whole_state(widget):
    live = json.loads(json.dumps(widget.mimebundle()))[WIDGET_MIME]
    assert (STATIC / f"{live['widget']}.js").is_file()
    assert (STATIC / f"{live['widget']}.css").is_file()
    again = type(widget)(**live["state"])
    assert again.settings() == widget.settings()
    assert again.describe() == live["words"]


def test_an_output_has_the_picture_and_the_words_for_programs_that_know_no_widgets(widget):
    bundle = widget.mimebundle()
    svg, alt = picture(bundle["text/html"])
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert bundle["text/plain"] == widget.describe()
    assert "<svg" not in bundle["text/html"], "a sanitizer would take it out and leave its texts"
    assert alt
    assert "figcaption" in bundle["text/html"]


@pytest.mark.parametrize("drawing", DRAWN, ids=["volumes", "row"])
def test_a_figure_has_its_picture_in_the_same_form(drawing):
    svg, alt = picture(drawing._repr_html_())
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert alt.replace("&#x27;", "'") == repr(drawing)


def test_a_notebook_also_gets_the_view_of_the_model_but_a_stored_chapter_does_not(widget, monkeypatch):
    monkeypatch.delenv("CS231N_GRADING", raising=False)
    (data, metadata), (view, _) = shown(widget)
    assert metadata == {WIDGET_MIME: {"model_id": widget.model_id}}
    assert VIEW_MIME not in data, "or its error would stand in the place of the picture"
    assert view[VIEW_MIME]["model_id"] == widget.model_id
    assert view.keys() == {VIEW_MIME, KERNEL_VIEW_MIME}
    monkeypatch.setenv("CS231N_GRADING", "1")
    assert [data.keys() for data, _ in shown(widget)] == [{WIDGET_MIME, "text/html", "text/plain"}]


def test_in_a_box_of_ipywidgets_a_widget_is_what_it_always_was(widget):
    assert ipywidgets.HBox([widget]).children == (widget,)
    data = widget._repr_mimebundle_()[0]
    assert VIEW_MIME in data


def test_plain_nbconvert_shows_the_picture_and_the_words(widget, monkeypatch):
    monkeypatch.delenv("CS231N_GRADING", raising=False)
    outputs = [new_output("display_data", data=data, metadata=metadata) for data, metadata in shown(widget)]
    notebook = new_notebook(cells=[new_code_cell("widget", id="one", outputs=outputs, execution_count=1)])
    page, _ = HTMLExporter().from_notebook_node(notebook)
    _, alt = picture(page)
    assert html.unescape(alt) == widget.describe()
    words = re.search("<figcaption>(.*?)</figcaption>", page)[1]
    assert html.unescape(words) == widget.describe()
