"""What the checker once let pass, or refused without reason."""

import datetime as dt

import pytest

from speeddate.domain.catalogue import need
from speeddate.domain.clock import Window, at, joined
from speeddate.domain.event import Event, Round
from speeddate.domain.fault import BadInput
from speeddate.domain.people import Candidate, Counsellor, Employer, Resource, Station
from speeddate.domain.schedule import Meeting
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan
from tests.properties.timetables import timetable


def evening(*people, starts=("15:30",), rooms=1, **given):
    return Event(
        date=dt.date(2027, 2, 10),
        rounds=tuple(Round(at(start), at(start) + 30) for start in starts),
        latest_end=at("18:00"),
        stations=tuple(Station(id=f"P{n}") for n in range(1, rooms + 1)),
        employers=tuple(Employer(id=f"E{n}", stations=(f"P{n}",)) for n in range(1, rooms + 1)),
        candidates=people,
        **given,
    )


def person(name, *needs, **given):
    return Candidate(id=name, needs=needs, **given)


def meets(name, employer, start, *, minutes=30, **given):
    begin = at(start)
    return Meeting(
        candidate=name, employer=employer, station=f"P{employer[1:]}", start=begin, end=begin + minutes, **given
    )


def broken(event, *meetings):
    return [reason.rule for reason in check(event, timetable(event, meetings)).broken]


def test_somebody_on_a_meeting_that_did_not_ask_for_them_is_no_fault():
    event = evening(person("K1"), resources=(Resource(id="T1", kind="host"),))

    assert broken(event, meets("K1", "E1", "15:30", resources=("T1",))) == []


def test_one_interpreter_is_not_enough_where_two_are_needed():
    pair = tuple(Resource(id=name, kind="tactile_interpreter") for name in ("T1", "T2"))
    event = evening(person("K1", need("tactile_interpreter")), resources=pair)

    assert broken(event, meets("K1", "E1", "15:30", minutes=45, resources=("T1",))) == ["shared_resource"]


def test_a_counsellor_who_has_to_be_in_the_room_stands_on_the_meeting():
    event = evening(person("K1", need("counsellor_in_room"), counsellor="V1"), counsellors=(Counsellor(id="V1"),))

    assert broken(event, meets("K1", "E1", "15:30")) == ["person_present"]


def test_a_person_the_event_does_not_know_is_refused():
    event = evening(person("K1"))

    with pytest.raises(BadInput):
        check(event, timetable(event, (meets("K1", "E1", "15:30", people=("V9",)),)))


def test_nobody_meets_whom_they_avoid_while_they_wait_between_two_meetings():
    shy = person("K1", avoid_candidates=frozenset({"K2"}), max_meetings=2)
    event = evening(shy, person("K2"), starts=("15:00", "16:00", "17:00"), rooms=3)
    meetings = (meets("K1", "E1", "15:00"), meets("K2", "E2", "16:00"), meets("K1", "E3", "17:00"))

    assert broken(event, *meetings) == ["people_apart"]


def test_two_interpreters_who_take_turns_need_no_break():
    pair = Resource(id="T1", kind="sign_interpreter", capacity=2)
    people = [person(name, need("sign_interpreter")) for name in ("K1", "K2", "K3")]
    event = evening(*people, starts=("15:30", "16:05", "16:40"), resources=(pair,))
    starts = zip(("K1", "K2", "K3"), ("15:30", "16:05", "16:40"), strict=True)

    assert broken(event, *(meets(name, "E1", start, resources=("T1",)) for name, start in starts)) == []


@pytest.mark.parametrize("turn", ["15:45", "15:40"])
def test_hours_that_touch_or_overlap_are_one_stretch(turn):
    hours = (Window(at("15:00"), at("15:45")), Window(at(turn), at("17:00")))
    event = evening(person("K1", available=hours))

    assert broken(event, meets("K1", "E1", "15:30")) == []
    assert len(plan(event).schedule.meetings) == 1


def test_hours_are_joined_with_those_they_touch_and_with_no_others():
    hours = [("14:00", "14:30"), ("15:00", "17:00"), ("15:30", "16:00"), ("17:00", "18:00")]

    stretches = joined(tuple(Window(at(start), at(end)) for start, end in hours))

    assert stretches == (Window(at("14:00"), at("14:30")), Window(at("15:00"), at("18:00")))


def test_meetings_are_counted_by_their_place_in_the_list_and_any_is_a_first_wish_without_one():
    wishing = {"K1": ("E1", "E2"), "K2": ("E1",), "K3": ("E1",), "K4": ()}
    event = evening(*(person(name, wishes=wishes) for name, wishes in wishing.items()), rooms=4)
    met = {"K1": "E2", "K2": "E1", "K3": "E3", "K4": "E4"}
    schedule = timetable(event, [meets(name, employer, "15:30") for name, employer in met.items()])

    assert check(event, schedule).values["wishes"] == (2, 1, 1)
