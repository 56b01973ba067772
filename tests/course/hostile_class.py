"""A class with a red team's answers in it, graded in one notebook beside honest ones: what they have broken."""

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from pathlib import Path
from typing import NamedTuple

import nbformat
import psutil
from red_team import ATTACKS, source_of
from small import SETUP, check_source, code, with_answers

from cs231n_course.notebooks import release
from cs231n_course.sandbox import confine

ROOT = Path(__file__).resolve().parents[2]
SECRET = "OPEN-SESAME"
ORDINARY = 54321  # the number of a user, of whom nothing is known here
HONEST = "def answer(x):\n    return x + 4711"
OTHERS = ("other", "third", "fourth", "sixth")  # what others have handed in
IN_SYSTEM = ("/dev/shm", "/var/tmp", "/tmp")
BY_KEY = {"old-shared-memory": "shm", "semaphore": "sem", "queue": "msg"}  # what System V keeps under a number


class Run(NamedTuple):
    """A grading: the report, what each attack has broken, and what is left."""

    files: dict
    broken: set
    left: list
    complaints: str


def red_chapter():
    """Make a chapter that asks for the same thing once for each attack, and for an honest answer after every ten."""
    cells = [code("setup", SETUP, role="setup")]
    names = list(ATTACKS)
    for number in range(0, len(names), 10):
        names.insert(number + number // 10, f"honest-{number // 10}")
    for name in names:
        solution = "def answer(x):\n    ### BEGIN SOLUTION\n    return x + 4711\n    ### END SOLUTION"
        cells.append(code(f"a-{name}"[:60], solution, role="answer", exercise=name, name="answer"))
        source = check_source(name, "a number", "answer", "check.show(answer(check.integer(1, 900)))")
        cells.append(code(f"c-{name}"[:60], source, role="check", exercise=name, points=1))
    return nbformat.v4.new_notebook(cells=cells, metadata={"cs231n": {"chapter": "01_red"}})


def build(arena):
    """Make the folders, and what hostile answers aim at in them. Returns {attack: the process that it is told of}."""
    for name in ("home", "tmp", "handed-in", "env", "chapters/mistakes"):
        (arena / name).mkdir(parents=True)
    for package in ("cs231n_course", "cs231n_kit"):  # an environment that belongs to the user, the course in it
        shutil.copytree(ROOT / package, arena / "env" / package, ignore=shutil.ignore_patterns("__pycache__"))
    chapter = red_chapter()
    nbformat.write(chapter, arena / "chapters" / "01_red.ipynb")
    (arena / "env" / "cs231n_course" / "_chapters").mkdir()
    nbformat.write(chapter, arena / "env" / "cs231n_course" / "_chapters" / "01_red.ipynb")
    (arena / "chapters" / "mistakes" / "01_red.txt").write_text(f"# {SECRET}\n")
    (arena / "home" / "secret").write_text(f"{SECRET} " * 9)
    (arena / "home" / "secret_module.py").write_text(f"value = {SECRET!r}\n")
    (arena / "home" / ".profile").touch()
    sleep = {"executable": shutil.which("sleep"), "start_new_session": True, "preexec_fn": heed_hang_up}
    victims = {
        name: subprocess.Popen([SECRET, "600"], **sleep) for name, attack in ATTACKS.items() if attack.kind == "signals"
    }
    for name in ATTACKS:
        (arena / "victims" / name).mkdir(parents=True)
        (arena / "victims" / name / "file").write_text("untouched")
    return chapter, victims


def heed_hang_up():
    """Let SIGHUP end the process that is about to start, also where the tests run under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def hand_in(arena, chapter, victims, port):
    """Write what is handed in: one notebook of attacks, and honest ones, with the secret in their names and texts."""
    blank = release.release_chapter(chapter)
    exercises = [cell.metadata.cs231n["exercise"] for cell in chapter.cells if cell.id.startswith("a-")]
    honest = dict.fromkeys(exercises, f"{HONEST}  # {SECRET}")
    hostile = {
        name: source_of(
            name,
            TARGET=arena / "victims" / name / "file",
            ARENA=arena,
            PID=victims[name].pid if name in victims else 0,
            PORT=port,
            MARK=mark(arena, name),
            KEY=key(arena),
        )
        for name in ATTACKS
    }
    blank.cells.append(nbformat.v4.new_markdown_cell(f"the end {SECRET}", id="end"))
    nbformat.write(with_answers(blank, **honest | hostile), arena / "handed-in" / "mine.ipynb")
    few = with_answers(blank, **{name: answer for name, answer in honest.items() if name.startswith("honest")})
    for name in OTHERS:
        nbformat.write(few, arena / "handed-in" / f"{name}.ipynb")
    (arena / "handed-in" / f"{SECRET}.txt").touch()


def mark(arena, name):
    """Returns the word under which an attack of this run leaves something in the system."""
    return f"{arena.name}-{name}"


def key(arena):
    """Returns the number under which an attack of this run does."""
    return zlib.crc32(arena.name.encode()) >> 1 or 1


def snapshot(path):
    """Returns what can be seen of a file or a folder: names, contents, rights, times and attributes."""
    if not os.path.lexists(path):
        return None
    files = [path, *(one for one in sorted(path.rglob("*")) if "__pycache__" not in one.parts)]
    seen = []
    for one in files:
        status, content = one.lstat(), ""
        if one.is_file() and not one.is_symlink():
            content = hashlib.sha256(one.read_bytes()).hexdigest() + str((status.st_mtime_ns, os.listxattr(one)))
        seen.append((str(one), status.st_mode, content))
    return seen


def condition(process):
    """Returns what other processes can change of a process."""
    try:
        one = psutil.Process(process.pid)
        if one.status() == psutil.STATUS_ZOMBIE:
            return None
        stopped = one.status() in (psutil.STATUS_STOPPED, psutil.STATUS_TRACING_STOP)
        limits = [one.rlimit(kind) for kind in (psutil.RLIMIT_NOFILE, psutil.RLIMIT_CPU)]
        return stopped, one.nice(), one.cpu_affinity(), limits, os.sched_getscheduler(process.pid)
    except psutil.NoSuchProcess:
        return None


@contextlib.contextmanager
def listening(arena):
    """Listen by TCP, UDP and three kinds of Unix sockets. Yields the port, and a list of what has been received."""
    received, open_sockets, port = [], [], None
    for family, kind, address in (
        (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
        (socket.AF_INET, socket.SOCK_DGRAM, None),
        (socket.AF_UNIX, socket.SOCK_STREAM, str(arena / "s")),
        (socket.AF_UNIX, socket.SOCK_STREAM, f"\0{arena}"),
        (socket.AF_UNIX, socket.SOCK_DGRAM, str(arena / "d")),
    ):
        one = socket.socket(family, kind)
        one.bind(address or ("127.0.0.1", port))
        port = port or one.getsockname()[1]
        if kind == socket.SOCK_STREAM:
            one.listen(50)
        open_sockets.append(one)
        threading.Thread(target=_receive, args=[one, kind, received], daemon=True).start()
    for name in "sd":
        (arena / name).chmod(0o777)
    try:
        yield port, received
    finally:
        for one in open_sockets:
            one.close()


def _receive(one, kind, received):
    with contextlib.suppress(OSError):
        while True:
            if kind == socket.SOCK_DGRAM:
                received.append(one.recv(1000))
                continue
            connection, _ = one.accept()
            connection.settimeout(1)
            with connection, contextlib.suppress(OSError):
                if connection.family == socket.AF_INET:
                    connection.send(b"\xff\0\0\0\0\0\0\0\x01\x7f")  # so that ZeroMQ takes it for one of its own
                while part := connection.recv(1000):
                    received.append(part)


def everybody_may_read(path):
    """Say whether a folder lies where every user may look."""
    return all(one.stat().st_mode & 0o005 == 0o005 for one in (path, *path.parents))


def become_ordinary():
    """Give up root's rights; but to read everything, if Python or the course lies where only root may look."""
    libc, right = ctypes.CDLL(None), 1 << confine.READ_ALL
    truly = everybody_may_read(Path(sys.base_prefix)) and everybody_may_read(Path(sys.prefix))
    libc.prctl(confine.KEEP_RIGHTS, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(ORDINARY, ORDINARY, ORDINARY)
    os.setresuid(ORDINARY, ORDINARY, ORDINARY)
    if truly:
        return
    libc.capset(struct.pack("=Ii", confine.RIGHTS_VERSION, 0), struct.pack("=6I", *[right] * 3, 0, 0, 0))
    libc.prctl(47, 2, confine.READ_ALL, 0, 0)  # PR_CAP_AMBIENT_RAISE: programs that it starts keep that


def graded(*, sandbox, ordinary):
    """Grade a class with the attacks in it: a Run."""
    arena = Path(tempfile.mkdtemp(prefix="red-"))
    arena.chmod(0o755)
    victims = {}
    try:
        chapter, victims = build(arena)
        with listening(arena) as (port, received):
            hand_in(arena, chapter, victims, port)
            if ordinary:
                for path in (arena, *arena.rglob("*")):
                    os.chown(path, ORDINARY, ORDINARY, follow_symlinks=False)
            aims = {
                name: arena / (attack.aim or f"victims/{name}")
                for name, attack in ATTACKS.items()
                if attack.kind == "writes"
            }
            before = {name: snapshot(aim) for name, aim in aims.items()}
            conditions = {name: condition(process) for name, process in victims.items()}
            notebooks = [arena / "handed-in" / f"{name}.ipynb" for name in ("mine", *OTHERS)]
            done = subprocess.run(
                [sys.executable, "-P", "-m", "cs231n_course.cli", "grade", "--json", "--timeout", "5", *notebooks],
                env=os.environ
                | {"HOME": str(arena / "home"), "TMPDIR": str(arena / "tmp"), "MY_TOKEN": f"{SECRET}-token"}
                | {"PYTHONPATH": str(arena / "env"), "CS231N_CHAPTERS": str(arena / "chapters")}
                | {"CS231N_SANDBOX": "on" if sandbox else "off"},
                cwd=arena / "handed-in",
                preexec_fn=become_ordinary if ordinary else None,
                capture_output=True,
                text=True,
                timeout=600,
                check=False,
            )
            time.sleep(0.2)  # for what is under way
            assert done.stdout, (done.returncode, done.stderr)
            files = {Path(one["file"]).stem: one for one in json.loads(done.stdout)["files"]}
            mine = {one["id"]: one for one in files["mine"]["exercises"]}
            broken = {name for name, aim in aims.items() if snapshot(aim) != before[name]}
            broken |= {name for name, process in victims.items() if condition(process) != conditions[name]}
            broken |= {name for name in ATTACKS if _has_broken(arena, name, mine, received)}
            left = [str(path.relative_to(arena)) for path in (arena / "tmp").rglob("*")]
            left += [" ".join(one.cmdline()) for one in psutil.process_iter() if str(arena) in str(_environment(one))]
            return Run(files, broken, left, done.stderr)
    finally:
        for process in victims.values():
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGCONT)
                process.kill()
            process.wait()
        clean_up(arena)


def _environment(process):
    with contextlib.suppress(psutil.Error):
        return process.environ()


def _has_broken(arena, name, mine, received):
    words = " ".join(mine[name]["words"]) if name in mine else ""
    seen = {
        "reads": SECRET in words,
        "starts": "STARTED" in words or (name in mine and mine[name]["trouble"] == "died"),
        "earns": name in mine and mine[name]["points"] > 0,
        "sends": any(name.encode() in part for part in received),
        "stays": in_system(arena, name),
    }
    return seen.get(ATTACKS[name].kind, False)


def in_system(arena, name):
    """Say whether something is in the system under an attack's word, or under its number."""
    if name in BY_KEY:
        listed = Path("/proc/sysvipc", BY_KEY[name]).read_text().splitlines()[1:]
        return any(int(line.split()[0]) == key(arena) for line in listed)
    return any(Path(folder, mark(arena, name)).exists() for folder in (*IN_SYSTEM, arena / "home"))


def clean_up(arena):
    """Remove what the attacks leave where nothing keeps them from it."""
    subprocess.run(["chmod", "-R", "u+rwx", str(arena)], check=False)
    shutil.rmtree(arena, ignore_errors=True)
    for name in ATTACKS:
        for folder in IN_SYSTEM:
            Path(folder, mark(arena, name)).unlink(missing_ok=True)
    for option in ("-M", "-S", "-Q"):
        subprocess.run(["ipcrm", option, hex(key(arena))], capture_output=True, check=False)


def require_honest_points(run):
    """Assert that the class has been graded in silence, that honest answers have their points, and nothing is left."""
    assert (run.left, run.complaints) == ([], "")
    assert {file: found["error"] for file, found in run.files.items()} == dict.fromkeys(["mine", *OTHERS])
    for found in run.files.values():
        honest = [one["points"] for one in found["exercises"] if one["id"].startswith("honest")]
        assert honest == [1] * ((len(ATTACKS) + 9) // 10)


def require_harmless(run, name):
    """Assert that an attack has broken nothing and earned nothing, and is told something."""
    (found,) = [one for one in run.files["mine"]["exercises"] if one["id"] == name]
    assert (name in run.broken, found["points"]) == (False, 0), found["words"]
    assert found["words"]
    assert "TOO MUCH" not in " ".join(found["words"])
