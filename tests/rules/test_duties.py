"""When a counsellor has to be where."""

import pytest

from speeddate.domain.catalogue import need
from speeddate.domain.clock import clock
from speeddate.domain.event import Hope
from speeddate.rules.duties import of_counsellor, task
from tests.printing.builders import MEETINGS, evening, plan
from tests.services.evenings import changed


def duties(*keys, who="K03", counsellor="V2", unmet=()):
    event = changed(evening(), who, needs=tuple(need(key) for key in keys))
    schedule = plan(meetings=MEETINGS, unmet=tuple(Hope(who, key) for key in unmet))
    found = of_counsellor(event, schedule, counsellor)
    return [(clock(duty.start), clock(duty.end), task(duty.need), duty.meeting.employer) for duty in found]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("counsellor_in_room", ("16:10", "16:40", "in_room")),
        ("counsellor_opens", ("16:10", "16:15", "opens")),
        ("warm_up", ("16:00", "16:10", "before")),
        ("debrief", ("16:40", "16:50", "after")),
    ],
)
def test_each_need_asks_the_counsellor_at_its_own_minutes(key, expected):
    assert duties(key)[0][:3] == expected


def test_the_counsellor_is_at_the_door_once_before_the_first_of_two_meetings():
    assert [duty for duty in duties("met_at_door") if duty[2] == "door"] == [("15:55", "16:00", "door", "E2")]


def test_the_counsellor_is_at_the_door_also_for_those_who_ask_for_company_first():
    assert [duty[2] for duty in duties("counsellor_in_room", "met_at_door")] == ["door", "in_room", "in_room"]


def test_what_a_plan_gave_up_is_asked_of_nobody():
    assert duties("warm_up", unmet=["warm_up"]) == []


def test_nobody_is_asked_for_the_candidates_of_others():
    assert duties("warm_up", counsellor="V1") == []
