"""The stations' symbols as outlines in a square from 0 to 1, for whoever draws them: dark lines tell them apart."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Final, Literal, NamedTuple

FILLS: Final = {
    "blue": "#2F6DB5",
    "yellow": "#F4C534",
    "green": "#4E9A5B",
    "orange": "#E9862B",
    "purple": "#8A5FB0",
    "white": "#FFFFFF",
}
LINE: Final = 0.045
HALF: Final = 0.5
ROUND: Final = 0.5523  # how far a curve's handles lie from its ends for a quarter of a circle


class Step(NamedTuple):
    """A step of an outline: move, line or curve (two handles, then the end), or close."""

    to: Literal["M", "L", "C", "Z"]
    at: tuple[float, ...] = ()


Outline = tuple[Step, ...]


def _angular(*points: tuple[float, float]) -> Outline:
    first, *others = points
    return (Step("M", first), *(Step("L", point) for point in others), Step("Z"))


def _around(radius: float, angle: float) -> tuple[float, float]:
    return HALF + radius * sin(angle), HALF + radius * cos(angle)


def _circle(radius: float) -> Outline:
    a, b, c = HALF - radius, HALF + radius, radius * ROUND
    low, high = HALF - c, HALF + c
    return (
        Step("M", (a, HALF)),
        Step("C", (a, high, low, b, HALF, b)),
        Step("C", (high, b, b, high, b, HALF)),
        Step("C", (b, low, high, a, HALF, a)),
        Step("C", (low, a, a, low, a, HALF)),
        Step("Z"),
    )


def _box(left: float, low: float, width: float, height: float) -> Outline:
    return _angular((left, low), (left + width, low), (left + width, low + height), (left, low + height))


def _ray(angle: float) -> Outline:
    return (Step("M", _around(0.34, angle)), Step("L", _around(0.47, angle)))


OUTLINES: Final[dict[str, tuple[Outline, ...]]] = {
    "star": (_angular(*(_around(0.2 if n % 2 else 0.48, n * pi / 5) for n in range(10))),),
    "sun": (*(_ray(ray * pi / 4) for ray in range(8)), _circle(0.26)),
    "moon": (
        (
            Step("M", (0.62, 0.95)),
            Step("C", (0.02, 0.98, 0.02, 0.02, 0.62, 0.05)),
            Step("C", (0.34, 0.28, 0.34, 0.72, 0.62, 0.95)),
            Step("Z"),
        ),
    ),
    "heart": (
        (
            Step("M", (HALF, 0.07)),
            Step("C", (-0.16, HALF, 0.1, 1.12, HALF, 0.74)),
            Step("C", (0.9, 1.12, 1.16, HALF, HALF, 0.07)),
            Step("Z"),
        ),
    ),
    "tree": (
        _box(0.43, 0.05, 0.14, 0.25),
        _angular((0.1, 0.28), (0.9, 0.28), (0.5, 0.68)),
        _angular((0.2, 0.55), (0.8, 0.55), (0.5, 0.95)),
    ),
    "house": (
        _angular((0.17, 0.06), (0.83, 0.06), (0.83, 0.5), (0.17, 0.5)),
        _angular((0.05, 0.5), (0.95, 0.5), (0.5, 0.94)),
        _box(0.42, 0.06, 0.16, 0.26),
    ),
}
