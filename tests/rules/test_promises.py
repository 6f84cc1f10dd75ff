"""Each promise, kept and broken: timetables written by hand, and what the checker says of them."""

from dataclasses import replace

import pytest

from speeddate import rules
from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.change import OtherCounsellor
from speeddate.domain.clock import Window, at
from speeddate.domain.event import Hope
from speeddate.domain.people import Counsellor, Pin, Resource
from speeddate.domain.schedule import Meeting, Schedule
from speeddate.domain.text import LANGUAGES
from speeddate.services.plans.checking import check
from tests.services.evenings import changed, evening, interpreter

TWO = evening(candidates=3, employers=3)
ENDS = {"15:30": "16:00", "16:10": "16:40", "17:00": "17:30", "17:40": "18:10", "16:20": "16:50", "16:15": "16:45"}


def meet(who, employer, start, *, ends=None, station=None, **along):
    return Meeting(
        candidate=who,
        employer=employer,
        station=station or employer.replace("E", "P"),
        start=at(start),
        end=at(ends or ENDS[start]),
        **along,
    )


def wants(event, who, key, strength="must", **params):
    return changed(event, who, needs=(*event.candidate[who].needs, need(key, strength, **params)))


def reasons(event, *meetings, unmet=()):
    schedule = Schedule(
        event="event", version=1, made_at="", status="feasible", seconds=0, solver="", seed=1, goals=(),
        meetings=meetings, unmet=tuple(unmet),
    )  # fmt: skip
    return check(event, schedule).broken


def broken(event, *meetings, unmet=()):
    return sorted({reason.rule for reason in reasons(event, *meetings, unmet=unmet)})


several = changed(changed(TWO, "K01", max_meetings=3), "K02", max_meetings=3)
signing = wants(wants(replace(TWO, resources=(interpreter(),)), "K01", "sign_interpreter"), "K02", "sign_interpreter")
T1 = {"resources": ("T1",)}
in_room = wants(wants(TWO, "K01", "counsellor_in_room"), "K02", "counsellor_in_room")
talks = wants(wants(TWO, "K01", "debrief"), "K02", "warm_up")
looped = frozenset({"hearing_loop"})
loops = changed(changed(TWO, "P1", features=looped, near=frozenset({"P2"})), "P2", features=looped)
loops = wants(wants(loops, "K01", "hearing_loop"), "K02", "hearing_loop")
dogs = wants(wants(changed(TWO, "P1", features=frozenset({"dog_ok"})), "K01", "working_dog"), "K02", "dog_free")
quiet = replace(TWO, resources=(Resource(id="Q1", kind="quiet_place"),))
quiet = wants(wants(quiet, "K01", "quiet_room"), "K02", "quiet_room")
crowd = wants(evening(candidates=6), "K01", "no_crowd")
STARTING = tuple(meet(f"K0{n}", f"E{n}", "15:30") for n in range(1, 7))
pooled = replace(TWO, resources=(Resource(id="X", kind="tactile_interpreter", capacity=1),))

FIRST, SECOND = [meet("K01", "E1", "15:30")], [meet("K01", "E1", "16:10")]
BOTH = [meet("K01", "E1", "15:30"), meet("K02", "E2", "15:30")]

KEPT = {
    "two stations at once": (TWO, BOTH),
    "one after the other at a station": (TWO, [meet("K01", "E1", "15:30"), meet("K02", "E1", "16:10")]),
    "a pair that meets once": (several, [meet("K01", "E1", "15:30"), meet("K01", "E2", "16:10")]),
    "a place that has what is asked": (
        wants(changed(TWO, "P1", features=frozenset({"step_free"})), "K01", "step_free"), FIRST,
    ),
    "a venue that has what is asked": (
        wants(replace(TWO, venue_features=frozenset({"accessible_toilet"})), "K01", "accessible_toilet"),
        FIRST,
    ),
    "a meeting as long as asked": (wants(TWO, "K01", "extra_time"), [meet("K01", "E1", "15:30", ends="16:15")]),
    "a meeting within its window": (
        wants(TWO, "K01", "time_window", **{"from": at("16:10"), "to": at("16:40")}), SECOND,
    ),
    "straight in after the break": (wants(TWO, "K01", "go_first"), [meet("K01", "E1", "17:00")]),
    "not the first": (wants(TWO, "K01", "not_first"), SECOND),
    "early": (wants(TWO, "K01", "prefer_early"), SECOND),
    "late": (wants(TWO, "K01", "prefer_late"), [meet("K01", "E1", "17:00")]),
    "an interpreter for one after the other": (
        signing, [meet("K01", "E1", "15:30", **T1), meet("K02", "E2", "16:10", **T1)],
    ),
    "a counsellor in one room after the other": (
        in_room, [meet("K01", "E1", "15:30", people=("V1",)), meet("K02", "E2", "16:10", people=("V1",))],
    ),
    "two talks one after the other": (talks, [meet("K01", "E1", "15:30"), meet("K02", "E2", "16:20")]),
    "neighbouring loops at different times": (loops, [meet("K01", "E1", "15:30"), meet("K02", "E2", "16:10")]),
    "a dog, and a room without, in different places": (dogs, BOTH),
    "four who start at once": (crowd, STARTING[:4]),
    "enough time between": (
        wants(several, "K01", "break_between"), [meet("K01", "E1", "16:10"), meet("K01", "E2", "17:00")],
    ),
    "a short stay": (wants(several, "K01", "short_stay"), [meet("K01", "E1", "15:30"), meet("K01", "E2", "16:10")]),
    "one room while employers move": (
        wants(several, "K01", "same_room"),
        [meet("K01", "E1", "15:30", station="P3"), meet("K01", "E2", "16:10", station="P3")],
    ),
    "two apart by the whole evening": (
        changed(TWO, "K01", avoid_candidates=frozenset({"K02"})),
        [meet("K01", "E1", "15:30"), meet("K02", "E2", "17:00")],
    ),
    "a pin that is there": (
        replace(TWO, pins=(Pin(candidate="K01", employer="E1", start=at("15:30")),)), FIRST,
    ),
}  # fmt: skip

BROKEN = {
    "two at one station": (["station"], TWO, [meet("K01", "E1", "15:30"), meet("K02", "E1", "15:30")]),
    "no rest at a station": (
        ["duration", "station"], TWO, [meet("K01", "E1", "15:30", ends="16:06"), meet("K02", "E1", "16:10")],
    ),
    "a pair that meets twice": (["pair"], several, [meet("K01", "E1", "15:30"), meet("K01", "E1", "16:10")]),
    "more meetings than wanted": (["most_meetings"], TWO, [meet("K01", "E1", "15:30"), meet("K01", "E2", "17:00")]),
    "in two places at once": (["gap"], several, [meet("K01", "E1", "15:30"), meet("K01", "E2", "15:30")]),
    "more than an employer takes": (
        ["employer_places"], changed(TWO, "E1", max_meetings=1),
        [meet("K01", "E1", "15:30"), meet("K02", "E1", "16:10")],
    ),
    "an employer at another's place": (["own_station"], TWO, [meet("K01", "E1", "15:30", station="P2")]),
    "an employer to avoid": (
        ["avoid"], changed(TWO, "K01", avoid_employers=frozenset({"E1"})), FIRST,
    ),
    "an employer not wished for": (["avoid"], replace(TWO, only_wished=True), FIRST),
    "outside the rounds": (["opening_hours"], TWO, [meet("K01", "E1", "16:17", ends="16:47")]),
    "too late": (["duration", "opening_hours"], TWO, [meet("K01", "E1", "17:40", ends="18:31")]),
    "an employer who has left": (
        ["opening_hours"], changed(TWO, "E1", available=(Window(at("15:30"), at("16:30")),)), SECOND,
    ),
    "a candidate who is not there": (
        ["opening_hours"], changed(TWO, "K01", available=(Window(at("15:30"), at("16:39")),)), SECOND,
    ),
    "a place without what is asked": (["station_feature"], wants(TWO, "K01", "step_free"), FIRST),
    "a venue without": (["venue_feature"], wants(TWO, "K01", "accessible_toilet"), FIRST),
    "too short": (["duration"], wants(TWO, "K01", "extra_time"), FIRST),
    "outside the window": (
        ["time_window"], wants(TWO, "K01", "time_window", **{"from": at("16:11"), "to": at("17:00")}),
        SECOND,
    ),
    "having to wait": (["order"], wants(TWO, "K01", "go_first"), SECOND),
    "late is not straight in": (["order"], wants(TWO, "K01", "go_first"), [meet("K01", "E1", "15:35", ends="16:05")]),
    "the first": (["order"], wants(TWO, "K01", "not_first"), FIRST),
    "the first with one who comes late": (
        ["order"], wants(changed(TWO, "E1", available=(Window(at("16:00"), at("18:30")),)), "K01", "not_first"), SECOND,
    ),
    "not early": (["time_window"], wants(TWO, "K01", "prefer_early"), [meet("K01", "E1", "17:00")]),
    "not late": (["time_window"], wants(TWO, "K01", "prefer_late"), SECOND),
    "no interpreter": (["shared_resource"], signing, FIRST),
    "one interpreter in two rooms": (
        ["shared_resource"], signing, [meet("K01", "E1", "15:30", **T1), meet("K02", "E2", "15:30", **T1)],
    ),
    "an interpreter who has gone": (
        ["shared_resource"], replace(signing, resources=(interpreter(available=(Window(at("16:00"), at("17:00")),)),)),
        [meet("K01", "E1", "15:30", **T1)],
    ),
    "half of two who sign into hands": (
        ["duration", "shared_resource"], wants(pooled, "K01", "tactile_interpreter"), FIRST,
    ),
    "a counsellor in two rooms": (["person_present"], in_room, BOTH),
    "two talks at once": (["person_present"], talks, [meet("K01", "E1", "15:30"), meet("K02", "E2", "16:15")]),
    "a counsellor who is away": (
        ["person_present"], replace(in_room, counsellors=(Counsellor(id="V1", available=(Window(0, 60),)),)),
        FIRST,
    ),
    "no counsellor": (["person_present"], changed(in_room, "K01", counsellor=""), FIRST),
    "neighbouring loops at once": (["loops"], loops, BOTH),
    "a room where a dog has been": (["dogs"], dogs, [meet("K01", "E1", "15:30"), meet("K02", "E1", "17:40")]),
    "a quiet place for two": (
        ["shared_resource"], quiet,
        [meet("K01", "E1", "15:30", resources=("Q1",)), meet("K02", "E2", "16:10", resources=("Q1",))],
    ),
    "five who start at once": (["crowd"], crowd, STARTING[:5]),
    "too little time between": (
        ["gap"], wants(several, "K01", "break_between"), [meet("K01", "E1", "15:30"), meet("K01", "E2", "16:10")],
    ),
    "too little time to move": (
        ["gap"], wants(several, "K01", "move_time"), [meet("K01", "E1", "15:30"), meet("K01", "E2", "16:10")],
    ),
    "a long stay": (
        ["short_stay"], wants(several, "K01", "short_stay"), [meet("K01", "E1", "15:30"), meet("K01", "E2", "17:00")],
    ),
    "a change of room": (
        ["same_room"], wants(several, "K01", "same_room"), [meet("K01", "E1", "15:30"), meet("K01", "E2", "16:10")],
    ),
    "an employer in two places": (
        ["employer_places"], wants(several, "K01", "same_room"),
        [meet("K01", "E1", "15:30", station="P3"), meet("K02", "E1", "15:30")],
    ),
    "two who should not meet": (
        ["people_apart"], changed(TWO, "K01", avoid_candidates=frozenset({"K02"})),
        [meet("K01", "E1", "15:30"), meet("K02", "E2", "16:10")],
    ),
    "a pin that is gone": (
        ["pinned"], replace(TWO, pins=(Pin(candidate="K01", employer="E1", start=at("15:30")),)),
        SECOND,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", KEPT)
def test_a_promise_is_kept(case):
    event, meetings = KEPT[case]

    assert broken(event, *meetings) == []


@pytest.mark.parametrize("case", BROKEN)
def test_a_promise_is_broken_by_its_own_rule(case):
    expected, event, meetings = BROKEN[case]

    assert broken(event, *meetings) == expected


def test_every_rule_is_seen_broken():
    seen = {rule for expected, _, _ in BROKEN.values() for rule in expected}

    assert {rule.key for rule in rules.RULES} - seen == {"rest"}


def test_an_interpreter_rests_after_an_hour():
    three = wants(signing, "K03", "sign_interpreter")
    close = [meet("K01", "E1", "15:30", **T1), meet("K02", "E2", "16:10", **T1)]

    assert broken(three, *close, meet("K03", "E3", "17:00", **T1)) == []
    assert broken(three, *close, meet("K03", "E3", "16:45", ends="17:15", **T1)) == ["opening_hours", "rest"]


def test_another_counsellor_is_offered_to_those_who_want_the_one_in_two_places():
    event = wants(replace(in_room, counsellors=(Counsellor(id="V1"), Counsellor(id="V2"))), "K03", "counsellor_in_room")
    event = changed(event, "K03", counsellor="V2")

    fixes = {limit.about: limit.fixes for limit in rules.limits(event, rules.options(event))}

    assert [fix.change for fix in fixes["V1",]] == [OtherCounsellor("K01"), OtherCounsellor("K02")]


SOFT = ["a place without what is asked", "neighbouring loops at once", "a long stay", "too short"]


@pytest.mark.parametrize("case", SOFT)
def test_what_only_helps_may_be_given_up(case):
    _, event, meetings = BROKEN[case]
    softer = replace(
        event,
        candidates=tuple(
            replace(c, needs=tuple(need(n.key, "helps", **n.params) for n in c.needs)) for c in event.candidates
        ),
    )
    hopes = [Hope(c.id, n.key) for c in softer.candidates for n in c.needs]

    assert (broken(softer, *meetings) != [], broken(softer, *meetings, unmet=hopes)) == (True, [])


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.key)
def test_every_promise_is_said_in_three_languages(rule):
    assert all(rule.promise[language] for language in LANGUAGES)
    assert rule.promise.nb != rule.promise.en


def test_reasons_name_nobody_and_no_need():
    labels = {text for kind in catalogue().values() for text in (kind.label.nb, kind.label.nn, kind.label.en, kind.key)}
    for _, event, meetings in BROKEN.values():
        for reason in reasons(event, *meetings):
            words = " ".join(reason.text[language] for language in LANGUAGES)
            assert not any(name in words for name in (*event.candidate, *event.employer, *event.station))
            assert not any(label in words for label in labels)


@pytest.mark.parametrize("case", BROKEN)
def test_whoever_a_broken_promise_concerns_is_named_beside_it(case):
    _, event, meetings = BROKEN[case]

    assert [reason.rule for reason in reasons(event, *meetings) if not {*reason.about} & {*event.candidate}] == []
