"""The command line `cs231n`: learn, grade, train, doctor."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

EXAMPLES = """examples:
  cs231n learn                     make your copy of the course in ./course and open it in JupyterLab
  cs231n learn --list              list the chapters, and which of them your copy has
  cs231n learn --no-serve          make or update the copy only, for a JupyterLab that runs already
  cs231n grade course/*.ipynb      grade what you have written so far
  cs231n grade --seed 7 02.ipynb   grade again with the same numbers
  cs231n grade --csv handed-in/*.ipynb > marks.csv
  cs231n train --data digits       train a net on handwritten digits; train --help says more
  cs231n doctor                    see what is installed and what is missing
"""


def parser() -> argparse.ArgumentParser:
    """Returns the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="cs231n",
        description="Convolutional networks, built by hand: the tools around the course.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    top.add_argument(
        "--print-completion",
        action=_PrintCompletion,
        choices=["bash", "zsh"],
        metavar="SHELL",
        help='print a script for completion by tab: eval "$(cs231n --print-completion bash)"',
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_learn(commands)
    _add_grade(commands)
    # Its words are the kit's to know: main hands them on before this parser reads them.
    commands.add_parser("train", help="train a net; cs231n train --help says on what, and how", add_help=False)
    commands.add_parser("doctor", help="say what is installed and what is missing")
    return top


class _PrintCompletion(argparse.Action):
    """Prints the script for a shell, and ends. What makes it is imported only then."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        from cs231n_course.completion import script

        print(script(parser, values))
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["train"]:
        return _train(words[1:])
    top = parser()
    args = top.parse_args(words)
    if args.version:
        from importlib.metadata import version

        print(f"cs231n-kit {version('cs231n-kit')}")
        return 0
    if args.command is None:
        top.print_help()
        return 0
    _print_any_text()
    try:
        status = {"learn": _learn, "grade": _grade, "doctor": _doctor}[args.command](args)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # as of `cs231n grade ... | head`, which has read enough
        _discard_output()
        return 141
    except Exception as error:
        print(f"cs231n {args.command}: {_explain(error)}", file=sys.stderr)
        _discard_output()
        return 2


def _add_learn(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    learn = commands.add_parser(
        "learn",
        help="make your own copy of the course and open it in JupyterLab",
        description="Make your own copy of the course in DIR and open it in JupyterLab. In an older copy, chapters "
        "that have changed are brought up to date: your answers and your own cells are carried over, and your old "
        "file is kept beside the new one.",
    )
    learn.add_argument("dir", nargs="?", type=Path, default=Path("course"), metavar="DIR", help="default: course")
    instead = learn.add_mutually_exclusive_group()
    instead.add_argument(
        "--list", action="store_true", help="list the chapters and what DIR has of them; change nothing"
    )
    instead.add_argument(
        "--no-serve", action="store_true", help="start no JupyterLab, as where one runs already, on a hub"
    )
    learn.add_argument(
        "--no-browser", action="store_true", help="open no browser; print the URL, with its token, alone on a line"
    )


def _add_grade(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    grade = commands.add_parser(
        "grade",
        help="grade the exercises of notebooks",
        description="Grade the exercises of each NOTEBOOK with fresh numbers. Exit status: 0 all pass, 1 some fail, "
        "2 a notebook could not be graded (the others still are).",
    )
    grade.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    grade.add_argument("--exercise", action="append", metavar="ID", help="grade this exercise only; may be repeated")
    form = grade.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="print JSON instead of a table")
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help="print a line for each exercise")
    form.add_argument("--junit", dest="form", action="store_const", const="junit", help="print JUnit's XML")
    grade.set_defaults(form="table")
    grade.add_argument("--seed", type=_seed, help="draw the numbers of the checks from this seed, to repeat a grading")
    grade.add_argument("--timeout", type=_seconds, default=20, help="seconds that one cell may take (default: 20)")


def _learn(args: argparse.Namespace) -> int:
    from cs231n_course import surroundings

    notes = surroundings.mend()
    surroundings.require_current_folder()
    if args.list:
        from cs231n_course.learn import listing

        return listing.list_chapters(args.dir)
    for note in notes:
        print(f"cs231n learn: {note}", file=sys.stderr)
    if not args.no_serve:  # importing it takes a second
        print("Starting JupyterLab...", file=sys.stderr, flush=True)
    from cs231n_course.learn import serve

    if args.no_serve:
        return serve.update(args.dir)
    return serve.update_and_serve(args.dir, browser=not args.no_browser)


def _grade(args: argparse.Namespace) -> int:
    from cs231n_course import surroundings

    surroundings.mend()
    surroundings.require_current_folder()
    from cs231n_course.grading import grade, report
    from cs231n_course.grading.verdict import FileResult
    from cs231n_course.sandbox.confine import missing
    from cs231n_course.sandbox.fork_server import forbid_ptrace

    forbid_ptrace()
    for sentence in missing():
        print(f"cs231n grade: not protected: {sentence}", file=sys.stderr)
    form = report.FORMS[args.form]()
    results: list[FileResult] = []
    print(form.start, end="")
    with (
        grade.Grader(seed=args.seed, timeout=args.timeout) as grader,
        contextlib.closing(grader.grade_all(args.notebooks, only=args.exercise)) as graded,
    ):
        for result in graded:
            print(form.file(result), end="", flush=True)
            results.append(result)
    print(form.end(results), end="")
    return max(result.status for result in results)


def _train(words: list[str]) -> int:
    """Run the kit's own command in place of this process, so that every signal reaches it. Returns its exit status."""
    command = [sys.executable, "-P", "-m", "cs231n_kit.train", *words]
    if os.name == "posix":
        os.execv(sys.executable, command)
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which saves first
    return subprocess.run(command).returncode


def _doctor(args: argparse.Namespace) -> int:
    from cs231n_course import doctor

    return doctor.print_findings()


def _explain(error: Exception) -> str:
    """Returns what the user is told about an exception that nothing has foreseen: what it says, and what to try."""
    from cs231n_course import surroundings

    if isinstance(error, surroundings.SurroundingsError):
        return str(error)
    said = str(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
    text = f"This stopped with an error ({' '.join(said.split())[:500]})."
    if hiding := surroundings.shadows(sys.path):
        return f"{text} {hiding[0]} hides the module {hiding[0].stem!r} that is meant: give it another name."
    if isinstance(error, MemoryError):
        return f"{text} Close other programs, and try again."
    details = _write_details()
    return f"{text} `cs231n doctor` looks for what may be the reason. {details}"


def _write_details() -> str:
    """Write the exception that is being handled into a file. Returns a sentence that names it."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="cs231n-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(f"{sys.argv}\n{sys.version}\n\n{traceback.format_exc()}")
    except OSError:
        return "The details could not be written: there is no room for temporary files."
    from cs231n_course import published

    return (
        f"The details are in {file.name}; if it looks like a fault of the course, {published.report('it with them')}."
    )


def _discard_output() -> None:
    """Let what could not be written be forgotten, or Python would try again at its end."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_any_text() -> None:
    """Let no character that the terminal or the pipe can't show stop a command."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _seed(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"a seed is a whole number of at least 0, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"a time limit is a number of seconds above 0, not {text!r}")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
