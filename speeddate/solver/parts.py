"""Count what fits into parts of the evening: how many spans follow one another, and how many a long one displaces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from speeddate.domain.clock import Ints

LATEST = 1 << 30  # minutes: later than any evening


class Times(NamedTuple):
    """When each of some options could be busy: row by row an option's `place` among them, and the number of a span.

    Span 7 begins at `begins[7]` and ends at `ends[7]`, in minutes of the day.
    """

    place: Ints
    span: Ints
    begins: Ints
    ends: Ints

    @classmethod
    def of(cls, place: Ints, begins: Ints, ends: Ints) -> Times:
        """Number the spans of some rows."""
        spans, number = np.unique(np.stack([begins, ends]), axis=1, return_inverse=True)
        return cls(place, number.ravel().astype(np.int32), *spans)

    def within(self, some: np.ndarray) -> Times:
        """Keep the rows of some options only."""
        rows = some[self.place]
        return self._replace(place=self.place[rows], span=self.span[rows])


class Room(NamedTuple):
    """How many can happen, and as how many each option counts: 0 for those that could be elsewhere."""

    most: int
    takes: Ints


def parts(times: Times, matches: Ints, lanes: int) -> Iterator[Room]:
    """Yield the room in each part of the evening for the options that can only be within it, so many at a time.

    `matches` numbers the match of each option; one of each happens at most. What says no more than another is left out.
    """
    opens, closes = np.full(len(matches), LATEST), np.full(len(matches), -LATEST)
    np.minimum.at(opens, times.place, times.begins[times.span])
    np.maximum.at(closes, times.place, times.ends[times.span])
    rooms = []
    for begin in np.unique(opens):
        for end in np.unique(closes)[::-1]:
            within = (opens >= begin) & (closes <= end)
            if len(np.unique(matches[within])) <= lanes:
                break  # shorter parts hold fewer still
            most, takes = _room(times.within(within), len(matches))
            room = Room(lanes * most, takes)
            if _in_all(room, matches) > room.most:
                rooms.append(room)
    rooms.sort(key=lambda room: (-int(room.takes.sum()), room.most))
    for number, room in enumerate(rooms):
        if not any(_says(wider, room) for wider in rooms[:number]):
            yield room


def _in_all(room: Room, matches: Ints) -> int:
    """Add up what all matches could take together."""
    each = np.zeros(matches.max() + 1, dtype=np.int64)
    np.maximum.at(each, matches, room.takes)
    return int(each.sum())


def _says(wider: Room, room: Room) -> bool:
    """Tell whether a room says all that another says."""
    return wider.most <= room.most and bool((wider.takes >= room.takes).all())


def _room(times: Times, size: int) -> Room:
    """Count the most spans that follow one another; an option counts as many of them as it displaces at least."""
    there = np.zeros(len(times.begins), dtype=bool)
    there[times.span] = True
    begins, ends = times.begins[there], times.ends[there]
    firsts, lasts = _chain(begins, ends), -_chain(-ends, -begins)[::-1]
    besides = np.searchsorted(firsts, times.begins, side="right") + len(lasts) - np.searchsorted(lasts, times.ends)
    takes = np.zeros(size, dtype=np.int32)
    takes[times.place] = len(firsts)
    np.minimum.at(takes, times.place, len(firsts) - besides[times.span])
    weights = np.zeros(len(there), dtype=np.int32)
    np.maximum.at(weights, times.span, takes[times.place])
    if takes.max() > 1 and _heaviest(begins, ends, weights[there]) > len(firsts):
        takes = np.minimum(takes, 1)  # two long ones may share what they displace
    return Room(len(firsts), takes)


def follow(begins: Ints, ends: Ints) -> int:
    """Count the most spans that follow one another."""
    return len(_chain(*np.unique(np.stack([begins, ends]), axis=1)))


def _chain(begins: Ints, ends: Ints) -> Ints:
    """Find the most spans that follow one another and never overlap: returns where each ends."""
    chain: list[int] = []
    order = np.argsort(ends, kind="stable")
    for begin, end in zip(begins[order].tolist(), ends[order].tolist(), strict=True):
        if not chain or begin >= chain[-1]:
            chain.append(end)
    return np.array(chain, dtype=np.int32)


def _heaviest(begins: Ints, ends: Ints, weights: Ints) -> int:
    """Weigh the heaviest spans that follow one another."""
    order = np.argsort(ends, kind="stable")
    until, best = ends[order].tolist(), [0]
    for begin, weight in zip(begins[order].tolist(), weights[order].tolist(), strict=True):
        best.append(max(best[-1], best[bisect_right(until, begin, hi=len(best) - 1)] + weight))
    return best[-1]


def covered(begins: Ints, ends: Ints) -> int:
    """Count the minutes that some span covers."""
    total, until = 0, -LATEST
    order = np.argsort(begins, kind="stable")
    for begin, end in zip(begins[order].tolist(), ends[order].tolist(), strict=True):
        total += max(0, end - max(begin, until))
        until = max(until, end)
    return total
