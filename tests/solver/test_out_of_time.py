"""Whenever time ends, what is told is true: values that were seen, bounds that hold, proofs that were done."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event as Flag
from threading import Timer

import pytest

from benchmarks.events import evening
from speeddate import goals, rules
from speeddate.domain.outcome import Planned
from speeddate.services.plans.planning import plan
from speeddate.solver import reach as reaching
from speeddate.solver import roster as rostering
from speeddate.solver.ascent import climb
from speeddate.solver.board import Evening
from speeddate.solver.climb import Climb, Step
from speeddate.solver.clock import Clock
from speeddate.solver.search import Search
from speeddate.solver.table import Table
from tests.services import evenings
from tests.solver.test_clash import pinned
from tests.solver.tiny import tiny


class Running(Clock):
    """A clock whose time is out when it has been looked at so often."""

    def __init__(self, looks):
        super().__init__()
        self.looks = looks

    @property
    def left(self):
        self.looks -= 1
        return 60.0 if self.looks >= 0 else 0.0


def everything(event):
    options = rules.options(event)
    stages = list(goals.stages(event, options))
    return Evening(options, list(rules.limits(event, options)), len(event.hopes)), stages


@pytest.fixture(scope="module")
def asked():
    whole, stages = everything(evening(13, meetings=2))  # one in which the clock forbids what was first promised
    return whole, stages, reaching.reach(whole, stages, clock=Clock()).steps


def assert_true(climbed, whole, truth):
    for step, true in zip(climbed.steps, truth, strict=False):
        if step.proven:
            assert step.value == true.value
        if not step.proven:
            sign = step.stage.sign
            assert step.bound is None or sign * step.bound >= sign * true.value
            break
    chosen = climbed.chosen or frozenset()
    assert all(limit.kept_by(chosen, climbed.given_up) for limit in whole.limits)


@pytest.mark.parametrize("looks", range(0, 40, 3))
def test_a_climb_that_is_cut_short_claims_no_more_than_it_saw(looks, asked):
    whole, stages, truth = asked

    climbed = climb(whole, stages[:-2], clock=Running(looks))

    assert_true(climbed, whole, truth)
    assert len(climbed.steps) == len(stages[:-2])


def test_a_climb_goes_on_where_some_employers_meet_nobody():
    climbed = climb(*everything(evenings.evening(candidates=2, employers=3)), clock=Clock())

    assert [(step.stage.key, step.value) for step in climbed.steps if not step.proven or step.value] == [
        ("met", 2),
        ("meetings", 2),
    ]


@pytest.mark.parametrize("looks", range(3, 9))
def test_a_climb_that_is_cut_short_keeps_the_timetable_it_saw(looks):
    climbed = climb(*everything(evenings.evening(candidates=20, employers=25)), clock=Running(looks))

    assert climbed.chosen is not None or all(step.value is None for step in climbed.steps)


@pytest.mark.parametrize("large", [0, 10**6])
@pytest.mark.parametrize("short", [0, 1, 2, 5, 20, 40, 60])
def test_a_search_that_is_cut_short_claims_no_more_than_it_saw(short, large, asked, monkeypatch):
    monkeypatch.setattr(reaching, "LARGE", large)
    whole, stages, truth = asked
    long = Running(10**6)
    reaching.reach(whole, stages, clock=long)

    climbed = reaching.reach(whole, stages, clock=Running(10**6 - long.looks - short))

    assert_true(climbed, whole, truth)


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("large", [0, 10**6])
def test_a_tiny_search_with_pins_may_be_cut_short_anywhere(seed, large, monkeypatch):
    monkeypatch.setattr(reaching, "LARGE", large)
    event = pinned(seed)
    options = rules.options(event)
    stages = list(goals.stages(event, options))
    whole = Evening(options, list(rules.limits(event, options)), len(event.hopes))
    truth = reaching.reach(whole, stages, clock=Clock())

    for looks in range(0, 45, 5):
        climbed = reaching.reach(whole, stages, clock=Running(looks))
        assert climbed.chosen is None or truth.chosen is not None
        if climbed.chosen is not None:
            assert_true(climbed, whole, truth.steps)


def test_those_whose_times_are_not_found_soon_give_way_to_others_who_are_as_good(monkeypatch):
    whole, stages = everything(evening(2))
    asked, seated = [], Table.seated

    def slow(table, clock):
        asked.append(table.climbed)
        return (None, set()) if len(asked) == 1 else seated(table, Clock())

    monkeypatch.setattr(rostering, "PATIENCE", 0.0)
    monkeypatch.setattr(Table, "seated", slow)
    roster = rostering.rostered(whole, stages, clock=Clock())

    assert roster.timetable is not None
    assert asked[0].steps == asked[1].steps == roster.timetable.steps


def test_those_who_were_chosen_are_told_of_when_time_is_out_before_any_others_are(monkeypatch):
    monkeypatch.setattr(rostering, "PATIENCE", 0.0)
    monkeypatch.setattr(Table, "seated", lambda *_: (None, set()))
    monkeypatch.setattr(Search, "another", lambda _: Climb(None, frozenset(), (), ended=False))

    roster = rostering.rostered(*everything(evening(2)), clock=Clock())

    assert (roster.climbed.ended, roster.timetable) == (True, None)
    assert roster.among is not None


def test_all_are_asked_where_no_times_are_found_for_those_who_were_chosen(asked, monkeypatch):
    whole, stages, truth = asked

    monkeypatch.setattr(Table, "seated", lambda *_: (None, set()))
    climbed = reaching.reach(whole, stages, clock=Clock())

    assert [step.value for step in climbed.steps] == [step.value for step in truth]


def test_times_are_searched_for_again_in_a_large_event_where_none_were_found(asked, monkeypatch):
    whole, stages, truth = asked

    monkeypatch.setattr(reaching, "LARGE", 0)
    monkeypatch.setattr(Table, "seated", lambda *_: (None, set()))
    climbed = reaching.reach(whole, stages, clock=Clock())

    assert climbed.chosen is not None
    assert_true(climbed, whole, truth)


def test_whoever_watches_a_large_event_is_told_of_every_goal(monkeypatch):
    monkeypatch.setattr(reaching, "LARGE", 0)
    seen = []

    plan(evening(2), watch=seen.append)

    assert {step.stage.key for step in seen} >= {"met", "wishes", "comfort", "interest", "waiting"}


def test_the_first_interrupt_stops_the_clock_and_the_next_is_the_usual_one():
    clock, usual = Clock(), signal.getsignal(signal.SIGINT)

    with clock.heeding_interrupts():
        os.kill(os.getpid(), signal.SIGINT)
        after = signal.getsignal(signal.SIGINT)

    assert (clock.left, after) == (0.0, usual)


def test_stopping_a_clock_halts_the_work_of_its_parts():
    clock, halted = Clock(), Flag()
    Timer(0.1, clock.stop).start()

    assert clock.shared(2).run(lambda: halted.wait(30), halt=halted.set)
    assert clock.shared(3).left == 0.0


def test_an_event_is_planned_beside_other_work_too():
    with ThreadPoolExecutor(1) as beside:
        assert isinstance(beside.submit(plan, tiny(3)).result(), Planned)


def test_a_search_only_for_better_gets_over_a_start_that_no_timetable_has():
    whole, stages = everything(tiny(3))
    search = Search(whole.board(), Clock(), proving=False)
    first = search.first()
    search.from_here(replace(first, chosen=frozenset(range(len(whole.options)))), ())

    step, reached = search.best(stages[0], first, None)

    assert step.value == Search(whole.board(), Clock()).best(stages[0], first, None)[0].value
    assert reached.chosen is not None


def test_what_was_not_reached_in_time_is_not_held():
    whole, stages = everything(tiny(3))
    best = Search(whole.board(), Clock())
    step, _ = best.best(stages[0], best.first(), None)
    search = Search(whole.board(), Clock())

    unreached = replace(step, value=None, bound=None, proven=False)
    search.hold(stages, [unreached, Step(stages[1], 0, 0, proven=True, seconds=0)])

    assert search.best(stages[0], search.first(), None)[0].value == step.value
