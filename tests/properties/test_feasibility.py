"""What is said to be too little is so for every plan, and the counts are those of a plain reading."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from speeddate.domain.catalogue import need
from speeddate.domain.clock import DAY, Window, at
from speeddate.domain.outcome import Planned
from speeddate.services.plans.planning import plan
from speeddate.services.setup.feasibility import feasibility
from speeddate.services.setup.feasibility.holding import Shift, longest, moments
from speeddate.services.setup.feasibility.subjects import PLACES, TOGETHER, subjects
from speeddate.services.setup.feasibility.tallies import tally
from tests.properties.drawn import drawn
from tests.properties.naive import kind
from tests.services.evenings import evening

HOURS = (DAY, DAY, (Window(at("15:00"), at("16:45")),), (Window(at("16:00"), at("18:00")),))


def planned(event):
    """Count the meetings that each candidate came for and gets in the best plan."""
    outcome = plan(event, workers=1)
    assert isinstance(outcome, Planned)
    had = Counter(meeting.candidate for meeting in outcome.schedule.meetings)
    return {each.id: min(had[each.id], each.least_meetings) for each in event.candidates}


def meant(event, subject):
    """Read plainly whose musts are about a subject."""
    reads = {
        "feature": lambda asked: asked.word("feature") == subject.key,
        "venue": lambda asked: asked.word("venue") == subject.key,
        "resource": lambda asked: "resource" in asked.params and kind(asked) == subject.key,
        "person": lambda asked: asked.word("person") == "counsellor",
    }
    return [each for each in event.candidates if any(n.must and reads[subject.about](n) for n in each.needs)]


@pytest.mark.parametrize("first", range(0, 300, 20))
def test_no_plan_serves_more_than_is_said_to_be_possible(first):
    for seed in range(first, first + 20):
        event = replace(drawn(seed), pins=())
        had = planned(event)
        out = sum(each.least_meetings for each in event.candidates) - sum(had.values())
        assert not feasibility(event).shortages or out, seed
        assert all(tally(event, subject).missing <= out for subject in (PLACES, TOGETHER)), seed
        for subject in subjects(event):
            counted, people = tally(event, subject), meant(event, subject)
            assert counted.needed == sum(each.least_meetings for each in people), (seed, subject.key)
            assert counted.held >= sum(had[each.id] for each in people), (seed, subject.key)


@pytest.mark.parametrize("seed", range(60))
def test_where_nothing_else_matters_a_plan_serves_just_as_many(seed):
    lots = Random(seed)
    event = evening(candidates=lots.randint(3, 9), employers=3, rounds=lots.randint(2, 3), late_start_minutes=(0,))
    loops = lots.sample(event.stations, lots.randint(0, 2))
    event = replace(
        event,
        stations=tuple(replace(s, features=frozenset({"hearing_loop"} if s in loops else ())) for s in event.stations),
        employers=tuple(
            replace(e, available=lots.choice(HOURS), max_meetings=lots.randint(1, 3)) for e in event.employers
        ),
        candidates=tuple(
            replace(c, available=lots.choice(HOURS), needs=(need("hearing_loop"),)) for c in event.candidates
        ),
    )
    [subject] = subjects(event)
    assert tally(event, subject).held == sum(planned(event).values())


def test_most_plans_that_leave_somebody_out_are_told_of_beforehand():
    """A warning that never comes would be true as well."""
    left = [event for seed in range(300, 400) if left_out(event := replace(drawn(seed), pins=()))]
    warned = [event for event in left if feasibility(event).shortages]
    assert len(warned) / len(left) > 0.8


def left_out(event):
    return sum(planned(event).values()) < sum(each.least_meetings for each in event.candidates)


@pytest.mark.parametrize("seed", range(60))
def test_every_stretch_holds_a_moment_and_no_moment_is_to_spare(seed):
    lots = Random(seed)
    stretches = [(start, start + lots.randint(0, 8)) for start in lots.sample(range(20), 8)]
    chosen = moments(stretches)
    assert all(any(opens <= one < closes for one in chosen) for opens, closes in stretches if opens < closes)
    assert len(chosen) == apart(sorted(each for each in stretches if each[0] < each[1]))


def apart(stretches, free=0):
    """Count the most stretches that do not touch, by trying all."""
    later = [n for n, (opens, _) in enumerate(stretches) if opens >= free]
    return max((1 + apart(stretches[n + 1 :], stretches[n][1]) for n in later), default=0)


@pytest.mark.parametrize("seed", range(60))
def test_one_who_rests_takes_as_many_shifts_as_the_best_of_all_choices(seed):
    lots = Random(seed)
    shifts = []
    for start in lots.sample(range(0, 200, 5), 8):
        end = start + lots.choice([20, 30, 45, 70])
        shifts.append(Shift(start - lots.choice([0, 5]), start, end, end + lots.choice([0, 5])))
    assert longest(shifts, 60, 15) == tried(sorted(shifts, key=lambda shift: shift.start), ())


def tried(shifts, taken):
    """Take or leave each shift, as long as nothing overlaps and no run is too long."""
    if not shifts:
        return len(taken)
    first, rest = shifts[0], shifts[1:]
    fits = not taken or first.begins >= taken[-1].closes
    return max([tried(rest, taken), *([tried(rest, (*taken, first))] if fits and rested((*taken, first)) else [])])


def rested(taken):
    worked = 0
    for before, shift in zip((None, *taken), taken, strict=False):
        minutes = shift.end - shift.start
        worked = minutes + (worked if before and shift.begins < before.end + 15 else 0)
        if worked > 60:
            return False
    return True
