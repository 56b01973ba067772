"""The widget Valley: its settings, their checks, and what they amount to."""

import traitlets

from ..base import Widget
from ..knobs import Knobs
from . import messages, model, svg

CAPTION = (
    "A loss of two weights is a landscape: here a long valley, as lines of equal height. From the same start each rule "
    "takes 100 steps. One has arrived when it stays within 0.1 of the cross, the lowest point."
)
PLAIN = {
    "shown": "SGD",
    "rate": 0.01,
    "knobs": ["begin", "rate", "step"],
    "caption": (
        "A loss of two weights, as lines of equal height. Each step goes straight down the slope, by the slope times "
        "the rate. The walk has arrived when it stays within 0.1 of the cross, the lowest point."
    ),
    "task": "Find a rate at which 100 steps are enough.",
    "goal": {"SGD": True, "far": True},
    "why": (
        "Only rates of about 0.04 do it. With less, 100 steps are too few for the way along the valley. From 0.05 on "
        "each step lands higher up on the other side."
    ),
}
RACE = {
    "shown": "SGD, momentum",
    "rate": 0.04,
    "knobs": ["begin", "rate", "step"],
    "caption": (
        "Plain steps, SGD, and steps with momentum, from the same start and at the same rate. A walk has arrived when "
        "it stays within 0.1 of the cross."
    ),
    "task": "Find a rate at which momentum arrives and plain steps don't.",
    "goal": {"SGD": False, "momentum": True, "far": True},
    "why": (
        "There are many: all from 0.003 to 0.08, except those around 0.04. Along the valley the slopes agree and add "
        "up to ten times as much, so small rates are enough. Across they change sign and cancel, so larger ones are "
        "safe."
    ),
}
TURNED = {
    "shown": "Adagrad, RMSProp, Adam",
    "rate": 0.8,
    "knobs": ["begin", "rate", "step", "turn", "shown"],
    "caption": (
        "Three rules with a rate for each weight. The valley can be turned, and then both weights change along it. A "
        "walk has arrived when it stays within 0.1 of the cross."
    ),
    "task": "Turn the valley by 30° and see who still arrives. Then find a rate at which Adagrad arrives there, too.",
    "goal": {"turn": 30, "Adagrad": True, "far": True},
    "why": (
        "It takes at least 90 steps at any rate. In the straight valley a few are enough. A rate for each weight "
        "helps if one weight is along the valley and the other across, and in a turned one both are a mixture. Plain "
        "steps and momentum don't even notice: they go the same way, turned."
    ),
}


class Valley(Widget, module="valley"):
    """Show the way that rules for a step take through a valley of a loss.

    `Valley()` shows all six of the kit; `shown` names some of them, as a list or a text: `Valley(shown="SGD, Adam")`.
    All walk from `begin`, up to 4 along the valley and 1.2 across, at the same `rate`, 0.001 to 5. `turn` is the angle
    of the valley, 0, 15 or 30 degrees; `step` is how many of the 100 steps are drawn. `knobs` are the settings that
    the reader can change: begin, rate, step, turn, shown.
    A goal may ask for a rule by its name, True if it arrives; for rate and turn; and for "far": that the walk does not
    start near the lowest point.
    Raises ValueError for a rule that the kit doesn't have and for a start outside of the valley.
    """

    shown = traitlets.Unicode(", ".join(model.NAMES)).tag(sync=True)
    begin = traitlets.List(traitlets.Float(), [-4.0, 1.0], minlen=2, maxlen=2).tag(sync=True)
    rate = traitlets.Float(0.04, min=model.LEAST_RATE, max=model.MOST_RATE).tag(sync=True)
    turn = traitlets.Enum(model.TURNS, 0).tag(sync=True)
    step = traitlets.Int(model.STEPS, min=0, max=model.STEPS).tag(sync=True)
    caption = traitlets.Unicode(CAPTION).tag(sync=True)
    knobs = Knobs("begin", "rate", "step", "turn", "shown")

    def __init__(self, **settings):
        if isinstance(settings.get("shown"), list | tuple):
            settings["shown"] = ", ".join(map(str, settings["shown"]))
        super().__init__(**settings)

    @classmethod
    def plain(cls, **settings):
        """Returns a Valley of plain steps, whose task is to find a rate that arrives."""
        return cls(**{**PLAIN, **settings})

    @classmethod
    def race(cls, **settings):
        """Returns a Valley of plain steps and momentum, whose task is a rate at which only momentum arrives."""
        return cls(**{**RACE, **settings})

    @classmethod
    def turned(cls, **settings):
        """Returns a Valley whose task is to turn it until a rate for each weight doesn't help any more."""
        return cls(**{**TURNED, **settings})

    # ---- checks ------------------------------------------------------------------------------------------------
    @traitlets.validate("shown")
    def _check_shown(self, proposal):
        names = [name.strip() for name in proposal["value"].split(",") if name.strip()]
        for name in names:
            if name not in model.NAMES:
                raise ValueError(f"There is no rule called “{name}”. Choose from: {', '.join(model.NAMES)}.")
        return ", ".join(name for name in model.NAMES if name in names)

    @traitlets.validate("begin")
    def _check_begin(self, proposal):
        x, y = proposal["value"]
        if not (abs(x) <= model.FAR_X and abs(y) <= model.FAR_Y):
            limits = f"x from -{model.FAR_X} to {model.FAR_X} and y from -{model.FAR_Y} to {model.FAR_Y}"
            raise ValueError(f"begin is (x, y) with {limits}; got ({x}, {y}).")
        return proposal["value"]

    # ---- what the present state amounts to ---------------------------------------------------------------------
    def walk(self, name):
        """Compute the walk of a rule."""
        return model.walk(name, self.rate, self.turn, tuple(self.begin))

    @property
    def walks(self):
        """Compute the walks that are shown: {name: Walk}."""
        return {name: self.walk(name) for name in model.NAMES if name in self.shown.split(", ")}

    def facts(self):
        """Collect what a goal may ask for: whether each rule arrives; rate, turn, and whether the start is far away."""
        arrived = {name: self.walk(name).arrived is not None for name in model.NAMES}
        far = sum(coordinate**2 for coordinate in self.begin) >= 9
        return {**arrived, "rate": self.rate, "turn": self.turn, "far": far}

    def describe(self):
        """Say in words the valley, the start, the rate, and where each walk is."""
        return messages.describe(self)

    def static_svg(self):
        """Draw the valley, the walks in it, and what has become of each."""
        return svg.draw(self)
