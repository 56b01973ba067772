"""What gradcheck must do: `check(gradcheck)` fails, or the module is right. It must see errors, and only those."""

from types import SimpleNamespace

import numpy as np
import pytest
from comparing import fixed

RNG = np.random.default_rng(11)
A, B = fixed(RNG.standard_normal((3, 4))), fixed(RNG.standard_normal((4, 2)))


def product(a, b, c=None):
    """Compute a @ b, and c added if it is given: bilinear, so that differences are exact but for rounding."""
    return a @ b + (0 if c is None else c), (a, b, c)


def product_backward(dy, cache):
    a, b, c = cache
    return dy @ b.T, a.T @ dy, None if c is None else dy.sum(axis=0)


def check_right_gradients_pass(gradcheck):
    for seed in range(5):
        arrays = {"a": A, "b": B, "c": np.ones(2)}
        assert gradcheck.gradcheck(product, product_backward, arrays, seed=seed) < 1e-9
        cubed = (lambda x: (x**3, x)), (lambda dy, x: 3 * x * x * dy)
        assert gradcheck.gradcheck(*cubed, {"x": A}, seed=seed) < 1e-8  # one gradient needs no tuple


def check_what_is_none_is_left_alone(gradcheck):
    assert gradcheck.gradcheck(product, product_backward, {"a": A, "b": B, "c": None}) < 1e-9

    def only_a(dy, cache):
        return dy @ cache[1].T, None, None  # b may be no parameter, such as a mask

    assert gradcheck.gradcheck(product, only_a, {"a": A, "b": B, "c": None}) < 1e-9


def check_wrong_gradients_are_seen(gradcheck):
    """Each wrong gradient, and about how large the error must be."""
    for wrong in (
        lambda dy, cache: (dy @ cache[1].T, 1.01 * (cache[0].T @ dy), None),
        lambda dy, cache: (-(dy @ cache[1].T), cache[0].T @ dy, None),
        lambda dy, cache: (0 * (dy @ cache[1].T), cache[0].T @ dy, None),
        lambda dy, cache: ((dy @ cache[1].T)[:, ::-1], cache[0].T @ dy, None),
        lambda dy, cache: (dy @ cache[1].T, (cache[0].T @ dy)[::-1], None),
        lambda dy, cache: (1e-2 + dy @ cache[1].T, cache[0].T @ dy, None),
    ):
        arrays = {"a": A, "b": B, "c": None}
        for seed in range(5):
            assert gradcheck.gradcheck(product, wrong, arrays, seed=seed) > 1e-6


def check_the_size_of_the_error(gradcheck):
    """A gradient twice too large, of one number: |2 - 1| of the slope, over the 2 that it claims."""
    for scale in (1.0, 1e-6, 1e6):  # a quotient: the size of the numbers is no matter
        x = np.array([scale])
        for factor, error in [(2, 0.5), (4, 0.75), (0.5, 1), (-1, 2)]:

            def backward(dy, cache, factor=factor):
                return factor * dy

            found = gradcheck.gradcheck(lambda x: (x, None), backward, {"x": x}, step=1e-3 * scale)
            assert found == pytest.approx(error, rel=1e-6)


def check_zero_gradients(gradcheck):
    """Nothing to divide by: right zeros pass, wrong ones show."""
    flat = (lambda x: (0 * x, None)), (lambda dy, cache: 0 * dy)
    assert gradcheck.gradcheck(*flat, {"x": A}) == 0
    assert gradcheck.gradcheck(lambda x: (x, None), flat[1], {"x": A}) > 0.01


def check_terms_that_cancel(gradcheck):
    """In some directions the slope is near 0 as a whole. Over the absolute terms, rounding stays small there too."""
    x = np.arange(4.0)
    far = (lambda x: (x + 1000, None)), (lambda dy, cache: dy)
    assert max(gradcheck.gradcheck(*far, {"x": x}, seed=seed) for seed in range(1000)) < 1e-6


def check_what_a_plain_sum_hides(gradcheck):
    """Numbers less their mean add up to 0 whatever x is: only a random dy shows that gradients of 0 are wrong."""
    centred = (lambda x: (x - x.mean(), None)), (lambda dy, cache: 1e-3 * (dy - dy.mean()))
    assert gradcheck.gradcheck(*centred, {"x": A}) > 1


def check_a_central_difference(gradcheck):
    """Of a square a central difference is exact at any step, one to a single side is not."""
    square = (lambda x: (x * x, x)), (lambda dy, x: 2 * x * dy)
    for step in (1.0, 0.1, 1e-3):
        assert gradcheck.gradcheck(*square, {"x": A}, step=step) < 1e-10
    cube = (lambda x: (x**3, x)), (lambda dy, x: 3 * x * x * dy)
    one = {"x": np.ones(1)}
    coarse, fine = (gradcheck.gradcheck(*cube, one, step=step) for step in (0.2, 0.1))
    assert coarse / fine == pytest.approx(4, rel=1e-6)  # the step is the step


def check_directions(gradcheck):
    """The seed decides the direction, dy and nothing else; arrays are moved and not changed."""
    seen = []

    def forward(x):
        seen.append(x.copy())
        return x * 2, None

    def run(seed):
        seen.clear()
        before = A.copy()
        gradcheck.gradcheck(forward, lambda dy, cache: dy * 2, {"x": A}, seed=seed)
        np.testing.assert_array_equal(A, before)
        return np.array(seen)

    np.testing.assert_array_equal(run(0), run(0))
    assert not np.array_equal(run(0), run(1))
    moved = run(0) - A
    steps = [np.abs(one).max() for one in moved if np.abs(one).max() > 0]
    assert len(steps) == 2
    direction = max(moved, key=lambda one: one[0, 0]) / 1e-5
    assert (direction > 0).any()
    assert len(np.unique(np.abs(direction).round(6))) == A.size  # each number goes its own way


def check_refusals(gradcheck):
    with pytest.raises(TypeError, match=r"float64.*b is float32"):
        gradcheck.gradcheck(product, product_backward, {"a": A, "b": B.astype("f4"), "c": None})
    with pytest.raises(ValueError, match=r"a.*b.*c.*got 2"):
        gradcheck.gradcheck(product, lambda dy, cache: (A, B), {"a": A, "b": B, "c": None})
    for wrong in ((A.T, B, None), (A, B, np.ones(2)), (A[0], B, None)):
        with pytest.raises(ValueError, match=r"gradient of [abc] must be"):
            gradcheck.gradcheck(product, lambda dy, cache, wrong=wrong: wrong, {"a": A, "b": B, "c": None})


def check_what_checks_nothing_is_refused(gradcheck):
    arrays = {"a": A, "b": B, "c": None}
    with pytest.raises(ValueError, match="a, b, c"):
        gradcheck.gradcheck(product, lambda dy, cache: (None, None, None), arrays)
    with pytest.raises(ValueError, match="step"):
        gradcheck.gradcheck(product, product_backward, arrays, step=0)
    with pytest.raises(TypeError, match="The gradient of a must be an array; got list"):
        gradcheck.gradcheck(product, lambda dy, cache: ([1.0], None, None), arrays)
    with pytest.raises(TypeError, match=r"arrays is .*got list"):
        gradcheck.gradcheck(product, product_backward, [A, B])
    with pytest.raises(TypeError, match="Expected NumPy or CuPy arrays; got list"):
        gradcheck.gradcheck(product, product_backward, {"a": A.tolist(), "b": B.tolist(), "c": None})


def check_what_is_changed_in_place(gradcheck):
    """Whoever is checked may change what it gets, and must not pass for it: twice dy gives twice the gradient."""
    x = A.copy()

    def run(forward, backward):
        return gradcheck.gradcheck(forward, backward, {"x": x})

    def doubled(dy, cache):
        dy *= 2
        return dy

    def keep(box):
        return lambda x: (x * 1.0, box(x))

    def spoil(find):
        def backward(dy, cache):
            find(cache)[...] += 1
            return dy.copy()

        return backward

    with pytest.raises(ValueError, match="backward changed dy in place"):
        run(lambda x: (x * 1.0, None), doubled)
    with pytest.raises(ValueError, match="backward changed x in place"):
        run(keep(lambda x: x), spoil(lambda cache: cache))
    for box, find in [
        (lambda x: (0, x * 2), lambda cache: cache[1]),
        (lambda x: {"a": [x * 2]}, lambda cache: cache["a"][0]),
        (lambda x: SimpleNamespace(mask=x * 2, other=np), lambda cache: cache.mask),
    ]:
        with pytest.raises(ValueError, match="backward changed cache in place"):
            run(keep(box), spoil(find))

    def own_y(x):
        y = x * 1.0
        return y, lambda: y  # not in the cache where one would look for it

    with pytest.raises(ValueError, match="backward changed y in place"):
        run(own_y, spoil(lambda cache: cache()))

    def greedy(x):
        x += 1
        return x * 1.0, None

    with pytest.raises(ValueError, match="forward changed x in place"):
        run(greedy, lambda dy, cache: dy)
    np.testing.assert_array_equal(x, A)  # the caller's own array is never handed out

    def fickle(x, mask):
        fickle.calls += 1
        if fickle.calls > 1:  # only where it isn't looked at
            mask += 1
        return x * 1.0, None

    fickle.calls = 0
    gradcheck.gradcheck(fickle, lambda dy, cache: (dy.copy(), None), {"x": A, "mask": x})
    np.testing.assert_array_equal(x, A)
    lost = np.array([1.0, np.nan])
    assert np.isnan(
        gradcheck.gradcheck(lambda x: (x * 1.0, x), lambda dy, cache: dy.copy(), {"x": lost})
    )  # not changed


def check_steps(gradcheck):
    for step in (0, -1e-5, float("nan"), float("inf"), None, "small", True):
        with pytest.raises(ValueError, match="step must be a number above 0; got"):
            gradcheck.gradcheck(product, product_backward, {"a": A, "b": B, "c": None}, step=step)


CHECKS = [value for name, value in list(globals().items()) if name.startswith("check_")]
