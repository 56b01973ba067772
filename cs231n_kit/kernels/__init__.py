"""Ways to compute a layer, one algorithm a file, each checked against the one before it.

A kernel is told where the windows stand, by a WindowGrid: `y, cache = forward(x, w, b, grid, groups)`, then
`dx, dw, db = backward(dy, cache)`. It checks nothing: layers.conv has checked what it was given.
"""
