"""Make up a small event in one language, to show how a workbook is filled in. Nobody in it exists."""

from __future__ import annotations

import datetime as dt

from speeddate.domain.catalogue import need
from speeddate.domain.clock import Window, at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Counsellor, Employer, Pin, Resource, Station
from speeddate.domain.text import Language
from speeddate.exchange.words import said

LATE: dict[str, int | str] = {"from": at("16:00"), "to": at("18:30")}
ROUNDS = (("15:30", "16:00"), ("16:10", "16:40"), ("17:00", "17:30"), ("17:40", "18:10"))


def example_event(language: Language) -> Event:
    """Make up the event."""
    return Event(
        id="example",
        name=_words("event", language),
        date=dt.date(2027, 2, 10),
        venue=_words("venue", language),
        venue_features=frozenset({"accessible_toilet"}),
        rounds=tuple(Round(at(start), at(end)) for start, end in ROUNDS),
        latest_end=at("18:30"),
        stations=_stations(language),
        employers=_employers(language),
        counsellors=(Counsellor(id="V1", name=_words("counsellor", language), available=(_evening(),)),),
        resources=(
            Resource(id="T1", kind="sign_interpreter", name=_words("interpreter", language), available=(_evening(),)),
        ),
        candidates=_candidates(language),
        pins=(Pin(candidate="K03", employer="E2", start=at("17:00")),),
    )


def _words(key: str, language: Language) -> str:
    return said(f"example.{key}")[language]


def _evening() -> Window:
    return Window(at("15:00"), at("18:30"))


def _stations(language: Language) -> tuple[Station, ...]:
    name = said("example.station")
    return (
        Station(id="P1", name=name.filled(number=1)[language], features=frozenset({"step_free", "quiet"})),
        Station(id="P2", name=name.filled(number=2)[language], near=frozenset({"P1"})),
    )


def _employers(language: Language) -> tuple[Employer, ...]:
    bakery = Employer(
        id="E1",
        name=_words("bakery", language),
        stations=("P1",),
        does=_words("bakes", language),
        questions=(_words("asks", language),),
        interviewer=_words("interviewer", language),
        interviewer_role=_words("role", language),
        interest={"K01": 3},
    )
    return bakery, Employer(id="E2", name=_words("store", language), stations=("P2",), max_meetings=3)


def _candidates(language: Language) -> tuple[Candidate, ...]:
    first = Candidate(
        id="K01",
        name=_words("one", language),
        counsellor="V1",
        wishes=("E1", "E2"),
        needs=(need("sign_interpreter"), need("low_noise"), need("extra_time", extra_min=10)),
        available=(Window(at("15:30"), at("17:30")),),
        language=language,
        shares={"E1": ("sign_interpreter",)},
        strengths=_words("good_at", language),
        wants=_words("wants", language),
        three_things=(_words("said", language),),
    )
    second = Candidate(
        id="K02",
        name=_words("two", language),
        counsellor="V1",
        wishes=("E2",),
        needs=(need("time_window", None, **LATE),),
        language=language,
    )
    return first, second, Candidate(id="K03", name=_words("three", language), counsellor="V1", language=language)
