"""Downloads, from a server on this machine: ranges, cuts, a wrong hash, errors, no network."""

import hashlib
import socket

import numpy as np
import pytest
from file_server import serving
from test_weights import largest_file

from cs231n_kit import download as module
from cs231n_kit.download import download

DATA = np.random.default_rng(0).bytes(1_000_000)
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(module, "PAUSE", 0)
    with serving(DATA) as running:
        yield running


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a new folder" / "data.bin"


def files(path):
    return {one.name for one in path.parent.iterdir()}


def test_a_file_comes_whole_and_the_bar_says_how_far(server, path, capsys):
    assert download(server.url, path, SHA256) == path
    assert path.read_bytes() == DATA
    assert files(path) == {"data.bin"}
    assert server.asked == [None]
    said = capsys.readouterr().err
    assert "data.bin: 100%" in said
    assert "1.00M/1.00M" in said
    download(server.url, path.with_name("other.bin"), SHA256, progress=False)
    assert capsys.readouterr().err == ""


def test_after_a_cut_it_goes_on_from_there(server, path, capsys):
    server.cuts = [300_000, 1, 500_000]
    download(server.url, path, SHA256)
    assert path.read_bytes() == DATA
    assert server.asked == [None, "bytes=300000-", "bytes=300001-", "bytes=800001-"]


def test_the_next_call_goes_on_where_the_last_one_ended(server, path):
    server.cuts = [400_000] + [0] * module.TRIES
    with pytest.raises(OSError, match=r"ended after 400,000 bytes\. 400,000 bytes are kept.*CS231N_DATA"):
        download(server.url, path, SHA256)
    assert files(path) == {"data.bin.part"}
    server.asked.clear()
    download(server.url, path, SHA256)
    assert path.read_bytes() == DATA
    assert server.asked == ["bytes=400000-"]


def test_a_server_without_ranges_begins_anew(server, path):
    server.ranges = False
    server.cuts = [300_000]
    download(server.url, path, SHA256)
    assert path.read_bytes() == DATA
    server.cuts = [300_000] * (module.TRIES + 1)
    with pytest.raises(OSError, match="ended after 300,000 bytes"):
        download(server.url, path.with_name("other.bin"), SHA256)


def test_a_wrong_hash_leaves_nothing(server, path):
    with pytest.raises(ValueError, match=rf"SHA-256 {SHA256}, and 0000 was expected\. It was deleted"):
        download(server.url, path, "0000")
    assert files(path) == set()


@pytest.mark.parametrize(
    "part", [b"old" * 1000, DATA, DATA + b"more", DATA[:-1]], ids=["other", "all", "long", "short"]
)
def test_what_is_left_of_another_time_is_used_only_if_it_is_right(server, path, part):
    path.parent.mkdir()
    path.with_name("data.bin.part").write_bytes(part)
    download(server.url, path, SHA256)
    assert path.read_bytes() == DATA
    assert files(path) == {"data.bin"}
    assert server.asked[0] == f"bytes={len(part)}-"
    assert (None in server.asked) == (part[:100] != DATA[:100] or len(part) > len(DATA))


def test_an_answer_that_says_no_is_told_at_once(server, path):
    server.status = 404
    with pytest.raises(OSError, match=r"answers 404, Not Found\. Or get it in another way, and put it at .*data\.bin"):
        download(server.url, path, SHA256)
    assert server.asked == [None]
    server.status = 503
    with pytest.raises(OSError, match="can't be had now: it answers 503, Service Unavailable"):
        download(server.url, path, SHA256)
    assert len(server.asked) == 1 + module.TRIES
    assert files(path) == set()


def test_no_network_is_told_with_what_to_try(monkeypatch, path):
    monkeypatch.setattr(module, "PAUSE", 0)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # nobody listens
        port = unused.getsockname()[1]
        for url in (f"http://127.0.0.1:{port}/a", "http://no-such-host.invalid/a"):
            with pytest.raises(OSError, match=rf"{url} can't be had now: .*Look at the network.*put it at .*data\.bin"):
                download(url, path, SHA256)


def test_a_full_disk_is_not_taken_for_a_network_that_fails(server, path):
    with largest_file(300_000), pytest.raises(OSError, match=r"data\.bin\.part can't be written: File too large"):
        download(server.url, path, SHA256, progress=False)
    assert server.asked == [None]
    download(server.url, path, SHA256)
    assert path.read_bytes() == DATA
    assert server.asked[1].startswith("bytes=")
