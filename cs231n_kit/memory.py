"""What a net needs of memory, in bytes, known before anything is computed.

Built in 10_memory. Made by tools/tangle.py: edit the chapter, not this file.
"""

from dataclasses import dataclass, field, replace
from functools import singledispatch
from math import prod

import numpy as np

from cs231n_kit.kernels.pooling import switch_dtype
from cs231n_kit.kernels.registry import KERNELS, choose_kernel, get_kernel
from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers.activation import LeakyReLU, ReLU, Sigmoid, Tanh
from cs231n_kit.layers.base import Layer
from cs231n_kit.layers.channels import PadChannels
from cs231n_kit.layers.container import Concat, Container, Residual, Serial
from cs231n_kit.layers.conv import Conv2d
from cs231n_kit.layers.dropout import Dropout
from cs231n_kit.layers.linear import Flatten, Linear
from cs231n_kit.layers.local import LocallyConnected2d
from cs231n_kit.layers.norm import FEW_PLACES, LRN, BatchNorm
from cs231n_kit.layers.pool import AvgPool2d, GlobalAvgPool2d, L2Pool2d, MaxPool2d, pool_grid
from cs231n_kit.shapes import Shape, as_blocks, as_bool, as_choice, as_dtype, as_int, check_layer

__all__ = [
    "Job",
    "Buffer",
    "Rule",
    "rule_of",
    "Tensor",
    "Moment",
    "Row",
    "memory_rows",
    "timeline",
    "STEP_CACHE",
    "Needs",
    "memory_needed",
    "largest_batch",
    "format_bytes",
    "cache_buffers",
    "workspace_bytes",
    "checkpointed",
]


# ---- 10 Memory: VGGNet in detail: What a layer keeps ----
@dataclass(frozen=True)
class Job:
    """What a rule is told of a layer's work: the shapes of one example, and how many there are."""

    in_shape: Shape
    out_shape: Shape
    param_shapes: dict
    n: int
    dtype: str
    kernel: str | None  # the name of a CONV kernel, if one was asked for

    @property
    def itemsize(self):
        """The bytes of a number."""
        return np.dtype(self.dtype).itemsize

    @property
    def x(self):
        """The bytes of the input."""
        return self.n * prod(self.in_shape) * self.itemsize

    @property
    def y(self):
        """The bytes of the output."""
        return self.n * prod(self.out_shape) * self.itemsize


@dataclass(frozen=True)
class Buffer:
    """An array that a forward pass keeps for the backward pass.

    alias says what it is, "input" or "output": memory that is there anyway. None: its own.
    """

    shape: Shape
    dtype: str
    alias: str | None = None

    @property
    def nbytes(self) -> int:
        """The bytes of the array."""
        return prod(self.shape) * np.dtype(self.dtype).itemsize


@dataclass(frozen=True)
class Rule:
    """What a layer needs besides its input, its output, its parameters, and the gradients of all three."""

    keeps: str = ""  # for the backward pass: "x", "y", or both, "xy"
    own: dict = field(default_factory=dict)  # other arrays that it keeps, {name: Buffer}
    workspace: int = 0  # bytes that a forward pass takes and gives back
    test_workspace: int | None = None  # the same if nothing is kept; None: as many
    backward_workspace: int = 0
    is_view: bool = False  # the output is the input in another shape, and takes no memory


@singledispatch
def rule_of(layer, job: Job) -> Rule:
    """Returns the Rule of a layer for a Job. TypeError for a layer that there is none for."""
    name = type(layer).__name__
    raise TypeError(f"memory.py has no rule for {name}: register one, as in @rule_of.register(...).")


@rule_of.register
def relu_rule(layer: ReLU, job):
    zeros = job.x // job.n  # for one example, to compare with
    is_above = job.x // job.itemsize  # a byte for each "is it above 0?"
    return Rule("y", workspace=zeros, backward_workspace=is_above)


@rule_of.register
def conv_rule(layer: Conv2d, job):
    grid = WindowGrid.of(job.in_shape, layer.size, layer.stride, layer.pad, layer.dilation, layer.fit)
    weight = job.param_shapes["weight"]
    by_shape = choose_kernel((job.n, *job.in_shape), weight, grid, layer.groups)
    if (get_kernel(job.kernel) if job.kernel else by_shape) is KERNELS["loops"]:
        return Rule("x")  # one number at a time
    # One image after the other: its X_col, beside it what the product makes; on the way back dW, then dx.
    x_col = job.in_shape[0] * prod(grid.size) * prod(grid.out) * job.itemsize
    dw, dx_of_one = prod(weight) * job.itemsize, job.x // job.n
    return Rule("x", workspace=x_col + job.y // job.n, backward_workspace=x_col + max(dw, dx_of_one))


@rule_of.register
def max_pool_rule(layer: MaxPool2d, job):
    grid = pool_grid(job.in_shape, *layer.hyper())
    switches = Buffer((job.n, *job.out_shape), switch_dtype(grid.size))
    most = [max(_length(grid.valid_windows(axis, u)[0]) for u in range(grid.size[axis])) for axis in (0, 1)]
    # One cell of so many windows, a byte for each answer to "is it larger?", and what then becomes of the switches;
    # before that, the first cell of each window, as a whole number.
    one_cell = job.n * job.in_shape[0] * prod(most) * (job.itemsize + 1 + np.dtype(switches.dtype).itemsize)
    workspace = max(one_cell, 8 * prod(grid.out) + 4 * 8 * max(grid.out))
    # On the way back, where each winner stands, and before that the switches, both as whole numbers of 8 bytes. Where
    # windows overlap, gradients as floats of 8 bytes take the switches' place, with a sum for each cell of x.
    places = 8 * prod(switches.shape)
    overlap = any(F > S for F, S in zip(grid.size, grid.stride, strict=True))
    back = 2 * places + (8 * job.x // job.itemsize if overlap else 0)
    return Rule(own={"switches": switches}, workspace=workspace, test_workspace=0, backward_workspace=back)


def _length(piece):
    return piece.stop - piece.start


@rule_of.register
def avg_pool_rule(layer: AvgPool2d, job):
    out = job.out_shape[1:]
    counts = prod(out) * (8 + job.itemsize) + 4 * 8 * max(out)  # as whole numbers and as floats
    return Rule(workspace=counts, backward_workspace=job.y)  # each gradient's share


@rule_of.register
def l2_pool_rule(layer: L2Pool2d, job):
    return Rule("xy", workspace=job.x, backward_workspace=2 * job.y)  # the squares; y without zeros, and dy/y


@rule_of.register
def global_avg_pool_rule(layer: GlobalAvgPool2d, job):
    return Rule(backward_workspace=job.y)  # each gradient's share


@rule_of.register
def local_rule(layer: LocallyConnected2d, job):
    grid = WindowGrid.of(job.in_shape, layer.size, layer.stride, layer.pad, 1, layer.fit)
    x_col = job.n * job.in_shape[0] * prod(grid.size) * prod(grid.out) * job.itemsize
    before_bias = job.y if layer.bias else 0
    return Rule("x", workspace=x_col + before_bias, backward_workspace=2 * x_col)  # X_col and dX_col


@rule_of.register
def linear_rule(layer: Linear, job):
    return Rule("x", workspace=job.y if layer.bias else 0)  # y before the bias is added


@rule_of.register
def leaky_relu_rule(layer: LeakyReLU, job):
    return Rule("y", backward_workspace=2 * job.x // job.itemsize)  # above 0, and not above 0


@rule_of.register
def sigmoid_rule(layer: Sigmoid, job):
    answers = job.x // job.itemsize  # to x >= 0, a byte each
    return Rule("y", workspace=job.x + answers, backward_workspace=job.x)


@rule_of.register
def tanh_rule(layer: Tanh, job):
    return Rule("y", backward_workspace=job.x)


@rule_of.register
def dropout_rule(layer: Dropout, job):
    mask = Buffer((job.n, *job.in_shape), "bool")
    return Rule(own={"mask": mask})


@rule_of.register
def flatten_rule(layer: Flatten, job):
    return Rule(is_view=True)


@rule_of.register
def batch_norm_rule(layer: BatchNorm, job):
    shape = job.param_shapes["bias"]
    own = {name: Buffer(shape, job.dtype) for name in ("mean", "var")}  # the batch's
    # In a volume a sum for each channel of each image, of rows the squares; then their sums, as floats of 8 bytes.
    sums = (job.n * job.itemsize + 8) * job.in_shape[0]
    # The numbers of the channels, at each place of one image.
    full = job.x // job.n if FEW_PLACES >= prod(job.in_shape[1:]) > 1 else 0
    return Rule("x", own=own, workspace=max(sums, full), test_workspace=full, backward_workspace=job.x + full)


@rule_of.register
def pad_channels_rule(layer: PadChannels, job):
    return Rule()  # zeros are made where they stay


@rule_of.register
def lrn_rule(layer: LRN, job):
    base = Buffer((job.n, *job.in_shape), job.dtype)  # what x was divided by, before the power
    return Rule("x", own={"base": base}, test_workspace=job.x, backward_workspace=2 * job.x)


# ---- 10 Memory: VGGNet in detail: A dry run ----
@singledispatch
def run_forward(layer, run, name, in_shape, x):
    """Returns the Tensor that a layer makes of x, a Tensor; run notes what is there meanwhile."""
    rule, out_shape = run.rule(layer, in_shape), layer.out_shape(in_shape)
    if rule.is_view:
        run.add_row(name, layer, out_shape, [])
        return x
    y, own, workspace = run.batch(within(name, "y"), "activations", out_shape), [], rule.workspace
    if run.keep:
        own = [run.new(within(name, key), "activations", b.shape, b.dtype) for key, b in rule.own.items()]
        run.hold(*own, *[tensor for key, tensor in (("x", x), ("y", y)) if key in rule.keeps])
    elif rule.test_workspace is not None:
        workspace = rule.test_workspace
    run.note(name, "forward", workspace)
    costs = {"workspace": rule.workspace, "backward_workspace": rule.backward_workspace}
    costs |= {"parameters": _bytes_of(layer.param_shapes(in_shape), run.dtype), "macs": run.n * layer.macs(in_shape)}
    costs["statistics"] = _bytes_of(layer.state_shapes(in_shape), run.dtype)
    run.add_row(name, layer, out_shape, [y, *own], **costs)
    return y


@singledispatch
def run_backward(layer, run, name, in_shape, dy):
    """Returns the Tensor of the input's gradient for that of the output's."""
    rule = run.rule(layer, in_shape)
    if rule.is_view:
        return dy
    for key, shape in layer.param_shapes(in_shape).items():
        run.new(within(name, key), "parameter_gradients", shape)
    dx = run.batch(within(name, "dx"), "gradients", in_shape)
    run.note(name, "backward", rule.backward_workspace)
    return dx


@run_forward.register
def serial_forward(layer: Serial, run, name, in_shape, x):
    start = x  # the caller has it
    for key, part, shape in layer.parts(in_shape):
        y = run_forward(part, run, within(name, key), shape, x)
        if x is not y and x is not start:
            run.free(x)
        x = y
    return x


@run_backward.register
def serial_backward(layer: Serial, run, name, in_shape, dy):
    start = dy  # the caller has it
    for key, part, shape in reversed(layer.parts(in_shape)):
        dx = run_backward(part, run, within(name, key), shape, dy)
        if dy is not dx and dy is not start:
            run.free(dy)
        dy = dx
    return dy


JOINTS = {Residual: "add", Concat: "concat"}  # what the step is called in which branches come together


@run_forward.register
def joint_forward(layer: Container, run, name, in_shape, x):
    """Residual and Concat: all parts read x, which waits for the last of them."""
    parts = layer.parts(in_shape)
    outputs = [run_forward(part, run, within(name, key), shape, x) for key, part, shape in parts]
    out_shape, joint = layer.out_shape(in_shape), within(name, JOINTS[type(layer)])
    y = run.batch(within(joint, "y"), "activations", out_shape)
    run.note(joint, "forward")
    run.add_row(joint, None, out_shape, [y])
    run.free(*[output for output in outputs if output is not x])
    return y


@run_backward.register
def residual_backward(layer: Residual, run, name, in_shape, dy):
    parts = layer.parts(in_shape)
    gradients = [run_backward(part, run, within(name, key), shape, dy) for key, part, shape in parts]
    dx = run.batch(within(name, "dx"), "gradients", in_shape)
    run.note(within(name, "add"), "backward")
    run.free(*[gradient for gradient in gradients if gradient is not dy])
    return dx


@run_backward.register
def concat_backward(layer: Concat, run, name, in_shape, dy):
    """Each branch's gradient is added to the sum of those before it."""
    dx = None
    for key, part, shape in layer.parts(in_shape):
        part_dx = run_backward(part, run, within(name, key), shape, dy)
        if dx is None:
            dx = part_dx
            continue
        total = run.batch(within(name, "dx"), "gradients", in_shape)
        run.note(within(name, "concat"), "backward")
        run.free(*[gradient for gradient in (dx, part_dx) if gradient is not dy])
        dx = total
    return dx


@dataclass(eq=False)
class Tensor:
    """An array of a dry run: what it would be called, what it is, and how large."""

    name: str
    source: str  # "data", "activations", "gradients" or "parameter_gradients"
    buffer: Buffer

    @property
    def nbytes(self):
        """The bytes of the array."""
        return self.buffer.nbytes


@dataclass(frozen=True)
class Moment:
    """The bytes that are alive while a layer works, by source; parameters come on top."""

    name: str
    stage: str  # "forward" or "backward"
    data: int
    activations: int
    gradients: int  # of activations and data
    parameter_gradients: int
    workspace: int

    @property
    def total(self):
        """The bytes in all."""
        return self.data + self.activations + self.gradients + self.parameter_gradients + self.workspace


@dataclass(frozen=True)
class Row:
    """What one layer adds to the memory of a net, in bytes; a net's input is a row, too."""

    name: str
    layer: Layer | None  # None for the input, and where branches come together
    out_shape: Shape
    activations: int  # its output
    kept: int = 0  # of its output and of its own buffers, what stays until the backward pass
    parameters: int = 0
    statistics: int = 0  # running ones, which no gradient belongs to
    workspace: int = 0
    backward_workspace: int = 0
    macs: int = 0  # for all examples

    @property
    def gradients(self):
        """The bytes of the gradient of its output."""
        return self.activations


class DryRun:
    """A pass through a net that only notes which arrays there would be, and when."""

    def __init__(self, n, dtype, *, keep=True, kernel=None):
        self.n, self.dtype, self.keep, self.kernel = n, dtype, keep, kernel
        self.kept = {}  # tensors; a dictionary because it keeps the order
        self.alive = dict.fromkeys(("data", "activations", "gradients", "parameter_gradients"), 0)  # bytes
        self.moments, self.rows = [], []

    def new(self, name, source, shape, dtype=None):
        """Returns a Tensor of that shape, alive from now on."""
        tensor = Tensor(name, source, Buffer(shape, dtype or self.dtype))
        self.alive[source] += tensor.nbytes
        return tensor

    def batch(self, name, source, shape):
        """Returns a Tensor of n examples of that shape, alive from now on."""
        return self.new(name, source, (self.n, *shape))

    def hold(self, *tensors):
        """Keeps tensors for good: they are in the cache, which the caller has."""
        self.kept |= dict.fromkeys(tensors, True)

    def free(self, *tensors):
        """Ends the life of tensors that nobody keeps."""
        for tensor in tensors:
            if tensor not in self.kept:
                self.alive[tensor.source] -= tensor.nbytes

    def note(self, name, stage, workspace=0):
        """Notes what is alive now, and the workspace of the layer that works."""
        self.moments.append(Moment(name, stage, **self.alive, workspace=workspace))

    def add_row(self, name, layer, out_shape, tensors, **costs):
        """Adds a Row; tensors are the output and the layer's own buffers, nothing for a view."""
        activations = tensors[0].nbytes if tensors else 0
        self.rows.append((Row(name, layer, out_shape, activations, **costs), tensors))

    def rule(self, layer, in_shape):
        """Returns the Rule of a layer for the examples of this run."""
        shapes = layer.out_shape(in_shape), layer.param_shapes(in_shape)
        return rule_of(layer, Job(in_shape, *shapes, self.n, self.dtype, self.kernel))


def within(name, key):
    """Returns the name of a part: of "0" in "3.body", "3.body.0"."""
    return f"{name}.{key}" if name else str(key)


def _start(layer, in_shape, n, dtype, **settings):
    """Returns (run, x), a DryRun with the input in it. Errors are those of memory_rows."""
    check_layer(layer)
    layer.out_shape(in_shape)
    run = DryRun(as_int(n, "n", least=1), as_dtype(dtype).name, **settings)
    return run, run.batch("x", "data", tuple(in_shape))


def memory_rows(layer, in_shape, *, n=1, dtype="float32") -> list[Row]:
    """Returns a Row for the input and for each layer of a net, in the order of a pass.

    n is the number of examples. ValueError for a shape that the layer can't read, TypeError for a layer that there is
    no rule for. Source: notes, VGGNet in detail.
    """
    run, x = _start(layer, in_shape, n, dtype)
    run.add_row("input", None, x.buffer.shape[1:], [x])
    run_forward(layer, run, "", x.buffer.shape[1:], x)
    return [replace(row, kept=sum(t.nbytes for t in tensors if t in run.kept)) for row, tensors in run.rows]


def _bytes_of(shapes, dtype):
    """Returns the bytes of arrays of these shapes, {name: shape}."""
    return sum(prod(shape) for shape in shapes.values()) * np.dtype(dtype).itemsize


def timeline(layer, in_shape, *, n=1, dtype="float32", train=True) -> list[Moment]:
    """Returns a Moment for each layer of a forward pass; with train=True the cache stays, and a backward pass follows.

    The arguments and errors are those of memory_rows.
    """
    run, x = _start(layer, in_shape, n, dtype, keep=as_bool(train, "train"))
    in_shape = x.buffer.shape[1:]
    y = run_forward(layer, run, "", in_shape, x)
    if train:
        run.hold(y)  # the caller reads the scores
        dy = run.batch("dy", "gradients", layer.out_shape(in_shape))
        run_backward(layer, run, "", in_shape, dy)
    return run.moments


# How many numbers an optimiser keeps for each parameter, besides its gradient.
STEP_CACHE = {"SGD": 0, "momentum": 1, "Nesterov": 1, "Adagrad": 1, "RMSProp": 1, "Adam": 2}


@dataclass(frozen=True)
class Needs:
    """What a step of training, or a forward pass, needs at its fullest moment, in bytes."""

    moment: Moment
    parameters: int
    step_cache: int
    statistics: int = 0  # running ones

    @property
    def total(self):
        """The bytes in all."""
        return self.moment.total + self.parameters + self.step_cache + self.statistics


def memory_needed(layer, in_shape, *, n=1, dtype="float32", train=True, optimizer="SGD") -> Needs:
    """Returns the Needs of one step: the fullest moment, the parameters, and what the optimiser keeps.

    With train=False there is a forward pass that keeps nothing, and no optimiser. The other arguments and the errors
    are those of memory_rows; ValueError for an optimiser that isn't in STEP_CACHE.
    Source: notes, Computational Considerations.
    """
    as_choice(optimizer, "optimizer", STEP_CACHE)
    moments = timeline(layer, in_shape, n=n, dtype=dtype, train=train)
    fullest = max(moments, key=lambda moment: moment.total, default=None)
    if fullest is None:  # views only
        size = as_int(n, "n") * prod(in_shape) * np.dtype(dtype).itemsize
        fullest = Moment("input", "forward", size, 0, 0, 0, 0)
    parameters = _bytes_of(layer.param_shapes(in_shape), dtype)
    statistics = _bytes_of(layer.state_shapes(in_shape), dtype)
    return Needs(fullest, parameters, parameters * STEP_CACHE[optimizer] if train else 0, statistics)


def largest_batch(layer, in_shape, budget, *, dtype="float32", train=True, optimizer="SGD") -> int:
    """Returns the largest number of examples whose step needs at most `budget` bytes; 0 if one is too many.

    The other arguments and the errors are those of memory_needed.
    """
    budget = as_int(budget, "budget", least=0)

    def fits(n):
        needs = memory_needed(layer, in_shape, n=n, dtype=dtype, train=train, optimizer=optimizer)
        return needs.total <= budget

    if not fits(1):
        return 0
    found = 1
    while fits(2 * found):
        found *= 2
    step = found  # twice as many don't fit
    while step > 1:
        step //= 2
        if fits(found + step):
            found += step
    return found


def format_bytes(nbytes):
    """Returns bytes as text, in units of 1024: "58.1 MiB". ValueError for what is no whole number from 0 on."""
    size = as_int(nbytes, "nbytes", least=0)
    for unit in ("bytes", "KiB", "MiB"):
        if size < 1024:
            return f"{size} bytes" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} GiB"


def cache_buffers(layer: Layer, in_shape: Shape, *, n: int = 1, dtype: str = "float32") -> dict[str, Buffer]:
    """Returns {name: Buffer}, what n examples of in_shape leave for the backward pass besides the parameters.

    Errors are those of memory_rows.
    """
    run, x = _start(layer, in_shape, n, dtype)
    y = run_forward(layer, run, "", x.buffer.shape[1:], x)
    alias = {x: "input", y: "output"} | ({x: "input"} if x is y else {})
    return {t.name: Buffer(t.buffer.shape, t.buffer.dtype, alias.get(t)) for t in run.kept}


def workspace_bytes(
    layer: Layer, in_shape: Shape, *, n: int = 1, dtype: str = "float32", kernel: str | None = None
) -> int:
    """Returns the most bytes that a layer of a net takes for a while in a forward pass, and gives back.

    y and the cache are not in it, nor NumPy's own small buffers. kernel names one for CONV layers, as `using` does.
    Errors are those of memory_rows.
    """
    run, x = _start(layer, in_shape, n, dtype, kernel=kernel)
    run_forward(layer, run, "", x.buffer.shape[1:], x)
    return max([moment.workspace for moment in run.moments], default=0)


# ---- 10 Memory: VGGNet in detail: Exercise: checkpointing ----
def checkpointed(blocks):
    """Returns the bytes at the fullest moment: all inputs, and the rest of one block.

    blocks is a list of lists of bytes, what each block keeps, its input first.
    Source: Chen and others, 2016.
    """
    blocks = as_blocks(blocks)
    inputs = sum(block[0] for block in blocks)
    return inputs + max(sum(block[1:]) for block in blocks)
