"""The still picture of TrainingTheatre, for print and for viewers without JavaScript."""

from base64 import b64decode
from math import ceil, log

import numpy as np

from ..base import number
from ..numbers import grouped
from ..pixels import image
from ..svg import RULES as SHARED
from ..svg import box, text
from .messages import remark, status_message, wall_message

WIDE, HIGH, GAP = 348, 150, 20  # of a chart, and between two
LEFT = 36  # of a chart's lines
LINE, WRAP = 17, 94  # of a line of words: its height, and letters in it
CELL, COLUMNS = 30, 10  # of the wall
MOST_LOSS = 8
RULES = SHARED | {
    "path": ("fill:none", "fill:none"),
    ".grid": ("stroke:#c3cad3", "stroke:#4a5563"),
    ".train": ("stroke:#1d63b8;stroke-width:2.2", "stroke:#7db5f5"),
    ".held": ("stroke:#c0392b;stroke-width:2.2;stroke-dasharray:6 4", "stroke:#f08d80"),
    ".blind": ("stroke:#212529;stroke-width:1.3;stroke-dasharray:1.5 4", "stroke:#e6e9ee"),
    ".wrong": ("stroke:#c0392b;stroke-width:3;fill:none", "stroke:#f08d80"),
    ".badge": ("fill:#c0392b;stroke:none", "fill:#f08d80"),
    ".on": ("fill:#fff;font-weight:bold", "fill:#14181e"),
}


def draw(widget):
    """Draw the curves, the first filters and the wall, with what is said of them: (width, height, rules, body)."""
    frame, wall = widget.seen, widget.seen_wall
    parts, top = said(status_message(frame), 14, "l t")
    more, top = said(remark(widget, frame), top, "l")
    parts += more + chart(frame, "loss", "Loss", 0, top) + chart(frame, "accuracy", "Guessed right", WIDE + GAP, top)
    top += HIGH + 34
    parts += legend(top)
    top += 28
    parts.append(text(1, top, wall_message(wall, frame), "l t"))
    hung, height = draw_wall(wall, frame, top + 8)
    right = COLUMNS * (CELL + 3) + 30
    parts += hung + beside(frame, right, top)
    return 2 * WIDE + GAP + 4, top + 8 + max(height, 150), RULES, "".join(parts)


def said(words, top, kind):
    """Returns ([a line of words each], where the next one stands)."""
    lines = []
    for word in words.split():
        if lines and len(lines[-1]) + len(word) < WRAP:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [text(1, top + n * LINE, line, kind) for n, line in enumerate(lines)], top + len(lines) * LINE


def chart(frame, key, title, left, top):
    """Draw the curves of loss or accuracy: of images to train on, of those held out, and blind guessing."""
    curves, is_loss = frame["curves"], key == "loss"
    train, held = curves[key], curves[f"held_{key}"]
    blind = log(frame["classes"]) if is_loss else 1 / frame["classes"]
    seen = [value for value in [*train, *held, 1.2 * blind] if value is not None and value <= MOST_LOSS]
    most, last = max(3, ceil(max(seen))) if is_loss else 1, max(60, curves["steps"][-1])

    def x(step):
        return left + LEFT + step / last * (WIDE - LEFT - 8)

    def y(value):
        return top + 12 + (1 - min(value / most, 1)) * (HIGH - 30)

    def line(values):
        points = [
            f"{x(step):.1f} {y(value):.1f}"
            for step, value in zip(curves["steps"], values, strict=True)
            if value is not None
        ]
        return "M" + "L".join(points)

    parts = [text(left + 1, top, title, "l t")]
    for level in (0, most / 2, most):
        parts.append(f'<path d="M{x(0):.1f} {y(level):.1f}H{x(last):.1f}" class="grid"/>')
        beyond = "≥ " if is_loss and level == most and any((value or 0) > most for value in [*train, *held]) else ""
        label = f"{beyond}{number(level)}" if is_loss else f"{100 * level:g}%"
        parts.append(text(left + LEFT - 5, y(level) + 4, label, "r"))
    for step, kind in ((0, "l"), (last, "r")):
        parts.append(text(x(step), top + HIGH, f"{grouped(step)} steps" if step else "0", kind))
    parts.append(f'<path d="M{x(0):.1f} {y(blind):.1f}H{x(last):.1f}" class="blind"/>')
    return [*parts, f'<path d="{line(held)}" class="held"/>', f'<path d="{line(train)}" class="train"/>']


def legend(top):
    parts = []
    for n, (kind, words) in enumerate(
        [("train", "images to train on"), ("held", "held out"), ("blind", "blind guessing")]
    ):
        left = 1 + n * 170
        parts += [f'<path d="M{left} {top - 4}h26" class="{kind}"/>', text(left + 34, top, words, "l")]
    return parts


def draw_wall(wall, frame, top):
    """Draw the wall, a frame and a label on what is guessed wrong: (parts, height)."""
    levels = levels_of(wall["pixels"], wall["shape"])
    classes = wall["classes"]
    columns = min(len(classes), COLUMNS)
    parts = []
    for n, (pixels, label, guess) in enumerate(zip(levels, wall["labels"], frame["guesses"], strict=True)):
        x, y = 2 + n % columns * (CELL + 3), top + n // columns * (CELL + 3)
        parts.append(image(x, y, CELL, CELL, shown(pixels / 255)))
        if guess != label:
            name = "?" if guess < 0 else classes[guess][:4]
            wide = 6 + 7 * len(name)
            parts += [
                box(x, y, CELL, CELL, "wrong"),
                box(x + CELL - wide, y + CELL - 14, wide, 14, "badge"),
                text(x + CELL - wide / 2, y + CELL - 3, name, "on"),
            ]
    return parts, -(-len(levels) // columns) * (CELL + 3)


def beside(frame, left, top):
    """Draw the first filters and the sizes of the gradients."""
    parts, filters = [], frame["filters"]
    if filters:
        count = filters["shape"][0]
        sides = "×".join(str(side) for side in reversed(filters["shape"][-2:]))
        parts.append(text(left, top, f"{count} filters of the first layer, {sides}", "l t"))
        levels = levels_of(filters["levels"], filters["shape"]) / 255
        parts += [image(left + n % 8 * 38, top + 10 + n // 8 * 38, 34, 34, shown(one)) for n, one in enumerate(levels)]
        top += 30 + -(-count // 8) * 38
    parts.append(text(left, top, "Gradients by layer", "l t"))
    for n, row in enumerate(frame["gradients"]):
        size = "NaN" if row["gradient"] is None else number(float(f"{row['gradient']:.2g}"))
        parts.append(text(left, top + 18 + n * LINE, f"{row['name']}: {size}", "l"))
    return parts


def levels_of(text_of_bytes, shape):
    return np.frombuffer(b64decode(text_of_bytes), np.uint8).reshape(shape)


def shown(values):
    """Returns numbers (D,H,W) or (H,W) as an image: in colour if D is 3, else the first slice in grey."""
    if values.ndim == 2:
        return values
    return values.transpose(1, 2, 0) if len(values) == 3 else values[0]
