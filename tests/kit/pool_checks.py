"""What layers.pool must do: `check(pool)` fails, or the module, and kernels.pooling below it, is right."""

import functools
import math

import numpy as np
import pytest
from comparing import fixed
from generated import POOL_AXES, TILTED, lay
from layouts import pass_of, same_in_any_layout

X = fixed([[[[1, 5, 2, 0], [3, 4, 8, 6], [7, 0, 1, 2], [9, 6, 3, 4]]]])
DY = fixed([[[[1, 2], [3, 4]]]])
TOO_MUCH = [2, (2, 0, 0, 0), (0, 2, 0, 0), (0, 0, 2, 0), (0, 0, 0, 2)]


def both(pool, name, x, dy, *args, **kwargs):
    """Run a pooling forward and backward: (y, dx), each as nested lists of the first slice."""
    y, cache = getattr(pool, f"{name}_pool_forward")(x, *args, **kwargs)
    return y[0, 0].tolist(), getattr(pool, f"{name}_pool_backward")(np.reshape(dy, y.shape), cache)[0, 0].tolist()


def check_max_by_hand(pool):
    y, dx = both(pool, "max", X, DY, 2)
    assert y == [[5, 8], [9, 4]]
    assert dx == [[0, 1, 0, 0], [0, 0, 2, 0], [0, 0, 0, 0], [3, 0, 0, 4]]


def check_overlaps_add_up(pool):
    """The 8 is the largest of four windows of 3 by 3: it gets all four gradients."""
    x = np.zeros((1, 1, 5, 5))
    x[0, 0, 2, 2] = 8
    y, dx = both(pool, "max", x, [[1.0, 2], [3, 4]], 3, 2)
    assert y == [[8, 8], [8, 8]]
    assert dx[2] == [0, 0, 10, 0, 0]
    y, dx = both(pool, "avg", x, [[9.0, 18], [27, 36]], 3, 2)
    assert dx[2] == [4, 4, 10, 6, 6]
    assert dx[0] == [1, 1, 3, 2, 2]


def check_ties_go_to_the_first(pool):
    x = np.array([[3.0, 3, 1], [3, 3, 3]]).reshape(1, 1, 2, 3)
    assert both(pool, "max", x, [[5.0, 7]], 2, 1)[1] == [[5, 7, 0], [0, 0, 0]]
    assert both(pool, "max", x.transpose(0, 1, 3, 2), [[5.0], [7]], 2, 1)[1] == [[5, 0], [7, 0], [0, 0]]
    negative = np.full((1, 1, 2, 2), -3.0)
    assert both(pool, "max", negative, np.arange(1.0, 10).reshape(3, 3), 2, 1, 1) == (
        [[-3, -3, -3]] * 3,
        [[1 + 2 + 4 + 5, 3 + 6], [7 + 8, 9]],
    )


def check_max_pads_with_minus_infinity(pool):
    y, dx = both(pool, "max", -X, np.ones((3, 3)), 2, 2, 1)
    assert y == [[-1, -2, 0], [-3, 0, -2], [-9, -3, -4]]
    assert dx == [[1, 0, 1, 1], [1, 0, 0, 0], [0, 1, 0, 1], [1, 0, 1, 1]]


def check_average_by_hand(pool):
    y, dx = both(pool, "avg", X, DY, 2)
    assert y == [[13 / 4, 4], [5.5, 2.5]]
    assert dx == [[0.25, 0.25, 0.5, 0.5]] * 2 + [[0.75, 0.75, 1, 1]] * 2


def check_padding_in_an_average(pool):
    """With padding of 1, the corner's window has one cell of the image and three of padding."""
    y, dx = both(pool, "avg", X, [[4.0, 0, 0], [0, 0, 0], [0, 0, 0]], 2, 2, 1)
    assert y == [[0.25, 1.75, 0], [2.5, 3.25, 2], [2.25, 2.25, 1]]
    assert dx[0] == [1, 0, 0, 0]
    y, dx = both(pool, "avg", X, [[4.0, 8, 0], [0, 0, 0], [0, 0, 0]], 2, 2, 1, count_pad=False)
    assert y == [[1, 3.5, 0], [5, 3.25, 4], [9, 4.5, 4]]
    assert dx[0] == [4, 4, 4, 0]


def check_what_fit_adds_never_counts(pool):
    """A row of 5 under windows of 2: the third has one cell; fit="crop" leaves it out."""
    row = np.array([1.0, 2, 3, 4, 7]).reshape(1, 1, 1, 5)
    assert both(pool, "avg", row, [1.0, 1], (1, 2)) == ([[1.5, 3.5]], [[0.5, 0.5, 0.5, 0.5, 0]])
    for count_pad in (True, False):
        how = {"fit": "pad", "count_pad": count_pad}
        assert both(pool, "avg", row, [1.0, 1, 1], (1, 2), **how) == ([[1.5, 3.5, 7]], [[0.5, 0.5, 0.5, 0.5, 1]])
    assert both(pool, "max", -row, [1.0, 1, 1], (1, 2), fit="pad") == ([[-1, -3, -7]], [[1, 0, 1, 0, 1]])
    assert both(pool, "l2", row, [1.0, 1, 1], (1, 2), fit="pad")[0][0][2] == 7
    with pytest.raises(ValueError, match="not divisible by 2"):
        pool.max_pool_forward(row, (1, 2), fit="raise")


def check_l2_by_hand(pool):
    x = np.array([[3.0, 4, 0, 0], [0, 0, 0, 0]]).reshape(1, 1, 2, 4)
    assert both(pool, "l2", x, [[10.0, 10]], 2) == ([[5, 0]], [[6, 8, 0, 0], [0, 0, 0, 0]])  # dy * x/y; at 0 it is 0
    tiny = np.array([3e-10, 4e-10]).reshape(1, 1, 1, 2)
    y, cache = pool.l2_pool_forward(tiny, (1, 2))
    dx = pool.l2_pool_backward(np.ones_like(y), cache)
    np.testing.assert_allclose(dx.ravel(), [0.6, 0.8], rtol=1e-12)  # however small: shares know no scale


def check_global_average_by_hand(pool):
    x = np.arange(24.0).reshape(2, 2, 2, 3)
    y, cache = pool.global_avg_pool_forward(x)
    assert y.tolist() == [[2.5, 8.5], [14.5, 20.5]]
    dx = pool.global_avg_pool_backward(np.array([[6.0, 12], [18, 24]]), cache)
    assert dx.tolist() == [[[[1.0] * 3] * 2, [[2.0] * 3] * 2], [[[3.0] * 3] * 2, [[4.0] * 3] * 2]]
    whole = pool.global_avg_pool_backward(np.array([[1, 3], [0, -3]]), cache)  # not cut down to whole numbers
    assert whole[:, :, 0, 0].tolist() == [[1 / 6, 0.5], [0.0, -0.5]]
    with pytest.raises(ValueError, match=r"\(2, 2\).*\(2, 3\)"):
        pool.global_avg_pool_backward(np.ones((2, 3)), cache)


def by_windows(case, name, x, dy, count_pad):
    """Pool window by window: the cells of each in a list, with the place that each came from."""
    top, bottom, left, right = case.pad
    y, dx = np.zeros((case.N, case.C, *case.out)), np.zeros(x.shape)
    for n, c, r, k in np.ndindex(y.shape):
        cells = [(case.starts[0][r] + u, case.starts[1][k] + v) for u, v in np.ndindex(case.size)]
        inside = [(i - top, j - left) for i, j in cells if 0 <= i - top < case.H and 0 <= j - left < case.W]
        asked = [1 for i, j in cells if i < top + case.H + bottom and j < left + case.W + right]
        values, g = [x[(n, c, *place)] for place in inside], dy[n, c, r, k]
        if name == "max":
            y[n, c, r, k] = max(values)
            dx[(n, c, *inside[values.index(max(values))])] += g
        elif name == "avg":
            divisor = len(asked) if count_pad else len(inside)
            y[n, c, r, k] = sum(values) / divisor
            for place in inside:
                dx[(n, c, *place)] += g / divisor
        else:
            y[n, c, r, k] = math.hypot(*values)
            for place, value in zip(inside, values, strict=True):
                dx[(n, c, *place)] += g * value / math.hypot(*values) if any(values) else 0
    return y, dx


def check_against_windows(pool):
    rng = np.random.default_rng(4)
    for i in range(80):
        rows, columns = (POOL_AXES[j] for j in rng.integers(len(POOL_AXES), size=2))
        numbers = ("normal", "ties")[i % 2]
        case = lay(rows, columns, (*rng.integers(1, 4, 2).tolist(), 1, 1, False, TILTED[i % 4], numbers))
        if case.refused:
            continue
        x, dy = case.draw(rng, case.x_shape, "f8"), rng.standard_normal((case.N, case.C, *case.out))
        for name, count_pad in [("max", True), ("avg", True), ("avg", False), ("l2", True)]:
            also = {"count_pad": count_pad} if name == "avg" else {}
            run = getattr(pool, f"{name}_pool_forward")
            y, cache = run(x, case.size, case.stride, case.pad, case.fit, **also)
            expected, expected_dx = by_windows(case, name, x, dy, count_pad)
            assert y.shape == expected.shape
            np.testing.assert_allclose(y, expected, rtol=1e-12, atol=1e-12)
            dx = getattr(pool, f"{name}_pool_backward")(dy, cache)
            np.testing.assert_allclose(dx, expected_dx, rtol=1e-12, atol=1e-12)


def check_any_layout(pool):
    rng = np.random.default_rng(1)
    x = rng.permutation(2 * 3 * 7 * 8).reshape(2, 3, 7, 8) - 100.0
    for size, stride in [(2, 2), (3, 2), ((3, 2), (2, 3)), ((2, 3), (3, 2))]:
        for name in ("max", "avg", "l2"):
            forward = getattr(pool, f"{name}_pool_forward")
            run = pass_of(
                functools.partial(forward, size=size, stride=stride, pad=1), getattr(pool, f"{name}_pool_backward")
            )
            same_in_any_layout(run, x, rng.standard_normal(forward(x, size, stride, 1)[0].shape))
    run = pass_of(pool.global_avg_pool_forward, pool.global_avg_pool_backward)
    same_in_any_layout(run, x, rng.standard_normal((2, 3)))


def check_numbers_that_are_not_finite(pool):
    """An infinite or a missing gradient stays in its window; the lowest numbers that there are win, too."""
    dy = np.array([[[[np.inf, np.nan], [3, 4]]]])
    dx = pool.max_pool_backward(dy, pool.max_pool_forward(X, 2)[1])[0, 0]
    assert np.isnan(dx).tolist() == [[False] * 4, [False, False, True, False], [False] * 4, [False] * 4]
    assert dx[0, 1] == np.inf
    assert np.count_nonzero(dx) == 4
    for low in (np.full((1, 1, 2, 2), -np.inf), np.full((1, 1, 2, 2), -128, "i1"), np.zeros((1, 1, 2, 2), "?")):
        y, cache = pool.max_pool_forward(low, 2, 1, 1)
        assert y.tolist() == [[[[low[0, 0, 0, 0]] * 3] * 3]]
        dx = pool.max_pool_backward(np.arange(1.0, 10).reshape(1, 1, 3, 3), cache)
        assert dx[0, 0].tolist() == [[1 + 2 + 4 + 5, 3 + 6], [7 + 8, 9]]
        assert pool.MaxPool2d(2, stride=1, pad=1).forward(low, {}, {}, keep=False)[0].tolist() == y.tolist()


def check_caches_of_others(pool):
    grid = pool.max_pool_forward(X, 2)[1][1]
    wrong = {"max": (X, X, grid), "avg": (X, grid), "l2": (X, grid), "global_avg": (X.shape, "numpy")}
    for name, other in wrong.items():
        function = f"{name}_pool_backward"
        for cache in (None, 3, X, [], other):
            with pytest.raises(TypeError, match=f"cache must be what {name}_pool_forward gave"):
                getattr(pool, function)(DY, cache)


def check_not_a_number(pool):
    x = X.copy()
    x[0, 0, 1, 1] = np.nan
    y, cache = pool.max_pool_forward(x, 2)
    assert np.isnan(y[0, 0]).tolist() == [[True, False], [False, False]]
    assert pool.max_pool_backward(DY, cache)[0, 0, 1, 1] == 1  # the NaN is to blame: it gets the gradient
    x[0, 0, 0, 1] = np.nan
    assert pool.max_pool_backward(DY, pool.max_pool_forward(x, 2)[1])[0, 0, 0, 1] == 0  # of two the last, as in PyTorch


def check_dtypes(pool):
    for dtype in ("f4", "f8"):
        for name in ("max", "avg", "l2"):
            y, cache = getattr(pool, f"{name}_pool_forward")(X.astype(dtype), 2, 1, 1)
            assert y.dtype == dtype
            assert getattr(pool, f"{name}_pool_backward")(np.ones_like(y), cache).dtype == dtype
    for dtype in ("i4", "u1"):
        y, cache = pool.max_pool_forward(X.astype(dtype), 2)
        assert y.dtype == dtype
        assert y[0, 0].tolist() == [[5, 8], [9, 4]]
    for name in ("max", "avg", "l2"):
        with pytest.raises(TypeError, match="float16"):
            getattr(pool, f"{name}_pool_forward")(X.astype("f2"), 2)
    with pytest.raises(TypeError, match="float16"):
        pool.global_avg_pool_forward(X.astype("f2"))
    pixels = np.full((1, 1, 2, 2), 200, "u1")
    assert pool.avg_pool_forward(pixels, 2)[0].tolist() == [[[[200]]]]
    assert pool.l2_pool_forward(pixels, 2)[0].tolist() == [[[[400]]]]
    assert pool.global_avg_pool_forward(pixels)[0].tolist() == [[200]]
    for dtype, expected in [("u1", "f4"), ("i2", "f4"), ("?", "f4"), ("i4", "f8"), ("i8", "f8")]:
        y, cache = pool.global_avg_pool_forward((X > 3).astype(dtype))
        assert (y.dtype, y.tolist()) == (expected, [[0.5]])
        assert pool.global_avg_pool_backward(y, cache).dtype == expected
    assert pool.global_avg_pool_backward(np.array([[8]]), cache).tolist() == [[[[0.5] * 4] * 4]]  # whole numbers back
    y, cache = pool.global_avg_pool_forward(X.astype("f4"))
    assert y.dtype == pool.global_avg_pool_backward(y, cache).dtype == "f4"


def check_large_windows(pool):
    """Windows of more than 256 cells: the switch needs more than a byte."""
    x = np.zeros((1, 1, 20, 20))
    x[0, 0, 19, 18] = 1
    assert both(pool, "max", x, [[5.0]], 20)[1][19][18] == 5


def check_nothing_given_is_changed(pool):
    for name in ("max", "avg", "l2"):
        x, dy = X.copy(), np.ones((1, 1, 3, 3))
        y, cache = getattr(pool, f"{name}_pool_forward")(x, 2, 1)
        kept = y.copy()
        dx = getattr(pool, f"{name}_pool_backward")(dy, cache)
        np.testing.assert_array_equal(getattr(pool, f"{name}_pool_backward")(dy, cache), dx)
        for array, copy in [(x, X), (dy, np.ones((1, 1, 3, 3))), (y, kept)]:
            np.testing.assert_array_equal(array, copy)


def check_the_layers(pool):
    x = np.arange(180.0).reshape(2, 3, 6, 5) % 17
    how = {"size": (3, 2), "stride": (2, 1), "pad": (1, 0, 0, 1), "fit": "pad"}
    for layer, name in [(pool.MaxPool2d, "max"), (pool.AvgPool2d, "avg"), (pool.L2Pool2d, "l2")]:
        y, cache = getattr(pool, f"{name}_pool_forward")(x, **how)
        out, kept, state = layer(**how).forward(x, {}, {})
        np.testing.assert_array_equal(out, y)
        assert (state, layer(**how).out_shape((3, 6, 5))) == ({}, y.shape[1:])
        dx, grads = layer(**how).backward(y + 1, kept)
        assert grads == {}
        np.testing.assert_array_equal(dx, getattr(pool, f"{name}_pool_backward")(y + 1, cache))
        assert layer(3).out_shape((3, 6, 7)) == (3, 2, 2)  # stride None: windows side by side
        alone, nothing, _ = layer(**how).forward(x, {}, {}, keep=False)
        assert nothing is None
        np.testing.assert_array_equal(alone, y)
        with pytest.raises(ValueError, match=r"\(N,C,H,W\)"):
            layer(**how).forward(x[0], {}, {}, keep=False)
    out = pool.AvgPool2d(2, stride=2, pad=1, count_pad=False).forward(X, {}, {})[0]
    assert out[0, 0].tolist() == [[1, 3.5, 0], [5, 3.25, 4], [9, 4.5, 4]]
    assert pool.GlobalAvgPool2d().out_shape((3, 6, 5)) == (3,)


def check_nonsense_is_refused_when_a_layer_is_made(pool):
    for kind in (pool.MaxPool2d, pool.AvgPool2d, pool.L2Pool2d):
        for wrong, words in [
            ({"size": 0}, "size starts at 1"),
            ({"size": 2.0}, "size is a whole number"),
            ({"stride": 0}, "stride starts at 1"),
            ({"pad": -1}, "Padding starts at 0"),
            ({"fit": "same"}, "'crop', 'raise' or 'pad'"),
        ]:
            with pytest.raises(ValueError, match=words):
                kind(**wrong)
        with pytest.raises(TypeError, match="positional"):
            kind(3, 2)
        assert kind().size == 2
    with pytest.raises(ValueError, match="count_pad is True or False; got 1"):
        pool.AvgPool2d(count_pad=1)


def check_refusals(pool):
    for name in ("max", "avg", "l2"):
        forward = getattr(pool, f"{name}_pool_forward")
        _, cache = forward(X, 2)
        with pytest.raises(ValueError, match=r"\(1, 1, 2, 2\).*\(1, 1, 4, 4\)"):
            getattr(pool, f"{name}_pool_backward")(X, cache)
        for x, args, words in [
            (X[0], (2,), r"\(N,C,H,W\).*got \(1, 4, 4\)"),
            (X[:0], (2,), r"got \(0, 1, 4, 4\)"),
            (X, (5,), "A window of 5 does not fit into 4 cells"),
            *[(X, (2, 2, pad), "is too much for windows of 2x2") for pad in TOO_MUCH],
            (X, (2.0,), "size is a whole number"),
            (X, (2, "2"), "stride is a whole number"),
            (X, (0,), "start at 1"),
            (X, (2, 0), "start at 1"),
            (X, (2, 2, 0, "same"), "'crop', 'raise' or 'pad'"),
        ]:
            with pytest.raises(ValueError, match=words):
                forward(x, *args)
        with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays; got list"):
            forward(X.tolist(), 2)
        with pytest.raises(TypeError, match="real numbers; got complex128"):
            forward(X + 0j, 2)
        with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays; got list"):
            getattr(pool, f"{name}_pool_backward")(DY.tolist(), cache)
        with pytest.raises(TypeError, match="float16"):
            getattr(pool, f"{name}_pool_backward")(DY.astype("f2"), cache)
    y, cache = pool.global_avg_pool_forward(X)
    with pytest.raises(TypeError, match="float16"):
        pool.global_avg_pool_backward(y.astype("f2"), cache)
    with pytest.raises(TypeError, match="got list"):
        pool.global_avg_pool_backward(y.tolist(), cache)
    for layer in (pool.MaxPool2d(2), pool.GlobalAvgPool2d()):
        with pytest.raises(ValueError, match=r"sizes from 1 on; got \(-3, 8, 8\)"):
            layer.out_shape((-3, 8, 8))
        with pytest.raises(ValueError, match="keep=True"):
            layer.backward(y, None)


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
