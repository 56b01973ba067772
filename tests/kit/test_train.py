"""Training, step after step: against PyTorch, from the same seed, saved and gone on with, and when it goes wrong."""

import math
from itertools import islice

import numpy as np
import pytest
from comparing import on
from test_weights import same

from cs231n_kit import losses, optim
from cs231n_kit.backend import to_host
from cs231n_kit.data import Dataset, digits
from cs231n_kit.layers import BatchNorm, Conv2d, Linear, MaxPool2d, ReLU, Serial
from cs231n_kit.net import Net
from cs231n_kit.train import Diverged, Prepare, Run, evaluate, train, train_step

LAYERS = Serial(Conv2d(4, 3, pad=1), ReLU(), MaxPool2d(2), Linear(10))
WITH_STATE = Serial(Conv2d(4, 3, pad=1), BatchNorm(), ReLU(), MaxPool2d(2), Linear(20), BatchNorm(), Linear(10))


@pytest.fixture(scope="module")
def data():
    return digits()


def net(seed=0, **settings):
    return Net.build(LAYERS, (1, 8, 8), seed=seed, **settings)


def run(data, seed=0, flip=True, **settings):
    prepare = Prepare.of(data.train_images, flip=flip, margin=1)
    return Run(net(seed), data, optim.Momentum(0.05), prepare=prepare, seed=seed, **settings)


def advance(run, count):
    return [run.advance() for _ in range(count)]


def test_a_step_is_pytorchs(torch, xp):
    rng = np.random.default_rng(0)
    x, labels = rng.standard_normal((20, 6, 1, 8, 8)), rng.integers(0, 10, (20, 6))
    ours, nn = net(like=xp.empty(0), dtype="float64"), torch.nn
    theirs = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 10))
    theirs = theirs.double()
    with torch.no_grad():
        for leaf, array in zip(theirs.parameters(), ours.params.values(), strict=True):
            leaf.copy_(torch.from_numpy(to_host(array)))
    optimizer = optim.Momentum(0.1, decay=0.01)
    reference = torch.optim.SGD(theirs.parameters(), 0.1, momentum=0.9, weight_decay=0.01)
    state = optimizer.init(ours.params)
    for batch, right in zip(x, labels, strict=True):
        value, _, _, state = train_step(ours, *on(xp, batch, right), optimizer, state)
        reference.zero_grad()
        loss = nn.functional.cross_entropy(theirs(torch.from_numpy(batch)), torch.from_numpy(right))
        loss.backward()
        reference.step()
        assert value == pytest.approx(loss.item(), rel=1e-9)
    for leaf, array in zip(theirs.parameters(), ours.params.values(), strict=True):
        np.testing.assert_allclose(to_host(array), leaf.detach().numpy(), rtol=1e-9, atol=1e-9)


def test_a_net_learns_and_stands_still_while_nobody_asks(data):
    learner = net()
    steps = train(learner, data, optim.Momentum(0.05), steps=60, batch=50)
    first = list(islice(steps, 20))
    params = dict(learner.params)
    last = list(steps)
    assert [step.number for step in first + last] == list(range(1, 61))
    assert not same(params, learner.params)
    assert np.mean([step.loss for step in first[:3]]) > 2
    assert np.mean([step.loss for step in last[-10:]]) < 0.7
    assert np.mean([step.accuracy for step in last[-10:]]) > 0.8


def test_the_rate_can_be_changed_between_two_steps(data):
    running = run(data, schedule=optim.StepDecay(2, 0.5))
    rates = [step.rate for step in advance(running, 3)]
    running.rate = 0.2
    rates += [step.rate for step in advance(running, 2)]
    np.testing.assert_allclose(rates, [0.05, 0.05, 0.025, 0.1, 0.05])
    running.rate, before = 0, running.net.params
    running.advance()
    assert same(running.net.params, before)


def test_every_image_comes_once_an_epoch_in_an_order_of_its_own(data):
    running = run(data, batch=100)
    assert running.order.steps_per_epoch == 15
    epochs = [np.concatenate([running.order.batch_of(15 * epoch + i) for i in range(15)]) for epoch in range(2)]
    for epoch in epochs:
        assert sorted(epoch.tolist()) == list(range(1438))
    assert (epochs[0] != epochs[1]).any()
    assert (running.order.batch_of(3) == epochs[0][300:400]).all()  # also back
    assert (run(data, seed=1, batch=100).order.batch_of(3) != epochs[0][300:400]).any()


def test_the_same_seed_gives_the_same_numbers(data):
    one, again, other = (run(data, seed=seed) for seed in (3, 3, 4))
    for running in (one, again, other):
        advance(running, 50)
    assert one.history == again.history
    assert same(one.net.params, again.net.params)
    assert one.history["loss"] != other.history["loss"]


@pytest.mark.parametrize("suffix", ["safetensors", "npz"])
def test_a_run_that_was_saved_goes_on_with_the_same_bits(data, suffix, tmp_path):
    whole, path = run(data), tmp_path / f"run.{suffix}"
    advance(whole, 30)
    whole.test()
    whole.rate = 0.01
    whole.save(path, {"why": "a pause"})
    saved = whole.step, whole.rate, whole.seconds
    advance(whole, 30)
    second = run(data)
    advance(second, 5)  # of which nothing may be left
    assert second.load(path) == {"why": "a pause"}
    assert (second.step, second.rate, second.seconds) == saved == (30, 0.01, saved[2])
    advance(second, 30)
    assert second.history == whole.history
    assert same(second.net.params, whole.net.params)
    assert same(second.state, whole.state)
    assert second.rng.random(5).tolist() == whole.rng.random(5).tolist()


@pytest.mark.parametrize("suffix", ["safetensors", "npz"])
def test_running_statistics_are_saved_with_a_run(data, suffix, tmp_path):
    def fresh(seed=0):
        return Run(Net.build(WITH_STATE, (1, 8, 8), seed=seed), data, optim.Adam(0.01))

    whole, path = fresh(), tmp_path / f"run.{suffix}"
    advance(whole, 10)
    whole.save(path)
    state = dict(whole.net.state)
    assert set(state) == {f"{n}.running_{what}" for n in (1, 5) for what in ("mean", "var")}
    advance(whole, 10)
    assert not any(np.array_equal(state[name], whole.net.state[name]) for name in state)
    second = fresh(seed=1)
    second.load(path)
    assert same(second.net.state, state)
    advance(second, 10)
    assert second.history == whole.history
    assert same(second.net.params, whole.net.params)
    assert same(second.net.state, whole.net.state)
    assert second.test() == whole.test()
    assert same(second.net.state, whole.net.state)  # a test moves nothing


def test_a_test_teaches_nothing_and_varies_no_image(data):
    running = run(data)
    advance(running, 10)
    params, state = dict(running.net.params), running.rng.bit_generator.state
    loss, accuracy = running.test()
    in_sevens = evaluate(running.net, data.test_images, data.test_labels, running.prepare, batch=7)
    assert in_sevens == pytest.approx((loss, accuracy), rel=1e-5)
    scores = running.net(running.prepare(data.test_images))
    assert accuracy == (scores.argmax(axis=1) == data.test_labels).mean()
    assert loss == pytest.approx(float(losses.softmax_loss_forward(scores, data.test_labels)[0]), rel=1e-5)
    assert same(running.net.params, params)
    assert running.rng.bit_generator.state == state
    assert running.history["test_step"] == [10]


def test_a_loss_that_is_no_number_stops_with_words_and_before_the_step(data):
    running = run(data)
    running.rate = 1e30
    words = r"The loss is (nan|inf)\. This is step \d+, at a rate of 1e\+30\. The last losses: \d"
    with np.errstate(all="ignore"), pytest.raises(Diverged, match=words) as error:
        advance(running, 20)
    assert "the rate is too high: try 1e+29." in str(error.value)
    assert all(math.isfinite(loss) for loss in running.history["loss"])
    assert running.step == len(running.history["loss"])
    broken = Dataset("broken", data.train_images * np.float32("nan"), data.train_labels, *[data.test_images] * 2)
    fresh = Run(net(), broken, optim.SGD(0.1), prepare=Prepare(0, 1))
    before = dict(fresh.net.params)
    with pytest.raises(Diverged, match=r"The loss is nan\. This is step 1, .*the images hold what is no number"):
        fresh.advance()
    assert same(fresh.net.params, before)
    normal = Run(Net.build(WITH_STATE, (1, 8, 8)), broken, optim.SGD(0.1), prepare=Prepare(0, 1))
    state = dict(normal.net.state)
    with pytest.raises(Diverged):
        normal.advance()
    assert same(normal.net.state, state)


def test_a_run_on_a_device_is_the_run_on_the_cpu(data, device):
    runs = [Run(net(like=like), data, optim.Adam(0.01), batch=20) for like in (np.empty(0), device.empty(0))]
    for running in runs:
        advance(running, 4)
        running.data = Dataset("few", *(array[:50] for array in (data.train_images, data.train_labels) * 2))
        running.test()
    np.testing.assert_allclose(runs[0].history["loss"], runs[1].history["loss"], rtol=1e-5)
    assert runs[0].history["test_accuracy"] == runs[1].history["test_accuracy"]
    assert {type(array) for array in runs[1].net.params.values()} == {type(device.empty(0))}


def test_what_does_not_go_together_is_said(data):
    wide = Dataset(
        "wide", np.zeros((2, 3, 8, 8), "u1"), np.zeros(2, int), np.zeros((2, 3, 8, 8), "u1"), np.zeros(2, int)
    )
    few = Net.build(Serial(Linear(5)), (1, 8, 8))
    volume = Net.build(Serial(ReLU()), (1, 8, 8))
    for arguments, kind, words in [
        ((net(), wide, optim.SGD()), ValueError, r"data has images of \(3, 8, 8\), and the net reads \(1, 8, 8\)"),
        ((few, data, optim.SGD()), ValueError, r"the net must give 10 scores; it gives \(5,\)"),
        ((volume, data, optim.SGD()), ValueError, r"the net must give 10 scores; it gives \(1, 8, 8\)"),
        ((LAYERS, data, optim.SGD()), TypeError, "net is a Net"),
        ((net(), data.train_images, optim.SGD()), TypeError, "data is a Dataset"),
        ((net(), data, optim.SGD), TypeError, r"optimizer is made by a call, as in SGD\(0\.1\)"),
    ]:
        with pytest.raises(kind, match=words):
            Run(*arguments)
    for settings, words in [
        ({"batch": 0}, "batch starts at 1"),
        ({"seed": -1}, "seed starts at 0"),
        ({"schedule": 3}, "schedule is a schedule"),
    ]:
        with pytest.raises((TypeError, ValueError), match=words):
            Run(net(), data, optim.SGD(), **settings)
