"""Training as a command: what it says and saves; stopped, killed, on a full disk, and gone on with."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from test_data import cifar10_files, mnist_files
from test_weights import largest_file, same

from cs231n_kit import data, runs
from cs231n_kit.weights import load_arrays

SMALL = ["--data", "digits", "--spec", "CONV(4) -> RELU -> POOL -> DROPOUT(0.2) -> FC(10)", "--margin", "1", "--flip"]
resource = pytest.importorskip("resource") if os.name == "posix" else None


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def start(*arguments, **settings):
    """Start the command as a process of its own."""
    command = [sys.executable, "-P", "-m", "cs231n_kit.train", *SMALL, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **settings)


def checkpoint(folder):
    """Returns (arrays, notes) of a run, the seconds left out."""
    arrays, notes = load_arrays(Path(folder) / "checkpoint.safetensors")
    return arrays, {name: value for name, value in notes.items() if name != "seconds"}


def same_run(one, other):
    (arrays, notes), (others, other_notes) = checkpoint(one), checkpoint(other)
    return same(arrays, others) and notes == other_notes


def test_a_run_ends_with_one_line_curves_and_a_checkpoint(capsys):
    assert runs.main([*SMALL, "--rate", "0.01", "--epochs", "1", "--out", "runs/a"]) == 0
    out, err = capsys.readouterr()
    line = r"digits: (\d\d\.\d\d)% of 359 test images right, after 45 steps, \d+ s, seed 0; see runs/a\n"
    assert float(re.fullmatch(line, out)[1]) > 15
    assert re.search(r"digits: 100%\S* 45/45 .*loss \d\.\d{3}, accuracy \d\d\.\d%, test \d\d\.\d%", err)
    assert {path.name for path in Path("runs/a").iterdir()} == {"checkpoint.safetensors", "curves.png"}
    assert Path("runs/a/curves.png").read_bytes().startswith(b"\x89PNG")
    arrays, notes = checkpoint("runs/a")
    assert (len(arrays["history/loss"]), notes["step"], arrays["history/test_step"].tolist()) == (45, 45, [45])
    assert runs.main([*SMALL, "--rate", "0.01", "--epochs", "1", "--out", "runs/b"]) == 0
    assert capsys.readouterr().out.split(",")[0] == out.split(",")[0]
    assert same_run("runs/a", "runs/b")
    assert runs.main([*SMALL, "--rate", "0.01", "--epochs", "1", "--out", "runs/c", "--seed", "1"]) == 0
    assert not same_run("runs/a", "runs/c")


def test_it_ends_at_its_time_limit_and_goes_on(capsys):
    assert runs.main([*SMALL, "--steps", "50", "--out", "whole"]) == 0
    assert runs.main([*SMALL, "--steps", "50", "--out", "parts", "--time-limit", "0"]) == 0
    said = capsys.readouterr().out.splitlines()[1]
    assert said.startswith(
        "digits: not tested yet, after 0 of 50 steps (time limit; the same command with --resume goes"
    )
    assert runs.main([*SMALL, "--steps", "50", "--out", "parts", "--resume"]) == 0
    assert same_run("parts", "whole")
    assert runs.main([*SMALL, "--steps", "50", "--out", "parts", "--resume"]) == 0  # there is nothing left to do
    assert same_run("parts", "whole")


def test_a_folder_with_a_run_is_neither_overwritten_nor_mixed_up(capsys):
    assert runs.main([*SMALL, "--steps", "3"]) == 0
    before = Path("runs/digits/checkpoint.safetensors").read_bytes()
    assert runs.main([*SMALL, "--steps", "3"]) == 2
    assert "runs/digits holds a run of 3 steps. Add --resume to go on with it" in capsys.readouterr().err
    assert runs.main([*SMALL, "--steps", "3", "--resume", "--rate", "0.5", "--seed", "4"]) == 2
    said = capsys.readouterr().err
    assert "runs/digits holds a run with other settings:" in said
    assert "\n  optimizer: Adam() there, Adam(0.5) here\n  seed: 0 there, 4 here\nGive it the same" in said
    assert "  schedule" not in said
    assert runs.main([*SMALL, "--steps", "9", "--resume"]) == 2
    assert "  schedule: Cosine(3) there, Cosine(9) here" in capsys.readouterr().err
    Path("runs/digits/checkpoint.safetensors").write_bytes(before[:-10])
    assert runs.main([*SMALL, "--steps", "3", "--resume"]) == 2
    assert "checkpoint.safetensors can't be read as safetensors" in capsys.readouterr().err


def test_a_loss_that_becomes_no_number_stops_it_and_keeps_what_was_good(capsys):
    arguments = [*SMALL, "--steps", "30", "--optimizer", "SGD", "--rate", "1e9", "--schedule", "constant"]
    assert runs.main([*arguments, "--out", "bad"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert re.search(r"digits: The loss is (nan|inf)\. This is step \d+, .*the rate is too high: try 1e\+08\.", err)
    assert "RuntimeWarning" not in err
    arrays, notes = checkpoint("bad")
    assert notes["step"] == 0
    assert all(np.isfinite(array).all() for array in arrays.values())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--spec", "CONV(4) -> FULL(10)"], ":\nCONV(4) -> FULL(10)\n           ^\nThere is no layer FULL"),
        (["--spec", "CONV(4) -> RELU"], "the net must give 10 scores; it gives (4, 8, 8)"),
        (["--spec", "INPUT(3,32,32) -> FC(10)"], "digits has images of 8x8x1, and this net reads 32x32x3"),
        (["--spec", "INPUT(1,7,8) -> FC(10)"], "digits has images of 8x8x1, and this net reads 8x7x1"),
        (["--model", "VGG-16"], "digits has images of 8x8x1, and this net reads 224x224x3"),
        (["--device", "gpu"], "CuPy is not installed. On a machine with an NVIDIA GPU: pip install"),
        (["--decay", "2", "--rate", "0"], "rate must be a number above 0; got 0.0"),
        (["--out", "file/folder"], "file"),
    ],
)
def test_what_can_not_be_is_said(arguments, words, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "cupy", None)  # not installed
    Path("file").touch()
    assert runs.main(["--data", "digits", "--steps", "2", *arguments]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--data"),
        (["--data", "imagenet"], "digits"),
        (["--data", "digits", "--model", "LeNet"], "LeNet-5"),
        (["--data", "digits", "--model", "LeNet-5", "--spec", "FC"], "not allowed with"),
        (["--data", "digits", "--epochs", "0"], "a whole number from 1 on, not '0'"),
        (["--data", "digits", "--seed", "-1"], "a whole number from 0 on, not '-1'"),
        (["--data", "digits", "--rate", "nan"], "a number from 0 on, not 'nan'"),
    ],
)
def test_mistakes_on_the_command_line_are_explained(arguments, words, capsys):
    with pytest.raises(SystemExit, match="2"):
        runs.main(arguments)
    assert words in capsys.readouterr().err


def test_lenet_reads_mnist_with_a_frame_of_zeros(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("CS231N_DATA", str(tmp_path))
    for name, content in mnist_files({"train": 40, "t10k": 20}).items():
        (tmp_path / name).write_bytes(content)
    assert runs.main(["--data", "mnist", "--model", "LeNet-5", "--steps", "2", "--out", "run"]) == 0
    assert capsys.readouterr().out.startswith("MNIST from CS231N_DATA, not verified: ")
    padded = runs.pad_images(data.mnist(), (1, 32, 32))
    assert padded.in_shape == (1, 32, 32)
    np.testing.assert_array_equal(padded.test_images[:, :, 2:30, 2:30], data.mnist().test_images)
    assert padded.test_images.sum() == data.mnist().test_images.sum()


def test_what_is_not_verified_says_so_in_every_result(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("CS231N_DATA", str(tmp_path))
    monkeypatch.setattr(data, "CIFAR10_BYTES", 20 * 3073)
    for name, content in cifar10_files(20).items():
        (tmp_path / name).write_bytes(content)
    titles = []
    monkeypatch.setattr(runs, "draw_curves", lambda history, path, title: titles.append(title))
    assert runs.main(["--data", "cifar10", "--steps", "2", "--out", "run"]) == 0
    out, err = capsys.readouterr()
    name = "CIFAR-10 from CS231N_DATA, not verified"
    assert out.startswith(f"{name}: ")
    assert f"{name}: 100%" in err
    assert titles == [checkpoint("run")[1]["notes"]["data"]] == [name]
    (tmp_path / "data_batch_2.bin").write_bytes(b"half")
    assert runs.main(["--data", "cifar10", "--steps", "2", "--out", "other"]) == 2
    assert "data_batch_2.bin has 4 bytes" in capsys.readouterr().err
    assert not Path("other").exists()


def test_without_room_at_the_end_it_is_saved_where_there_is(monkeypatch, tmp_path, capsys):
    """The folder of the run is full from the second save on; that of temporary files is not."""
    save, elsewhere = runs.Run.save, tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(runs.tempfile, "tempdir", str(elsewhere))

    def full(run, path, notes):
        if run.step and elsewhere not in path.parents:
            with largest_file(1000):
                return save(run, path, notes)
        return save(run, path, notes)

    monkeypatch.setattr(runs.Run, "save", full)
    assert runs.main([*SMALL, "--steps", "20", "--out", "full"]) == 0
    out, said = capsys.readouterr()
    assert "could not be written: File too large; the file that was there is as it was" in said
    (found,) = elsewhere.iterdir()
    assert f"It is saved in {found} instead: --out {found} --resume goes on with it." in said
    assert out.endswith(f"; see {found}\n")
    assert {path.name for path in found.iterdir()} == {"checkpoint.safetensors", "curves.png"}
    assert checkpoint(found)[1]["step"] == 20
    assert checkpoint("full")[1]["step"] == 0


# ---- as a process, stopped from outside ----
def wait_for_steps(process):
    """Wait until the bar shows that a step was made: its number is another than the first one."""
    read = ""
    while len(set(re.findall(r" (\d+)/\d+ ", read))) < 2:
        character = process.stderr.read(1)
        assert character, read
        read += character


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills by a signal")
def test_killed_ten_times_it_comes_to_the_same_bits():
    """At random moments: on the way to the first step, between steps, and while a checkpoint is written."""
    length = ["--steps", "1200"]
    whole = start(*length, "--out", "whole")
    moments, steps = random.Random(18), []
    for i in range(10):
        process = start(*length, "--out", "parts", "--save-every", "0", "--resume")
        if i % 5:
            wait_for_steps(process)
        time.sleep(moments.uniform(0, 0.1))
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL, "it had come to its end"
        if Path("parts/checkpoint.safetensors").exists():
            steps.append(checkpoint("parts")[1]["step"])
    assert steps == sorted(steps)
    assert len(set(steps)) > 5
    last = start(*length, "--out", "parts", "--resume")
    _, said = last.communicate()
    assert last.returncode == 0, said
    out, _ = whole.communicate()
    assert "after 1,200 steps" in out
    assert same_run("parts", "whole")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="stops by a signal")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_it_saves_and_goes_on(number, capsys):
    process = start("--steps", "2000", "--out", "parts")
    wait_for_steps(process)
    process.send_signal(number)
    out, _ = process.communicate()
    assert process.returncode == 128 + number
    found = re.search(rf"after (\d+) of 2,000 steps \({number.name}; the same command with --resume goes on\)", out)
    step = int(found[1])
    assert checkpoint("parts")[1]["step"] == step > 0
    assert Path("parts/curves.png").is_file()
    if number == signal.SIGINT:
        assert runs.main([*SMALL, "--steps", "2000", "--out", "parts", "--resume", "--time-limit", "0.5"]) == 0
        assert checkpoint("parts")[1]["step"] > step


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="makes a disk look full by Linux's prlimit")
def test_a_full_disk_loses_neither_the_run_nor_the_last_good_file():
    """The limit comes and goes while it trains: every save between fails, and the log can't be written either."""
    length = ["--steps", "250"]
    process = start(*length, "--out", "full", "--save-every", "0")
    wait_for_steps(process)
    before = resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
    said = ""
    while said.count("could not be written") < 5:
        said += process.stderr.readline()
    good = checkpoint("full")[1]["step"]
    assert good > 0
    assert "the file that was there is as it was. The run goes on, and tries again later: make room." in said
    while said.count("could not be written") < 10:
        said += process.stderr.readline()
    assert checkpoint("full")[1]["step"] == good
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, before)
    out, _ = process.communicate()
    assert process.returncode == 0
    assert "after 250 steps" in out
    assert runs.main([*SMALL, *length, "--out", "whole"]) == 0
    assert same_run("full", "whole")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_log_on_a_full_disk_ends_no_run():
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-P", "-m", "cs231n_kit.train", *SMALL, "--steps", "5", "--out", "run"]
        assert subprocess.run(command, stdout=full, stderr=full).returncode == 0
    assert checkpoint("run")[1]["step"] == 5
