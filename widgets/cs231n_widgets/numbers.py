"""A trait that holds an array of numbers and travels as nested lists."""

import numpy as np
import traitlets


class Numbers(traitlets.TraitType):
    """Hold a read-only array of finite numbers with `dims` dimensions; anything array-like is accepted."""

    info_text = "an array of numbers"

    def __init__(self, dims, letters, **kwargs):
        self.dims, self.letters = dims, letters
        super().__init__(default_value=np.zeros((1,) * dims), **kwargs)
        self.tag(sync=True, to_json=lambda value, _: value.tolist(), from_json=lambda value, _: value)

    def validate(self, obj, value):
        """Check dimensions and values; ValueError in words for a learner."""
        try:
            array = np.array(value)  # a copy: what the learner does to theirs later is not for us
        except ValueError:
            raise ValueError(f"{self.name} must be an array {self.letters}, but its rows differ in length.") from None
        if array.ndim != self.dims or 0 in array.shape:
            raise ValueError(f"{self.name} must have the shape {self.letters}; the shape given is {array.shape}.")
        if array.dtype.kind not in "buif":
            raise ValueError(f"{self.name} must hold plain numbers; its dtype is {array.dtype}.")
        if not np.isfinite(array).all():
            raise ValueError(f"{self.name} must hold finite numbers, but it has a NaN or an infinity in it.")
        array = array + 0  # a bool becomes an int, -0.0 becomes 0.0
        array.setflags(write=False)
        return array

    def set(self, obj, value):
        """Store a value and tell the listeners, unless it equals the old one: `==` on arrays has no single answer."""
        new = self._validate(obj, value)
        old = obj._trait_values.get(self.name)
        obj._trait_values[self.name] = new
        if old is None or not np.array_equal(old, new):
            obj._notify_trait(self.name, old, new)
