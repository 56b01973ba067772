"""The right answers once more, each made to return the same in another form: as lists, as float32, as a generator.

A form is a function that changes what an answer returns. Where it changes nothing, there is no such variant.
"""

import inspect

import numpy as np


def float32(value):
    if isinstance(value, np.ndarray | np.floating) and value.dtype == np.float64:
        return value.astype(np.float32)
    return each(float32, value)


def arrays_as_lists(value):
    return value.tolist() if isinstance(value, np.ndarray) and value.ndim else each(arrays_as_lists, value)


def lists_as_arrays(value):
    value = each(lists_as_arrays, value)
    numbers = isinstance(value, list | tuple) and value and all(type(one) in (int, float) for one in value)
    return np.array(value) if numbers else value


def lists_for_tuples(value):
    value = each(lists_for_tuples, value)
    return list(value) if type(value) is tuple else tuple(value) if type(value) is list else value


def numbers_as_arrays_of_one(value):
    if type(value) in (int, float):
        return np.array([value])
    return each(numbers_as_arrays_of_one, value)


def numpy_scalars(value):
    if type(value) in (int, float):
        return np.int64(value) if type(value) is int else np.float64(value)
    return each(numpy_scalars, value)


def one_by_one(value):
    return (one for one in value) if type(value) in (list, tuple) else value


def in_a_set(value):
    """A set is read from its smallest to its largest item, so it can only stand for a list in that order."""
    ordered = type(value) is list and all(type(one) in (int, tuple) for one in value) and sorted(set(value)) == value
    return set(value) if ordered else value


def in_fortran_order(value):
    if isinstance(value, np.ndarray) and value.ndim > 1:
        return np.asfortranarray(value)
    return each(in_fortran_order, value)


FORMS = [
    *(float32, arrays_as_lists, lists_as_arrays, lists_for_tuples, numbers_as_arrays_of_one, numpy_scalars),
    *(one_by_one, in_a_set, in_fortran_order),
]
# Where the check itself goes on with what the answer returned, in the kit, which takes only its own forms.
NOT_OF = {
    "train-step": {float32, arrays_as_lists, lists_as_arrays, numbers_as_arrays_of_one, one_by_one},
    "back-through": {one_by_one},
}


def each(form, value):
    """Returns a tuple, list or dict with each item in another form, and everything else as it is."""
    if type(value) in (list, tuple):
        return type(value)(form(one) for one in value)
    return {key: form(one) for key, one in value.items()} if type(value) is dict else value


def types_in(value):
    """Returns the types that a value is made of, as nested lists."""
    if isinstance(value, np.ndarray):
        return [str(value.dtype), value.shape, value.flags.c_contiguous]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    return [type(value).__name__, *map(types_in, parts)]


def whole_numbers(value):
    """Not one of FORMS, for it loses what stands behind the point: as an array does that is made with dtype=int."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value.astype(int)
    return int(value) if isinstance(value, float) else each(whole_numbers, value)


def variants(exercise, answer):
    """Returns {form: the source of the answer with its results in that form}."""
    forms = [form for form in FORMS if form not in NOT_OF.get(exercise.id, ())]
    return {form.__name__: in_form(form, exercise, answer) for form in forms}


def in_form(form, exercise, answer):
    """Returns the source of an answer with its results in another form."""
    helpers = "\n\n".join(inspect.getsource(function) for function in (each, types_in, form))
    return f"{answer}\n\n{WRAPPER.format(name=exercise.name, helpers=helpers, form=form.__name__)}"


# The function keeps its name, for it may call itself: so what it returns to itself stays as it is. CHANGED is a list of
# who runs it, and says whether the form made a difference.
WRAPPER = """
import numpy as np

{helpers}

def in_another_form(function):
    running = []

    def call(*args, **kwargs):
        if running:
            return function(*args, **kwargs)
        running.append(True)
        try:
            value = function(*args, **kwargs)
        finally:
            running.clear()
        CHANGED.append(types_in({form}(value)) != types_in(value))
        return {form}(value)

    return call

{name} = in_another_form({name})
"""
