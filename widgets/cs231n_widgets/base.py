"""What the course's widgets share: a caption, a task for the reader, words, a still picture, and their output."""

import os
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from html import escape
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from .still import still

STATIC = Path(__file__).parent / "static"  # what tools/bundle.py makes; as paths, so that anywidget can reload them

# What an output holds, for whom. The course's tools have the same names in cs231n_course/notebooks/format.py.
WIDGET_MIME = "application/vnd.cs231n.widget+json"  # for our extension and the page: alive without a kernel
KERNEL_VIEW_MIME = "application/vnd.cs231n.widget-view+json"  # marks what our extension need not show beside it
VIEW_MIME = "application/vnd.jupyter.widget-view+json"  # for programs that know ipywidgets, but not our extension

# The still picture takes the page's colour for ink; its three volumes have their own, for light and for dark.
DARK = ("html[data-theme=dark]", "body[data-jp-theme-light=false]", "body.vscode-dark")


# As JavaScript rounds: 0.125 to 0.13.
ONE, THREE = (Context(prec=digits, rounding=ROUND_HALF_UP) for digits in (1, 3))


def number(value):
    """Write a number as a reader likes it: whole if it is whole, else three significant digits, with a true minus."""
    value = float(value)
    if value != round(value) or abs(value) >= 1e6:
        value = float(THREE.create_decimal(value))
    tiny = 0 < abs(value) < 1e-6
    text = f"{value:g}".replace("e-0", "e-") if tiny else np.format_float_positional(value, trim="-")
    return text.replace("-", "−")


def short(value):
    """Write a number in at most four characters, for a cell: .53, −1.2, 12."""
    value = float(value)
    size = abs(value)
    if size == round(size) and size < 1000:
        return number(value)
    if size >= 999.5:
        text = f"{float(ONE.create_decimal(size)):.0e}".replace("e+0", "e").replace("e+", "e")
    else:
        decimals = 0 if size >= 9.95 else 1 if size >= 0.995 else 2
        text = str(Decimal(size).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)).removeprefix("0")
    return "0" if float(text) == 0 else ("−" if value < 0 else "") + text


def dilated(n):
    """Say how far apart a filter's cells stand, where they don't stand side by side."""
    return f", dilation {n}" if n > 1 else ""


def signed(text):
    """Give a sentence of the kit true minus signs and apostrophes."""
    return re.sub(r"-(?=\s?\d)", "−", text).replace("'", "’")


def style(rules, name):
    """Write the style of a still picture: {selector: (light, dark)} under the class `name`."""
    light = "".join(f".{name} {selector}{{{css}}}" for selector, (css, _) in rules.items())
    dark = "".join(f"{','.join(f'{d} .{name} {s}' for d in DARK)}{{{css}}}" for s, (_, css) in rules.items() if css)
    return f"<style>{light}{dark}</style>"


class Widget(anywidget.AnyWidget):
    """Show one idea: a caption says it, a task asks one thing of the reader, `describe()` says the present state.

    `task` is a sentence; `goal` says when it is met, by facts that `facts()` knows: {"W": 7, "fits": False}.
    Once it is met, "Done" is followed by `why` it matters.
    A subclass names its JavaScript, as in `class Pooling(Widget, module="pooling")`.
    """

    KEEP = ()  # traits that a notebook and a page remember for the reader

    def __init_subclass__(cls, module=None, **kwargs):
        if module:
            cls.module, cls._esm, cls._css = module, STATIC / f"{module}.js", STATIC / f"{module}.css"
        super().__init_subclass__(**kwargs)

    caption = traitlets.Unicode().tag(sync=True)
    task = traitlets.Unicode().tag(sync=True)
    goal = traitlets.Dict().tag(sync=True)
    why = traitlets.Unicode().tag(sync=True)

    @traitlets.validate("goal")
    def _check_goal(self, proposal):
        unknown = sorted(set(proposal["value"]) - set(self.facts()))
        if unknown:
            raise ValueError(f"goal names what this widget doesn't know: {', '.join(unknown)}. Use: {self._known()}.")
        return proposal["value"]

    def _known(self):
        return ", ".join(self.facts())

    @property
    def met(self):
        """Tell whether the present state meets the goal; False without a goal."""
        known = self.facts()
        return bool(self.goal) and all(known.get(name) == value for name, value in self.goal.items())

    def show(self, **changes):
        """Take several settings at once, checked together: `widget.show(W=7, F=3)`."""
        with self.hold_trait_notifications():
            for name, value in changes.items():
                if name not in self.traits(sync=True):
                    raise ValueError(f"{type(self).__name__} has no setting '{name}'.")
                setattr(self, name, value)

    def facts(self):
        """Collect what a goal may ask for: {name: value}."""
        return {}

    def describe(self):
        """Say in words what the widget shows now."""
        raise NotImplementedError

    def static_svg(self):
        """Draw the present state as an SVG without its outer element: (width, height, style, body)."""
        raise NotImplementedError

    def static_html(self):
        """Returns the still picture and its words as HTML that every notebook program shows, trusted or not."""
        return still(self.still_svg(), self.describe(), caption=self.describe())

    def still_svg(self):
        """Returns the still picture as an SVG whose colours follow the theme of a page that it is part of."""
        width, height, css, body = self.static_svg()
        name = f"cs-still-{type(self).__name__.lower()}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" viewBox="0 0 {width:g} {height:g}" '
            f'width="{width:g}" height="{height:g}" role="img" aria-label="{escape(self.describe())}">'
            f"{style(css, name)}{body}</svg>"
        )

    def settings(self):
        """Returns the settings that this widget shares with its JavaScript: {name: what JSON can say}."""
        inherited = anywidget.AnyWidget.class_traits(sync=True)
        return self.get_state([name for name in self.traits(sync=True) if name not in inherited and name[0] != "_"])

    def mimebundle(self):
        """Returns {MIME type: content} of an output that needs no kernel: state, picture and words."""
        live = {"widget": self.module, "state": self.settings(), "words": self.describe()}
        if self.KEEP:
            live["keep"] = list(self.KEEP)
        return {WIDGET_MIME: live, "text/html": self.static_html(), "text/plain": self.describe()}

    def _ipython_display_(self, **kwargs):
        from IPython.display import display

        model = {WIDGET_MIME: {"model_id": self.model_id}}
        display(self.mimebundle(), metadata=model, raw=True)
        if os.environ.get("CS231N_GRADING") != "1":  # of a chapter that is stored, only what holds tomorrow
            view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
            display({VIEW_MIME: view, KERNEL_VIEW_MIME: {}}, raw=True)
