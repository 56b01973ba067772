"""Let a plain Markdown link name one entry of the bibliography: [He et al., 2015](references.md#he2015)."""


def name_entries(app, env):
    """Tell MyST the entries' addresses (event env-updated), so that it finds them and warns of others."""
    for citation in env.get_domain("cite").citations:
        slugs = env.metadata[citation.bibliography_key.docname].setdefault("myst_slugs", {})
        slugs[citation.citation_id] = (0, citation.citation_id, citation.formatted_entry.label)
    return []


def setup(app):
    """Register with Sphinx."""
    app.connect("env-updated", name_entries, priority=900)  # after sphinxcontrib-bibtex, wherever it is loaded
    return {"parallel_read_safe": True, "parallel_write_safe": True}
