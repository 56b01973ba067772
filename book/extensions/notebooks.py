"""Each chapter as the learner's notebook: in the site, below the chapter's title, and where it can be run at once."""

import html
import json
import shutil
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from cs231n_course.learn.copy import learner_content, linked_files
from cs231n_course.notebooks import reading
from cs231n_course.notebooks.install_cell import with_install_cell
from cs231n_course.notebooks.release import release_chapter

FOLDER = "notebooks"  # in the site; the branch that .github/workflows/pages.yml publishes it on has the same name
COPY = "course"  # where .binder/postBuild puts the learner's copy
LINK_GENERATOR = "https://nbgitpuller.readthedocs.io/en/latest/link.html"
NO_REPOSITORY = (
    "It needs the course’s kit: <code>pip install .</code> in the course’s folder, from whoever gave you this."
)


def notebook_line(file, repository):
    """Returns the line below a chapter's title, as HTML: its notebook, and how to get it running."""
    download = f'<a href="{FOLDER}/{quote(file)}" download>This chapter as a notebook</a>'
    if not repository:
        return f"{download}. {NO_REPOSITORY}"
    line = f"{download}: its first cell installs what it needs."
    links = [f'<a href="{html.escape(link)}">{name}</a>' for name, link in run_links(file, repository).items()]
    return f"{line} Or run it on {', '.join(links[:-1])} or {links[-1]}." if links else line


def run_links(file, repository):
    """Returns {name: link} of the places that run a chapter's notebook, for a repository that they can read."""
    address = urlsplit(repository.removesuffix("/").removesuffix(".git"))
    if address.scheme not in ("http", "https"):
        return {}
    path = address.path.strip("/")
    in_copy = urlencode({"urlpath": f"lab/tree/{COPY}/{file}"}, safe="/")
    links = {}
    if address.netloc == "github.com":
        links["Colab"] = f"https://colab.research.google.com/github/{path}/blob/{FOLDER}/{quote(file)}"
        source = f"gh/{path}"
    elif address.netloc == "gitlab.com":
        source = f"gl/{quote(path, safe='')}"
    else:
        source = f"git/{quote(address.geturl(), safe='')}"
    links["Binder"] = f"https://mybinder.org/v2/{source}/HEAD?{in_copy}"
    opened = f"lab/tree/{path.rpartition('/')[2]}/{file}"
    pulled = urlencode({"repo": address.geturl(), "branch": FOLDER, "urlpath": opened})
    links["your JupyterHub"] = f"{LINK_GENERATOR}?{pulled}"
    return links


def write_notebooks(app, error):
    """Write the learners' notebooks, and the files that they link to, into the site (event build-finished).

    Each is also written as a script, for pages that were opened from disk: static/page.js hands it over.
    """
    if error is not None or app.builder.format != "html":
        return
    site, source = Path(app.outdir), Path(app.srcdir)
    folder, scripts = site / FOLDER, site / "_static" / FOLDER
    repository = app.config.book_addresses.get("Repository", "")
    shutil.rmtree(folder, ignore_errors=True)
    scripts.mkdir(parents=True, exist_ok=True)
    notebooks = {}
    for path in map(Path, map(app.env.doc2path, sorted(app.env.found_docs))):
        if path.suffix == ".ipynb":
            nb = release_chapter(reading.read(path), path.name)
            if repository:
                nb = with_install_cell(nb, repository, app.config.book_revision)
            notebooks[path.relative_to(source)] = nb
    for name, nb in notebooks.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        reading.write(folder / name, nb)
        text = json.dumps((folder / name).read_text(encoding="utf-8"), ensure_ascii=False)
        (scripts / f"{name.name}.js").write_text(f"globalThis.cs231nNotebook = {text};\n", encoding="utf-8")
    for name in linked_files(notebooks.values(), source):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(learner_content(source / name))


def setup(app):
    """Register with Sphinx."""
    app.add_config_value("book_revision", "", "env")  # of the repository, from which the notebooks install the kit
    app.connect("build-finished", write_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
