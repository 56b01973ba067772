"""The blocks of ResNet-20, and what the net gets right without some of them; widgets/js/residual_blocks/model.js reads
the same record.
"""

from functools import lru_cache
from math import prod

from cs231n_kit.layers import Residual, Serial
from cs231n_kit.models import resnet20

CLASSES = 10  # of CIFAR-10: pure guessing gets one image in ten right


@lru_cache(maxsize=1)
def net():
    """Returns ResNet-20 as the page gets it: {parameters, blocks}, each of these with its volumes and its parameters.

    A volume is [width, height, depth]; parameters of a block are those of its CONV layers and their batch norms.
    """
    model = resnet20()
    blocks = [
        {
            "input": volume(shape),
            "output": volume(part.out_shape(shape)),
            "parameters": sum(map(prod, part.param_shapes(shape).values())),
        }
        for _, part, shape in model.layer.parts(model.in_shape)
        if isinstance(part, Serial) and isinstance(part[0], Residual)
    ]
    return {"parameters": model.param_count(), "blocks": blocks}


def volume(shape):
    """Returns [width, height, depth] of a shape (C,H,W)."""
    return [shape[2], shape[1], shape[0]]


def stages(blocks):
    """Returns [(volume, numbers)]: the blocks whose outputs have one size, together, by their numbers from 1 on."""
    found = {}
    for number, block in enumerate(blocks, 1):
        found.setdefault(tuple(block["output"]), []).append(number)
    return list(found.items())


def read_numbers(text):
    """Returns the numbers of the blocks that a text such as "2, 5" names, in order. ValueError for no number."""
    return sorted({int(part) for part in text.split(",") if part.strip()})


def write_numbers(numbers):
    """Returns numbers of blocks as a text: "2, 5"."""
    return ", ".join(map(str, numbers))


def index_of(numbers):
    """Returns the place in a record of the net without these blocks: bit i stands for block i + 1."""
    return sum(1 << (number - 1) for number in numbers)
