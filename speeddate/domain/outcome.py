"""How a plan can turn out."""

from __future__ import annotations

from dataclasses import dataclass

from speeddate.domain.schedule import Reason, Schedule


@dataclass(frozen=True, slots=True)
class Planned:
    """There is a timetable, and the checker passed it."""

    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Impossible:
    """Pins and limits clash: leaving out any one of these makes the others possible."""

    clash: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """Time ran out before there was any timetable at all."""

    seconds: float


Outcome = Planned | Impossible | Undecided
