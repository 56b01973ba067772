"""A strict stand-in for CuPy: with it in sys.modules["cupy"], the GPU's code paths run on any machine.

Its arrays hold NumPy's, and like CuPy's they refuse to become NumPy arrays, or to be mixed with them. An element of
one is again an array, a view of 0 dimensions, never a number. It has only names, methods and keywords that CuPy 13 has
(taken down from `inspect.signature` of the real one). NumPy's functions reach them as they reach CuPy's, by
`__array_ufunc__` and `__array_function__`: np.exp(array) is cupy.exp(array), if CuPy has it with these keywords.
"""

import importlib.machinery
import operator
import sys
import types
from contextlib import contextmanager

import numpy as np
import pytest

HOST = (np.ndarray,)
NUMBERS = (bool, int, float, complex, np.generic)
UFUNC = "out dtype casting"
REDUCTION = "a axis out keepdims"
SUM = "a axis dtype out keepdims"
LIKE = "dtype order shape"

# name -> the keywords that CuPy knows; NumPy's where= and initial= of a reduction are not among them.
FUNCTIONS = {
    **dict.fromkeys(["abs", "absolute", "add", "ceil", "cos", "divide", "equal", "exp", "expm1", "floor"], UFUNC),
    **dict.fromkeys(["floor_divide", "greater", "greater_equal", "isfinite", "isinf", "isnan", "less"], UFUNC),
    **dict.fromkeys(["less_equal", "log", "log1p", "logical_and", "logical_not", "logical_or", "maximum"], UFUNC),
    **dict.fromkeys(["minimum", "multiply", "negative", "not_equal", "power", "reciprocal", "rint", "sign"], UFUNC),
    **dict.fromkeys(["sin", "sqrt", "square", "subtract", "tanh"], UFUNC),
    **dict.fromkeys(["all", "any", "amax", "amin", "max", "min"], REDUCTION),
    **dict.fromkeys(["argmax", "argmin", "mean", "prod", "sum"], SUM),
    **dict.fromkeys(["std", "var"], SUM + " ddof"),
    **dict.fromkeys(["empty_like", "ones_like", "zeros_like"], LIKE),
    **dict.fromkeys(["concatenate", "stack"], "axis out dtype casting"),
    **dict.fromkeys(["isclose", "allclose"], "rtol atol equal_nan"),
    "arange": "dtype",
    "argsort": "axis kind",
    "array": "dtype copy order ndmin",
    "array_equal": "",
    "bincount": "weights minlength",
    "asarray": "dtype order",
    "ascontiguousarray": "dtype",
    "broadcast_to": "",
    "can_cast": "casting",
    "clip": "a_min a_max out",
    "copyto": "casting where",
    "count_nonzero": "axis",
    "cumsum": "axis dtype out",
    "dot": "out",
    "einsum": "",
    "empty": "dtype order",
    "expand_dims": "axis",
    "eye": "dtype",
    "flip": "axis",
    "full": "dtype order",
    "full_like": LIKE,
    "indices": "dtype",
    "linspace": "num endpoint dtype",
    "matmul": "out dtype",
    "may_share_memory": "",
    "min_scalar_type": "",
    "moveaxis": "",
    "nonzero": "",
    "ones": "dtype order",
    "outer": "",
    "pad": "mode constant_values",
    "ravel": "order",
    "repeat": "axis",
    "reshape": "order",
    "result_type": "",
    "roll": "axis",
    "shares_memory": "",
    "sort": "axis",
    "squeeze": "axis",
    "swapaxes": "",
    "take": "axis out",
    "take_along_axis": "axis",
    "tensordot": "axes",
    "tile": "",
    "transpose": "axes",
    "where": "",
    "zeros": "dtype order",
}
FROM_HOST = {"array", "asarray"}  # these move a NumPy array to the device
TYPES = "bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 intp"
BORROWED = f"{TYPES} dtype finfo iinfo inf nan newaxis ndindex pi promote_types broadcast_shapes issubdtype floating"
METHODS = {
    **dict.fromkeys(["all", "any", "max", "min"], "axis out keepdims"),
    **dict.fromkeys(["argmax", "argmin", "mean", "prod", "sum"], "axis dtype out keepdims"),
    **dict.fromkeys(["std", "var"], "axis dtype out ddof keepdims"),
    **dict.fromkeys(["argsort", "diagonal", "fill", "nonzero", "sort", "swapaxes", "transpose"], ""),
    **dict.fromkeys(["clip", "dot", "round"], "out"),
    **dict.fromkeys(["flatten", "ravel", "reshape"], "order"),
    **dict.fromkeys(["repeat", "squeeze", "take"], "axis"),
    "astype": "order copy casting",
    "copy": "order",
    "cumsum": "axis dtype out",
    "view": "dtype",
}
ATTRIBUTES = "dtype flags itemsize nbytes ndim shape size strides"


class ndarray:  # CuPy's name for it
    """An array that is on the device, or behaves so."""

    __module__ = "cupy"  # as xp_of sees it
    __hash__ = None
    __slots__ = ("_held",)

    def __init__(self, held):
        self._held = held

    def __array__(self, *args, **kwargs):
        raise TypeError("Implicit conversion to a NumPy array is not allowed. Use cupy.asnumpy or to_host.")

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        """Answer np.exp(array) and the like by CuPy's own; it has no ufunc.reduce, .accumulate or .outer."""
        if method != "__call__" or ufunc.__name__ not in FUNCTIONS:
            raise TypeError(f"operand type cupy.ndarray is not supported by np.{ufunc.__name__}, {method}.")
        if "out" in kwargs:
            (kwargs["out"],) = kwargs["out"]
        return getattr(cupy, ufunc.__name__)(*inputs, **kwargs)

    def __array_function__(self, func, types, args, kwargs):
        """Answer np.concatenate(arrays) and the like, and np.zeros(shape, like=array), by CuPy's own."""
        if func.__module__ != "numpy" or func.__name__ not in FUNCTIONS:
            raise TypeError(f"no implementation found for {func.__module__}.{func.__name__} on cupy.ndarray.")
        if any(kind is not ndarray for kind in types):
            raise TypeError(f"np.{func.__name__} was given arrays of {', '.join(map(str, types))}.")
        return getattr(cupy, func.__name__)(*args, **kwargs)

    def __getitem__(self, key):
        return wrap(element(self._held, device(key)))

    def __setitem__(self, key, value):
        self._held[device(key)] = device(value)

    def __len__(self):
        return len(self._held)

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __float__(self):
        return float(self._held)

    def __int__(self):
        return int(self._held)

    def __bool__(self):
        return bool(self._held)

    def __format__(self, spec):
        return format(self._held, spec)

    def __repr__(self):
        return repr(self._held)

    @property
    def T(self):
        return wrap(self._held.T)

    @property
    def base(self):
        return None if self._held.base is None else wrap(self._held.base)

    def get(self):
        """Copy it to the host."""
        return self._held.copy()

    def item(self):
        return self._held.item()

    def tolist(self):
        return self._held.tolist()


def device(value):
    """Take what is held out of stand-in arrays at any depth; a NumPy array among them is refused."""
    if isinstance(value, ndarray):
        return value._held
    if isinstance(value, HOST):
        raise TypeError(f"Unsupported type {type(value)}: a NumPy array {value.shape} was mixed with CuPy's.")
    if isinstance(value, list | tuple):
        return type(value)(device(each) for each in value)
    if isinstance(value, dict):
        return {key: device(each) for key, each in value.items()}
    return value


def wrap(value, given=()):
    """Put NumPy's results on the device, numbers too; what was `given` and came back as it was stays that object."""
    if isinstance(value, np.ndarray):
        same = (each for each in given if isinstance(each, ndarray) and each._held is value)
        return next(same, ndarray(value))
    if isinstance(value, np.generic):
        return ndarray(np.asarray(value))
    if isinstance(value, list | tuple):
        return type(value)(wrap(each) for each in value)
    return value


def element(held, key):
    """Index as CuPy does: a single element is a view, so that adding to it in place changes the array."""
    key = key if isinstance(key, tuple) else (key,)
    return held[key] if any(part is Ellipsis for part in key) else held[(*key, ...)]


def known(name, kwargs, allowed):
    """Refuse keywords that CuPy's function hasn't got."""
    strange = set(kwargs) - set(allowed.split())
    if strange:
        raise TypeError(f"cupy.{name} has no keyword {', '.join(sorted(strange))}.")


def function(name, allowed):
    """Make cupy.name of NumPy's function of that name."""
    original = getattr(np, name)

    def call(*args, **kwargs):
        known(name, kwargs, allowed)
        held = [arg if name in FROM_HOST and isinstance(arg, HOST) else device(arg) for arg in args]
        return wrap(original(*held, **device(kwargs)), (*args, *kwargs.values()))

    call.__name__ = name
    return call


def method(name, allowed):
    """Make a method of NumPy's method of that name."""

    def call(self, *args, **kwargs):
        known(f"ndarray.{name}", kwargs, allowed)
        return wrap(getattr(self._held, name)(*device(args), **device(kwargs)), (self,))

    call.__name__ = name
    return call


def binary(name):
    """Make an operator that takes CuPy's arrays and numbers only."""
    compute = getattr(operator, name.replace("__r", "__") if name in REFLECTED else name)
    in_place = name.startswith("__i") and name != "__invert__"

    def call(self, other):
        if isinstance(other, HOST) or not isinstance(other, (ndarray, *NUMBERS)):
            raise TypeError(f"Unsupported type {type(other)} beside a CuPy array.")
        pair = (device(other), self._held) if name in REFLECTED else (self._held, device(other))
        result = compute(*pair)
        return self if in_place else wrap(result)

    call.__name__ = name
    return call


ARITHMETIC = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul"]
ARITHMETIC += ["and", "or", "xor", "lshift", "rshift"]
REFLECTED = {f"__r{name}__" for name in ARITHMETIC}
IN_PLACE = {f"__i{name}__" for name in ARITHMETIC if name != "matmul"}  # CuPy has no @=
COMPARISONS = {f"__{name}__" for name in ("lt", "le", "eq", "ne", "ge", "gt")}


def unary(name):
    """Make an operator on one array."""
    compute = getattr(operator, name)
    return lambda self: wrap(compute(self._held))


def furnish():
    """Give the class its methods, attributes and operators."""
    for name, allowed in METHODS.items():
        setattr(ndarray, name, method(name, allowed))
    for name in ATTRIBUTES.split():
        setattr(ndarray, name, property(operator.attrgetter(f"_held.{name}")))
    for name in {f"__{name}__" for name in ARITHMETIC} | REFLECTED | IN_PLACE | COMPARISONS:
        setattr(ndarray, name, binary(name))
    for name in ("__abs__", "__neg__", "__pos__", "__invert__"):
        setattr(ndarray, name, unary(name))


def asnumpy(a):
    """Copy to the host, as cupy.asnumpy does."""
    return a.get() if isinstance(a, ndarray) else np.asarray(a)


def build():
    """Make the module."""
    module = types.ModuleType("cupy", __doc__)
    module.__spec__ = importlib.machinery.ModuleSpec("cupy", None)
    for name, allowed in FUNCTIONS.items():
        setattr(module, name, function(name, allowed))
    for name in BORROWED.split():
        setattr(module, name, getattr(np, name))
    module.ndarray, module.asnumpy = ndarray, asnumpy
    runtime = types.SimpleNamespace(getDeviceCount=lambda: 1)
    module.cuda = types.SimpleNamespace(runtime=runtime)
    return module


furnish()
cupy = build()


@contextmanager
def installed():
    """Let `import cupy` find the stand-in for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "cupy", cupy)
        yield cupy
