"""What hatchling does besides pyproject.toml: takes along the built book, fits the README to a package index."""

import re
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

BOOK = Path("_build/dist/html")  # where `make dist` builds it, and where it lies in the source distribution
LINK = re.compile(r"(?P<picture>!?)\[(?P<text>[^]]*)\]\((?P<path>(?!https?:|#)[^)]*)\)")


class BookHook(BuildHookInterface):
    """Puts the built book into the source distribution, and into a wheel where the panel looks for it."""

    def initialize(self, version, build_data):
        """Add the book to what is built, but not to an editable install, whose panel finds the checkout's."""
        if version != "editable" and (Path(self.root) / BOOK / "index.html").is_file():
            target = BOOK.as_posix() if self.target_name == "sdist" else "cs231n_course/_book"
            build_data["force_include"][str(Path(self.root) / BOOK)] = target


class ReadmeHook(MetadataHookInterface):
    """Gives the package the README without paths, which lead nowhere on the page of a package index."""

    def update(self, metadata):
        """Set the README; its links lead to the repository, if [project.urls] says which that is."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        repository = metadata.get("urls", {}).get("Repository", "")
        metadata["readme"] = {"content-type": "text/markdown", "text": without_paths(text, repository)}


def without_paths(text, repository):
    """Returns Markdown whose links and pictures are addresses in a repository as GitHub has them.

    Without a repository a link becomes its text, and a picture goes.
    """

    def replace(link):
        if not repository:
            return "" if link["picture"] else link["text"]
        kind = "raw" if link["picture"] else "blob"
        return f"{link['picture']}[{link['text']}]({repository}/{kind}/HEAD/{link['path']})"

    return re.sub(r"\n{3,}", "\n\n", LINK.sub(replace, text))
