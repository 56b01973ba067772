"""Ways to compute a layer, one algorithm a file, each checked against the one before it."""
