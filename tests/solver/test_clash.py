"""A clash is true and minimal: every way to keep some pins in a tiny event has been tried."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from speeddate import rules
from speeddate.domain.outcome import Impossible
from speeddate.domain.people import Pin
from speeddate.services.plans.planning import plan
from tests.solver.tiny import tiny


def pinned(seed):
    lots = Random(seed)
    event = tiny(seed)
    pins = {
        (lots.choice(event.candidates).id, lots.choice(event.employers).id): lots.choice(event.rounds).start
        for _ in range(lots.randint(1, 3))
    }
    return replace(event, pins=tuple(Pin(candidate=c, employer=e, start=start) for (c, e), start in pins.items()))


def fits(limits):
    """Try one option for each pin, in every way: a meeting more never helps what is left."""
    asked = [limit.of.tolist() for limit in limits if limit.least]
    return any(all(limit.kept_by(frozenset(picked)) for limit in limits) for picked in product(*asked))


@pytest.mark.parametrize("seed", range(400))
def test_a_clash_is_true_and_every_sentence_of_it_is_needed(seed):
    event = pinned(seed)
    names = frozenset(pin.candidate for pin in event.pins)
    options = rules.options(event, lifted=names, among=names)
    limits = [limit.demanded() for limit in rules.limits(event, options, asked=names)]

    outcome = plan(event)

    assert isinstance(outcome, Impossible) is not fits(limits)
    if isinstance(outcome, Impossible):
        said = [(reason.rule, reason.text, reason.about) for reason in outcome.clash]
        named = [limit for limit in limits if (limit.rule, limit.because, limit.about) in said]
        without = [[limit for limit in named if (limit.rule, limit.because, limit.about) != one] for one in said]
        assert [fits(named), *map(fits, without)] == [False, *(True for _ in said)]
