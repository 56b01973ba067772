"""What the course's widgets share: a caption, a task for the reader, words and a still picture."""

from html import escape
from pathlib import Path

import anywidget
import traitlets

STATIC = Path(__file__).parent / "static"

# The still picture takes the page's colour for ink; its three volumes have their own, for light and for dark.
DARK = ("html[data-theme=dark]", "body[data-jp-theme-light=false]", "body.vscode-dark")


def read_static(name):
    """Read one of the bundles that tools/bundle.py makes."""
    return (STATIC / name).read_text(encoding="utf-8")


def number(value):
    """Write a number as a reader likes it: whole if it is whole, else three significant digits, with a true minus."""
    value = float(value)
    text = f"{value:.0f}" if value == round(value) and abs(value) < 1e6 else f"{value:.3g}"
    return text.replace("-", "−")


def short(value):
    """Write a number in at most four characters, for a cell: .53, −1.2, 12."""
    value = float(value)
    size = abs(value)
    if size == round(size) and size < 1000:
        return number(value)
    if size >= 9.95:
        return number(round(value)) if size < 999.5 else f"{value:.0e}".replace("e+0", "e").replace("-", "−")
    text = f"{size:.1f}" if size >= 0.995 else f"{size:.2f}".removeprefix("0")
    return "0" if float(text) == 0 else ("−" if value < 0 else "") + text


def style(rules, name):
    """Write the style of a still picture: {selector: (light, dark)} under the class `name`."""
    light = "".join(f".{name} {selector}{{{css}}}" for selector, (css, _) in rules.items())
    dark = "".join(f"{','.join(f'{d} .{name} {s}' for d in DARK)}{{{css}}}" for s, (_, css) in rules.items() if css)
    return f"<style>{light}{dark}</style>"


class Widget(anywidget.AnyWidget):
    """Show one idea: a caption says it, a task asks one thing of the reader, `describe()` says the present state.

    `task` is a sentence; `goal` says when it is met, by facts that `facts()` knows: {"W": 7, "fits": False}.
    """

    caption = traitlets.Unicode().tag(sync=True)
    task = traitlets.Unicode().tag(sync=True)
    goal = traitlets.Dict().tag(sync=True)

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
        """Make the still picture: inline SVG, so that it follows the page's theme, with the words as its label."""
        width, height, css, body = self.static_svg()
        name = f"cs-still-{type(self).__name__.lower()}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{name}" viewBox="0 0 {width:g} {height:g}" '
            f'style="max-width:100%;width:{width:g}px;height:auto" role="img" '
            f'aria-label="{escape(self.describe())}">{style(css, name)}{body}</svg>'
        )

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, metadata = bundle
        words = {"text/plain": self.describe()}  # and not an address in memory, which differs every time
        return {**data, **words, "text/html": self.static_html()}, metadata
