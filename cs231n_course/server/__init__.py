"""The server part of the JupyterLab panel: it says how far the learner is, and grades as `cs231n grade` does."""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Returns the module that Jupyter Server loads."""
    return [{"module": "cs231n_course.server"}]


def _load_jupyter_server_extension(server) -> None:
    """Adds the handlers to a server, and follows its renames. Nothing is read or started before the panel asks."""
    from cs231n_course.server.handlers import add_handlers
    from cs231n_course.server.odd_notebooks import open_odd_notebooks
    from cs231n_course.server.renames import follow_renames

    add_handlers(server.web_app)
    open_odd_notebooks(server)
    follow_renames(server)
