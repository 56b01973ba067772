"""What confines an answer's process: on this machine, as an older kernel would have it, and what is said elsewhere."""

import contextlib
import ctypes
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cs231n_course import doctor
from cs231n_course.sandbox import confine, landlock, own_folder, seccomp

linux = pytest.mark.skipif(bool(confine.missing()), reason="needs Landlock and seccomp")
HEADERS = {  # where Linux' own numbers stand, if they are installed
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}


@linux
@pytest.mark.parametrize("version", range(1, 8))
def test_a_process_is_confined_with_what_an_older_or_newer_landlock_knows(monkeypatch, version):
    if version > landlock.version():
        version = landlock.version()  # a kernel refuses what it doesn't know
    monkeypatch.setattr(landlock, "version", lambda: version)
    assert confine.trial() == ""


@linux
def test_a_trial_says_what_is_open(monkeypatch):
    monkeypatch.setenv(confine.SWITCH, "off")
    assert "can be read, a socket can be opened" in confine.trial()


@linux
def test_a_machine_that_refuses_is_told_of(monkeypatch):
    def refuse(*_, **__):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(landlock, "restrict", refuse)
    assert "Operation not permitted" in confine.trial()
    assert [(state, name) for state, name, _ in doctor._protections()] == [(doctor.MISSING, "grader")]


@linux
@pytest.mark.parametrize("user", {os.getuid(), 54321 if os.getuid() == 0 else os.getuid()})
def test_where_the_system_allows_it_the_network_is_not_even_there(user):
    if subprocess.run(["unshare", "--user", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("the system allows no namespaces")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setresgid(user, user, user)
                os.setresuid(user, user, user)
                ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE: as if it had been started by this user
                confine.leave_the_network()
                with contextlib.suppress(OSError):
                    socket.socket().connect(listening.getsockname())
                    os.write(write, b"connected, as ")
                os.write(write, f"{os.getuid()} {os.getgid()} {confine._rights() if user else 0}".encode())
            except BaseException as error:
                os.write(write, repr(error).encode())
            finally:
                os._exit(0)
        os.close(write)
        with os.fdopen(read) as pipe:
            assert pipe.read() == f"{user} {user} 0"
        os.waitpid(child, 0)


@linux
def test_of_what_is_hidden_only_names_can_be_read(tmp_path):
    for name in ("open", "hidden"):
        (tmp_path / "package" / name).mkdir(parents=True)
    rules = dict(confine._all_but(str(tmp_path), {str(tmp_path / "package" / "hidden")}))
    assert rules == {
        str(tmp_path): landlock.Access.READ_DIR,
        str(tmp_path / "package"): landlock.Access.READ_DIR,
        str(tmp_path / "package" / "open"): landlock.READ,
    }


def test_of_a_folder_on_pythons_path_only_modules_can_be_read(tmp_path, monkeypatch):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").touch()
    (tmp_path / "module.py").touch()
    (tmp_path / "letters").mkdir()
    (tmp_path / "secret.txt").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    found = [path for path in confine._importable() if path.startswith(str(tmp_path))]
    assert sorted(found) == [str(tmp_path / "module.py"), str(tmp_path / "package")]


def test_what_is_missing_is_said(monkeypatch):
    monkeypatch.setattr(landlock, "version", lambda: 0)
    monkeypatch.setattr(seccomp, "available", lambda: False)
    monkeypatch.setattr(sys, "platform", "linux")
    files, others = confine.missing()
    assert "has no Landlock" in files
    assert "use the network" in others
    monkeypatch.setattr(sys, "platform", "darwin")
    (everything,) = confine.missing()
    assert "answers run as this user" in everything
    assert doctor.OPTIONAL in {state for state, *_ in doctor._protections()}


@pytest.mark.parametrize("machine", HEADERS)
def test_system_calls_have_the_numbers_that_linux_gives_them(machine):
    path, column = HEADERS[machine], seccomp.ARCHITECTURES[machine][1]
    if not path.is_file():
        pytest.skip("Linux' headers are not installed")
    numbers = {
        name: int(number)
        for name, number in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\s*$", path.read_text(), re.MULTILINE)
    }
    listed = {name: both[column] for name, both in {**seccomp.ALL, **seccomp.ABOUT_ITSELF}.items()}
    listed |= dict(zip(("clone", "clone3", "socketpair"), seccomp.OTHER_NUMBERS[machine], strict=False))
    known = {name: number for name, number in listed.items() if name in numbers and number is not None}
    assert known == {name: numbers[name] for name in known}
    assert len(known) > 50
    newest = max(number for number in listed.values() if number is not None)
    assert newest <= seccomp.NEWEST


def test_a_folder_that_holds_too_much_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(own_folder, "MOST_FILES", 20)
    monkeypatch.setattr(own_folder, "MOST_BYTES", 50_000)
    assert not own_folder.is_overfull(tmp_path / "gone")
    (tmp_path / "pretends").touch()
    os.truncate(tmp_path / "pretends", 1_000_000)
    assert not own_folder.is_overfull(tmp_path)
    (tmp_path / "large").write_bytes(os.urandom(60_000))
    assert own_folder.is_overfull(tmp_path)
    (tmp_path / "large").unlink()
    for number in range(20):
        (tmp_path / f"folder-{number}").mkdir()
    assert own_folder.is_overfull(tmp_path)


def test_a_folder_is_removed_whatever_was_made_of_it(tmp_path):
    folder, start = tmp_path / "work", Path.cwd()
    folder.mkdir()
    os.chdir(folder)
    for _ in range(3000):  # deeper than Python goes, and than a path can say
        os.mkdir("deep")  # noqa: PTH102
        os.chdir("deep")
    os.chdir(start)
    (folder / "locked").mkdir(0)
    own_folder.remove_tree(folder)
    assert not folder.exists()
