"""What is said of parts of the evening never forbids what fits, and forbids what a long meeting leaves no time for."""

from itertools import combinations, product
from random import Random

import numpy as np
import pytest

from speeddate import rules
from speeddate.solver.fold import fold, folded
from speeddate.solver.parts import Times, covered, parts
from tests.services.evenings import evening


def rooms(spans, lanes=1, matches=None):
    """Say what there is room for, given the spans of each option."""
    rows = [(place, *span) for place, some in enumerate(spans) for span in some]
    place, begins, ends = np.array(rows, dtype=np.int32).T
    numbers = np.arange(len(spans)) if matches is None else np.array(matches)
    return list(parts(Times.of(place, begins, ends), numbers, lanes))


def fits(chosen, lanes):
    """Tell whether spans can be had with no more than so many going on at any moment."""
    return all(sum(begin <= now < end for begin, end in chosen) <= lanes for now, _ in chosen)


def allowed(some, told):
    return all(sum(int(room.takes[option]) for option in some) <= room.most for room in told)


@pytest.mark.parametrize("seed", range(150))
def test_whatever_fits_is_allowed(seed):
    lots = Random(seed)
    lanes = lots.choice([1, 1, 2])
    starts = range(0, lots.choice([10, 24]), 2)
    spans = [
        [(start, start + lots.choice([2, 3, 4, 7])) for start in lots.sample(starts, lots.randint(1, 3))]
        for _ in range(6)
    ]
    matches = [lots.randint(0, 4) for _ in spans]
    told = rooms(spans, lanes, matches)

    for size in range(2, 7):
        for some in combinations(range(6), size):
            once = len({matches[option] for option in some}) == size
            if once and any(fits(chosen, lanes) for chosen in product(*(spans[option] for option in some))):
                assert allowed(some, told)


def test_a_long_meeting_takes_the_place_of_two():
    rounds = [(start, start + 30) for start in range(0, 240, 40)]
    long = [(start, start + 60) for start in range(0, 200, 40)]
    told = rooms([long, *[rounds] * 6])

    assert allowed(range(1, 7), told)
    assert allowed(range(5), told)
    assert not allowed(range(6), told)


def test_those_who_must_come_early_fill_the_early_part():
    early, late = [(0, 30), (40, 70)], [(0, 30), (40, 70), (80, 110), (120, 150)]
    told = rooms([early, early, early, late, late])

    assert not allowed([0, 1, 2], told)
    assert not allowed(range(5), told)
    assert allowed([0, 1, 3, 4], told)


def test_two_long_meetings_that_share_what_each_displaces_count_one_by_one():
    short, long = [(0, 2), (3, 5), (6, 8)], [(0, 4), (4, 8)]
    told = rooms([long, long, short, short, short])

    assert allowed([0, 1], told)
    assert allowed([2, 3, 4], told)
    assert not allowed([0, 1, 2, 3], told)


def test_meetings_that_touch_follow_one_another():
    grid, long = [(0, 2), (2, 4), (4, 6), (6, 8)], [(2, 6)]
    told = rooms([long, grid, grid, grid, grid])

    assert allowed([0, 1, 2], told)
    assert allowed([1, 2, 3, 4], told)
    assert not allowed([0, 1, 2, 3], told)


def test_two_options_of_one_match_are_never_both():
    assert rooms([[(0, 30)], [(0, 30)]], matches=[0, 0]) == []


def test_covered_minutes_are_counted_once():
    assert covered(np.array([0, 10, 50]), np.array([30, 20, 60])) == 40


def test_who_meets_whom_hears_how_many_meetings_and_minutes_a_station_has():
    event = evening(candidates=5, employers=1, rounds=4)
    options = rules.options(event)
    [station] = [limit for limit in rules.limits(event, options) if limit.rule == "station"]

    told = list(folded(station, fold(options, [station], ()), opened=False))

    assert [(len(limit.of), limit.most) for limit in told] == [(5, 4), (5, 4 * 35)]
