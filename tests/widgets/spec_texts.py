"""Texts of nets, whole and broken, for tests that hold for any of them."""

import importlib.util
import random
from pathlib import Path

import numpy as np

from cs231n_kit.spec import spec_of

PATH = Path(__file__).resolve().parents[1] / "kit" / "test_spec.py"
found = importlib.util.spec_from_file_location("kit_test_spec", PATH)
kit = importlib.util.module_from_spec(found)
found.loader.exec_module(kit)

LETTERS = "->[]()*?,=.0123456789NMKXé'\\\t🙂 " + "CONVPOLFREUGAT" + "sizepadtrn"
PIECES = ["[", "]", "(", ")", "*2", "*N", "?", " -> ", "->", ",", "=", "RELU", "POOL(3,2)", "CONV", "INPUT", "FC(7)",
          "GAP", "stride=2", "pad=0", "fit=raise", "bias=no", "groups=2", "(2,3)", "2.5", "DENSE",
          "LRELU(0.00001)", "DROPOUT(0.25)", "DROPOUT(1)", "DROPOUT(0)", "DROPOUT(drop=1.5)",
          "BN", "BN(momentum=0.5)", "BN(eps=0)", "BN(1)",
          "LRN", "LRN(3)", "LRN(5,0.0005,0.75,2)", "LRN(0)", "LRN(k=0)",
          "PADCHANNELS", "PADCHANNELS(8)", "PADCHANNELS(4,8)", "PADCHANNELS(after=1.5)"]  # fmt: skip


def damaged(text, rng):
    """Returns a text with a few letters or words deleted, put in or replaced."""
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        at = rng.randrange(len(text) + 1)
        piece = rng.choice(LETTERS) if rng.random() < 0.6 else rng.choice(PIECES)
        cut = rng.choice([0, 0, 1, 1, 2, 5])
        text = text[:at] + (piece if rng.random() < 0.7 else "") + text[at + cut :]
    return text


def drawn_net(rng):
    """Returns the text of a net whose sizes often go together, written as a person would, in brackets."""

    def conv():
        size = rng.choice([1, 3, 3, 5, 7])
        more = rng.choice(
            ["", "", f",{rng.randint(1, 4)},{rng.randint(0, 3)}", ",stride=2", ",dilation=2", ",groups=2"]
        )
        return f"{rng.choice(['CONV', 'CONV', 'CONV', 'LOCAL'])}({rng.choice([4, 6, 16, 64])},{size}{more})"

    def pool():
        words = ["POOL", "POOL(2)", "POOL(3,2)", "POOL(3,2,1)", "AVGPOOL(2,fit=raise)", "L2POOL(2)", "POOL(5)"]
        return rng.choice([*words, "POOL(2,pad=1,fit=pad)", "POOL(2,2,2)"])

    def block():
        words = [
            conv(),
            rng.choice(["RELU", "TANH", "LRELU(0.1)", "RELU -> DROPOUT", "BN -> RELU", "RELU -> LRN(5,k=2)"]),
            *([pool()] if rng.random() < 0.5 else []),
        ]
        text = " -> ".join(words)
        return f"[{text}]*{rng.randint(1, 3)}" if rng.random() < 0.4 else text

    side = rng.choice([8, 27, 32, 32, 50, 224, 227])
    sizes = [f"INPUT({rng.choice([1, 3, 4])},{side},{rng.choice([side, side, side, 40])})", "INPUT", "INPUT(12)"]
    parts = [rng.choice([sizes[0]] * 5 + sizes), *(block() for _ in range(rng.randint(1, 4)))]
    parts += rng.choice([[], ["GAP"], ["FC(20)", "RELU"], ["[FC -> SIGMOID]*2"], ["FLATTEN"]])
    return " -> ".join([*parts, rng.choice(["FC", "FC(10)", "FC(10,bias=no)", "FC", "CONV(8)"])])


def texts(count, seed=8):
    """Returns texts: those of the kit's tests, the notes', the pattern, and `count` made-up ones, half broken."""
    rng, numpy_rng = random.Random(seed), np.random.default_rng(seed)
    known = [marked.replace("^", "", 1) for marked, _ in kit.BROKEN] + [text for text, _ in kit.NOTES] + [kit.PATTERN]
    known += [
        "INPUT -> [CONV -> RELU -> POOL]*2] -> FC -> RELU -> FC",
        kit.PATTERN.replace("?", "*2"),
        "",
        " ",
        "conv->fc",
    ]
    made = []
    for n in range(count):
        text = drawn_net(rng) if n % 3 else spec_of(kit.some_net(numpy_rng), (3, 9, 9))
        text = kit.PATTERN if n % 29 == 0 else text
        made.append(damaged(text, rng) if n % 2 else text)
    return known + made
