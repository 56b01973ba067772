"""Auxiliary heads: small classifiers in the middle of a net, which help to train it and are gone at test time.

GoogLeNet has two (Szegedy and others, 2014, section 5).
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from cs231n_kit.layers.container import Container, Serial, back_part, check_layers, out_shape_of, run_part
from cs231n_kit.memory import run_backward, run_forward, within
from cs231n_kit.shapes import check_not_negative

__all__ = ["HeadsLoss", "WithHeads"]


@dataclass(frozen=True, repr=False)
class WithHeads(Container):
    """Stages in a row, each of the first ones with a head that reads its output, too.

    Under train=True y is a tuple, (scores, the first head's scores, ...), and backward takes a dy of each. At test time
    no head runs, and y is the scores. Parameters are named after the stage, "0.weight", or the head, "head0.weight".
    """

    stages: tuple
    heads: tuple

    def __post_init__(self):
        check_layers(self.stages)
        check_layers(self.heads)
        if len(self.heads) >= len(self.stages):
            raise ValueError(
                f"A head reads a stage that others follow: {len(self.stages)} stages have room for "
                f"{len(self.stages) - 1} heads; got {len(self.heads)}."
            )

    def __repr__(self):
        return f"WithHeads({self.stages!r}, {self.heads!r})"

    def parts(self, in_shape):
        trunk, branches, shape = [], [], in_shape
        for i, stage in enumerate(self.stages):
            trunk.append((str(i), stage, shape))
            shape = out_shape_of(i, stage, shape)
            if i < len(self.heads):
                branches.append((f"head{i}", self.heads[i], shape))
        return trunk + branches

    def out_shape(self, in_shape):
        return Serial(*self.stages).out_shape(in_shape)

    def _run(self, x, params, state, *, train, **mode):
        mode |= {"train": train}
        caches, new_state, scores = {}, {}, []
        for i, stage in enumerate(self.stages):
            x, caches[f"{i}"], part_state = run_part(i, stage, x, params, state, mode)
            new_state |= part_state
            if i < len(self.heads) and train:
                name, head = f"head{i}", self.heads[i]
                y, caches[name], part_state = run_part(name, head, x, params, state, mode)
                new_state |= part_state
                scores.append(y)
        new_state = state | new_state  # that of heads which have not run stays
        return ((x, *scores) if train else x), caches, new_state

    def _run_backward(self, dy, caches):
        dy, *dy_heads = dy if isinstance(dy, tuple) else (dy,)
        grads = {}
        for i in reversed(range(len(self.stages))):
            if i < len(self.heads) and dy_heads:
                dx, part_grads = back_part(f"head{i}", self.heads[i], dy_heads[i], caches[f"head{i}"])
                grads |= part_grads
                dy = dy + dx  # the head read the same volume as the next stage
                del dx  # the stages before need the room
            dy, part_grads = back_part(i, self.stages[i], dy, caches[f"{i}"])
            grads |= part_grads
        return dy, grads


class HeadsCache(NamedTuple):
    """What a HeadsLoss keeps for the way back: the cache of the scores' loss, and one for each head's."""

    scores: Any
    heads: list


@dataclass(frozen=True)
class HeadsLoss:
    """A loss for nets with and without heads: that of the scores, and `weight` times that of each head.

    forward(scores, labels) -> (loss, cache), scores (N,K) or a tuple of such. Source: Szegedy and others, 2014.
    """

    loss: Any
    weight: float = 0.3

    def __post_init__(self):
        check_not_negative(self.weight, "weight")

    def forward(self, scores, labels):
        if not isinstance(scores, tuple):
            return self.loss.forward(scores, labels)
        (value, cache), *heads = [self.loss.forward(one, labels) for one in scores]
        total = value + float(self.weight) * sum([head_value for head_value, _ in heads])
        return total, HeadsCache(cache, [head_cache for _, head_cache in heads])

    def backward(self, cache):
        if not isinstance(cache, HeadsCache):
            return self.loss.backward(cache)
        heads = [float(self.weight) * self.loss.backward(head_cache) for head_cache in cache.heads]
        return self.loss.backward(cache.scores), *heads


# ---- what they need of memory --------------------------------------------------------------------------------------
@run_forward.register
def heads_forward(layer: WithHeads, run, name, in_shape, x):
    """Each head runs while the output that it shares with the next stage waits."""
    start, parts = x, {key: (part, shape) for key, part, shape in layer.parts(in_shape)}
    for i in range(len(layer.stages)):
        stage, shape = parts[f"{i}"]
        y = run_forward(stage, run, within(name, i), shape, x)
        if x is not y and x is not start:
            run.free(x)
        x = y
        if run.keep and i < len(layer.heads):
            head, shape = parts[f"head{i}"]
            run_forward(head, run, within(name, f"head{i}"), shape, x)  # the caller has its scores: they stay
    return x


@run_backward.register
def heads_backward(layer: WithHeads, run, name, in_shape, dy):
    """Each head's gradient is added to that of the stage behind it. The caller has those of the scores."""
    parts = {key: (part, shape) for key, part, shape in layer.parts(in_shape)}
    keys = [f"head{i}" for i in range(len(layer.heads))]
    dy_heads = [
        run.batch(within(name, f"{key}.dy"), "gradients", parts[key][0].out_shape(parts[key][1])) for key in keys
    ]
    start = dy
    for i in reversed(range(len(layer.stages))):
        if i < len(layer.heads):
            head, shape = parts[keys[i]]
            dx = run_backward(head, run, within(name, keys[i]), shape, dy_heads[i])
            total = run.batch(within(name, f"{keys[i]}.dx"), "gradients", shape)
            run.note(within(name, f"{keys[i]}.add"), "backward")
            run.free(*[gradient for gradient in (dx, dy) if gradient is not start])
            dy = total
        stage, shape = parts[f"{i}"]
        dx = run_backward(stage, run, within(name, i), shape, dy)
        if dy is not dx and dy is not start:
            run.free(dy)
        dy = dx
    return dy
