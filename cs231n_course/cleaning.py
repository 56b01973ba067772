"""Show texts that a learner's code or file has written so that they are harmless and short."""

import re
import unicodedata

ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, the cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)"  # titles, links
)
# Control characters, marks that turn a sentence round or that nobody sees, halves of characters, what Unicode hasn't
# got, and ends of lines and paragraphs that only some programs know.
HIDDEN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
MOST = 20  # times the limit: of what is longer, the rest is not even looked at


def clean(text: object, limit: int = 300) -> str:
    """Returns what a learner's code wrote without its control characters, cut to `limit` characters."""
    cleaned = without_control(str(text)[: limit * MOST]).strip()
    return clipped(cleaned, limit)


def clipped(text: str, limit: int) -> str:
    """Returns a text, cut to `limit` characters; that it is cut, it says."""
    return text if len(text) <= limit else text[: limit - 4].rstrip() + " ..."


def without_control(text: str) -> str:
    """Returns a text without what a terminal, a browser or a spreadsheet takes for anything but text."""
    if text.isascii() and text.isprintable():
        return text
    plain = ESCAPE_SEQUENCE.sub("", text)
    return "".join(one for one in plain if one in "\n\t" or unicodedata.category(one) not in HIDDEN)
