"""The widget ArchitectureBuilder: its settings, their checks, and what they amount to."""

from collections import Counter

import traitlets

from cs231n_kit import spec as grammar
from cs231n_kit.layers import Layer, Serial
from cs231n_kit.models import MODELS
from cs231n_kit.net import Net

from ..base import Widget
from ..knobs import Knobs
from ..spec_reading import make_layer, read
from . import messages, svg
from .repairs import repairs

LONGEST = 1000  # characters of a text: more is no link
CAPTION = (
    "A net is a line of text. Each layer makes a volume of the one before it: here is how large it is, and what it "
    "costs."
)
EXAMPLES = {  # the notes' four, and nets that later chapters name
    "A linear classifier": "INPUT -> FC",
    "One CONV": "INPUT -> CONV -> RELU -> FC",
    "One CONV before each POOL": "INPUT -> [CONV -> RELU -> POOL]*2 -> FC -> RELU -> FC",
    "Two CONV before each POOL": "INPUT -> [CONV -> RELU -> CONV -> RELU -> POOL]*3 -> [FC -> RELU]*2 -> FC",
    "The pattern": "INPUT -> [[CONV -> RELU]*N -> POOL?]*M -> [FC -> RELU]*K -> FC",
    "LeNet-5’s sizes": MODELS["LeNet-5"].spec,
    "VGG-16": MODELS["VGG-16"].spec,
    "One that doesn’t fit": "INPUT(3,32,32) -> [CONV(16,5,1,0) -> RELU -> POOL]*3 -> FC(10)",
}
REPAIR = {
    "spec": EXAMPLES["One that doesn’t fit"],
    "task": "This net’s sizes don’t work out: its last POOL finds a single cell. Mend it for the same pictures of "
    "32×32, with the same layers in the same order, so that every window fits and no cell is left over.",
    "goal": {"exact": True, "in": "32×32×3", "words": "CONV RELU POOL CONV RELU POOL CONV RELU POOL FC"},
    "why": "Where each CONV pads by P = (F − 1)/2 it keeps the size, and only the POOLs make it smaller: 32, 16, 8, 4. "
    "Then every picture fits that can be halved as often as there are POOLs, such as 64, 96 or 224.",
}


class ArchitectureBuilder(Widget, module="architecture_builder"):
    """Show what a net as text amounts to: sizes, parameters, bytes and multiply-adds, and what doesn't fit.

    `ArchitectureBuilder()` is a small net; `ArchitectureBuilder("INPUT -> CONV -> RELU -> FC")` another, and
    `ArchitectureBuilder(net)` takes a Net or a layer of your own. In a text, the letters N, M and K are how often a
    bracket comes, and `pool` says whether what has a ? is there. `ArchitectureBuilder.repair()` asks to mend a net.
    The text may be broken: the widget then says where and why. Raises TypeError for a net with branches.
    """

    spec = traitlets.Unicode().tag(sync=True)
    N = traitlets.Int(1, min=0, max=9).tag(sync=True)
    M = traitlets.Int(2, min=0, max=9).tag(sync=True)
    K = traitlets.Int(1, min=0, max=9).tag(sync=True)
    pool = traitlets.Bool(True).tag(sync=True)
    presets = traitlets.Dict(EXAMPLES).tag(sync=True)
    knobs = Knobs("net", "letters", "tools", "export")
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    _read = None  # (state, its Reading)

    def __init__(self, net=None, /, in_shape=None, **settings):
        if net is not None:
            settings["spec"] = as_text(net, in_shape)
        super().__init__(**{"spec": EXAMPLES["One CONV before each POOL"], **settings})

    @classmethod
    def repair(cls, **settings):
        """Make a widget that shows a net whose sizes don't work out, and asks to mend it."""
        return cls(**{**REPAIR, **settings})

    @traitlets.validate("spec")
    def _check_spec(self, proposal):
        if len(proposal["value"]) > LONGEST:
            raise ValueError(f"A spec here has up to {LONGEST} characters; this one has {len(proposal['value'])}.")
        return proposal["value"]

    # ---- what the present state amounts to -------------------------------------------------------------
    @property
    def letters(self):
        """Give what the letters of the pattern stand for, as build_spec takes them."""
        return {"N": self.N, "M": self.M, "K": self.K, "pool": self.pool}

    @property
    def net(self):
        """Read the text, as far as it goes: a Reading."""
        state = self.spec, self.letters
        if self._read is None or self._read[0] != state:
            self._read = state, read(*state)
        return self._read[1]

    @property
    def layers(self):
        """Give the net as a Serial. SpecError for a text that is none."""
        return grammar.build_spec(self.spec, **self.letters)[0]

    @property
    def repairs(self):
        """List what would mend the text: [(what it is, the mended text)]."""
        return repairs(self.net)

    @property
    def canonical(self):
        """Give the net in its shortest form, or "" if there is none."""
        return "" if self.net.error else grammar.spec_of(Serial(*self.net.layers), self.net.in_shape)

    @property
    def code(self):
        """Give the net as Python code, or "" if there is none."""
        if self.net.error:
            return ""
        lines = [f"    {in_python(item)},\n" for item in grammar.parse_spec(self.canonical)[1:]]
        types = sorted({type(layer).__name__ for layer in self.net.layers} | {"Serial"})
        return (
            f"from cs231n_kit.layers import {', '.join(types)}\nfrom cs231n_kit.net import Net\n\n"
            f"layers = Serial(\n{''.join(lines)})\nnet = Net.build(layers, {self.net.in_shape})\n"
        )

    def facts(self):
        """Collect what a goal may ask for.

        fits (whether the net can be built), exact (whether no cell is left over, either), layers, words (in their
        order, CONV RELU FC), convs, pools, fcs (how many), in (32×32×3), out (10, or 4×4×16), parameters, bytes (of
        all activations of one example), macs, spec (the shortest form).
        """
        net = self.net
        words = [row.word.word for row in net.rows]
        count = Counter(words)
        parameters, sizes, macs = net.totals
        return {
            "fits": net.error is None,
            "exact": net.error is None and not any(any(row.left_over) for row in net.rows),
            "layers": len(words),
            "words": " ".join(words),
            "convs": count["CONV"],
            "pools": count["POOL"] + count["AVGPOOL"] + count["L2POOL"],
            "fcs": count["FC"],
            "in": messages.volume(net.in_shape),
            "out": "" if net.error else messages.volume(net.rows[-1].out),
            "parameters": parameters,
            "bytes": sizes,
            "macs": macs,
            "spec": self.canonical,
        }

    def describe(self):
        """Say in words what the widget shows now: the text, its sizes and costs, what doesn't fit, and repairs."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the text and its table, as far as the net goes."""
        return svg.draw(self)


def as_text(net, in_shape=None):
    """Returns the text of a net: of a Net, a layer, or a text, which is returned as it is."""
    if isinstance(net, Net):
        net, in_shape = net.layer, net.in_shape
    return grammar.spec_of(net, in_shape) if isinstance(net, Layer) else net


def in_python(item):
    """Returns an item of a parsed spec as it stands between the commas of a Serial."""
    if isinstance(item, grammar.Word):
        return repr(make_layer("", item, 1))
    return f"*[{', '.join(map(in_python, item.items))}] * {item.times}"
