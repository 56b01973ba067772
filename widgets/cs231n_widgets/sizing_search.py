"""Searches in the arithmetic of volumes: the nearest settings that fit, and the settings that lead to a size.

widgets/js/sizing_calculator/search.js is the same for the browser, and a test proves the two equal.
"""

from cs231n_kit.sizing import conv_weights, dilated_size, fits, neurons


def conv_parameters(K, F, D):
    """Count the parameters of a CONV layer: K filters of F x F x D weights, each with a bias."""
    return conv_weights(K, F, D) + K


def output_bytes(out_shape, each=4):
    """Count the bytes of a volume (C,H,W) whose numbers take `each` bytes: 4 for float32."""
    return neurons(out_shape) * each


# ---- the nearest settings that fit; `settings` are [W, H, F, S, P, dilation] ---------------------------------------
def reads_all(settings):
    """Tell whether no window skips cells and none can read padding only."""
    _, _, F, S, P, dilation = settings
    return dilated_size(F, dilation) >= S and dilated_size(F, dilation) > P


def fit_side(settings, side):
    """Tell whether the windows fit along the width (side 0), the height (1) or both (-1)."""
    W, H, F, S, P, dilation = settings
    across = side == 1 or fits(W, F, S, P, dilation)
    down = side == 0 or fits(H, F, S, P, dilation)
    return across and down


def nearest_fit(settings, place, step):
    """Step one number of the settings up (1) or down (-1) until the windows fit: the new settings, or None.

    A square input stays square; else its width is judged across and its height down. A step that makes windows skip
    cells, or read padding only, ends the search.
    """
    W, H, F, S, P, dilation = settings
    now = [W, H, F, S, P, dilation]
    wise = reads_all(settings)
    side = place if place < 2 and W != H else -1
    for _ in range(max(W, H, S, dilated_size(F, dilation))):
        now[place] = now[place] + step
        if place == 0 and W == H:
            now[1] = now[0]
        if now[place] < 0 or (now[place] < 1 and place != 4) or (wise and not reads_all(now)):
            return None
        if fit_side(now, side):
            return now
    return None


def neighbours(W, H, F, S=1, P=0, dilation=1):
    """List the nearest settings that fit, one number changed: (letter, value, [W, H, F, S, P, dilation]) each.

    A side that fits already is left alone, and so is a dilation of 1. Empty when everything fits.
    """
    found, settings = [], [W, H, F, S, P, dilation]
    letters = ["W", "H", "F", "S", "P", "dilation"]
    if fit_side(settings, -1):
        return found
    for place in range(6):
        alone = (place == 1 and W == H) or (place < 2 and fit_side(settings, place)) or (place == 5 and dilation == 1)
        for step in (-1, 1):
            near = None if alone else nearest_fit(settings, place, step)
            if near is not None:
                found.append((letters[place], near[place], near))
    return found


def why_no_padding(W, F, S, P=0, dilation=1):
    """Say why no equal padding makes the windows fit, or nothing if one does or the windows fit."""
    room = W - dilated_size(F, dilation)
    if S % 2 == 1 or room % 2 == 0 or fits(W, F, S, P, dilation):
        return ""
    span = dilated_size(F, dilation)
    return f"No padding helps: it adds 2P, an even number, but {W} - {span} is odd and S = {S} is even."


# ---- the question backwards: which F, S, P make `out` windows of a row of W? ---------------------------------------
def settings_between(W, out, dilation=1, strides=16, large=15):
    """List each F and S, with the least P, that make `out` windows of a row of W: (F, S, P, over, objection).

    F is at most W cells wide and S at most `strides`; `over` cells are left over. The objection is "" for a setting
    that one would choose, else why not: see `objection` and, in words, `objection_message`. Where there is one
    window, the stride plays no part and S=1.
    """
    found = []
    for F in range(1, W + 1):
        span = dilated_size(F, dilation)
        for S in range(1, 2 if out == 1 else strides + 1):
            missing = (out - 1) * S + span - W
            P = max(0, (missing + 1) // 2)
            over = 2 * P - missing
            if over < S and span <= W:
                found.append((F, S, P, over, objection(W, F, S, P, over, dilation, large)))
    return found


def objection(W, F, S, P, over, dilation=1, large=15):
    """Name what speaks most against a setting: zeros, skips, half, over, even, large, or nothing: ""."""
    span = dilated_size(F, dilation)
    if span == W and P == 0:  # one window that sees everything: a fully connected layer
        return ""
    if span <= P:
        return "zeros"
    if span < S:
        return "skips"
    if span < 2 * P:
        return "half"
    if over > 0:
        return "over"
    if F % 2 == 0:
        return "even"
    return "large" if large < F else ""


def objection_message(name, F, S, P, over, dilation=1):
    """Say in a sentence, with the numbers of one setting, what speaks against it."""
    span = dilated_size(F, dilation)
    if name == "zeros":
        return f"With P = {P} the first window of {span} would lie wholly in the padding and read only zeros."
    if name == "skips":
        return f"S = {S} is larger than the window of {span}: cells between windows would never be read."
    if name == "half":
        return f"With P = {P} more than half of the first window of {span} would lie in the padding."
    if name == "over":
        return f"With F = {F}, S = {S}, P = {P} the windows don’t fit: {over} cell{'' if over == 1 else 's'} left over."
    if name == "even":
        return f"F = {F} is even: such a filter has no middle cell, so no neuron stands over a cell."
    if name == "large":
        return f"F = {F} is large: {F * F} weights for each depth slice of the input."
    return ""


def examples(found, name, most=4):
    """Pick settings that meet with one objection: the first few, odd filters of 3 and more before others."""
    picked = []
    for odd in (True, False):
        for setting in found:
            F, _, _, _, its = setting
            if its == name and (F % 2 == 1 and F > 1) == odd and len(picked) < most:
                picked.append(setting)
    return picked
