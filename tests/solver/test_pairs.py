"""What a fold says of any two meetings of a person is what all limits about that person's time say of them."""

from dataclasses import replace
from itertools import chain, combinations, product
from random import Random

import pytest

from benchmarks.events import evening
from speeddate import rules
from speeddate.domain.catalogue import need
from speeddate.solver.board import Evening
from speeddate.solver.fold import fold, timed
from speeddate.solver.pairs import pairs

KEYS = ("short_stay", "break_between", "move_time", "extra_time", "prefer_early")


def drawn(seed):
    """Draw an evening of two people who ask much of the clock, and may meet two or three of three employers."""
    lots = Random(seed)
    event = evening(seed, candidates=2, employers=3, meetings=2 + seed % 2)
    people = (
        replace(
            candidate,
            needs=tuple(need(key, lots.choice(["must", "helps"])) for key in KEYS if lots.random() < 0.7),
            avoid_employers=frozenset(),
        )
        for candidate in event.candidates
    )
    return replace(event, candidates=tuple(people))


@pytest.mark.parametrize("seed", range(16))
def test_two_meetings_are_apart_where_no_two_of_their_times_keep_all_promises(seed):
    event = drawn(seed)
    options = rules.options(event)
    limits = list(rules.limits(event, options))
    at = fold(options, limits, ())
    apart = list(pairs(Evening(options, limits, len(event.hopes)), at))

    for name, mine in options.of_candidate.items():
        asked = [limit for limit in limits if limit.about == (name,) and timed(limit)]
        hopes = sorted({int(hope) for limit in asked if limit.excuse is not None for hope in limit.excuse})
        for kept in chain.from_iterable(combinations(hopes, size) for size in range(len(hopes) + 1)):
            together = set(_together(options, at, mine, asked, frozenset(hopes) - {*kept}))
            for one, other in combinations(sorted({*at.of_option[mine].tolist()}), 2):
                told = any({one, other} <= {*group.of.tolist()} and {*group.unless} <= {*kept} for group in apart)
                same = at.options.match[one] == at.options.match[other]
                assert same or len(asked) == 1 or told == ((one, other) not in together)


def _together(options, at, mine, asked, given_up):
    """Yield the folded options of two matches of which two times keep what is asked."""
    for one, other in product(mine.tolist(), repeat=2):
        pair = int(at.of_option[one]), int(at.of_option[other])
        two = options.match[one] != options.match[other]
        if two and all(limit.kept_by(frozenset({one, other}), given_up) for limit in asked):
            yield pair


def test_some_evenings_have_meetings_that_a_hope_holds_apart():
    groups = [group for seed in range(16) for group in _apart(drawn(seed))]

    assert {len(group.unless) for group in groups} >= {0, 1, 2}
    assert {group.could for group in groups} == {2, 3}


def _apart(event):
    options = rules.options(event)
    limits = list(rules.limits(event, options))
    return pairs(Evening(options, limits, len(event.hopes)), fold(options, limits, ()))
