"""Choosing by a mask, without asking number by number."""

__all__ = ["keep_where"]


def keep_where(mask, array):
    """Returns an array like `array`, with its numbers where the mask is True and 0 elsewhere.

    It is np.where(mask, array, 0), which asks for each number anew, and a processor guesses the answers badly: a
    product with the mask takes a tenth of the time. The bits are multiplied, as whole numbers, and not the floats:
    infinity times 0 would be NaN.
    """
    whole = f"i{array.dtype.itemsize}"
    bits = mask.astype(whole)
    bits *= array.view(whole)
    return bits.view(array.dtype)
