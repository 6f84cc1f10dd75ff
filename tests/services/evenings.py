"""Evenings to tell stories about: four rounds with a break, as many candidates and employers as a story wants."""

import datetime as dt
from dataclasses import replace

from speeddate.domain.catalogue import need
from speeddate.domain.clock import at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Counsellor, Employer, Resource, Station

ROUNDS = tuple(
    Round(at(start), at(end))
    for start, end in (("15:30", "16:00"), ("16:10", "16:40"), ("17:00", "17:30"), ("17:40", "18:10"))
)


def evening(*, candidates: int = 24, employers: int = 6, rounds: int = 4, **more: object) -> Event:
    """An evening without any needs."""
    settings = {
        "date": dt.date(2027, 2, 10),
        "rounds": ROUNDS[:rounds],
        "latest_end": at("18:30"),
        "stations": tuple(Station(id=f"P{n}") for n in range(1, employers + 1)),
        "employers": tuple(Employer(id=f"E{n}", stations=(f"P{n}",)) for n in range(1, employers + 1)),
        "counsellors": (Counsellor(id="V1"),),
        "candidates": tuple(Candidate(id=f"K{n:02}", counsellor="V1") for n in range(1, candidates + 1)),
    }
    return Event(**settings | more)


def asking(event: Event, who: dict[str, list[str]], strength: str = "must") -> Event:
    """Let some candidates ask for needs."""
    candidates = tuple(
        replace(c, needs=tuple(need(key, strength) for key in who.get(c.id, ()))) for c in event.candidates
    )
    return replace(event, candidates=candidates)


def changed(event: Event, who: str, /, **fields: object) -> Event:
    """Change one candidate, employer, station or counsellor."""
    for kind in ("candidates", "employers", "stations", "counsellors"):
        parts = tuple(replace(part, **fields) if part.id == who else part for part in getattr(event, kind))
        event = replace(event, **{kind: parts})
    return event


def interpreter(name: str = "T1", **fields: object) -> Resource:
    """A sign-language interpreter."""
    return Resource(id=name, kind="sign_interpreter", **fields)
