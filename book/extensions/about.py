"""What the book says about itself: to search engines and whoever links to it, and at each page's foot to its reader."""

import html
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin
from xml.sax.saxutils import escape

import nbformat
import yaml
from docutils import nodes

from extensions.chapters import opening_question

DESCRIPTION = 200  # characters, at most
LICENCE_FILE = "license.txt"  # LICENSE in the site: with a name that every host serves as text


def describe_page(app, pagename, templatename, context, doctree):
    """Give a page its description, its tags for links to it, and what its foot says (event html-page-context)."""
    if doctree is not None:
        text = description(Path(app.env.doc2path(pagename)), doctree)
        tags = {"og:site_name": app.config.project, "og:title": app.env.titles[pagename].astext()}
        tags |= {"og:type": "website" if pagename == app.config.root_doc else "article", "og:description": text}
        tags |= {"og:url": context["pageurl"]} if context.get("pageurl") else {}
        lines = [f'<meta name="description" content="{html.escape(text)}" />']
        lines += [f'<meta property="{name}" content="{html.escape(content)}" />' for name, content in tags.items()]
        context["metatags"] = "\n    ".join([context.get("metatags", ""), *lines])
    context["colophon"] = colophon(Path(app.config.book_root), app.config.release, app.config.book_addresses)


def description(path, doctree):
    """Returns what a page is about: the question that its chapter opens with, else how its text begins."""
    if path.suffix == ".ipynb" and (question := opening_question(nbformat.read(path, as_version=4))):
        return shortened(question)
    texts = (one for one in doctree.findall(nodes.paragraph) if isinstance(one.parent, nodes.section))
    return shortened(next((text.astext() for text in texts), ""))


def shortened(text):
    """Returns as many whole sentences of a text as a description may have, or of its first sentence the beginning."""
    text = " ".join(text.split())
    if len(text) <= DESCRIPTION:
        return text
    ends = [end.start() for end in re.finditer(r"(?<=[.?!]) ", text[: DESCRIPTION + 1])]
    return text[: ends[-1]] if ends else text[:DESCRIPTION].rpartition(" ")[0] + " …"


def colophon(root, version, addresses):
    """Returns what the foot of every page says: version, licence, how to cite, and addresses if there are any.

    root is the folder of CITATION.cff, the one source of how to cite; {} if it has none.
    """
    source = root / "CITATION.cff"
    if not source.exists():
        return {}
    cited = yaml.safe_load(source.read_text(encoding="utf-8"))
    address = addresses.get("Documentation") or addresses.get("Repository", "")
    authors = " and ".join(author_name(one) for one in cited["authors"])
    year = cited["date-released"].year
    line = f"{authors} ({year}). {cited['title']}, version {version}. {address}".strip()
    fields = {"author": f"{{{authors}}}", "title": f"{{{cited['title']}}}", "year": year, "version": version}
    fields |= {"url": address} if address else {}
    inner = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    links = {"Source": addresses.get("Repository"), "Report a mistake": addresses.get("Issues")}
    return {
        "version": version,
        "licence": cited["license"],
        "licence_file": LICENCE_FILE if (root / "LICENSE").exists() else "",
        "cite": line,
        "bibtex": f"@software{{cs231n-kit,\n{inner}}}",
        "links": {name: link for name, link in links.items() if link},
    }


def author_name(author):
    """Returns an author of a CITATION.cff: a person's two names, or an entity's one."""
    return author.get("name") or f"{author['given-names']} {author['family-names']}"


def write_files(app, error):
    """Write the licence, and the sitemap if the site's address is known, into the site (event build-finished)."""
    if error is not None or app.builder.format != "html":
        return
    site, licence = Path(app.outdir), Path(app.config.book_root) / "LICENSE"
    if licence.exists():
        shutil.copyfile(licence, site / LICENCE_FILE)
    (site / "sitemap.xml").unlink(missing_ok=True)
    if app.config.html_baseurl:
        base = app.config.html_baseurl.rstrip("/") + "/"
        pages = [urljoin(base, app.builder.get_target_uri(name)) for name in sorted(app.env.found_docs)]
        (site / "sitemap.xml").write_text(sitemap(pages), encoding="utf-8")


def sitemap(pages):
    """Returns the text of a sitemap.xml that lists pages by their address."""
    entries = "".join(f"  <url><loc>{escape(page)}</loc></url>\n" for page in pages)
    opening = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{opening}{entries}</urlset>\n"


def setup(app):
    """Register with Sphinx."""
    app.add_config_value("book_addresses", {}, "env")
    app.connect("html-page-context", describe_page)
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
