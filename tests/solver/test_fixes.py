"""A change that is offered to somebody without a meeting lets them in, and takes nobody else's meeting away."""

from dataclasses import replace

import pytest

from speeddate.domain.people import Pin
from speeddate.services.plans.planning import plan
from tests.services.evenings import changed, evening
from tests.solver.tiny import tiny


def left_out(event):
    return {person.candidate: person for person in plan(event).schedule.unplaced}


def without(event, names):
    """The event when these people stay at home: they could take the place that a change makes."""
    stay = frozenset(names)
    people = (
        replace(candidate, avoid_candidates=candidate.avoid_candidates - stay)
        for candidate in event.candidates
        if candidate.id not in stay
    )
    return replace(event, candidates=tuple(people))


@pytest.mark.parametrize("seed", range(250))
def test_every_change_that_is_offered_works(seed):
    event = tiny(seed)
    unplaced = left_out(event)

    for name, person in unplaced.items():
        changed = without(event, unplaced.keys() - {name})
        for fix in person.fixes:
            changed = fix.change.made_in(changed)
        assert person.because
        assert not person.fixes or left_out(changed) == {}


def test_whoever_is_left_out_hears_why_and_not_that_somebody_else_has_a_decided_meeting():
    event = replace(evening(candidates=5, employers=1), pins=(Pin(candidate="K02", employer="E1"),))

    [person] = left_out(event).values()

    assert [reason.rule for reason in person.because] == ["station"]


def test_changes_leave_a_decided_meeting_where_it_is():
    event = evening(candidates=2, employers=1, rounds=1)
    event = changed(event, "K01", min_meetings=2, max_meetings=2)
    event = replace(event, pins=(Pin(candidate="K01", employer="E1"),))

    person = left_out(event)["K02"]

    assert sorted(type(fix.change).__name__ for fix in person.fixes) == ["AddPlace", "AddStation"]
