"""A trait that holds an array of numbers and travels as nested lists; how large numbers are written."""

import numpy as np
import traitlets

LARGEST = 999  # what a cell can show


def grouped(value):
    """Returns a whole number in groups of three; from 10 to the 15 as a power of ten, as the browser has it."""
    if value < 10**15:
        return f"{value:,}"
    digits, power = f"{float(value):.2e}".split("e+")
    return f"{digits} × 10{power.translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


class Held(np.ndarray):
    """A read-only array for which `if a != b:` asks whether any number differs, as ipywidgets.link does."""

    def __ne__(self, other):
        return np.not_equal(np.asarray(self), other).view(Differences)

    __hash__ = None

    def __repr__(self):
        return repr(np.asarray(self))


class Differences(np.ndarray):
    """Booleans that are true as a whole if one of them is."""

    def __bool__(self):
        return bool(np.asarray(self).any())


def as_array(name, letters, value):
    """Make an array of plain numbers of what a caller gave; ValueError in words for a learner."""
    try:
        array = np.array(value)  # a copy: what the learner does to theirs later is not for us
    except ValueError:
        raise ValueError(f"{name} must be an array {letters}, but its rows differ in length.") from None
    if array.ndim != len(letters.strip("(,)").split(",")) or 0 in array.shape:
        raise ValueError(f"{name} must have the shape {letters}; the shape given is {array.shape}.")
    if array.dtype.kind not in "buif":
        raise ValueError(f"{name} must hold plain numbers; its dtype is {array.dtype}.")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must hold finite numbers, but it has a NaN or an infinity in it.")
    return array + 0  # a bool becomes an int, -0.0 becomes 0.0


class Numbers(traitlets.TraitType):
    """Hold a read-only array of finite numbers whose shape has the given letters; anything array-like is accepted."""

    info_text = "an array of numbers"

    def __init__(self, letters, **kwargs):
        self.letters = letters
        super().__init__(default_value=np.zeros((1,) * len(letters.strip("(,)").split(","))), **kwargs)
        self.tag(sync=True, to_json=lambda value, _: value.tolist(), from_json=lambda value, _: value)

    def validate(self, obj, value):
        """Check dimensions and values; ValueError in words for a learner."""
        array = as_array(self.name, self.letters, value).view(Held)
        array.setflags(write=False)
        return array

    def set(self, obj, value):
        """Store a value and tell the listeners, unless it equals the old one: `==` on arrays has no single answer."""
        new = self._validate(obj, value)
        old = obj._trait_values.get(self.name)
        obj._trait_values[self.name] = new
        if old is None or not np.array_equal(old, new):
            obj._notify_trait(self.name, old, new)


def require_showable(name, values):
    """Raises ValueError, in words for a learner, for numbers that no cell can show."""
    if np.abs(values).max() > LARGEST:
        worst = values.flat[np.abs(values).argmax()]
        raise ValueError(
            f"{name} holds numbers from -{LARGEST} to {LARGEST}, so that cells can show them, not {worst:g}."
        )


def require_gradients(dy, H2, W2):
    """Raises ValueError, in words for a learner, for gradients dy that are not one for each of (H2,W2) outputs."""
    if dy.shape != (H2, W2):
        raise ValueError(
            f"Each output has one gradient: the output is {H2} rows of {W2}, so dy needs the shape "
            f"({H2}, {W2}); it is {dy.shape}."
        )
    require_showable("dy", dy)
