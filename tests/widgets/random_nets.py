"""Nets with branches in branches, of every layer that a spec has a word for; functions take a random.Random."""

from cs231n_kit.layers import (
    LRN,
    AvgPool2d,
    BatchNorm,
    Concat,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    L2Pool2d,
    LeakyReLU,
    Linear,
    LocallyConnected2d,
    MaxPool2d,
    PadChannels,
    ReLU,
    Residual,
    Serial,
    Sigmoid,
    Tanh,
)

ACTIVATIONS = (ReLU(), LeakyReLU(0.1), Sigmoid(), Tanh(), Dropout(0.3), BatchNorm(), LRN(3, k=2))
POOLS = (MaxPool2d, MaxPool2d, AvgPool2d, L2Pool2d)


def random_net(rng):
    """Returns (layer, in_shape): layers in a row, some of them branches, for a volume or at times a row of numbers."""
    in_shape = (rng.choice([1, 2, 3, 4]), rng.randint(4, 20), rng.randint(4, 20))
    if rng.random() < 0.06:
        in_shape = (rng.randint(1, 30),)
    parts, shape = [], in_shape
    for _ in range(rng.randint(1, 5)):
        part = random_part(rng, shape, depth=0)
        shape = part.out_shape(shape)
        parts.append(part)
    if rng.random() < 0.5:
        parts.append(Linear(rng.randint(1, 12), bias=rng.random() < 0.8))
    alone = len(parts) == 1 and rng.random() < 0.5
    return (parts[0] if alone else Serial(*parts)), in_shape


def random_part(rng, shape, depth):
    """Returns a layer, or layers with branches, that can read a shape."""
    if len(shape) == 3 and depth < 3 and rng.random() < 0.35:
        makers = [random_residual, random_concat, random_row, *[random_halving] * (shape[1] % 2 == shape[2] % 2 == 0)]
        return rng.choice(makers)(rng, shape, depth + 1)
    if len(shape) == 1 and rng.random() < 0.2:
        return rng.choice([Residual(Flatten()), Concat(Flatten(), Serial(Linear(3), ReLU()), Flatten())])
    makers = [lambda: rng.choice(ACTIVATIONS), lambda: Linear(rng.randint(1, 9)), Flatten]
    if len(shape) == 3:
        makers = [makers[0], lambda: random_window(rng, shape), lambda: random_window(rng, shape), *makers]
        makers += [GlobalAvgPool2d, lambda: PadChannels(rng.randint(0, 3), rng.randint(0, 3))]
    while True:
        part = rng.choice(makers if depth == 0 or len(shape) == 1 else makers[:3])()
        try:
            part.out_shape(shape)
        except ValueError:
            continue
        return part


def random_window(rng, shape):
    """Returns a layer with windows: CONV, LOCAL or a pooling layer."""
    size = rng.choice([1, 2, 3, 3, (2, 3), 5])
    stride, pad = rng.choice([1, 1, 2, (1, 2), 3]), rng.choice([0, 0, 1, (1, 0), (0, 1, 1, 0)])
    more = {"stride": stride, "pad": pad, "fit": rng.choice(["crop", "crop", "pad"])}
    if rng.random() < 0.4:
        kind = rng.choice(POOLS)
        if kind is MaxPool2d and rng.random() < 0.05:
            return MaxPool2d(rng.choice([16, 17]), stride=2, pad=8 - 1)  # as many cells as a byte counts, and more
        return kind(size, **more)
    kind = Conv2d if rng.random() < 0.8 else LocallyConnected2d
    extra = {"groups": rng.choice([1, 2]), "dilation": rng.choice([1, 1, 2])} if kind is Conv2d else {}
    return kind(rng.randint(1, 8), size, bias=rng.random() < 0.8, **more, **extra)


def same_size(rng, shape, filters=None):
    """Returns a layer that keeps width and height, and the depth unless `filters` says another."""
    size = rng.choice([1, 3])
    convs = [Conv2d(filters or shape[0], size, pad=size // 2, bias=rng.random() < 0.7)]
    if filters is None:
        convs += [*ACTIVATIONS, MaxPool2d(3, stride=1, pad=1), AvgPool2d(3, stride=1, pad=1)]
    return rng.choice(convs)


def random_row(rng, shape, depth):
    """Returns a Serial in a Serial."""
    parts = []
    for _ in range(rng.randint(1, 3)):
        parts.append(random_part(rng, shape, depth))
        shape = parts[-1].out_shape(shape)
    return Serial(*parts)


def random_branch(rng, shape, depth, filters):
    """Returns a branch that keeps width and height; at times with branches of its own."""
    parts = [random_inner(rng, shape, depth) for _ in range(rng.randint(0, 2))]
    parts.append(same_size(rng, shape, filters))
    return parts[0] if len(parts) == 1 else Serial(*parts)


def random_inner(rng, shape, depth):
    """Returns a part of a branch that keeps the volume's size."""
    if depth < 3 and rng.random() < 0.3:
        return Residual(random_branch(rng, shape, depth + 1, None))
    return same_size(rng, shape)


def random_residual(rng, shape, depth):
    """Returns a Residual, with a shortcut of its own where the depth changes."""
    if rng.random() < 0.5:
        return Residual(random_branch(rng, shape, depth, None))
    filters = rng.randint(1, 6)
    return Residual(random_branch(rng, shape, depth, filters), same_size(rng, shape, filters))


def random_concat(rng, shape, depth):
    """Returns a Concat of one to three branches."""
    filters = [rng.choice([None, rng.randint(1, 5)]) for _ in range(rng.randint(1, 3))]
    return Concat(*[random_branch(rng, shape, depth, each) for each in filters])


def random_halving(rng, shape, depth):
    """Returns branches that halve width and height, and go together only where these are even."""
    filters = rng.randint(1, 6)
    both = [Conv2d(filters, 3, stride=2, pad=1), Serial(rng.choice(POOLS)(2), Conv2d(filters, 1))]
    rng.shuffle(both)
    return rng.choice([Residual, Concat])(*both)
