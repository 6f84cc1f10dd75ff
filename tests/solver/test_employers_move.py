"""Candidates stay where they are, and employers go to them, where an organiser has said so."""

from dataclasses import replace

import pytest

from speeddate.domain.event import Event
from speeddate.domain.outcome import Planned
from speeddate.exchange import read_event
from speeddate.printing.kinds.signs import station_signs
from speeddate.printing.words import Voice
from speeddate.services import files
from speeddate.services.plans.planning import plan

EVENING = read_event(files.example("small"))


def moving(**other) -> Event:
    return replace(EVENING, employers_move=True, **other)


@pytest.fixture(scope="module")
def planned() -> tuple[Event, Planned]:
    twice = tuple(replace(candidate, max_meetings=2, wishes=()) for candidate in EVENING.candidates[:2])
    event = moving(candidates=twice)
    outcome = plan(event)
    assert isinstance(outcome, Planned)
    return event, outcome


def test_everybody_keeps_one_place(planned):
    _, outcome = planned
    places = {}
    for meeting in outcome.schedule.meetings:
        places.setdefault(meeting.candidate, set()).add(meeting.station)
    assert max(map(len, places.values())) == 1
    assert len(outcome.schedule.meetings) > len(places)


def test_employers_have_no_place_of_their_own_and_none_is_made_for_them():
    event = moving()
    assert {employer.stations for employer in event.employers} == {()}
    assert event.stations == EVENING.stations
    assert {employer.at_once for employer in event.employers} == {1}


def test_signs_name_no_employer(planned):
    event, outcome = planned
    words = str(list(station_signs(event, outcome.schedule, Voice("nb"))))
    assert [employer.name for employer in event.employers if employer.name in words] == []
