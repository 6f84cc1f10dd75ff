"""What the solver says is best is best: every plan of a tiny event has been tried."""

import pytest

from speeddate import goals, rules
from speeddate.domain.outcome import Planned
from speeddate.services.plans.checking import check
from speeddate.services.plans.planning import plan
from speeddate.solver.board import Evening
from speeddate.solver.clock import Clock
from speeddate.solver.reach import reach
from tests.solver.tiny import best, tiny

SEEDS = range(1000)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_goal_is_as_good_as_the_best_of_all_plans(seed):
    event = tiny(seed)
    options = rules.options(event)
    stages = list(goals.stages(event, options))
    evening = Evening(options, list(rules.limits(event, options)), len(event.hopes))

    climbed = reach(evening, stages, clock=Clock())

    assert tuple(step.value for step in climbed.steps) == best(event)


@pytest.mark.parametrize("seed", range(0, 300, 10))
def test_every_plan_passes_the_checker_and_says_so_of_every_goal(seed):
    event = tiny(seed)

    outcome = plan(event)

    assert isinstance(outcome, Planned)
    assert check(event, outcome.schedule).broken == ()
    assert [reading.value for reading in outcome.schedule.goals] == [
        reading.bound for reading in outcome.schedule.goals
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_same_seed_gives_the_same_plan_on_any_number_of_cores(seed):
    event = tiny(seed)

    plans = [plan(event, seed=7, workers=workers) for workers in (1, 2, 8)]

    assert len({outcome.schedule.meetings for outcome in plans}) == 1


def test_fixes_let_people_in():
    left_out = [
        (event, person)
        for seed in range(60)
        for event in [tiny(seed)]
        for person in plan(event).schedule.unplaced
        if person.fixes
    ]

    for event, person in left_out:
        changed = event
        for fix in person.fixes:
            changed = fix.change.made_in(changed)
        before, after = (plan(each).schedule.goals[0].value for each in (event, changed))
        assert after > before

    assert left_out
