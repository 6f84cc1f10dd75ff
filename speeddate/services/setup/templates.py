"""Templates of events: what is already decided when a new one is begun."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from speeddate.domain.clock import at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Station
from speeddate.domain.text import Language, Text

PLACE: Final = Text("Plass {number}", "Plass {number}", "Place {number}")


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of event: what it is called and good for, its rounds, and how many stations it has."""

    key: str
    name: Text
    purpose: Text
    rounds: tuple[tuple[str, str], ...]
    stations: int

    def event(self, *, name: str, date: dt.date, venue: str, language: Language) -> Event:
        """Begin an event of this kind."""
        numbers = range(1, self.stations + 1)
        return Event(
            name=name,
            date=date,
            venue=venue,
            rounds=tuple(Round(at(start), at(end)) for start, end in self.rounds),
            stations=tuple(Station(id=f"P{n}", name=PLACE.filled(number=n)[language]) for n in numbers),
        )


EVENING: Final = (("15:30", "16:00"), ("16:10", "16:40"), ("17:00", "17:30"), ("17:40", "18:10"))
TEMPLATES: Final = (
    Template(
        "ta_sjansen",
        Text("Ta sjansen", "Ta sjansen", "Ta sjansen"),
        Text(
            "Seks møteplasser, fire runder på en halvtime. Alle møter én arbeidsgiver.",
            "Seks møteplassar, fire rundar på ein halvtime. Alle møter éin arbeidsgivar.",
            "Six stations, four rounds of half an hour. Everybody meets one employer.",
        ),
        EVENING,
        6,
    ),
    Template(
        "job_fair",
        Text("Mini-jobbmesse", "Mini-jobbmesse", "Mini job fair"),
        Text(
            "Tolv møteplasser, seks runder på et kvarter. Du bestemmer hvor mange hver får møte.",
            "Tolv møteplassar, seks rundar på eit kvarter. Du bestemmer kor mange kvar får møte.",
            "Twelve stations, six rounds of a quarter of an hour. You decide how many each may meet.",
        ),
        (
            ("16:00", "16:15"), ("16:20", "16:35"), ("16:40", "16:55"),
            ("17:15", "17:30"), ("17:35", "17:50"), ("17:55", "18:10"),
        ),
        12,
    ),
    Template(
        "match_meeting",
        Text("Matchemøte", "Matchemøte", "Match meeting"),
        Text(
            "Ti saker etter hverandre ved ett bord, et kvarter til hver. De rundt bordet er én arbeidsgiver.",
            "Ti saker etter kvarandre ved eitt bord, eit kvarter til kvar. Dei rundt bordet er éin arbeidsgivar.",
            "Ten cases one after another at one table, a quarter of an hour each. Those around it are one employer.",
        ),
        (
            ("09:00", "09:15"), ("09:20", "09:35"), ("09:40", "09:55"), ("10:00", "10:15"), ("10:20", "10:35"),
            ("11:00", "11:15"), ("11:20", "11:35"), ("11:40", "11:55"), ("12:00", "12:15"), ("12:20", "12:35"),
        ),
        1,
    ),
    Template(
        "blank",
        Text("Tomt", "Tomt", "Blank"),
        Text(
            "Én runde og én møteplass. Resten lager du selv.",
            "Éin runde og éin møteplass. Resten lagar du sjølv.",
            "One round and one station. The rest is up to you.",
        ),
        EVENING[:1],
        1,
    ),
)  # fmt: skip


def template(key: str) -> Template:
    """Find a template. Raises KeyError."""
    return {each.key: each for each in TEMPLATES}[key]
