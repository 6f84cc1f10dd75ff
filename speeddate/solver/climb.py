"""A climb: how far each stage came, and how stages are reached together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

from speeddate.domain.goal import GivenUp, Stage, Total
from speeddate.domain.limit import Numbers

HEAVIEST = 10**6


@dataclass(frozen=True, slots=True)
class Step:
    """How far one stage came: what it reached, the best it could still be, and whether that is proven."""

    stage: Stage
    value: int | None
    bound: int | None
    proven: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Climb:
    """A whole climb: what happens, what is given up, every step, and whether it ended by itself.

    `chosen` is None when there is no timetable: none is possible (`ended`), or none was found in time.
    """

    chosen: Numbers | None
    given_up: Numbers
    steps: tuple[Step, ...]
    ended: bool


Watch = Callable[[Step], None]


def flights(stages: Sequence[Stage]) -> Iterator[tuple[Stage, ...]]:
    """Gather neighbouring stages of one goal that one search can reach together: weighed so that the first decides."""
    flight: list[Stage] = []
    for stage in stages:
        if flight and (stage.key != flight[0].key or prod(map(radix, (*flight[1:], stage))) > HEAVIEST):
            yield tuple(flight)
            flight = []
        flight.append(stage)
    if flight:
        yield tuple(flight)


def radix(stage: Stage) -> int:
    """One more than the most that a stage's measure can come to."""
    match stage.measure:
        case Total(weights):
            return 1 + int(weights.sum())
        case GivenUp(owners):
            return 1 + max((len(hopes) for hopes in owners), default=0)
        case _:
            return HEAVIEST
