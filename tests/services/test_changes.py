"""What is different between two timetables, and whom that concerns."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeddate.domain.catalogue import need
from speeddate.domain.event import Hope
from speeddate.domain.schedule import Meeting, Reading
from speeddate.goals import SENTENCES
from speeddate.services.plans.figures import figured
from speeddate.services.versions.changes import Pair, compare
from speeddate.services.versions.concerned import Concerned, along_with, concerned, of_employer
from speeddate.services.versions.faring import Goal
from tests.printing.builders import MEETINGS, evening, meeting, plan
from tests.properties.drawn import drawn
from tests.properties.timetables import timetables
from tests.services.evenings import changed

SARA = MEETINGS[0]
EVENING = evening()


def compared(before, after, event=EVENING, **more):
    return compare(event, plan(meetings=before, **more), plan(meetings=after, **more))


def kinds(before, after, event=EVENING):
    return [(each.candidate, sorted(each.kinds), each.worst) for each in compared(before, after, event).differences]


def moved(**more):
    return kinds([SARA], [replace(SARA, **more)])


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"start": 930, "end": 975}, "time"),
        ({"end": 1000}, "time"),
        ({"station": "E2"}, "place"),
        ({"employer": "E2"}, "employer"),
        ({"people": ()}, "company"),
        ({"resources": ("T2",)}, "company"),
    ],
)
def test_each_kind_of_change_is_told_from_the_others(change, kind):
    assert moved(**change) == [("K01", [kind], kind)]


def test_a_meeting_can_be_different_in_every_way_and_the_worst_counts():
    found = moved(start=930, employer="E2", station="E2", people=())
    assert found == [("K01", ["company", "employer", "place", "time"], "employer")]


def test_a_new_meeting_is_got_and_a_meeting_gone_is_lost_or_the_last():
    two = MEETINGS[2:]
    assert [kinds([], [SARA]), kinds([SARA], []), kinds(two, two[:1])] == [
        [("K01", ["got"], "got")],
        [("K01", ["without"], "without")],
        [("K03", ["lost"], "lost")],
    ]


def test_whoever_left_the_event_lost_a_meeting_and_is_not_without():
    assert kinds([SARA], [], replace(EVENING, candidates=())) == [("K01", ["lost"], "lost")]


def test_of_several_meetings_those_most_alike_are_compared():
    later, other = meeting("K03", "E1", "P1", "15:30", "16:00"), meeting("K03", "E2", "E2", "17:40", "18:10")
    found = compared(MEETINGS[2:], [later, other]).differences
    assert [(each.before, each.after) for each in found] == [(MEETINGS[3], other), (MEETINGS[2], later)]


def test_who_comes_along_in_another_order_is_no_change():
    both = replace(SARA, people=("V1", "V2"))
    assert kinds([both], [replace(both, people=("V2", "V1"))]) == []


def test_the_worst_stands_first():
    jon, ali = MEETINGS[1], meeting("K04", "E2", "E2", "17:00", "17:30")
    before = (SARA, jon, *MEETINGS[2:])
    after = (replace(SARA, station="E2"), replace(MEETINGS[2], start=930, end=960), ali)
    assert [(who, worst) for who, _, worst in kinds(before, after)] == [
        ("K02", "without"),
        ("K03", "lost"),
        ("K03", "time"),
        ("K01", "place"),
        ("K04", "got"),
    ]


def test_goals_stand_side_by_side():
    before = plan(goals=(Reading("met", 3, 3, proven=True), Reading("odd", 1, 1, proven=True)))
    after = plan(goals=(Reading("wishes", (4, 0), (4, 0), proven=True), Reading("met", 2, 3, proven=False)))
    found = compare(EVENING, before, after).goals
    assert [(goal.key, goal.before.nb, goal.after.nb) for goal in found] == [
        ("wishes", "", "ønske 1:\u00a04"),
        ("met", "3 får møte", "2 får møte"),
        ("odd", "1", ""),
    ]
    assert found[1] == Goal("met", SENTENCES["met"], figured("met", 3), figured("met", 2), "before")


@pytest.mark.parametrize(
    ("key", "worse", "fairer"),
    [("met", 22, 23), ("waiting", 90, 60), ("wishes", (20, 2, 2), (19, 4, 1)), ("comfort", (2, 3), (1, 4))],
)
def test_of_each_goal_it_is_told_which_timetable_is_better(key, worse, fairer):
    plans = [plan(goals=(Reading(key, value, value, proven=True),)) for value in (worse, fairer)]
    told = [compare(EVENING, one, other).goals[0].better for one in plans for other in plans]
    assert told == ["", "after", "before", ""]


def test_wishes_of_more_meetings_than_before_are_neither_better_nor_worse():
    plans = [plan(goals=(Reading("wishes", value, value, proven=True),)) for value in ((18, 6, 0), (17, 6, 0))]
    assert compare(EVENING, *plans).goals[0].better == ""


def test_first_wishes_and_those_without_enough_meetings_are_counted_in_both():
    found = compared([*MEETINGS, meeting("K99", "E1", "P1", "15:30", "16:00")], [replace(SARA, employer="E2")])
    assert (found.first_wishes, found.unplaced) == (Pair(1, 0), Pair(1, 3))


def test_one_candidate_moved_concerns_their_two_employers_and_those_who_come_along():
    found = concerned(compared(MEETINGS, [replace(SARA, employer="E2", station="E2"), *MEETINGS[1:]]))
    assert found == Concerned(
        candidates=frozenset({"K01"}),
        employers=frozenset({"E1", "E2"}),
        counsellors=frozenset({"V1"}),
        resources=frozenset({"T1"}),
    )


def test_another_interpreter_concerns_both_interpreters():
    comparison = compared([SARA], [replace(SARA, resources=("T2",))])
    assert concerned(comparison).resources == {"T1", "T2"}
    assert [each.worst for who in ("T1", "T2") for each in along_with(comparison, who)] == ["lost", "got"]


def test_who_else_comes_along_is_nothing_to_an_interpreter():
    found = concerned(compared([SARA], [replace(SARA, people=("V2",))]))
    assert (found.resources, found.counsellors) == (frozenset(), {"V1", "V2"})


def test_an_employer_sees_a_candidate_who_goes_elsewhere_as_lost_and_the_other_as_got():
    comparison = compared([SARA], [replace(SARA, employer="E2")])
    assert [
        [(each.worst, each.before, each.after) for each in of_employer(comparison, who)] for who in ("E1", "E2", "E3")
    ] == [[("lost", SARA, None)], [("got", None, replace(SARA, employer="E2"))], []]


def rearranged(key, *, shares):
    event = changed(EVENING, "K01", needs=(need(key, "helps"),), shares={"E1": shares})
    before, after = plan(unmet=(Hope("K01", key), Hope("K04", key))), plan(unmet=())
    return concerned(compare(event, before, after))


def test_what_helps_and_is_arranged_now_concerns_the_candidate_and_their_counsellor():
    found = rearranged("low_noise", shares=())
    assert (found.candidates, found.counsellors, found.employers) == ({"K01"}, {"V1"}, frozenset())


def test_an_employer_is_concerned_by_what_is_arranged_where_they_are_told_of_it():
    assert rearranged("low_noise", shares=("extra_time",)).employers == frozenset()
    assert rearranged("warm_up", shares=("warm_up",)).employers == frozenset()
    assert rearranged("sign_interpreter", shares=("sign_interpreter",)).employers == {"E1"}


IDS = st.sampled_from("AB")
DRAWN = st.lists(
    st.builds(
        lambda start, length, **more: Meeting(start=start, end=start + length, **more),
        start=st.sampled_from([930, 970, 1020]),
        length=st.sampled_from([30, 45]),
        station=IDS,
        candidate=st.sampled_from(["K01", "K02", "K99"]),
        employer=st.sampled_from(["E1", "E2", "E9"]),
        people=st.sampled_from([(), ("V1",)]),
        resources=st.sampled_from([(), ("T1",)]),
    ),
    max_size=9,
)


def applied(meetings, comparison):
    """Change a timetable as a comparison says."""
    result = list(meetings)
    for each in comparison.differences:
        if each.before:
            result.remove(each.before)
    return sorted([*result, *(each.after for each in comparison.differences if each.after)])


@given(before=DRAWN, after=DRAWN)
def test_the_differences_make_the_one_timetable_the_other(before, after):
    assert applied(before, compared(before, after)) == sorted(after)


@pytest.mark.parametrize("seed", range(20))
def test_the_differences_make_one_likely_timetable_another(seed):
    event = drawn(seed)
    plans = [replace(each, unmet=()) for each in timetables(Random(seed), event)]
    for before, after in zip(plans, plans[1:], strict=False):
        assert applied(before.meetings, compare(event, before, after)) == sorted(after.meetings)


@given(meetings=DRAWN)
def test_a_timetable_is_as_itself(meetings):
    same = compared(meetings, meetings[::-1])
    nobody = Concerned(candidates=frozenset(), employers=frozenset(), counsellors=frozenset(), resources=frozenset())
    assert (same.differences, dict(same.counts), concerned(same)) == ((), {}, nobody)


@given(before=DRAWN, after=DRAWN)
def test_the_way_back_is_as_long_as_the_way_there(before, after):
    there, back = (Counter(_kind(kind) for kind in _worsts(*pair)) for pair in ((before, after), (after, before)))
    there["lost"], there["got"] = there["got"], there["lost"]
    assert +there == +back


def _worsts(before, after):
    return compared(before, after).counts.elements()


def _kind(kind):
    return "lost" if kind == "without" else kind


@given(before=DRAWN, after=DRAWN)
def test_the_same_are_concerned_by_the_way_back(before, after):
    assert concerned(compared(before, after)) == concerned(compared(after, before))


@given(before=DRAWN, after=DRAWN)
def test_whoever_is_not_concerned_has_the_same_meetings(before, after):
    found = concerned(compared(before, after))
    mine = {
        "candidates": lambda who, each: each.candidate == who,
        "employers": lambda who, each: each.employer == who,
        "resources": lambda who, each: who in each.resources,
    }
    for group, who in (("candidates", "K02"), ("employers", "E1"), ("resources", "T1")):
        if who not in getattr(found, group):
            facts = [
                sorted((m.start, m.end, m.station, m.candidate) for m in plan if mine[group](who, m))
                for plan in (before, after)
            ]
            assert facts[0] == facts[1]
