"""What a fold says of few at a time is true of every timetable, and as much as the stations' rounds allow."""

from dataclasses import replace
from random import Random

import pytest

from benchmarks.events import evening
from speeddate import rules
from speeddate.domain.catalogue import need
from speeddate.solver.board import Evening
from speeddate.solver.fold import fold
from speeddate.solver.quiet import quiet


def drawn(seed):
    """Draw an evening of some who want to be first, or with few others, or both."""
    lots = Random(seed)
    event = evening(seed, candidates=8, employers=4, meetings=1 + seed % 2)
    people = (replace(candidate, needs=(), avoid_employers=frozenset()) for candidate in event.candidates)
    return replace(event, candidates=tuple(_asking(candidate, lots) for candidate in people))


def _asking(candidate, lots):
    asked = [need("no_crowd", lots.choice(["must", "helps"]), max_waiting=lots.choice([1, 2]))]
    asked += [need("go_first", lots.choice(["must", "helps"]))]
    return replace(candidate, needs=tuple(one for one in asked if lots.random() < 0.6))


def told(event):
    options = rules.options(event)
    limits = list(rules.limits(event, options))
    at = fold(options, limits, ())
    return options, limits, at, list(quiet(Evening(options, limits, len(event.hopes)), at))


def timetable(options, limits, given_up, lots):
    """Fill an evening in any order, as long as all limits hold."""
    chosen = frozenset()
    for option in lots.sample(range(len(options)), len(options)):
        wider = chosen | {option}
        if all(limit.kept_by(wider, given_up) for limit in limits):
            chosen = wider
    return chosen


@pytest.mark.parametrize("seed", range(12))
def test_every_timetable_keeps_what_a_fold_is_told(seed):
    event = drawn(seed)
    options, limits, at, some = told(event)
    lots = Random(seed)

    for _ in range(6):
        given_up = frozenset(hope for hope in range(len(event.hopes)) if lots.random() < 0.4)
        chosen = timetable(options, limits, given_up, lots)
        folded = frozenset(at.of_option[list(chosen)].tolist())
        assert all(limit.kept_by(folded, given_up) for limit in some)


def alone(*needs):
    """An evening on which one person asks something, and there is a break after the second round of four."""
    event = drawn(1)
    nobody = [replace(candidate, needs=()) for candidate in event.candidates]
    return replace(event, candidates=(replace(nobody[0], needs=needs), *nobody[1:]))


def test_who_comes_straight_in_to_no_crowd_costs_every_other_station_a_round():
    options, _, at, some = told(alone(need("go_first", "must"), need("no_crowd", "must", max_waiting=1)))

    stations, rounds = len(options.of_station), 4
    assert {limit.most for limit in some} == {stations * (rounds - 1) + 1}
    mine = options.of_candidate[options.matches[0].candidate]
    assert {fold for limit in some for fold in limit.where.tolist()} == {*at.of_option[mine].tolist()}


def test_nothing_is_told_where_many_may_start():
    *_, some = told(alone(need("go_first", "must"), need("no_crowd", "must", max_waiting=4)))

    assert some == []
