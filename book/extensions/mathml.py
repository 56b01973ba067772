"""Write formulas as MathML when the book is built: every browser draws it, and no script has to be loaded for it."""

import html
import re

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

logger = logging.getLogger(__name__)

# latex2mathml knows these environments by another name.
ALIASES = {"{aligned}": "{align*}", "{gathered}": "{align*}"}
# LaTeX writes 290{,}400 to say that the comma separates thousands and not items.
THOUSANDS = re.compile(r"(?<=</mn>)<mrow><mo>&#x0002C;</mo></mrow>(?=<mn>)")
# A matrix in parentheses is a row of its own, so that they become as high as it, and not as the highest of the formula.
FENCED = re.compile(
    r"<mo>(&#x0(?:0028|005B|007C|007B);)</mo>(<mtable\b(?:(?!<mtable\b).)*?</mtable>)<mo>(&#x\w+;)</mo>", re.DOTALL
)
NOT_UNDERSTOOD = re.compile(r"<m[io][^>]*>(\\\w+|&)</m[io]>")


def mathml(latex, display="inline"):
    """Returns LaTeX as a <math> element, with its source as `alttext`. ValueError names what is not understood."""
    for name, known_name in ALIASES.items():
        latex = latex.replace(name, known_name)
    if display == "block" and r"\\" in latex and r"\begin" not in latex:
        latex = rf"\begin{{align*}}{latex}\end{{align*}}"
    markup = convert(latex, display=display)
    unknown = NOT_UNDERSTOOD.search(markup)
    if unknown:
        raise ValueError(f"{unknown[1]} in the formula {latex!r} is not understood by latex2mathml")
    markup = THOUSANDS.sub("<mn>,</mn>", markup).replace("</mn><mn>,</mn><mn>", ",")
    markup = FENCED.sub(r"<mrow><mo>\1</mo>\2<mo>\3</mo></mrow>", markup)
    return markup.replace("<math ", f'<math alttext="{html.escape(latex.strip())}" ', 1)


def markup_of(node, display):
    """Returns a node's formula as MathML; what is not understood is a warning, which a build with -W makes an error."""
    try:
        return mathml(node.astext(), display)
    except Exception as error:  # latex2mathml has a class of its own for each thing that can be wrong
        logger.warning("%s: %s", type(error).__name__, error, location=node, type="mathml")
        return html.escape(node.astext())


def visit_inline(translator, node):
    """Write a formula in a line of text."""
    translator.body.append(markup_of(node, "inline"))
    raise nodes.SkipNode


def visit_block(translator, node):
    """Write a formula on a line of its own, in a box that scrolls when the formula is wider than the page."""
    translator.body.append(translator.starttag(node, "div", CLASS="formula"))
    translator.body.append(markup_of(node, "block"))
    if node["number"]:
        number = get_node_equation_number(translator, node)
        translator.body.append(f'<span class="eqno">({number})')
        translator.add_permalink_ref(node, "Link to this equation")
        translator.body.append("</span>")
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def setup(app):
    """Register with Sphinx."""
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
