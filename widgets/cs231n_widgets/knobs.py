"""A trait that says which settings of a widget a reader can change."""

import traitlets


class Knobs(traitlets.List):
    """Hold the names of the knobs that a widget shows, all of them unless a chapter says which."""

    info_text = "a list of letters"

    def __init__(self, *names):
        self.names = names
        super().__init__(default_value=list(names))
        self.tag(sync=True)

    def validate(self, obj, value):
        """Returns the names in the order in which they stand. Raises ValueError in words for a learner."""
        example = ", ".join(f'"{name}"' for name in self.names[:2])
        if not isinstance(value, list | tuple) or not all(isinstance(name, str) for name in value):
            raise ValueError(f"knobs is a list of names, such as [{example}]; you gave {value!r}.")
        for name in value:
            if name not in self.names:
                has = ", ".join(self.names)
                raise ValueError(f"{type(obj).__name__} has no knob '{name}'. Choose from: {has}.")
        return [name for name in self.names if name in value]
