"""Templates of events: what is already decided when a new one is begun."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from speeddate.domain.clock import at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Station
from speeddate.domain.text import Language, Text
from speeddate.domain.words import texts

TEXTS: Final = texts("templates.csv")


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of event: its rounds, and how many stations it has."""

    key: str
    rounds: tuple[tuple[str, str], ...]
    stations: int

    @property
    def name(self) -> Text:
        """What it is called."""
        return TEXTS[f"{self.key}.name"]

    @property
    def purpose(self) -> Text:
        """What it is good for."""
        return TEXTS[f"{self.key}.purpose"]

    def event(self, *, name: str, date: dt.date, venue: str, language: Language) -> Event:
        """Begin an event of this kind."""
        numbers = range(1, self.stations + 1)
        return Event(
            name=name,
            date=date,
            venue=venue,
            rounds=tuple(Round(at(start), at(end)) for start, end in self.rounds),
            stations=tuple(Station(id=f"P{n}", name=TEXTS["place"].filled(number=n)[language]) for n in numbers),
        )


EVENING: Final = (("15:30", "16:00"), ("16:10", "16:40"), ("17:00", "17:30"), ("17:40", "18:10"))
TEMPLATES: Final = (
    Template("ta_sjansen", EVENING, 6),
    Template(
        "job_fair",
        (
            ("16:00", "16:15"), ("16:20", "16:35"), ("16:40", "16:55"),
            ("17:15", "17:30"), ("17:35", "17:50"), ("17:55", "18:10"),
        ),
        12,
    ),
    Template(
        "match_meeting",
        (
            ("09:00", "09:15"), ("09:20", "09:35"), ("09:40", "09:55"), ("10:00", "10:15"), ("10:20", "10:35"),
            ("11:00", "11:15"), ("11:20", "11:35"), ("11:40", "11:55"), ("12:00", "12:15"), ("12:20", "12:35"),
        ),
        1,
    ),
    Template("blank", EVENING[:1], 1),
)  # fmt: skip


def template(key: str) -> Template:
    """Find a template. Raises KeyError."""
    return {each.key: each for each in TEMPLATES}[key]
