"""Windows counted by walking along a row: an independent count."""


def lay_out(W, F, S, before, after, dilation, fit):
    """List where windows start by walking along the padded row, with no formula: an independent count."""
    span = len(range(0, F * dilation, dilation)) and (F - 1) * dilation + 1
    row = ["pad"] * before + ["cell"] * W + ["pad"] * after
    starts, start = [], 0
    while start + span <= len(row):
        starts.append(start)
        start += S
    neat = bool(starts) and starts[-1] + span == len(row)
    if fit == "raise" and not neat:
        return None
    if fit == "pad" and not neat and start < before + W and (starts or span - len(row) < S):
        starts.append(start)
    return starts or None
