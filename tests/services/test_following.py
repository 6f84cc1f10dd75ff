"""While a plan is made, it is told truly how far each goal is: of the timetable that there is, and of no other."""

import json
from dataclasses import replace

import pytest

from speeddate.domain.text import Text
from speeddate.exchange import read_event
from speeddate.printing.figures import in_short
from speeddate.services import files
from speeddate.services.board.following import Following
from speeddate.services.plans.checking import broken
from speeddate.services.plans.planning import plan
from speeddate.services.plans.reading import meetings_of
from speeddate.solver import reach as reaching
from tests.services.evenings import evening

SMALL = evening(candidates=3, employers=2)


def heard(event, **how):
    """Plan an event; gives what was told after each step, and the plan."""
    following, told = Following(event), []

    def hear(step):
        following.hear(step)
        told.append(following.told())

    return told, plan(event, watch=hear, **how).schedule


def words(told):
    return {goal: said and Text(*said) for goal, said, _ in told["reached"]}


def states(told):
    return {goal: state for goal, _, state in told["reached"]}


@pytest.fixture(scope="module")
def example():
    event = read_event(files.example("ta-sjansen"))
    return event, *heard(event)


def test_before_anything_is_heard_nothing_is_told():
    assert Following(SMALL).told() == {}


def test_in_the_end_the_words_are_those_of_the_plan(example):
    event, told, schedule = example
    values = {reading.key: in_short(event, schedule.meetings, reading.key, reading.value) for reading in schedule.goals}
    assert words(told[-1]) == values | {"interest": None}
    assert set(states(told[-1]).values()) == {"best"}


def test_while_it_is_only_known_who_meets_whom_no_timetable_is_claimed(example):
    _, told, _ = example
    early = [each for each in told if not each["there"]]
    assert early
    for each in early:
        assert {key for key, said in words(each).items() if said} <= {"met", "meetings"}
        assert "best" not in states(each).values()
    assert not [each for each in told[len(early) :] if not each["there"]]


@pytest.mark.parametrize("large", [reaching.LARGE, 0])
def test_every_timetable_that_is_told_of_keeps_what_must_be_kept(example, monkeypatch, large):
    monkeypatch.setattr(reaching, "LARGE", large)
    event, _, schedule = example
    steps = []
    plan(event, watch=steps.append)
    found = [meetings_of(event, step.found) for step in steps if step.found]
    told = [replace(schedule, meetings=meetings, unmet=unmet) for meetings, unmet in found]
    assert len(told) > 3
    assert [reason for each in told for reason in broken(event, each)] == []


def test_what_is_called_best_stays_as_it_is(example):
    _, told, _ = example
    for each in told:
        best = {goal for goal, state in states(each).items() if state == "best"}
        assert {goal: words(each)[goal] for goal in best} == {goal: words(told[-1])[goal] for goal in best}


def test_one_goal_at_a_time_is_worked_on_and_those_before_it_are_settled(example):
    event, told, _ = example
    for each in told[:-1]:
        order = [states(each)[goal] for goal in event.goals]
        settled = len([state for state in order if state in {"best", "known"}])
        assert order[settled:] in ([], ["now", *[""] * (len(order) - settled - 1)])


def test_nothing_is_called_best_that_a_search_among_some_timetables_has_not_shown(monkeypatch):
    monkeypatch.setattr(reaching, "LARGE", 0)
    event = read_event(files.example("ta-sjansen"))
    told, schedule = heard(event)
    proven = {reading.key for reading in schedule.goals if reading.proven}
    assert {goal for each in told for goal, state in states(each).items() if state == "best"} <= proven
    assert words(told[-1])["wishes"] is not None


def test_what_is_told_can_be_kept_with_a_job():
    told, _ = heard(SMALL)
    assert json.loads(json.dumps(told[-1])) == {**told[-1], "reached": [[*each] for each in told[-1]["reached"]]}


def test_a_bound_that_changes_takes_those_after_it_along(example):
    event = example[0]
    steps, following = [], Following(event)
    plan(event, watch=steps.append)
    promised = [step for step in steps if step.found is None and step.proven]
    for step in promised:
        following.hear(step)
    first = promised[0]
    following.hear(type(first)(first.stage, first.bound - 1, first.bound - 1, proven=True, seconds=0.0))
    assert [goal for goal, state in states(following.told()).items() if state == "known"] == ["met"]
