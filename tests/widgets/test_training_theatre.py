"""TrainingTheatre in Python, and its JavaScript under node: the page's net is the kit's, gradient by gradient."""

import json
import random
import re
import threading
import time
from base64 import b64decode

import numpy as np
import pytest
from cs231n_widgets import TrainingTheatre
from cs231n_widgets.training_theatre import write_record
from cs231n_widgets.training_theatre.digits import PageRun, packed
from cs231n_widgets.training_theatre.messages import describe, status_of, wall_message
from cs231n_widgets.training_theatre.run import arrange
from cs231n_widgets.training_theatre.training import PAUSE
from node_js import SOURCES, run_node
from random_states import many, random_training_theatre, short_record

from cs231n_kit import train
from cs231n_kit.data import digits
from cs231n_kit.layers import Linear, ReLU, Serial
from cs231n_kit.losses import softmax_loss_backward, softmax_loss_forward
from cs231n_kit.net import Net
from cs231n_kit.optim import SGD, Adam
from cs231n_kit.spec import build_spec

FOLDER = SOURCES / "training_theatre"
ONE = "CONV(8,3) -> RELU -> POOL -> FC(10)"
TWO = "CONV(8,3) -> RELU -> POOL -> CONV(16,3) -> RELU -> POOL -> FC(10)"
GRADIENTS = """return given.map(({ spec, shape, params, x, dy, N }) => {
  const net = new m.Net(spec, shape);
  net.params.forEach((param, n) => param.value.set(params[n]));
  const y = net.forward(Float64Array.from(x), N);
  let dx = Float64Array.from(dy);
  for (const layer of net.layers.toReversed()) dx = layer.backward(dx, false);
  return [y, dx, ...net.params.map(({ grad }) => grad)].map((all) => Array.from(all));
});"""
LOSSES = """return given.map(([scores, labels]) => {
  const { loss, dscores, right } = m.softmaxLoss(Float64Array.from(scores.flat()), labels);
  return [loss, Array.from(dscores), right];
});"""
STEPS = """return given.map(([state, steps]) => {
  const run = new m.Run(state);
  for (let n = 0; n < steps; n++) if (!run.step(state)) break;
  const { filters, inside, ...rest } = run.frame(state.chosen);
  const levels = [filters, ...inside.maps].map((one) => one && { ...one, levels: Array.from(one.levels) });
  return { ...rest, levels, shares: inside.shares, weights: run.net.params.map(({ value }) => Array.from(value)) };
});"""


def drawn_layers(draw):
    """Returns (text, shape of its input) of one layer, or of a few, with all sorts of windows."""
    shape = (draw.randint(1, 4), draw.randint(3, 9), draw.randint(3, 9))
    conv = draw.choice(
        ["CONV(3,3)", "CONV(2,1)", "CONV(4,3,2,1)", "CONV(2,(3,2),(1,2),(1,0))", "CONV(3,2,1,0,bias=no)"]
    )
    pool = draw.choice(["POOL", "POOL(3,2)", "POOL(2,1)", "POOL(3,3,1)", "POOL(2,2,fit=pad)"])
    dilated = "CONV(2,3,1,2,dilation=2)"
    text = draw.choice([conv, dilated, pool, "RELU", "FC(5)", "FLATTEN -> FC(3,bias=no)", f"{conv} -> RELU -> FC(4)"])
    return text, shape


def test_every_layer_has_the_kit_s_outputs_and_gradients():
    draw, rng, cases, wanted = random.Random(7), np.random.default_rng(7), [], []
    while len(cases) < 300:
        text, shape = drawn_layers(draw)
        net = Net.build(build_spec(text, shape)[0], shape, draw.randint(0, 99), dtype=np.float64)
        N = draw.randint(1, 3)
        # whole numbers, so that windows have equal numbers in them, and ReLU meets 0
        x = rng.integers(-2, 3, (N, *shape)) + (draw.random() < 0.5) * rng.standard_normal((N, *shape))
        y, cache = net.forward(x.astype(float))
        dy = rng.standard_normal(y.shape)
        dx, grads = net.backward(dy, cache)
        params = [values.ravel().tolist() for values in net.params.values()]
        case = {"spec": text, "shape": shape, "params": params, "N": N}
        cases.append(case | {"x": x.ravel().tolist(), "dy": dy.ravel().tolist()})
        wanted.append([y, dx, *(grads[key] for key in net.params)])
    for case, found, all_wanted in zip(cases, run_node(FOLDER / "net.js", GRADIENTS, cases), wanted, strict=True):
        for one, other in zip(found, all_wanted, strict=True):
            np.testing.assert_allclose(one, other.ravel(), rtol=1e-9, atol=1e-11, err_msg=case["spec"])


def test_the_loss_has_the_kit_s_value_and_gradient():
    rng = np.random.default_rng(8)
    cases = [(rng.standard_normal((n, k)) * size, rng.integers(0, k, n)) for n, k, size in
             [(1, 2, 1), (5, 10, 1), (3, 4, 100), (4, 7, 1e5), (6, 3, 0)]]  # fmt: skip
    given = [[scores.tolist(), labels.tolist()] for scores, labels in cases]
    for (scores, labels), (loss, dscores, right) in zip(cases, run_node(FOLDER / "net.js", LOSSES, given), strict=True):
        wanted, cache = softmax_loss_forward(scores, labels)
        np.testing.assert_allclose(loss, wanted, rtol=1e-12)
        np.testing.assert_allclose(dscores, softmax_loss_backward(cache).ravel(), atol=1e-15)
        assert right == (scores.argmax(axis=1) == labels).mean()


STATES = [
    {"spec": ONE, "rate": 0.1, "batch": 32},
    {"spec": ONE, "rate": 0.02, "batch": 8, "optimizer": "momentum", "seed": 5},
    {"spec": TWO, "rate": 0.05, "batch": 16, "seed": 1},
    {"spec": "FC(10)", "rate": 0.1, "batch": 128, "optimizer": "momentum"},
    {"spec": ONE, "rate": 0.1, "breakage": "zeros"},
    {"spec": ONE, "rate": 0.1, "breakage": "labels", "seed": 2},
    {"spec": "FC(16) -> RELU -> FC(10)", "rate": 1e-4, "breakage": "inputs"},
    {"spec": ONE, "rate": 20, "breakage": "rate"},
]


def python_run(state, steps):
    """Returns the kit's run for a state of the page, after so many steps or at the first NaN."""
    run = PageRun(packed(), state["spec"], **{name: state[name] for name in ("seed", "breakage", "optimizer")})
    for _ in range(steps):
        if not run.step(rate=state["rate"], batch=state["batch"]):
            break
    return run


def test_a_hundred_steps_on_the_page_are_the_kit_s():
    usual = {"digits": packed(), "optimizer": "SGD", "seed": 0, "breakage": "", "batch": 32, "chosen": 7}
    states = [usual | state for state in STATES]
    for state, found in zip(states, run_node(FOLDER / "run.js", STEPS, [[one, 100] for one in states]), strict=True):
        run = python_run(state, 100)
        if state["breakage"] == "rate":
            assert not run.is_sound
            assert abs(run.steps - found["step"]) <= 1
            assert found["sound"] is False
            assert found["guesses"] == [-1] * 80
            continue
        for one, other in zip(found["weights"], run.net.params.values(), strict=True):
            np.testing.assert_allclose(one, other.ravel(), rtol=1e-6, atol=1e-9, err_msg=str(state["spec"]))
        frame = run.frame(7)
        assert found["step"] == frame["step"] == 100
        assert found["guesses"] == frame["guesses"]
        for name, values in frame["curves"].items():
            np.testing.assert_allclose(found["curves"][name], values, rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(found["shares"], frame["inside"]["shares"], rtol=1e-3, atol=1e-6)
        for one, other in zip(found["gradients"], frame["gradients"], strict=True):
            assert one.pop("name") == other.pop("name")
            assert one == pytest.approx(other, rel=1e-4, abs=1e-12)
        for one, other in zip(found["levels"], [frame["filters"], *frame["inside"]["maps"]], strict=True):
            assert one["shape"] == other["shape"]
            levels = np.frombuffer(b64decode(other["levels"]), np.uint8)
            assert np.abs(np.subtract(one["levels"], levels, dtype=int)).max() <= 1


# ---- what is said, shown and refused ------------------------------------------------------------------------------
MESSAGES = """return given.map(([s, frame, wall]) =>
  [m.statusOf(frame), m.describe(s, frame), m.wallMessage(wall, frame)]);"""


def as_it_might_be(rng, frame):
    """Returns a frame at another step of its run, whose curves end anywhere, or at an edge of a status."""
    last = {
        "loss": [None, 0.0, 1.2345, 2.30258, 5.0, 3e7][rng.integers(6)],
        "held_loss": [None, 0.5, 123.456][rng.integers(3)],
        "accuracy": [0.1, 0.2, 0.21, 0.5, 0.995][rng.integers(5)],
        "held_accuracy": [0.1, 0.2, 0.205, 0.89, 0.9, 1.0][rng.integers(6)],
    }
    curves = {name: [*values[:-1], last.get(name, values[-1])] for name, values in frame["curves"].items()}
    first = {"gradient": [None, 0, 0.1][rng.integers(3)], "weights": [0, 0.5][int(rng.random() < 0.9)]}
    gradients = [{**frame["gradients"][0], **first}, *frame["gradients"][1:]]
    step, sound = [0, 1, 199, 200, 12345][rng.integers(5)], bool(rng.random() < 0.9)
    return {**frame, "curves": curves, "gradients": gradients, "step": step, "sound": sound}


def test_both_languages_say_the_same_of_a_run():
    rng = np.random.default_rng(13)
    widgets = 5 * many(random_training_theatre, 12, 60)
    frames = [widget.seen if n < 60 else as_it_might_be(rng, widget.seen) for n, widget in enumerate(widgets)]
    given = [[widget.settings(), frame, widget.seen_wall] for widget, frame in zip(widgets, frames, strict=True)]
    found = set()
    answers = run_node(FOLDER / "messages.js", MESSAGES, given)
    for widget, frame, (status, said, of_wall) in zip(widgets, frames, answers, strict=True):
        assert status == status_of(frame)
        assert said == describe(widget, frame)
        assert of_wall == wall_message(widget.seen_wall, frame)
        found.add(status)
    assert found == {"start", "nan", "zeros", "dead", "heart", "learnt", "high", "stuck", "learning"}


@pytest.mark.parametrize(
    ("breakage", "spec", "status", "words"),
    [
        ("", ONE, "learnt", "of those held out 9"),
        ("rate", ONE, "nan", "the loss is no number any more (NaN)"),
        ("rate", "FC(64) -> RELU -> FC(10)", "dead", "A step was far too long. Now all ReLUs of a layer give 0"),
        ("zeros", ONE, "zeros", "Only the biases of the last layer move"),
        ("zeros", "FC(10)", "learnt", "It learns from zeros all the same"),
        ("labels", ONE, "learning", "There is no rule to find in shuffled labels"),
        ("inputs", ONE, "dead", "Inputs from 0 to 255 gave scores in the hundreds"),
        ("inputs", "FC(10)", "learnt", "The loss began at 207"),
    ],
)
def test_what_is_broken_on_purpose_is_said_when_it_has_happened(breakage, spec, status, words):
    widget = TrainingTheatre(spec, breakage=breakage, steps=200)
    assert status_of(widget.seen) == status
    assert words in widget.describe()


def test_its_tasks_can_be_done():
    killed = TrainingTheatre.kill(rate=5, steps=120)
    assert status_of(killed.seen) == "dead"
    for widget, fact in [(TrainingTheatre.by_heart(), "heart"), (killed, "dead")]:
        assert not widget.met
        widget.reached = ["learning", fact]
        assert widget.met


def test_the_still_picture_is_the_finished_run():
    widget = TrainingTheatre("FC(10)", steps=60)
    svg = widget.still_svg()
    wrong = sum(guess != label for guess, label in zip(widget.seen["guesses"], widget.seen_wall["labels"], strict=True))
    assert 0 < wrong < 30
    assert svg.count('class="wrong"') == wrong
    assert svg.count("<image ") == 80 + 10, "the wall, and ten filters"
    assert f"80 held-out images, {wrong} guessed wrong" in svg
    assert "60 steps" in svg
    assert len(json.dumps(widget.mimebundle())) < 250_000


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"spec": "CONV(8,3) -> SIGMOID -> FC(10)"}, "On the page train CONV, RELU, POOL, FC, FLATTEN; this net has"),
        ({"spec": "CONV(8,3) -> FC(12)"}, "The last layer gives a score for each of ten digits: end with FC(10)."),
        ({"spec": "FC(400) -> RELU -> FC(10)"}, "This net has 30,010 parameters; up to 20,000 train smoothly"),
        ({"spec": "FC(10"}, "FC(10"),
        ({"spec": "INPUT(3,32,32) -> FC(10)"}, "On the page a net reads digits of 8x8 pixels: leave INPUT out"),
        ({"net": 7}, "TrainingTheatre trains a Net, a net as text, or a Run; got int."),
        ({"net": Net.build(Linear(10), (3, 8, 8))}, "data has images of (1, 8, 8), and the net reads (3, 8, 8)."),
        ({"net": "FC(3)", "data": [[1]]}, "data is a Dataset, such as cs231n_kit.data.digits(), or four arrays"),
        (
            {"net": "FC(3)", "data": [np.ones((2, 4)), [0], np.ones((1, 4)), [1]]},
            "Images to train on are (N,C,H,W), with one label for each",
        ),
        ({"net": "FC(10)", "data": digits(), "optimizer": "Adams"}, "optimizer is one of cs231n_kit.optim, or SGD,"),
        ({"record": {"seed": 1}}, "A record is what record_run returns: a dict of about, command, curves, frames"),
    ],
)
def test_it_says_what_it_cannot_train_or_show(settings, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        TrainingTheatre(**settings)


# ---- in the kernel, without one -----------------------------------------------------------------------------------
class Slow(ReLU):
    """A ReLU that takes its time over a batch of 16, so that a step can be caught in the middle; it counts them."""

    begun = 0

    def _forward(self, x):
        if len(x) == 16:
            Slow.begun += 1
            time.sleep(0.03)
        return super()._forward(x)


def threads():
    return [one for one in threading.enumerate() if one.name == "TrainingTheatre"]


def wait_until(done):
    end = time.monotonic() + 60
    while not done() and time.monotonic() < end:
        time.sleep(0.005)
    assert done()


@pytest.fixture
def theatre():
    """Give a theatre whose steps take a while, in training; nothing may be left of it at the end."""
    found = TrainingTheatre(Net.build(Serial(Slow(), Linear(10)), (1, 8, 8)), digits(), batch=16)
    found.play()
    wait_until(lambda: found.training.run.steps >= 2)
    yield found
    found.close()
    assert threads() == []


def test_pause_and_the_rate_answer_within_a_step(theatre):
    assert theatre.running
    assert len(threads()) == 1
    theatre.rate = 0.5
    begun = Slow.begun
    wait_until(lambda: Slow.begun >= begun + 2)
    assert theatre.training.run.run.rate == 0.5
    begun = Slow.begun
    theatre.command = {"n": 1, "do": "pause"}
    assert Slow.begun <= begun + 1
    assert threads() == []
    assert (theatre.answered, theatre.running) == (1, False)
    steps = theatre.training.run.steps
    assert theatre.frame["step"] == steps
    theatre.command = {"n": 2, "do": "step"}
    wait_until(lambda: threads() == [])
    assert theatre.frame["step"] == steps + 1


def test_frames_are_sent_a_few_times_a_second(theatre):
    frames, start = [], time.monotonic()
    theatre.observe(lambda change: frames.append(change["new"]["step"]), "frame")
    wait_until(lambda: len(frames) >= 4)
    assert theatre.training.run.steps > 8
    assert len(frames) <= (time.monotonic() - start) / PAUSE + 1


def test_another_theatre_pauses_it_and_ends_alone(theatre):
    other = TrainingTheatre(Net.build(Serial(Slow(), Linear(10)), (1, 8, 8)), digits(), batch=16)
    other.play()
    assert not theatre.running
    assert len(threads()) == 1
    theatre.close()
    assert len(threads()) == 1, "that of the other"
    other.close()
    assert threads() == []


def test_what_the_thread_raises_is_said_and_start_again_forgets_it(theatre):
    theatre.training.run.run.data.train_labels[:] = 99
    wait_until(lambda: threads() == [])
    assert theatre.problem.startswith("Training stopped. ValueError: ")
    assert not theatre.running
    theatre.training.run.run.data.train_labels[:] = 0
    theatre.reset()
    assert (theatre.problem, theatre.frame["step"]) == ("", 0)
    theatre.rate = 100.0
    theatre.training.run.run.net.params["1.weight"][:] = 1e38
    theatre.step()
    wait_until(lambda: threads() == [])
    assert "Training stopped. The loss is " in theatre.problem
    assert "Most often the rate is too high: try 10." in theatre.problem


def test_a_run_of_the_kit_goes_on_where_it_was():
    net = Net.build(Linear(10), (1, 8, 8))
    run = train.Run(net, digits(), Adam(0.01), batch=64)
    for _ in range(3):
        run.advance()
    theatre = TrainingTheatre(run, steps=4)
    theatre.play()
    wait_until(lambda: threads() == [])
    alone = train.Run(Net.build(Linear(10), (1, 8, 8)), digits(), Adam(0.01), batch=64)
    for _ in range(7):
        alone.advance()
    np.testing.assert_array_equal(net.params["weight"], alone.net.params["weight"])
    assert theatre.frame["step"] == 7
    assert (
        "trains in the kernel on digits: 1,438 images, 359 held out, in batches of 64, by Adam." in theatre.describe()
    )


def test_the_recorded_run_that_comes_with_the_course_says_what_it_is_of_and_how_it_was_made():
    shown = TrainingTheatre.cifar10(at=0)
    last = shown.record["frames"][-1]["step"]
    assert "JPEG copy" in shown.record["about"]
    assert f"--steps {last}" in shown.record["command"]
    assert "tools/record_training.py cifar10" in shown.record["command"]
    first, final = shown.describe(), TrainingTheatre.cifar10().describe()
    assert "A recorded run." in first
    assert "Step 0:" in first
    assert f"Step {last:,}:" in final


def test_a_record_keeps_a_run_as_it_went_and_comes_back_from_its_file(tmp_path):
    record = short_record()
    run = train.Run(Net.build(Linear(10), (1, 8, 8)), digits(), SGD(0.1), batch=32)
    for _ in range(40):
        run.advance()
    images, labels = digits().test_images, digits().test_labels
    some = arrange(labels, 10, 20)
    assert record["frames"][-1]["guesses"] == run.net(run.prepare(images[some])).argmax(axis=1).tolist()
    assert record["wall"]["labels"] == labels[some].tolist() == [*range(10)] * 2
    assert [frame["step"] for frame in record["frames"]] == [0, 2, 6, 14, 26, 40]
    write_record(record, tmp_path / "run.json")
    shown = TrainingTheatre(record=tmp_path / "run.json")
    assert shown.seen["curves"]["steps"][-1] == 40
    assert TrainingTheatre(record=record, at=2).seen["curves"]["steps"][-1] == 6
    (tmp_path / "half.json").write_text((tmp_path / "run.json").read_text()[:900])
    with pytest.raises(ValueError, match=r"half\.json is no record of a run"):
        TrainingTheatre(record=tmp_path / "half.json")
    with pytest.raises(ValueError, match=r"and a page takes 300,000\. Record fewer frames, or a smaller wall."):
        TrainingTheatre(record={**record, "frames": record["frames"] * 200})
