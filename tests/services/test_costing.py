"""What it costs the others that somebody meets an employer they wish for, on evenings whose best plans are known."""

import re
from dataclasses import replace

from speeddate.domain.clock import Window, at
from speeddate.domain.cost import Arranged, Barred, Priced
from speeddate.domain.outcome import Undecided
from speeddate.domain.people import Pin
from speeddate.domain.schedule import Reason
from speeddate.domain.text import LANGUAGES
from speeddate.domain.words import rows
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan
from speeddate.services.why import losses
from speeddate.services.why.costing import LOCKED, cost
from speeddate.services.why.costs_said import said
from tests.services.evenings import asking, changed, evening, interpreter

EARLY, LATE, NIGHT = (
    (Window(at(start), at(end)),) for start, end in (("15:00", "16:40"), ("17:00", "18:30"), ("20:00", "21:00"))
)
FIELD = re.compile(r"\{\w+\}")


def wishing(event, **wishes):
    for who, firms in wishes.items():
        event = changed(event, who, wishes=tuple(firms.split()))
    return event


def asked(event, who="K01", employer="E1", **settings):
    return cost(event, plan(event, workers=1).schedule, who, employer, workers=1, **{"seconds": None} | settings)


FULL = evening(candidates=8, employers=2)  # every place is taken
CONTESTED = wishing(
    FULL, K01="E2 E1", K02="E1 E2", K03="E1 E2", K04="E1 E2", K05="E1 E2", K06="E2 E1", K07="E2 E1", K08="E2 E1"
)


def test_a_meeting_that_is_in_the_plan_costs_nothing():
    event = evening(candidates=1, employers=1)

    assert asked(event) == Arranged()


def test_a_meeting_among_people_who_are_alike_is_a_tie():
    answer = asked(FULL, "K01", other_of(FULL, "K01"))

    assert (answer.free, answer.tie, answer.moved, answer.proven) == (True, True, 1, True)


def test_a_meeting_that_only_the_candidate_likes_less_is_free_and_no_tie():
    answer = asked(wishing(evening(candidates=1, employers=2), K01="E2 E1"))

    assert (answer.free, answer.tie) == (True, False)


def other_of(event, who):
    [had] = [m.employer for m in plan(event, workers=1).schedule.meetings if m.candidate == who]
    return next(employer.id for employer in event.employers if employer.id != had)


def test_who_takes_a_place_that_somebody_wished_for_costs_them_their_first_wish():
    answer = asked(CONTESTED)

    assert (dict(answer.lost), dict(answer.gained), answer.moved, answer.gives_up) == ({"first": 1}, {}, 1, ("E2",))
    assert [(goal.key, goal.before, goal.after) for goal in answer.goals] == [("wishes", (8, 0, 0), (6, 2, 0))]


def test_two_others_lose_their_first_wish_when_one_of_them_has_to_make_room_for_the_other():
    firms = dict.fromkeys(("K02", "K03", "K04", "K05"), "E1 E2") | dict.fromkeys(("K06", "K07", "K08", "K09"), "E2 E3")
    event = wishing(evening(candidates=12, employers=3), K01="E3 E1", K10="E3", K11="E3", K12="E3", **firms)
    for who in ("K02", "K03", "K04", "K05"):
        event = changed(event, who, avoid_employers=frozenset({"E3"}))
    for who in ("K10", "K11", "K12"):
        event = changed(event, who, avoid_employers=frozenset({"E1", "E2"}))

    answer = asked(event)

    assert (dict(answer.lost), answer.moved) == ({"first": 2}, 2)
    assert sentences(event, answer)[1:4] == [
        "  – 2 others lose their first wish.",
        "  – In all, the plan changes for 2 others.",
        "  – K01 then does not meet E3.",
    ]


def sentences(event, answer, language="en"):
    return list(said(event, answer, "K01", "E1", language))


def test_whoever_takes_the_only_place_costs_somebody_their_meeting():
    event = evening(candidates=2, employers=1, rounds=1)
    [left_out] = plan(event, workers=1).schedule.unplaced

    answer = asked(event, left_out.candidate)

    assert (dict(answer.lost), answer.moved, [goal.key for goal in answer.goals]) == ({"meeting": 1}, 1, [])


def test_the_plan_that_is_offered_keeps_as_much_as_it_can_of_the_one_at_hand():
    event = evening()
    schedule = plan(event, workers=1).schedule

    answer = cost(event, schedule, "K01", other_of(event, "K01"), seconds=None, workers=1)

    assert (len(set(answer.plan.meetings) - set(schedule.meetings)), check(event, answer.plan).broken) == (2, ())


def test_where_few_others_take_part_nothing_is_told_of_their_wishes():
    event = evening(candidates=4, employers=2, rounds=2)
    event = wishing(event, K01="E2", K02="E1", K03="E1", K04="E2")

    answer = asked(event)

    assert (dict(answer.lost), answer.goals, answer.more, answer.free) == ({}, (), True, False)


def test_that_somebody_loses_what_helps_is_told_only_where_many_could_be_meant(monkeypatch):
    event = evening(candidates=2, employers=2, rounds=1)
    event = changed(asking(event, {"K02": ["own_room"]}, "helps"), "P1", features=frozenset({"private_room"}))
    few = asked(event, "K01", "E1")
    monkeypatch.setattr(losses, "FEW", 1)

    many = asked(event, "K01", "E1")

    assert [(dict(answer.lost), answer.more) for answer in (few, many)] == [({}, True), ({"help": 1}, False)]


def test_a_meeting_that_what_is_locked_for_others_stands_against_tells_nothing_of_them():
    signing = asking(
        evening(candidates=2, employers=2, rounds=1), {"K01": ["sign_interpreter"], "K02": ["sign_interpreter"]}
    )
    event = replace(signing, resources=(interpreter("T1"),), pins=(Pin(candidate="K02", employer="E2"),))

    assert asked(event) == Barred((Reason("pinned", LOCKED),), ())


def test_what_is_locked_for_the_candidate_is_told_as_it_is():
    event = evening(candidates=2, employers=2)
    event = replace(event, pins=(Pin(candidate="K01", employer="E2", start=at("15:30")),))

    assert [reason.text.en for reason in asked(event).because] == [
        "There are no more meetings to be had for each candidate.",
        "A meeting is locked at 15:30.",
    ]


def test_an_organiser_does_not_read_whom_a_candidate_avoids():
    event = evening(candidates=2, employers=2)
    avoiding = asked(changed(event, "K01", avoid_employers=frozenset({"E1"})))
    elsewhere = asked(changed(changed(event, "E1", available=EARLY), "K01", available=LATE))

    assert avoiding.because[0].text.en == "That meeting is not on offer."
    assert (elsewhere.fixes != (), elsewhere.for_organisers()) == (True, elsewhere)
    assert avoiding.for_organisers() == asked(changed(event, "K01", available=NIGHT)).for_organisers()


def test_who_wants_no_late_changes_keeps_what_is_published():
    event = asking(
        evening(candidates=2, employers=1, rounds=1), {"K01": ["no_late_changes"], "K02": ["no_late_changes"]}
    )
    schedule = plan(event, workers=1).schedule
    [left_out] = schedule.unplaced

    drafted, published = (
        cost(event, schedule, left_out.candidate, "E1", published=earlier, workers=1) for earlier in (None, schedule)
    )

    assert (type(drafted), published.because[-1]) == (Priced, Reason("pinned", LOCKED))


def test_what_is_not_proven_says_so():
    sure, unsure = (replace(asked(CONTESTED), proven=proven) for proven in (True, False))

    said_more = [line for line in sentences(CONTESTED, unsure) if line not in sentences(CONTESTED, sure)]
    assert said_more == ["  – This is not proven. There may be a plan that costs the others less."]


def test_what_ends_early_claims_to_be_proven_only_where_no_goal_could_be_better():
    event = asking(evening(), {f"K{n:02}": ["extra_time"] for n in range(1, 25, 2)})
    answer = cost(event, plan(event, workers=1).schedule, "K01", other_of(event, "K01"), seconds=0.05)

    assert isinstance(answer, Undecided) or answer.proven == all(
        reading.value == reading.bound for reading in answer.plan.goals if reading.key in event.goals
    )


def test_without_any_plan_in_time_there_is_no_answer():
    assert sentences(CONTESTED, Undecided(2.0)) == [
        "The search ended before we knew what it costs that K01 meets E1. Give it more time."
    ]


def test_whoever_watches_hears_of_each_step():
    heard = []
    asked(CONTESTED, watch=heard.append)

    assert {step.stage.key for step in heard} >= {"met", "wishes"}


def test_every_sentence_fills_in_the_same_in_each_language_and_has_no_bokmal_in_nynorsk():
    for row in rows("costs.csv"):
        assert len({tuple(sorted(FIELD.findall(row[language]))) for language in LANGUAGES}) == 1, row
        assert not {"ikke", "hva", "noe", "bevist", "mister", "én"} & set(re.findall(r"\w+", row["nn"].lower())), row
