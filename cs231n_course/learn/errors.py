"""What `cs231n learn` says about a notebook or a disk that stops it."""

import errno
from pathlib import Path


def explain(error: Exception, folder: Path) -> str:
    """Returns, for the learner, what is wrong and what to try; folder is that of their copy."""
    if not isinstance(error, OSError) or error.errno is None:
        return str(error)
    text = f"{error.strerror}: {error.filename or folder}. Nothing of yours in {folder} is lost."
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return f"{text} {'Make room' if full else 'Mend that, or give another DIR'}, then run `cs231n learn` again."
