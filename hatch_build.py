"""What hatchling does besides pyproject.toml: it takes along the book, where `make dist` has built one."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BOOK = Path("_build/dist/html")  # from the project's root, here and in the source distribution


class BookHook(BuildHookInterface):
    """Puts the built book into the source distribution, and into a wheel where the panel looks for it."""

    def initialize(self, version, build_data):
        """Add the book to what is built, but not to an editable install, whose panel finds the checkout's."""
        if version != "editable" and (Path(self.root) / BOOK / "index.html").is_file():
            target = BOOK.as_posix() if self.target_name == "sdist" else "cs231n_course/_book"
            build_data["force_include"][str(Path(self.root) / BOOK)] = target
