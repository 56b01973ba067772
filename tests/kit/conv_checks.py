"""What every CONV kernel must do: `check(kernel)` fails, or the kernel is right. Quick: mutants go through them.

`kernel` takes what the public functions take: `through_border(module)` makes one of a kernel's module. The reference
shares no code with a kernel: np.pad and strided slices, and for the gradients the same slices backwards.
"""

from types import SimpleNamespace
from unittest import mock

import numpy as np
import pytest
import standin
from generated import CONV_AXES, TILTED, lay

from cs231n_kit.kernels.windows import WindowGrid
from cs231n_kit.layers import conv

CLOSE = {"rtol": 1e-10, "atol": 1e-10}


def through_border(kernel):
    """Returns conv_forward and conv_backward, computing with this kernel, as `forward` and `backward`."""

    def forward(*args, **kwargs):
        with mock.patch.object(conv, "choose_kernel", return_value=kernel):
            return conv.conv_forward(*args, **kwargs)

    return SimpleNamespace(forward=forward, backward=conv.conv_backward, module=kernel)


def cases(count, seed):
    """Draw sensible and odd CONV layers, with no refused ones among them."""
    rng, found = np.random.default_rng(seed), 0
    while found < count:
        rows, columns = (CONV_AXES[i] for i in rng.integers(len(CONV_AXES), size=2))
        rest = (*(int(n) for n in rng.integers(1, 4, 4)), bool(rng.random() < 0.7), TILTED[rng.integers(5)], "normal")
        case = lay(rows, columns, rest)
        if not case.refused:
            found += 1
            yield case


def arrays_of(case):
    """Draw x, w, b and dy."""
    rng = case.rng()
    shapes = case.x_shape, case.w_shape, (case.K,), (case.N, case.K, *case.out)
    x, w, b, dy = (rng.standard_normal(shape) for shape in shapes)
    return x, w, b if case.bias else None, dy


def settings_of(case):
    """Give the keyword arguments of a kernel's forward."""
    return {name: getattr(case, name) for name in ("stride", "pad", "dilation", "groups", "fit")}


def slices_of(case):
    """List (k, its channels, u, v, the rows and columns of the padded image that w[k, :, u, v] meets)."""
    share = case.K // case.groups
    depth = case.C // case.groups
    for k in range(case.K):
        channels = slice(k // share * depth, (k // share + 1) * depth)
        for u, v in np.ndindex(case.size):
            rows = [start + u * case.dilation[0] for start in case.starts[0]]
            columns = [start + v * case.dilation[1] for start in case.starts[1]]
            yield k, channels, u, v, np.ix_(rows, columns)


def by_slices(case, x, w, b, dy):
    """Compute y, dx, dw, db."""
    (top, bottom, left, right), (more_rows, more_columns) = case.pad, case.extra()
    padded = np.pad(x, ((0, 0), (0, 0), (top, bottom + more_rows), (left, right + more_columns)))
    y = np.zeros((case.N, case.K, *case.out)) + (0 if b is None else b[:, None, None])
    dpadded, dw = np.zeros(padded.shape), np.zeros(w.shape)
    for k, channels, u, v, (rows, columns) in slices_of(case):
        part = padded[:, channels, rows, columns]
        y[:, k] += np.einsum("nchw,c->nhw", part, w[k, :, u, v])
        dw[k, :, u, v] = np.einsum("nchw,nhw->c", part, dy[:, k])
        dpadded[:, channels, rows, columns] += dy[:, k, None] * w[k, :, u, v, None, None]
    dx = dpadded[:, :, top : top + case.H, left : left + case.W]
    return y, dx, dw, None if b is None else np.einsum("nkhw->k", dy)


def same(given, expected):
    """Assert that arrays agree; a None must be a None."""
    for ours, theirs in zip(given, expected, strict=True):
        assert (ours is None) == (theirs is None)
        if ours is not None:
            assert ours.shape == theirs.shape
            np.testing.assert_allclose(ours, theirs, **CLOSE)


def check_against_slices(kernel):
    for case in cases(40, seed=2):
        x, w, b, dy = arrays_of(case)
        y, cache = kernel.forward(x, w, b, **settings_of(case))
        same([y, *kernel.backward(dy, cache)], by_slices(case, x, w, b, dy))


def check_by_hand(kernel):
    """The notes' row, in which a filter of 3 slides; the gradients worked with pencil."""
    x = np.array([1.0, 2, -1, 1, -3]).reshape(1, 1, 1, 5)
    w, b = np.array([1.0, 0, -1]).reshape(1, 1, 1, 3), np.array([10.0])
    y, cache = kernel.forward(x, w, b, pad=(0, 1))
    assert y.ravel().tolist() == [8, 12, 11, 12, 11]
    dx, dw, db = kernel.backward(np.array([1.0, 2, 3, 4, 5]).reshape(y.shape), cache)
    assert dx.ravel().tolist() == [2, 2, 2, 2, -4]  # dx[i] = dy[i + 1] * w[0] + dy[i - 1] * w[2]
    assert dw.ravel().tolist() == [9, -9, -9]  # dw[0] = 2*1 + 3*2 - 4*1 + 5*1
    assert db.tolist() == [15]
    y, cache = kernel.forward(x, w, None, stride=(1, 2), pad=(0, 1))
    assert y.ravel().tolist() == [-2, 1, 1]
    dx, dw, db = kernel.backward(np.array([1.0, 2, 3]).reshape(y.shape), cache)
    assert dx.ravel().tolist() == [0, 1, 0, 1, 0]
    assert db is None


def check_an_image_by_hand(kernel):
    x = np.arange(1.0, 13).reshape(1, 1, 3, 4)
    w = np.array([[1.0, 2], [3, 4]]).reshape(1, 1, 2, 2)
    y, _ = kernel.forward(x, w, np.array([10.0]))
    assert y.tolist() == [[[[54, 64, 74], [94, 104, 114]]]]  # 1*1 + 2*2 + 3*5 + 4*6 + 10 = 54
    y, _ = kernel.forward(x, w, np.array([10.0]), stride=2, pad=1)
    assert y.tolist() == [[[[14, 28, 22], [56, 104, 54]]]]  # at the corner 4*1 + 10 = 14


def check_fit(kernel):
    x, w = np.arange(1.0, 11).reshape(1, 1, 1, 10), np.ones((1, 1, 1, 3))
    assert kernel.forward(x, w, None, stride=(1, 2))[0].ravel().tolist() == [6, 12, 18, 24]
    y, cache = kernel.forward(x, w, None, stride=(1, 2), fit="pad")
    assert y.ravel().tolist() == [6, 12, 18, 24, 19]
    dx, dw, _ = kernel.backward(np.arange(1.0, 6).reshape(y.shape), cache)
    assert dx.ravel().tolist() == [1, 1, 3, 2, 5, 3, 7, 4, 9, 5]
    assert dw.ravel().tolist() == [95, 110, 70]  # the last window's third cell is beyond the edge
    with pytest.raises(ValueError, match="not divisible by 2"):
        kernel.forward(x, w, None, stride=(1, 2), fit="raise")


def check_nothing_given_is_changed(kernel):
    case = next(cases(1, seed=5))
    given = arrays_of(case)
    before = [None if array is None else array.copy() for array in given]
    x, w, b, dy = given
    _, cache = kernel.forward(x, w, b, **settings_of(case))
    first = kernel.backward(dy, cache)
    same(kernel.backward(dy, cache), first)  # a second backward gives the same
    for array, copy in zip(given, before, strict=True):
        np.testing.assert_array_equal(array, copy)


def check_on_a_device(kernel):
    """Under the stand-in an element is a view: adding to b[k] in place would change b."""
    with standin.installed() as xp:
        for case in cases(6, seed=6):
            given = arrays_of(case)
            x, w, b, dy = (None if array is None else xp.asarray(array.copy()) for array in given)
            y, cache = kernel.forward(x, w, b, **settings_of(case))
            found = [xp.asnumpy(array) for array in (y, *kernel.backward(dy, cache)) if array is not None]
            same(found, [array for array in by_slices(case, *given) if array is not None])
            for array, copy in zip((x, w, b, dy), given, strict=True):
                assert array is None or (xp.asnumpy(array) == copy).all()


def check_dtypes(kernel):
    x, w, b = np.ones((1, 2, 4, 5), "f4"), np.ones((3, 2, 2, 2), "f4"), np.ones(3, "f4")
    for types, expected in [(("f4", "f4", "f4"), "f4"), (("f4", "f8", "f4"), "f8"), (("f8", "f4", "f4"), "f8")]:
        arrays = [array.astype(kind) for array, kind in zip((x, w, b), types, strict=True)]
        y, cache = kernel.forward(*arrays, stride=2, pad=1)
        assert y.dtype == expected
        assert all(gradient.dtype == expected for gradient in kernel.backward(np.ones_like(y), cache))


def check_dtypes_that_differ(kernel):
    """Nothing is rounded on the way: the widest dtype decides, the bias's and dy's too."""
    x, w, fine = np.ones((1, 1, 2, 2), "f4"), np.ones((1, 1, 1, 1), "f4"), 1 + 2.0**-40
    y, cache = kernel.forward(x, w, np.array([fine]))
    assert (y.dtype, y[0, 0, 0, 0]) == ("f8", 1 + fine)
    for gradient in kernel.backward(np.full((1, 1, 2, 2), fine), cache):
        assert gradient.dtype == "f8"
        assert gradient.flat[0] % fine == 0
    _, cache = kernel.forward(x.astype("f8"), w.astype("f8"), np.ones(1))
    assert {gradient.dtype.name for gradient in kernel.backward(np.ones((1, 1, 2, 2), "f4"), cache)} == {"float64"}
    y, cache = kernel.forward(x, w.astype("f8"), None)  # w alone is wide
    assert {gradient.dtype.name for gradient in kernel.backward(np.ones_like(x), cache)[:2]} == {"float64"}
    y, _ = kernel.forward(np.full((1, 1, 4, 4), 200, "u1"), np.ones((1, 1, 4, 4), "f4"), None)
    assert (y.dtype, y.item()) == ("f4", 3200)  # pixels are numbers like others, and don't wrap round


def weird(array):
    """Lay an array out in memory as few are: backwards, in Fortran's order, and not to be written to."""
    if array is None:
        return None
    odd = np.asfortranarray(array[..., ::-1].copy())[..., ::-1]
    odd.flags.writeable = False
    return odd


def check_any_layout(kernel):
    for case in cases(6, seed=8):
        x, w, b, dy = (weird(array) for array in arrays_of(case))
        y, cache = kernel.forward(x, w, b, **settings_of(case))
        same([y, *kernel.backward(dy, cache)], by_slices(case, x, w, b, dy))


def check_numbers_that_do_not_suit_sums(kernel):
    """float16 in any place, dy's too; and short whole numbers alone, which would wrap round."""
    given = np.ones((1, 2, 3, 3)), np.ones((2, 2, 2, 2)), np.ones(2)
    y, cache = kernel.forward(*given)
    with pytest.raises(TypeError, match="float16"):
        kernel.backward(y.astype("f2"), cache)
    for i in range(3):
        with pytest.raises(TypeError, match="float16"):
            kernel.forward(*(array.astype("f2") if i == j else array for j, array in enumerate(given)))
    for kind, words in [(kind, r"need float32 or float64.*astype") for kind in ("u1", "i4", "?")] + [("c16", "real")]:
        with pytest.raises(TypeError, match=words):
            kernel.forward(*(array.astype(kind) for array in given))


def check_refusals(kernel):
    x, w = np.ones((2, 4, 5, 6)), np.ones((2, 2, 3, 3))
    _, cache = kernel.forward(x, w, np.ones(2), groups=2)
    with pytest.raises(ValueError, match=r"\(2, 2, 3, 4\).*\(2, 2, 4, 3\)"):
        kernel.backward(np.ones((2, 2, 4, 3)), cache)
    for wrong_x, wrong_w, wrong_b, words in [
        (x[0], w, None, r"\(N,C,H,W\); got \(4, 5, 6\)"),
        (x, w[0], None, r"\(K,C,F,F\); got \(2, 3, 3\)"),
        (x, w, None, r"4 channels.*got \(2, 2, 3, 3\)"),
        (x, np.ones((2, 4, 3, 3)), np.ones(3), r"b must be \(2,\); got \(3,\)"),
        (x, np.ones((2, 4, 3, 3)), np.ones((2, 1)), r"b must be \(2,\); got \(2, 1\)"),
        (x[:0], np.ones((2, 4, 3, 3)), None, r"No size may be below 1; got x \(0, 4, 5, 6\)"),
        (x, np.ones((2, 4, 7, 3)), None, "A window of 7 does not fit into 5 cells"),
    ]:
        with pytest.raises(ValueError, match=words):
            kernel.forward(wrong_x, wrong_w, wrong_b)
    for groups in (1.0, "1", (1, 1)):
        with pytest.raises(ValueError, match="groups is a whole number; got "):
            kernel.forward(x, w, None, groups=groups)
    with pytest.raises(TypeError, match=r"Expected NumPy or CuPy arrays; got list.*use np\.array"):
        kernel.forward(x.tolist(), w.tolist(), None)


def check_one_neuron(loops):
    """conv_at, which the loops have besides, is one number of the output, anywhere."""
    conv_at, rng = loops.module.conv_at, np.random.default_rng(12)
    x, w = rng.standard_normal((3, 5, 6)), rng.standard_normal((3, 3, 2))
    for stride, pad in [(1, 0), (2, 1), (1, 2), (3, 2)]:
        padded = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
        for row, col in np.ndindex((5 - 3 + 2 * pad) // stride + 1, (6 - 2 + 2 * pad) // stride + 1):
            i, j = row * stride, col * stride
            expected = (padded[:, i : i + 3, j : j + 2] * w).sum() + 10
            assert conv_at(x, w, 10.0, row, col, stride, pad) == pytest.approx(expected)
    infinite = np.where(np.arange(2) == 0, np.inf, w)  # the first column of the filter
    with np.errstate(invalid="ignore"):
        assert np.isnan(conv_at(x, infinite, 0.0, 0, 0, pad=1))  # padding is zeros, and infinity times 0 is NaN
    with standin.installed() as xp:
        bias = xp.asarray(np.array(10.0))
        conv_at(xp.asarray(x), xp.asarray(w), bias, 0, 0)
        assert float(bias) == 10


def check_dilate(loops):
    w = np.arange(1.0, 9).reshape(1, 2, 2, 2)
    assert loops.module.dilate(w, (2, 3))[0, 0].tolist() == [[1, 0, 0, 2], [0, 0, 0, 0], [3, 0, 0, 4]]
    assert loops.module.dilate(w, 1).tolist() == w.tolist()


def check_im2col_alone(kernel):
    """im2col and col2im take the settings of a layer, or a grid that is there already."""
    im2col, col2im = kernel.module.im2col, kernel.module.col2im
    x = np.random.default_rng(9).standard_normal((2, 3, 8, 9))
    settings = {"size": (3, 2), "stride": (2, 1), "pad": (1, 0, 2, 1), "dilation": (1, 2), "fit": "pad"}
    grid = WindowGrid.of((3, 8, 9), **settings)
    x_col = im2col(x, **settings)
    assert x_col.shape == (2, 3 * 6, grid.out[0] * grid.out[1])
    np.testing.assert_array_equal(x_col, im2col(x, grid))
    np.testing.assert_array_equal(x_col[1], im2col(x[1], **settings))
    np.testing.assert_array_equal(col2im(x_col, x.shape, **settings), col2im(x_col, x.shape, grid))


def check_numbers_that_are_not_finite(kernel):
    """Padding is zeros, which an infinite weight makes NaN; cells between those that a filter reads are not read."""
    for case in cases(30, seed=9):
        x, w, b, dy = arrays_of(case)
        for array in (x, w, dy):
            given = [one.copy() if one is array else one for one in (x, w, b, dy)]
            changed = next(one for one, before in zip(given, (x, w, b, dy), strict=True) if before is array)
            changed.flat[0], changed.flat[changed.size // 2], changed.flat[-1] = np.inf, -np.inf, np.inf
            with np.errstate(invalid="ignore"):
                y, cache = kernel.forward(*given[:3], **settings_of(case))
                same([y, *kernel.backward(given[3], cache)], by_slices(case, *given))


CHECKS = [
    check_numbers_that_are_not_finite,
    check_by_hand,
    check_an_image_by_hand,
    check_fit,
    check_dtypes,
    check_dtypes_that_differ,
    check_any_layout,
    check_numbers_that_do_not_suit_sums,
    check_refusals,
    check_nothing_given_is_changed,
    check_on_a_device,
    check_against_slices,
]
