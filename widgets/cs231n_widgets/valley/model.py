"""Walks through a valley by the kit's optimisers; widgets/js/valley/model.js has the same.

The valley is (x² + STEEP y²) / 2, turned by an angle together with the start. The lowest point is in the middle.
"""

from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np

from cs231n_kit.optim import OPTIMIZERS

NAMES = list(OPTIMIZERS)
STEEP = 40  # times as steep across as along
STEPS = 100  # of a walk
ROOM = (5, 3.2)  # of the picture, from the middle to each side
NEAR = 0.1  # a walk has arrived when it stays nearer than this
LEAST_RATE, MOST_RATE = 0.001, 5
TURNS = [0, 15, 30]  # degrees
FAR_X, FAR_Y = 4, 1.2  # where a walk may start, at most, along the valley and across


class Walk(NamedTuple):
    """A walk: its places (STEPS+1,2), their distances from the lowest point, and the step after which it has arrived,
    None if it hasn't."""

    places: np.ndarray
    distances: np.ndarray
    arrived: int | None


def turned(point, turn):
    """Returns where a point (x, y) of the straight valley lies in one that is turned by so many degrees."""
    c, s = cos(radians(turn)), sin(radians(turn))
    return c * point[0] - s * point[1], s * point[0] + c * point[1]


def slope_in(turn):
    """Returns the function that gives the slope at a place, for a valley turned by so many degrees."""
    c, s = cos(radians(turn)), sin(radians(turn))
    xx, xy, yy = c * c + STEEP * s * s, c * s * (1 - STEEP), s * s + STEEP * c * c
    return lambda w: np.array([xx * w[0] + xy * w[1], xy * w[0] + yy * w[1]])


@lru_cache(maxsize=64)
def walk(name, rate, turn, start):
    """Returns the Walk of an optimiser from a start that is given as in the straight valley, (x, y)."""
    optimizer, slope = OPTIMIZERS[name](rate), slope_in(turn)
    params = {"w": np.array(turned(start, turn))}
    state, places = optimizer.init(params), [params["w"]]
    for _ in range(STEPS):
        params, state = optimizer.step(params, {"w": slope(params["w"])}, state)
        places.append(params["w"])
    places = np.array(places)
    distances = np.hypot(places[:, 0], places[:, 1])
    away = np.flatnonzero(distances >= NEAR)
    arrived = int(away[-1]) + 1 if len(away) else 0
    return Walk(places, distances, arrived if arrived <= STEPS else None)


def drawable(walk):
    """Returns how many steps of a walk can be drawn: one that flies off ends with the first place outside."""
    if walk.distances[STEPS] <= 2 * walk.distances[0]:
        return STEPS
    return int(np.argmax((abs(walk.places) > ROOM).any(axis=1)))
