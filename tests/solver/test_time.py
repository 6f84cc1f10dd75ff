"""Whoever stops a search, or gives it too little time, keeps the best plan so far, and is told what is proven."""

import json
import signal
import subprocess
import sys
from itertools import takewhile
from time import sleep

import pytest

from benchmarks.events import evening
from speeddate import goals, rules
from speeddate.domain.outcome import Planned, Undecided
from speeddate.services.files import examples
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan
from speeddate.solver import reach as reaching
from speeddate.solver import search
from speeddate.solver.board import Evening
from speeddate.solver.clock import Clock
from tests.solver.test_clash import pinned
from tests.solver.tiny import best, tiny


@pytest.mark.parametrize("seed", range(150))
def test_a_large_event_is_never_said_to_be_better_proven_than_it_is(seed, monkeypatch):
    monkeypatch.setattr(reaching, "LARGE", 0)
    event = tiny(seed)
    options = rules.options(event)
    stages = list(goals.stages(event, options))

    climbed = reaching.reach(
        Evening(options, list(rules.limits(event, options)), len(event.hopes)), stages, clock=Clock()
    )

    proven = list(takewhile(lambda step: step.proven, climbed.steps))
    assert tuple(step.value for step in proven) == best(event)[: len(proven)]
    short = climbed.steps[len(proven) : len(proven) + 1]
    truly = best(event)[len(proven) : len(proven) + 1]
    assert [step.bound for step in short if step.bound is not None and _beyond(step, truly[0])] == []


@pytest.mark.parametrize("seed", range(40))
def test_a_large_event_has_the_best_times_there_are_for_its_meetings(seed, monkeypatch):
    monkeypatch.setattr(reaching, "LARGE", 0)
    event = tiny(seed)
    options = rules.options(event)
    limits = list(rules.limits(event, options))

    climbed = reaching.reach(
        Evening(options, limits, len(event.hopes)), list(goals.stages(event, options)), clock=Clock()
    )

    def who(chosen):
        return {int(options.match[option]) for option in chosen}

    alike = best(event, lambda chosen, hopes: who(chosen) == who(climbed.chosen) and hopes == climbed.given_up)
    assert tuple(step.value for step in climbed.steps)[-2:] == alike[-2:]


@pytest.mark.parametrize("seed", range(60))
def test_a_large_event_with_pins_is_planned_when_it_can_be(seed, monkeypatch):
    usual = plan(pinned(seed))
    monkeypatch.setattr(reaching, "LARGE", 0)

    assert type(plan(pinned(seed))) is type(usual)


def _beyond(step, truly):
    """Whether a bound leaves out what truly can be reached."""
    return step.bound < truly if step.stage.direction == "most" else step.bound > truly


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.3])
def test_a_short_time_gives_a_checked_plan_or_says_that_there_was_none(seconds):
    event = evening(1, meetings=2)

    outcome = plan(event, seconds=seconds)

    assert isinstance(outcome, Planned | Undecided)
    if isinstance(outcome, Planned):
        assert outcome.schedule.meetings
        assert check(event, outcome.schedule).broken == ()


def test_whoever_watches_is_told_of_every_goal():
    seen = []

    plan(evening(2), watch=seen.append)

    assert list(dict.fromkeys(step.stage.key for step in seen)) == [
        "met", "meetings", "wishes", "comfort", "interest", "balance", "on_time", "waiting", "ties",
    ]  # fmt: skip


def test_values_on_the_way_get_better_until_one_is_proven():
    seen = []

    plan(evening(2), watch=seen.append, workers=1)

    last = {step.stage: [told.value for told in seen if told.stage is step.stage] for step in seen if step.proven}
    waiting = next(values for stage, values in last.items() if stage.key == "waiting")
    assert len(waiting) > 1
    assert waiting == sorted(waiting, reverse=True)


@pytest.mark.parametrize("seed", [13, 22])
def test_the_plan_is_the_same_where_clauses_alone_tell_nothing(seed, monkeypatch):
    usual = plan(evening(seed, meetings=2)).schedule
    monkeypatch.setattr(search, "SOON", 0)

    assert plan(evening(seed, meetings=2)).schedule.meetings == usual.meetings


@pytest.mark.parametrize("seed", [1, 4])
def test_the_plan_is_the_same_on_any_number_of_workers(seed):
    one, many = (plan(evening(seed), workers=workers).schedule for workers in (2, 8))

    assert (one.meetings, one.unmet, one.status) == (many.meetings, many.unmet, "optimal")


def test_interrupting_keeps_the_plan_so_far(tmp_path):
    words = [sys.executable, "-m", "speeddate", "plan", examples()["job-fair"], "-o", tmp_path, "--no-print", "--json"]
    search = subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE, text=True)
    sleep(30)  # a slow machine has a plan after 20 seconds; the search for times goes on for more than a minute
    search.send_signal(signal.SIGINT)

    told = json.loads(search.communicate(timeout=120)[0])

    assert (search.returncode, told["status"]) == (0, "feasible")
    assert len(json.loads((tmp_path / "schedule.json").read_text())["meetings"]) > 0
