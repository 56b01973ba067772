"""Write a bibliography out as plain Markdown, for readers outside the book: JupyterLab knows no directives."""

import re
import unicodedata

DIRECTIVE = re.compile(r"^```\{bibliography\}.*?^```$", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r"^@\w+\{(?P<key>[\w-]+),\n(?P<fields>.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^\s*(\w+)\s*=\s*\{(.*?)\},?\n", re.MULTILINE | re.DOTALL)
ACCENTS = {"'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303"}


def as_markdown(text: str, bibliography: str) -> str:
    """Returns a page's text with a list of the bibliography's entries, in its order, in place of the directive."""
    items = [_item(entry["key"], dict(FIELD.findall(entry["fields"]))) for entry in ENTRY.finditer(bibliography)]
    return DIRECTIVE.sub(lambda _: "\n".join(items), text)


def _item(key: str, fields: dict[str, str]) -> str:
    """Returns one entry as an item of a list: authors, title, where and when it appeared, and its address."""
    fields = {name: _plain(" ".join(value.split())) for name, value in fields.items()}
    authors = [" ".join(reversed(author.split(", "))) for author in fields.get("author", "").split(" and ")]
    names = authors[0] if len(authors) == 1 else f"{', '.join(authors[:-1])} and {authors[-1]}"
    publication = fields.get("journal") or fields.get("booktitle") or fields.get("howpublished") or ""
    if "eprint" in fields:
        publication = publication or f"arXiv:{fields['eprint']}"
        fields.setdefault("url", f"https://arxiv.org/abs/{fields['eprint']}")
    if "doi" in fields:
        fields.setdefault("url", f"https://doi.org/{fields['doi']}")
    title = f"[{fields['title']}]({fields['url']})" if "url" in fields else fields["title"]
    published = ", ".join(part for part in (publication, fields.get("year", "")) if part)
    return f'- <a id="{key}"></a>{names}: *{title}*. {published}.'


def _plain(value: str) -> str:
    """Returns a field of an entry as plain text, without BibTeX's braces and accents."""
    value = re.sub(r"\\url\{(.*?)\}", r"\1", value)
    value = re.sub(r"\{?\\(['`\"^~])\{?(\w)\}?\}?", lambda match: match[2] + ACCENTS[match[1]], value)
    return unicodedata.normalize("NFC", value.replace("{", "").replace("}", "").replace("--", "–"))
