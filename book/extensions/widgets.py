"""Put widgets into a page: their state, compact and safe inside HTML, and a still picture beside each."""

import json

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from cs231n_course.notebooks.format import WIDGET_VIEW_MIME

PICTURES = ("text/html", "image/svg+xml", "image/png")
WITHOUT_SCRIPT = '<noscript><p class="widget-note">Here is a widget, which needs JavaScript.</p></noscript>'


class KeepPicture(SphinxPostTransform):
    """Keep the still picture that a widget's output carries, for print and for readers without JavaScript.

    myst-nb shows one form of an output, the widget's view, and drops the others (SelectMimeType, priority 4);
    so the picture moves into the view before that.
    """

    default_priority = 3
    formats = ("html",)

    def run(self, **kwargs):
        """Go through the outputs that have a view."""
        for bundle in list(self.document.findall(is_bundle)):
            forms = {form["mime_type"]: form for form in bundle.children}
            if WIDGET_VIEW_MIME not in forms:
                continue
            picture = next((forms[mime] for mime in PICTURES if mime in forms and forms[mime].children), None)
            if picture is None:
                forms[WIDGET_VIEW_MIME] += nodes.raw("", WITHOUT_SCRIPT, format="html")
            else:
                copies = [child.deepcopy() for child in picture.children]
                forms[WIDGET_VIEW_MIME] += nodes.container("", *copies, classes=["widget-picture"])


def is_bundle(node):
    """Returns whether a node has the several forms of one output."""
    return isinstance(node, nodes.container) and node.get("nb_element") == "mime_bundle"


def compact(state):
    """Returns the state, changed: widgets of one class share their code, which only the first of them keeps.

    The state repeats a widget's whole script and style for each instance; {"same_as": MODEL_ID} stands for them.
    """
    first_model = {}  # {(key, text): the first model that has this text under this key}
    for model, record in state["state"].items():
        attributes = record["state"]
        for key in ("_esm", "_css"):
            text = attributes.get(key)
            if isinstance(text, str) and text:
                first = first_model.setdefault((key, text), model)
                if first != model:
                    attributes[key] = {"same_as": first}
    return state


def embed_state(app, pagename, templatename, context, doctree):
    """Rewrite the page's widget state before myst-nb writes it out (event html-page-context).

    Without "<" nothing in a widget's code can end the script element or open a comment in it.
    """
    files = getattr(app.env, "nb_metadata", {}).get(pagename, {}).get("js_files", {})
    if "ipywidgets_state" in files:
        path, attributes = files["ipywidgets_state"]
        body = json.dumps(compact(json.loads(attributes["body"])), separators=(",", ":"))
        files["ipywidgets_state"] = (path, {**attributes, "body": body.replace("<", "\\u003c")})


def setup(app):
    """Register with Sphinx."""
    app.add_post_transform(KeepPicture)
    app.connect("html-page-context", embed_state, priority=400)  # myst-nb's own handler has 500
    return {"parallel_read_safe": True, "parallel_write_safe": True}
