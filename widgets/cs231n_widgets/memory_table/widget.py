"""The widget MemoryTable: its settings, their checks, and what they amount to."""

import json

import traitlets

from cs231n_kit import memory, spec
from cs231n_kit.layers import Layer
from cs231n_kit.models import MODELS, Model
from cs231n_kit.net import Net
from cs231n_kit.shapes import as_shape

from ..base import Widget
from ..knobs import Knobs
from . import messages, model, svg
from .tree import as_tree, from_tree, has_branches

LONGEST = 1000  # characters of a text: more is no link
CAPTION = (
    "What a net needs of memory: layer by layer in the table, moment by moment in the picture. Change the net, the "
    "batch or the optimiser, and see which card holds it."
)
# What the table can be sorted by.
COLUMNS = ("pass", "size", "activations", "parameters", "gradients", "stepCache", "workspace", "macs")
SQUEEZE = {
    "batch": 32,
    "optimizer": "Adam",
    "card": 4,
    "knobs": ["side", "batch", "dtype", "train", "optimizer", "table"],  # not the net: another one is no answer
    "task": "Bring VGG-16 with a batch of 32 and Adam under 4 GiB, changing one thing. Then go back and find another.",
    "goal": {"fits": True, "changed": 1, "card": 4},
    "why": "Activations and their gradients grow with the batch and the picture; parameters, their gradients and the "
    "step cache don’t grow with the batch. So a smaller batch or picture saves at the front of the net, where the "
    "volumes are large, a plainer optimiser at its end, where the parameters are, and test time saves at both, since "
    "it keeps nothing and changes nothing.",
}


def preset_nets():
    """Returns {name: net} of the nets with a name, each as text, or as the JSON of a tree if it has branches."""
    return {name: preset_of(model.layer, model.in_shape) for name, model in MODELS.items()}


def preset_of(layer, in_shape):
    """Returns a net as text, or the JSON of {"input": shape, "net": tree} for one with branches."""
    if has_branches(layer):
        return json.dumps({"input": list(in_shape), "net": as_tree(layer)}, separators=(",", ":"))
    return spec.spec_of(layer, in_shape)


class MemoryTable(Widget, module="memory_table"):
    """Show what a net needs of memory, layer by layer and moment by moment, and the largest batch for a card.

    `MemoryTable()` is VGG-16 with one example; `MemoryTable("INPUT(3,32,32) -> CONV -> RELU -> FC")` another net as
    text, and `MemoryTable(net)`, `MemoryTable(layer, in_shape)` or `MemoryTable(models.resnet50())` takes one with its
    branches. `side` is another width and height of the input, `batch` the number of examples, `dtype` float32 or
    float64; train=False is a forward pass that keeps nothing; `card` is its memory in GiB. `notes=True` counts as the
    notes do, the numbers of one example. `knobs` are the settings that the reader can change. `MemoryTable.squeeze()`
    asks to make VGG-16 fit.
    The text may be broken: the widget then says where and why. Raises TypeError for a layer that no spec has a word
    for, or no rule counts.
    """

    spec = traitlets.Unicode().tag(sync=True)  # a text, or the name of a preset with branches
    tree = traitlets.Dict().tag(sync=True)  # {"input": shape, "net": ...} of a net from Python; shown if spec is ""
    side = traitlets.Int(None, allow_none=True, min=1, max=4096).tag(sync=True)
    batch = traitlets.Int(1, min=1, max=65536).tag(sync=True)
    dtype = traitlets.Enum(["float32", "float64"], "float32").tag(sync=True)
    train = traitlets.Bool(True).tag(sync=True)
    optimizer = traitlets.Enum(list(memory.STEP_CACHE), "SGD").tag(sync=True)
    card = traitlets.Int(6, min=1, max=1024).tag(sync=True)
    notes = traitlets.Bool(False).tag(sync=True)
    sort = traitlets.Enum(COLUMNS, "pass").tag(sync=True)
    ascending = traitlets.Bool(False).tag(sync=True)
    opened = traitlets.List(traitlets.Int(min=1)).tag(sync=True)  # the repeats that are shown open, by their numbers
    row = traitlets.Int(-1, min=-1).tag(sync=True)  # in focus; -1: none yet
    start = traitlets.Dict().tag(sync=True)  # the settings that a task begins with
    presets = traitlets.Dict(preset_nets()).tag(sync=True)  # by name, a text or the JSON of a tree
    knobs = Knobs("net", "side", "batch", "dtype", "train", "optimizer", "card", "table")
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    _studied = None  # (settings, their Study)

    def __init__(self, net=None, /, in_shape=None, **settings):
        given = settings if net is None else net_settings(net, in_shape) | settings
        super().__init__(**({"spec": MODELS["VGG-16"].spec} if "tree" not in given else {}) | given)

    @classmethod
    def squeeze(cls, **settings):
        """Returns a MemoryTable with a task: bring VGG-16 with Adam under 4 GiB, changing one thing."""
        given = {"spec": MODELS["VGG-16"].spec, **SQUEEZE, **settings}
        start = {name: given.get(name, cls.class_traits()[name].default_value) for name in model.SETTINGS}
        return cls(**{"start": start, **given})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("spec")
    def _check_spec(self, proposal):
        if len(proposal["value"]) > LONGEST:
            raise ValueError(f"A spec here has up to {LONGEST} characters; this one has {len(proposal['value'])}.")
        return proposal["value"]

    @traitlets.validate("tree")
    def _check_tree(self, proposal):
        tree = proposal["value"]
        if tree:
            if set(tree) != {"input", "net"}:
                raise ValueError(
                    f'tree is {{"input": shape, "net": layers}}, as MemoryTable(net) makes it; got {list(tree)}.'
                )
            as_shape(tree["input"], least=1)
            from_tree(tree["net"])
        return tree

    @traitlets.validate("start")
    def _check_start(self, proposal):
        unknown = sorted(set(proposal["value"]) - set(model.SETTINGS))
        if unknown:
            raise ValueError(f"start names {', '.join(unknown)}. Use: {', '.join(model.SETTINGS)}.")
        return proposal["value"]

    # ---- what the present state amounts to ---------------------------------------------------------------------
    @property
    def has_tree(self):
        """Whether the net in view is a tree, and no text."""
        return bool(model.tree_of(self))

    @property
    def study(self):
        """Give everything that is shown: the rows, the moments, and what is needed at the fullest."""
        names = ("spec", "tree", "side", "batch", "dtype", "train", "optimizer")
        settings = repr([getattr(self, name) for name in names])
        if self._studied is None or self._studied[0] != settings:
            self._studied = settings, model.study(self)
        return self._studied[1]

    @property
    def largest(self):
        """Give the largest batch that the card holds; 0 if one example is too many, or without a net."""
        return 0 if self.study.error else model.largest_batch(self, self.study, self.card)

    @property
    def csv(self):
        """Give the whole table as CSV, in bytes, or "" if there is no net."""
        return messages.as_csv(self)

    def facts(self):
        """Collect what a goal may ask for.

        valid (whether the net can be built), fits (whether the card holds it), total (bytes at the fullest moment),
        largest (batch that the card holds), stage and layer (of the fullest moment), layers (how many), parameters,
        activations and kept (bytes), macs, net (its name), changed (how many settings differ from those at the start),
        batch, dtype, train, optimizer, card, row.
        """
        found = self.study
        sums = found.sums
        return {
            "valid": found.error is None,
            "fits": found.error is None and found.total <= self.card * model.GIB,
            "total": found.total,
            "largest": self.largest,
            "stage": found.needs.moment.stage if found.needs else "",
            "layer": found.fullest,
            "layers": max(len(found.lines) - 1, 0),
            "parameters": sums["parameter_numbers"],
            "activations": sums["activations"],
            "kept": sums["kept"],
            "macs": sums["macs"],
            "net": messages.net_name(self),
            "changed": len(model.changed_settings(self)),
            "batch": self.batch,
            "dtype": self.dtype,
            "train": self.train,
            "optimizer": self.optimizer,
            "card": self.card,
            "row": self.row,
        }

    def describe(self):
        """Say in words what the widget shows now: what the net needs, when, of what, and which card holds it."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the table with its bars, and what is needed at the fullest moment."""
        return svg.draw(self)


def net_settings(net, in_shape=None):
    """Returns {"spec": text} of a net, or {"spec": "", "tree": ...} of one that has branches or is too long for a link.

    TypeError for what is no net, and for a layer that there is no row for.
    """
    if isinstance(net, str):
        return {"spec": net}
    if isinstance(net, Net | Model):
        net, in_shape = net.layer, net.in_shape
    if not isinstance(net, Layer):
        raise TypeError(
            f"MemoryTable takes a net as text, a Net, a Model, or a layer and its in_shape; got {type(net).__name__}."
        )
    in_shape = as_shape((3, 32, 32) if in_shape is None else in_shape, least=1)
    tree = as_tree(net)
    text = None if has_branches(net) else spec.spec_of(net, in_shape)
    if text is not None and len(text) <= LONGEST and len(in_shape) in (1, 3):
        return {"spec": text}
    net.out_shape(in_shape)
    return {"spec": "", "tree": {"input": list(in_shape), "net": tree}}
