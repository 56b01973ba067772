"""The command line: help, version, mistakes, and the doctor."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest
from small import cs231n

from cs231n_course import cli, doctor


def test_help_has_examples():
    done = cs231n("--help")
    assert done.returncode == 0
    for words in ("learn", "grade", "doctor", "examples:", "cs231n grade course/*.ipynb"):
        assert words in done.stdout


def test_the_command_line_loads_nothing_before_it_knows_what_to_do():
    code = "import sys, cs231n_course.cli as c; c.parser(); print({'numpy', 'nbformat', 'shtab'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


TAB = """
eval "$($PYTHON -m cs231n_course --print-completion bash)"
press() {  # the words of a line; the tab key is pressed at the end of the last one
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
  _shtab_cs231n cs231n "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
  printf '%s ' "${COMPREPLY[@]}"; echo
}
complete -p cs231n
press cs231n gr
press cs231n learn --no-
press cs231n learn co
press cs231n grade co
press cs231n grade course/
press cs231n grade --exercise c
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_the_tab_key_completes(worked, tmp_path):
    (tmp_path / "code.txt").touch()
    (tmp_path / "copy.ipynb").touch()
    env = os.environ | {"PYTHON": sys.executable}
    done = subprocess.run(["bash", "-c", TAB], capture_output=True, text=True, cwd=tmp_path, env=env)
    assert done.stderr == ""
    bound, *completed = [set(line.split()) for line in done.stdout.splitlines()]
    assert {"filenames", "_shtab_cs231n"} <= bound
    assert completed == [
        {"grade"},
        {"--no-browser", "--no-serve"},
        {"course"},
        {"copy.ipynb", "course"},
        {"course/01_small.ipynb"},
        {"count"},
    ]


def test_no_command_prints_the_help(capsys):
    assert cli.main([]) == 0
    assert "usage: cs231n" in capsys.readouterr().out


def test_the_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("cs231n-kit ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grade"], "NOTEBOOK"),
        (["grade", "a.ipynb", "--seed", "-1"], "whole number of at least 0, not '-1'"),
        (["grade", "a.ipynb", "--timeout", "0"], "seconds above 0, not '0'"),
        (["grade", "a.ipynb", "--timeout", "soon"], "seconds above 0, not 'soon'"),
        (["teach"], "invalid choice: 'teach'"),
    ],
)
def test_mistakes_are_explained(arguments, says, capsys):
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments)
    assert says in capsys.readouterr().err


@pytest.mark.slow
def test_train_is_the_kits_own_command(tmp_path):
    (tmp_path / "numpy.py").write_text("raise SystemExit('not this one')")

    def run(*words):
        command = [sys.executable, "-m", "cs231n_course.cli", "train", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    options = ["--data", "digits", "--spec", "CONV(4) -> RELU -> POOL -> FC(10)", "--steps", "2"]
    done = run(*options)
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "digits"), done.stderr
    assert (tmp_path / "runs" / "digits" / "checkpoint.safetensors").is_file()
    again = run(*options)
    assert (again.returncode, "Add --resume to go on with it" in again.stderr) == (2, True)
    assert "--time-limit SECONDS" in run("--help").stdout


@pytest.mark.slow
def test_the_doctor_finds_everything_here(capsys):
    assert cli.main(["doctor"]) == 0
    out = capsys.readouterr().out
    for name in ("Python", "numpy", "BLAS", "threads", "GPU", "browser", "chapters", "photographs", "grader"):
        assert name in out


@pytest.fixture
def jupyter_configuration(tmp_path, monkeypatch):
    """Give a folder of configuration that comes before all others."""
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    (tmp_path / "jupyter_server_config.d").mkdir()
    (tmp_path / "labconfig").mkdir()
    return tmp_path


def test_the_doctor_says_that_the_panel_is_turned_off(jupyter_configuration):
    assert list(doctor._panel()) == []
    server = {"ServerApp": {"jpserver_extensions": {"cs231n_course.server": False}}}
    (jupyter_configuration / "jupyter_server_config.d" / "zz.json").write_text(json.dumps(server))
    ((state, _, text),) = doctor._panel()
    assert state == "note"  # `cs231n learn` turns it on
    assert text.endswith("turn it on: jupyter server extension enable cs231n_course.server")
    page = {"disabledExtensions": {"cs231n-kit:plugin": True}}
    (jupyter_configuration / "labconfig" / "page_config.json").write_text(json.dumps(page))
    said = [text.partition(", ")[2].partition(";")[0] for _, _, text in doctor._panel()]
    assert said == ["its server part is off", "it is off"]


def test_the_doctor_finds_no_panel_where_there_is_none(tmp_path, monkeypatch):
    import jupyter_core.paths

    for name in ("jupyter_path", "jupyter_config_path"):
        monkeypatch.setattr(jupyter_core.paths, name, lambda *below: [str(tmp_path)])
    assert [state for state, _, _ in doctor._panel()] == ["note", "note"]


def test_the_doctor_compares_versions_with_what_the_course_and_its_packages_declare(monkeypatch):
    found = {"anywidget": "0.9.3", "jupyterlab": "5.1.0", "nbclient": "0.1", "ipywidgets": "9.0.0rc1"}
    monkeypatch.setattr(doctor, "version", lambda name: found.get(name) or version(name))
    bad = {name: text for state, name, text in doctor._packages() if state == doctor.MISSING}
    assert bad.keys() == found.keys()
    range_of = doctor.requirements()
    for name in ("anywidget", "jupyterlab", "ipywidgets"):
        text = (
            f"{found[name]} is installed, and the course needs {range_of[name]}: pip install '{name}{range_of[name]}'"
        )
        assert bad[name] == text
    assert re.match(r"0\.1 is installed, and [\w-]+ needs .*>=0\.", bad["nbclient"])


def test_a_check_of_the_doctor_that_fails_is_a_finding(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "_blas", lambda: 1 // 0)
    monkeypatch.setattr(doctor, "_try", lambda *own: (0, '{"name": "kernel", "works": true, "details": "runs"}', ""))
    assert cli.main(["doctor"]) == 1
    assert "MISSING BLAS            could not be looked at: ZeroDivisionError" in capsys.readouterr().out


def test_the_doctor_says_what_is_missing(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "requirements", lambda: {"cs231n-kit": "", "numpy": ">=1.26", "no-such-package": ">=1"})
    monkeypatch.setattr(doctor, "_try", lambda *own: (3, "", "Traceback:\n  x\n[C 12:00 ServerApp] It is broken\n"))
    monkeypatch.setenv("CS231N_CHAPTERS", str(tmp_path / "none"))
    monkeypatch.setenv("CS231N_DATA", str(tmp_path / "none"))
    monkeypatch.setenv("CS231N_CHROMIUM", str(tmp_path / "none"))
    assert cli.main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "Missing: no-such-package, server, chapters." in out
    assert "not installed: pip install 'no-such-package>=1'" in out
    assert "server          does not start: It is broken" in out
    assert "is not a folder" in out
    assert "no Chromium" in out
