"""Where the course is published: the addresses that pyproject.toml gives under [project.urls], "" until it does."""

KIT = "cs231n-kit"


def address(label: str) -> str:
    """Returns the address that pyproject.toml gives under a label ("Repository", "Issues"), "" if there is none."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        entries = metadata(KIT).get_all("Project-URL") or []
    except PackageNotFoundError:  # run from a folder, without being installed
        return ""
    return dict(entry.split(", ", 1) for entry in entries).get(label, "")


def report(what: str = "it") -> str:
    """Returns the end of a sentence that asks for a report, with the place to send it to: "report it at ..."."""
    issues = address("Issues")
    return f"report {what} at {issues}" if issues else f"report {what} to whoever gave you the course"


def install(extra: str = "") -> str:
    """Returns the command that installs the course, with an extra such as "cuda12"."""
    extras = f"[{extra}]" if extra else ""
    repository = address("Repository")
    if repository:
        return f"pip install '{KIT}{extras} @ git+{repository}'"
    return f"pip install '.{extras}' in the course's folder"
