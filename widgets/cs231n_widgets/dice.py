"""Numbers by chance, the same here and in the browser: widgets/js/shared/dice.js has the same rule."""

import numpy as np

GOLDEN = 0x6D2B79F5


class Dice:
    """Throws of mulberry32, which begin with a seed."""

    def __init__(self, seed):
        self.state = seed

    def throws(self, count):
        """Returns so many numbers from 0 up to, but not, 1."""
        with np.errstate(over="ignore"):
            states = np.uint32(self.state % 2**32) + np.uint32(GOLDEN) * np.arange(1, count + 1, dtype=np.uint32)
            mixed = (states ^ (states >> np.uint32(15))) * (states | np.uint32(1))
            mixed ^= mixed + (mixed ^ (mixed >> np.uint32(7))) * (mixed | np.uint32(61))
        self.state += count * GOLDEN
        return (mixed ^ (mixed >> np.uint32(14))) / 2**32

    def normal(self, shape):
        """Returns all but normal numbers of a shape, mean 0 and variance 1: twelve throws added up for each."""
        throws = self.throws(12 * int(np.prod(shape))).reshape(-1, 12)
        sums = np.full(len(throws), -6.0)
        for one in throws.T:  # in this order, so that the last bit is the browser's, too
            sums += one
        return sums.reshape(shape)

    def order(self, count):
        """Returns the numbers from 0 to count - 1 in another order, (count,)."""
        order = list(range(count))
        for last, throw in zip(range(count - 1, 0, -1), self.throws(count - 1), strict=True):
            other = int(throw * (last + 1))
            order[last], order[other] = order[other], order[last]
        return np.array(order)
