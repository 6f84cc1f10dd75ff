"""A climb: how far each stage came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from speeddate.domain.goal import Stage
from speeddate.domain.limit import Limit, Numbers
from speeddate.domain.option import Options


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A timetable that was found on the way: what happens of some options under some limits, and what is given up."""

    options: Options
    limits: Sequence[Limit]
    chosen: Numbers
    given_up: Numbers


@dataclass(frozen=True, slots=True)
class Step:
    """How far one stage came: what it reached, the best it could still be, and whether that is proven.

    `found` is the timetable that reached it, where somebody is told of one.
    """

    stage: Stage
    value: int | None
    bound: int | None
    proven: bool
    seconds: float
    found: Found | None = None


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
