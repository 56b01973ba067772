"""Downloads that go on where they were cut, with a bar that shows how far they are.

pooch checks hashes and shows progress, too, but what it downloads goes to a file that it deletes after a cut.
"""

import hashlib
import http.client
import ssl
import time
import urllib.error
import urllib.request
from pathlib import Path

__all__ = ["check_sha256", "download"]

TRIES = 5  # times in a row without a single new byte
PAUSE = 1.0  # seconds; after each failure one more
NETWORK_ERRORS = (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError, ssl.SSLError)


def download(url, path, sha256, *, progress=True):
    """Returns path, where the file from url with this SHA-256 now is. What is there already is not asked for again.

    Until it is whole it is PATH.part, and the next call goes on where the last was cut. OSError, which says what to
    try, if it can't be had; ValueError, and nothing is kept, for another SHA-256.
    """
    path = Path(path)
    part = path.with_name(f"{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    resumed = part.exists()
    _fetch_all(url, path, part, progress)
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        part.unlink()
        if resumed:  # perhaps the beginning was of an older file
            return download(url, path, sha256, progress=progress)
        raise ValueError(f"{url} gave a file with the SHA-256 {found}, and {sha256} was expected. It was deleted.")
    part.replace(path)
    return path


def _fetch_all(url, path, part, progress):
    """Fetch until part is whole. OSError if nothing more comes."""
    failures = 0
    while failures < TRIES:
        time.sleep(PAUSE * failures)
        before = _size(part)
        try:
            if _fetch(url, part, progress):
                return
            reason = f"it ended after {_size(part):,} bytes"
        except urllib.error.HTTPError as answer:
            if answer.code < 500:
                raise OSError(f"{url} answers {answer.code}, {answer.reason}. {_by_hand(path)}") from answer
            reason = f"it answers {answer.code}, {answer.reason}"
        except NETWORK_ERRORS as error:
            reason = str(error)
        except OSError as error:  # of the file, not of the network
            raise OSError(f"{part} can't be written: {error.strerror}. The next call goes on from there.") from error
        failures = 0 if _size(part) > before else failures + 1
    kept = f" {_size(part):,} bytes are kept, and the next call goes on from there." if _size(part) else ""
    raise OSError(f"{url} can't be had now: {reason}.{kept} Look at the network, and try again. {_by_hand(path)}")


def _size(path):
    return path.stat().st_size if path.exists() else 0


def check_sha256(found, expected, path):
    """Raises ValueError, which says what to do with the file, for another SHA-256 than was expected."""
    if found != expected:
        raise ValueError(
            f"{path} has the SHA-256 {found}, and {expected} was expected: it is damaged, not whole, or another file. "
            "Delete it, and run this again to download it anew."
        )


def _by_hand(path):
    return f"Or get it in another way, and put it at {path}; CS231N_DATA may name another folder."


def _fetch(url, part, progress):
    """Write what is missing of a file. Returns whether it is whole; errors are urllib's."""
    have = _size(part)
    headers = {"User-Agent": "cs231n-kit"} | ({"Range": f"bytes={have}-"} if have else {})
    try:
        response = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30)
    except urllib.error.HTTPError as answer:
        if answer.code != 416:  # there is nothing from `have` on
            raise
        if answer.headers.get("Content-Range") == f"bytes */{have}":
            return True
        part.unlink()  # longer than the file, so not its beginning
        return False
    with response:
        goes_on = response.status == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {have}-")
        start = have if goes_on else 0
        length = response.headers.get("Content-Length")
        total = start + int(length) if length else None
        _write_chunks(response, part, start, total, progress)
    return total is None or _size(part) == total


def _write_chunks(response, part, start, total, progress):
    """Append what comes to a file, or begin it anew where start is 0."""
    from tqdm import tqdm

    name = part.name.removesuffix(".part")
    settings = {"unit": "B", "unit_scale": True, "initial": start, "total": total, "disable": not progress}
    with part.open("ab" if start else "wb") as file, tqdm(desc=name, **settings) as bar:
        while chunk := response.read(1 << 18):
            file.write(chunk)
            bar.update(len(chunk))
