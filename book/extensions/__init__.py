"""The book's own Sphinx extensions, one concern each."""
