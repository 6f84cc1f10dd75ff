"""How far an event has come: what there is of it, and whether it can work out."""

from __future__ import annotations

from dataclasses import dataclass

from speeddate.domain.event import Event


@dataclass(frozen=True, slots=True)
class Road:
    """An event in numbers: `needed` meetings at least, and `room` for so many."""

    rounds: int
    stations: int
    employers: int
    candidates: int
    needed: int
    room: int

    @property
    def too_few(self) -> bool:
        """Whether there are not enough places, whatever the needs are."""
        return self.needed > self.room


def road(event: Event) -> Road:
    """Count what there is of an event."""
    most = len(event.rounds) * len(event.stations)
    return Road(
        rounds=len(event.rounds),
        stations=len(event.stations),
        employers=len(event.employers),
        candidates=len(event.candidates),
        needed=sum(candidate.least_meetings for candidate in event.candidates),
        room=min(most, sum(employer.max_meetings for employer in event.employers)),
    )
