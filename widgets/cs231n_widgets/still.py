"""The form in which a drawing stands in an output, so that every program shows it: as an image, with words for it."""

from base64 import b64encode
from html import escape


def still(svg, alt, *, caption="", least=0):
    """Returns HTML with a drawing, its alternative text and a caption; narrower than `least` pixels it scrolls.

    An <img>, since JupyterLab takes an <svg> out of a notebook that it doesn't trust, and leaves its texts. The book
    puts the SVG itself there again. On white, for an image doesn't know whether the page around it is dark.
    """
    source = b64encode(svg.encode()).decode()
    width = f"min-width:{least}px" if least else "max-width:100%"
    looks = f"{width};height:auto;background:#fff"
    scrolls = ' tabindex="0"' if least else ""  # by keyboard, too
    words = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return (
        f'<figure class="cs231n-still" style="margin:0;overflow-x:auto"{scrolls}>'
        f'<img alt="{escape(alt)}" style="{looks}" src="data:image/svg+xml;base64,{source}">'
        f"{words}</figure>"
    )
