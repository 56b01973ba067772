"""What hostile answers do to the machine around the grader: more than a hundred of them, by kind.

Each is the source of an answer. ARENA stands for the folder of the test, TARGET for a file in it that nobody but the
test should touch, PID for a process of the grader's user, PORT for one that listens, NAME for the attack's own name,
MARK and KEY for a word and a number that no other run has: several go on in one system at a time.
What an attack has broken, the test sees from outside, by its kind:

writes    TARGET, or what else the attack is aimed at, is not what it was: content, rights, times, neighbours
reads     the words about the answer hold the secret, which stands in files and in the grader's environment
earns     a point, for an answer that is wrong
signals   the process PID is dead, stopped, or has other limits or another priority
sends     a socket of the test has received NAME
starts    another process ran, as the words say, or as it was found when the answer was done
stays     something of this word or number is left in the system
litters   more of the machine was taken than one answer may, as the words say: TOO MUCH. What it leaves must go
"""

from typing import NamedTuple

PRELUDE = """import contextlib, ctypes, mmap, os, pathlib, platform, resource, shutil
import signal, socket, subprocess, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def call(name, *arguments):
    from cs231n_course.sandbox import seccomp
    number = {**seccomp.ALL, **seccomp.ABOUT_ITSELF}[name][platform.machine() != "x86_64"]
    return libc.syscall(number, *arguments)
def tell(text):
    raise ValueError(text)
target = pathlib.Path("TARGET")
arena = pathlib.Path("ARENA")
def after(text, mark):
    return text.rpartition(mark)[2][:40]
def answer(x):
    return x
"""


class Attack(NamedTuple):
    """A kind, the source, and for `writes` what it is aimed at, relative to the arena ("" for its own TARGET)."""

    kind: str
    source: str
    aim: str = ""


def _attacks(kind: str, sources: dict[str, str]) -> dict[str, Attack]:
    return {name: Attack(kind, source) for name, source in sources.items()}


WRITES = _attacks(
    "writes",
    {
        "opens": "target.write_text('mine')",
        "appends": "target.open('a').write('mine')",
        "opens-to-read-and-write": "os.pwrite(os.open(target, os.O_RDWR), b'mine', 0)",
        "truncates-by-opening": "os.close(os.open(target, os.O_WRONLY | os.O_TRUNC))",
        "truncates-by-path": "os.truncate(target, 0)",
        "unlinks": "target.unlink()",
        "renames-away": "target.rename(target.with_name('other'))",
        "renames-over": "pathlib.Path('mine').write_text('mine'); os.rename('mine', target)",
        "moves-out": "shutil.move(target, 'stolen')",
        "exchanges": "pathlib.Path('mine').write_text('mine'); libc.renameat2(-100, b'mine', -100, b'TARGET', 2)",
        "links-and-writes": "os.link(target, 'mine'); pathlib.Path('mine').write_text('mine')",
        "links-a-file-into-it": "pathlib.Path('mine').touch(); os.link('mine', target.with_name('new'))",
        "writes-through-a-link": "os.symlink(target, 'mine'); pathlib.Path('mine').write_text('mine')",
        "writes-through-a-linked-folder": (
            "os.symlink(target.parent, 'there'); pathlib.Path('there', 'new').write_text('mine')"
        ),
        "leaves-a-link": "os.symlink('/etc/passwd', target.with_name('new'))",
        "climbs": "pathlib.Path(*['..'] * 40, str(target)[1:]).write_text('mine')",
        "goes-there": "os.chdir(target.parent); pathlib.Path('new').write_text('mine')",
        "goes-there-by-number": (
            "here = os.open(target.parent, os.O_PATH); os.open('new', os.O_CREAT | os.O_WRONLY, dir_fd=here)"
        ),
        "by-root-of-proc": "pathlib.Path('/proc/self/root' + str(target)).write_text('mine')",
        "by-folder-of-proc": "pathlib.Path(f'/proc/{os.getpid()}/cwd/' + '../' * 40 + str(target)).write_text('mine')",
        "makes-a-folder": "target.with_name('new').mkdir()",
        "makes-a-pipe": "os.mkfifo(target.with_name('new'))",
        "makes-a-socket": "socket.socket(socket.AF_UNIX).bind(str(target.with_name('new')))",
        "makes-a-nameless-file": (
            "one = os.open(target.parent, os.O_TMPFILE | os.O_WRONLY); os.write(one, b'mine')\n"
            "libc.linkat(-100, b'/proc/self/fd/%d' % one, -100, os.fsencode(target.with_name('new')), 0x400)"
        ),
        "removes-all": "shutil.rmtree(target.parent)",
        "changes-rights": "target.chmod(0)",
        "changes-rights-by-number": "os.fchmod(os.open(target, os.O_RDONLY), 0)",
        "locks-the-folder": "target.parent.chmod(0)",
        "changes-times": "os.utime(target, (1, 1))",
        "changes-attributes": "os.setxattr(target, 'user.mine', b'mine')",
        "saves-an-array": "np.save(target, np.zeros(3))",
        "maps-an-array": "np.memmap(target, mode='r+', shape=4)[:] = 7",
        "maps": ("one = os.open(target, os.O_RDWR)\nmmap.mmap(one, 4)[:4] = b'mine'"),
        "keeps-a-database": "import sqlite3; sqlite3.connect(target.with_name('new')).execute('create table mine (x)')",
        "copies-over": "pathlib.Path('mine').write_text('mine'); shutil.copyfile('mine', target)",
        "logs": "import logging; logging.FileHandler(target, 'a').emit(logging.makeLogRecord({'msg': 'mine'}))",
        "from-a-thread": "one = threading.Thread(target=target.write_text, args=['mine']); one.start(); one.join()",
        "by-jupyters-thread": (
            "done = threading.Event()\n"
            "def write():\n    with contextlib.suppress(OSError):\n        target.write_text('mine')\n    done.set()\n"
            "get_ipython().kernel.iopub_thread.io_loop.call_soon_threadsafe(write) if hasattr("
            "get_ipython().kernel.iopub_thread.io_loop, 'call_soon_threadsafe') else "
            "get_ipython().kernel.iopub_thread.io_loop.add_callback(write)\ndone.wait(1)"
        ),
        "by-the-c-library": "libc.open.restype = int; libc.write(libc.open(b'TARGET', 1), b'mine', 4)",
    },
) | {
    "writes-the-grader": Attack(
        "writes",
        "import cs231n_course\npath = pathlib.Path(cs231n_course.__path__[0], 'grading', 'verdict.py')\n"
        "path.write_text(path.read_text().replace('if check.passed', ''))",
        "env/cs231n_course/grading",
    ),
    "writes-the-check": Attack(
        "writes",
        "from cs231n_course.checks import check as one\npathlib.Path(one.__file__).write_text('')",
        "env/cs231n_course/checks",
    ),
    "writes-the-kit": Attack(
        "writes", "import cs231n_kit\npathlib.Path(cs231n_kit.__file__).write_text('')", "env/cs231n_kit/__init__.py"
    ),
    "leaves-a-path-file": Attack("writes", "(arena / 'env' / 'mine.pth').write_text('import mine')", "env/mine.pth"),
    "leaves-a-start": Attack("writes", "(arena / 'env' / 'sitecustomize.py').write_text('')", "env/sitecustomize.py"),
    "leaves-a-module": Attack("writes", "(arena / 'env' / 'psutil.py').write_text('')", "env/psutil.py"),
    "leaves-a-start-of-ipython": Attack(
        "writes",
        "one = arena / 'home' / '.ipython' / 'profile_default' / 'startup'\none.mkdir(parents=True)\n"
        "(one / 'mine.py').write_text('')",
        "home/.ipython",
    ),
    "leaves-settings-of-jupyter": Attack(
        "writes",
        "one = arena / 'home' / '.jupyter'\none.mkdir()\n(one / 'jupyter_config.py').write_text('')",
        "home/.jupyter",
    ),
    "writes-its-profile": Attack("writes", "(arena / 'home' / '.profile').open('a').write('mine')", "home/.profile"),
    "writes-the-chapter": Attack(
        "writes",
        "one = pathlib.Path(os.environ['CS231N_CHAPTERS'], '01_red.ipynb')\n"
        "one.write_text(one.read_text().replace('x + 4711', 'x'))",
        "chapters/01_red.ipynb",
    ),
    "writes-the-mistakes": Attack(
        "writes", "(arena / 'chapters/mistakes/01_red.txt').write_text('')", "chapters/mistakes"
    ),
    "writes-another-submission": Attack(
        "writes",
        "one = arena / 'handed-in' / 'other.ipynb'\none.write_text(one.read_text().replace('4711', '0'))",
        "handed-in/other.ipynb",
    ),
    "deletes-another-submission": Attack(
        "writes", "(arena / 'handed-in' / 'third.ipynb').unlink()", "handed-in/third.ipynb"
    ),
    "locks-another-submission": Attack(
        "writes", "(arena / 'handed-in' / 'fourth.ipynb').chmod(0)", "handed-in/fourth.ipynb"
    ),
    "adds-a-submission": Attack(
        "writes", "(arena / 'handed-in' / 'fifth.ipynb').write_text('{}')", "handed-in/fifth.ipynb"
    ),
    "writes-beside-its-folder": Attack("writes", "pathlib.Path('..', '..', '..', '..', 'left').touch()", "tmp/left"),
}

READS = _attacks(
    "reads",
    {
        # What answers may read is decided once for many: who could add to it would open the chapters to those after it.
        "widens-the-rules": (
            "import struct\nplace = os.open('/', os.O_PATH)\nfor number in range(3, 64):\n"
            "    libc.syscall(445, number, 1, struct.pack('=Qi', 0xffff, place), 0)\n"
            "tell((arena / 'home' / 'secret').read_text())"
        ),
        "reads-a-file": "tell((arena / 'home' / 'secret').read_text())",
        "reads-the-mistakes": "tell((arena / 'chapters/mistakes/01_red.txt').read_text())",
        "reads-another-submission": "tell(after((arena / 'handed-in' / 'other.ipynb').read_text(), 'the end'))",
        "reads-its-own-notebook": "tell(after((arena / 'handed-in' / 'mine.ipynb').read_text(), 'the end'))",
        "lists-submissions": "tell(' '.join(os.listdir(arena / 'handed-in')))",
        "lists-by-walking": "tell(' '.join(name for *_, names in os.walk(arena / 'handed-in') for name in names))",
        "reads-through-a-link": "os.symlink(arena / 'home' / 'secret', 'mine'); tell(pathlib.Path('mine').read_text())",
        "links-and-reads": "os.link(arena / 'home' / 'secret', 'mine'); tell(pathlib.Path('mine').read_text())",
        "moves-and-reads": "shutil.copy(arena / 'home' / 'secret', 'mine'); tell(pathlib.Path('mine').read_text())",
        "maps-and-reads": (
            "one = os.open(arena / 'home' / 'secret', os.O_RDONLY)\n"
            "tell(mmap.mmap(one, 0, prot=mmap.PROT_READ)[:].decode())"
        ),
        "reads-by-numpy": "tell(bytes(np.fromfile(arena / 'home' / 'secret', dtype='u1')).decode())",
        "reads-by-import": "sys.path.insert(0, str(arena / 'home')); import secret_module; tell(secret_module.value)",
        "reads-by-runpy": "import runpy; tell(runpy.run_path(str(arena / 'home' / 'secret_module.py'))['value'])",
        "reads-by-linecache": "import linecache; tell(linecache.getline(str(arena / 'home' / 'secret'), 1))",
        "sends-itself-the-file": (
            "read, write = os.pipe()\nos.sendfile(write, os.open(arena / 'home' / 'secret', os.O_RDONLY), 0, 80)\n"
            "tell(os.read(read, 80).decode())"
        ),
        "reads-the-environment-of-others": (
            "for path in pathlib.Path('/proc').glob('[0-9]*/environ'):\n"
            "    with contextlib.suppress(OSError):\n"
            "        if b'MY_TOKEN=' in (found := path.read_bytes()):\n"
            "            tell(found.split(b'MY_TOKEN=')[1][:40].decode())"
        ),
        "reads-command-lines": (
            "for path in pathlib.Path('/proc').glob('[0-9]*/cmdline'):\n"
            "    with contextlib.suppress(OSError):\n"
            "        if b'OPEN-' + b'SESAME' in (found := path.read_bytes()):\n            tell(found.decode())"
        ),
        "reads-by-a-program": (
            "tell(subprocess.run(['cat', arena / 'home' / 'secret'], capture_output=True, text=True).stdout)"
        ),
        "reads-by-magic": "tell(' '.join(get_ipython().getoutput('cat ARENA/home/secret')))",
    },
) | {
    "earns-by-the-chapter": Attack(
        "earns",
        "import re\ntext = pathlib.Path(os.environ['CS231N_CHAPTERS'], '01_red.ipynb').read_text()\n"
        "number = int(re.search(r'x \\+ (\\d+)', text)[1])\ndef answer(x):\n    return x + number",
    ),
    "earns-by-an-installed-chapter": Attack(
        "earns",
        "import re\n"
        "places = [path for one in sys.path for path in pathlib.Path(one).glob('cs231n_course/_chapters/*')]\n"
        "number = int(re.search(r'x \\+ (\\d+)', places[0].read_text())[1])\ndef answer(x):\n    return x + number",
    ),
    "earns-by-another-submission": Attack(
        "earns",
        "import re\ntext = (arena / 'handed-in' / 'other.ipynb').read_text()\n"
        "number = int(re.search(r'x \\+ (\\d+)', text)[1])\ndef answer(x):\n    return x + number",
    ),
}

SIGNALS = _attacks(
    "signals",
    {
        "kills": "os.kill(PID, signal.SIGKILL)",
        "ends": "os.kill(PID, signal.SIGTERM)",
        "stops": "os.kill(PID, signal.SIGSTOP)",
        "hangs-up": "os.kill(PID, signal.SIGHUP)",
        "kills-from-a-thread": "one = threading.Thread(target=os.kill, args=[PID, 9]); one.start(); one.join()",
        "kills-a-thread-of-it": "call('tgkill', PID, PID, 9)",
        "kills-a-thread-in-the-old-way": "call('tkill', PID, 9)",
        "kills-by-its-number": "signal.pidfd_send_signal(os.pidfd_open(PID), signal.SIGKILL)",
        "kills-its-group": "os.killpg(PID, signal.SIGKILL)",
        "kills-by-a-program": "subprocess.run(['kill', '-9', 'PID'])",
        "kills-by-psutil": "import psutil; psutil.Process(PID).kill()",
        "queues-a-signal": ("info = (ctypes.c_int * 32)(9, 0, -1)\ncall('rt_sigqueueinfo', PID, 9, info)"),
        "signals-by-a-pipe": (
            "import fcntl\nread, write = os.pipe()\nfcntl.fcntl(read, fcntl.F_SETOWN, PID)\nfcntl.fcntl(read, 10, 15)\n"
            "fcntl.fcntl(read, fcntl.F_SETFL, fcntl.fcntl(read, fcntl.F_GETFL) | os.O_ASYNC)\nos.write(write, b'x')\n"
            "time.sleep(0.05)"
        ),
        "limits-its-files": "resource.prlimit(PID, resource.RLIMIT_NOFILE, (3, 3))",
        "limits-its-time": "resource.prlimit(PID, resource.RLIMIT_CPU, (1, 1))",
        "makes-it-nice": "os.setpriority(os.PRIO_PROCESS, PID, 19)",
        "makes-it-idle": "os.sched_setscheduler(PID, os.SCHED_IDLE, os.sched_param(0))",
        "pins-it": "os.sched_setaffinity(PID, {min(os.sched_getaffinity(0))})",
        "traces-it": "call('ptrace', 16, PID, 0, 0); time.sleep(0.1)",
    },
)

SENDS = _attacks(
    "sends",
    {
        "connects": "socket.create_connection(('127.0.0.1', PORT)).sendall(b'NAME')",
        "asks-the-web": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:PORT/NAME', timeout=0.2)",
        "sends-a-datagram": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'NAME', ('127.0.0.1', PORT))",
        "connects-by-a-file": "one = socket.socket(socket.AF_UNIX); one.connect('ARENA/s'); one.sendall(b'NAME')",
        "connects-without-a-file": (
            "one = socket.socket(socket.AF_UNIX); one.connect('\\0ARENA'); one.sendall(b'NAME')"
        ),
        "sends-from-a-pair": (
            "one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); one.sendto(b'NAME', 'ARENA/d')"
        ),
        "reconnects-a-pair": (
            "one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); one.connect('ARENA/d'); one.send(b'NAME')"
        ),
        "connects-by-zeromq": (
            "import zmq\none = zmq.Context().socket(zmq.STREAM)\none.connect('tcp://127.0.0.1:PORT')\n"
            "one.poll(200) and one.send_multipart([one.recv(), b'NAME'])\ntime.sleep(0.1)"
        ),
        "connects-by-asyncio": (
            "import asyncio\nasync def go():\n    _, out = await asyncio.open_connection('127.0.0.1', PORT)\n"
            "    out.write(b'NAME'); await out.drain()\nawait go()"
        ),
        "connects-by-a-program": "subprocess.run(['bash', '-c', 'echo NAME > /dev/tcp/127.0.0.1/PORT'])",
    },
)

STARTS = _attacks(
    "starts",
    {
        "forks": "os.fork() or os._exit(0)\ntell('STARTED')",
        "forks-twice": (
            "if not os.fork():\n    os.setsid()\n    os.fork() or time.sleep(30)\n    os._exit(0)\ntell('STARTED')"
        ),
        "runs-a-program": "subprocess.Popen(['sleep', '30'], start_new_session=True)\ntell('STARTED')",
        "runs-a-shell": "os.system('sleep 30 &') or tell('STARTED')",
        "spawns": "os.posix_spawn('/bin/sleep', ['sleep', '30'], {})\ntell('STARTED')",
        "processes": (
            "import multiprocessing\n"
            "multiprocessing.get_context('fork').Process(target=time.sleep, args=[30]).start()\ntell('STARTED')"
        ),
        "runs-python": "subprocess.run([sys.executable, '-c', ''], check=True)\ntell('STARTED')",
        "runs-by-magic": "get_ipython().system('true')\nget_ipython().user_ns['_exit_code'] == 0 and tell('STARTED')",
        "clones": (
            "libc.syscall({'x86_64': 56}.get(platform.machine(), 220), 17, 0, 0, 0, 0) or "
            "os._exit(0)\nctypes.get_errno() or tell('STARTED')"
        ),
        "forks-on-and-on": (
            "if not os.fork():\n    os.setsid()\n    for _ in range(300):\n        if os.fork():\n"
            "            os._exit(0)\n"
            "        time.sleep(0.005)\n    os._exit(0)\ntell('STARTED')"
        ),
    },
)

STAYS = _attacks(
    "stays",
    {
        "file-in-shm": "pathlib.Path('/dev/shm/MARK').touch()",
        "file-in-var-tmp": "pathlib.Path('/var/tmp/MARK').touch()",
        "file-in-tmp": "pathlib.Path('/tmp/MARK').touch()",
        "file-at-home": "pathlib.Path('ARENA/home/MARK').touch()",
        "shared-memory": (
            "from multiprocessing import resource_tracker, shared_memory\n"
            "resource_tracker.ensure_running = lambda: None\n"
            "resource_tracker.register = lambda *a: None\nshared_memory.SharedMemory('MARK', create=True, size=8)"
        ),
        "old-shared-memory": "call('shmget', KEY, 8, 0o1666)",
        "semaphore": "call('semget', KEY, 1, 0o1666)",
        "queue": "call('msgget', KEY, 0o1666)",
    },
)

# A gigabyte in files that have no name any more, and that the process has not open either.
REMOVED = """kept = []
for number in range(20):
    with open('f', 'w+b') as one:
        os.unlink('f')
        one.write(bytes(50_000_000))
        one.flush()
        {}    time.sleep(0.05)
"""

LITTERS = _attacks(
    "litters",
    {
        "locks-its-own-folder": (
            "os.mkdir('a', 0); os.mkdir('b'); pathlib.Path('b', 'c').touch(0); os.umask(0o777); os.mkdir('d')"
        ),
        "nests-folders": "for _ in range(3000):\n    os.mkdir('deep')\n    os.chdir('deep')",
        "writes-many-files": "for number in range(5000):\n    open(f'{number}', 'w').close()",
        "fills-the-disk": (
            "for number in range(400):\n    with contextlib.suppress(OSError), open(f'{number}', 'wb') as one:\n"
            "        one.write(bytes(60_000_000))"
        ),
        "writes-a-large-file": "with contextlib.suppress(OSError):\n    open('large', 'wb').write(bytes(100_000_000))",
        "removes-its-own-folder": (
            "shutil.rmtree(os.getcwd(), ignore_errors=True); shutil.rmtree('..', ignore_errors=True)"
        ),
        "hides-files": (
            "kept = []\nfor number in range(30):\n    one = open('f', 'w+b')\n    os.unlink('f')\n"
            "    one.write(bytes(50_000_000))\n    one.flush()\n    kept.append(one)\n    time.sleep(0.05)"
        ),
        **{
            name: REMOVED.format(f"{hide}\n") + "tell('TOO MUCH')"
            for name, hide in {
                "hides-files-in-memory": "libc.mmap(None, ctypes.c_size_t(1), 1, 2, one.fileno(), ctypes.c_long(0))",
                "hides-files-on-the-way": "ends = socket.socketpair(); kept.append(ends)\n"
                "        socket.send_fds(ends[0], [b'x'], [one.fileno()])",
                "hides-files-in-threads": "kept.append(mmap.mmap(-1, 1 << 16))\n"
                "        top = ctypes.addressof(ctypes.c_char.from_buffer(kept[-1])) + (1 << 16)\n"
                "        work = ctypes.cast(libc.pause, ctypes.c_void_p)\n"
                "        if libc.clone(work, ctypes.c_void_p(top), 0x10900, None) < 0:\n"
                "            tell('refused')",
            }.items()
        },
        "takes-shared-memory": (
            "kept = []\nwith contextlib.suppress(OSError):\n    for _ in range(64):\n"
            "        kept.append(mmap.mmap(-1, 1 << 28))\nlen(kept) < 40 or tell('TOO MUCH')"
        ),
        "takes-all-files": (
            "kept = []\nwith contextlib.suppress(OSError):\n    while True:\n        kept.append(open(os.devnull))"
        ),
        "takes-all-memory": (
            "with contextlib.suppress(MemoryError):\n    kept = [np.zeros(1 << 28, 'u1') for _ in range(64)]"
        ),
        "starts-threads": (
            "stop = threading.Event()\nwith contextlib.suppress(RuntimeError, MemoryError):\n"
            "    for _ in range(3000):\n        threading.Thread(target=stop.wait, args=[2]).start()\nstop.set()"
        ),
        "names-with-odd-characters": "for name in ('\\x1b[2J', '\\n', '-rf', '\\udcff'):\n    open(name, 'w').close()",
    },
)
# Those that read come first: without the protection, what the others have written would stand in their way.
ATTACKS = READS | SIGNALS | SENDS | STARTS | STAYS | LITTERS | WRITES


def source_of(name: str, **places: object) -> str:
    """Returns the source of an attack, aimed at the places of a test; it never stops before its function is there."""
    text = PRELUDE + ATTACKS[name].source + "\n"
    for place, value in {"NAME": name, **places}.items():
        text = text.replace(place, str(value))
    return text
