"""A change that is offered to somebody without a meeting lets them in, and takes nobody else's meeting away."""

from dataclasses import replace

import pytest

from speeddate.services.planning import plan
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
