"""As much goes through a net as a search through every way of seating people finds."""

from itertools import product
from random import Random

import pytest

from speeddate.solver.flow import SINK, SOURCE, flow


def most(wants, room):
    """Seat people in every way there is, and count the most that sit."""
    ways = product(*[[None, *places] for places in wants])
    fits = (way for way in ways if all(way.count(place) <= room[place] for place in room))
    return max(sum(place is not None for place in way) for way in fits)


@pytest.mark.parametrize("seed", range(60))
def test_as_many_sit_as_in_the_best_of_all_ways(seed):
    lots = Random(seed)
    room = {place: lots.randint(0, 2) for place in "abc"}
    wants = [lots.sample("abc", lots.randint(0, 3)) for _ in range(5)]
    ways = {(SOURCE, who): 1 for who in range(5)} | {(place, SINK): many for place, many in room.items()}
    ways |= {(who, place): 1 for who, places in enumerate(wants) for place in places}

    assert flow(ways) == most(wants, room)


@pytest.mark.parametrize("ways", [{}, {(SOURCE, "a"): 3}, {("a", SINK): 3}])
def test_nothing_goes_through_where_there_is_no_way(ways):
    assert flow(ways) == 0
