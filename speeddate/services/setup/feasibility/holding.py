"""Tell how many of some meetings a thing can hold at most: never fewer than a plan could place there.

All that keeps busy at one moment shares what there is of it then. So the few moments are chosen that every meeting
touches one of, and each meeting is counted at the first that it touches.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from speeddate.services.setup.feasibility.chances import Chance, Stretch
from speeddate.solver.flow import SINK, SOURCE, Ways, flow

ANY, NEVER = 1_000_000, -1_000_000
Room = Callable[[Hashable, int], int]
"""How many meetings a thing can hold at a moment."""


class Use(NamedTuple):
    """A chance that keeps a thing busy, at one of these times, and whose meetings it adds to."""

    chance: Chance
    thing: Hashable
    stretches: tuple[Stretch, ...]
    whose: Hashable = ""


class Held(NamedTuple):
    """How many of the meetings that are needed can be held, and how many could be if more were needed."""

    needed: int
    room: int

    def within(self, other: Held) -> Held:
        """Keep what both allow."""
        return Held(min(self.needed, other.needed), min(self.room, other.room))


def held(uses: Sequence[Use], wanted: Mapping[str, int], room: Room, most: Mapping[Hashable, int]) -> Held:
    """Bound how many of the meetings wanted can be held; `most` says who takes no more than so many in all."""
    ways = _ways(uses, room, most)
    needed = {(SOURCE, ("who", who)): many for who, many in wanted.items()}
    anybody = {(SOURCE, ("who", who)): ANY for who in wanted}
    return Held(flow(ways | needed), flow(ways | anybody))


def _ways(uses: Sequence[Use], room: Room, most: Mapping[Hashable, int]) -> Ways:
    busy: dict[Hashable, set[tuple[Stretch, ...]]] = defaultdict(set)
    for use in uses:
        busy[use.thing].add(use.stretches)
    times = {thing: moments(set().union(*theirs)) for thing, theirs in busy.items()}
    ways: Ways = {}
    for thing, whose in {(use.thing, use.whose) for use in uses}:
        for moment in times[thing]:
            ways[("place", thing, moment), ("taken", thing, moment)] = room(thing, moment)
            ways[("taken", thing, moment), ("whose", whose)] = ANY
        ways[("whose", whose), SINK] = most.get(whose, ANY)
    at: dict[tuple[Hashable, tuple[Stretch, ...]], set[int]] = {}
    for use in uses:
        key = use.thing, use.stretches
        if key not in at:
            at[key] = {_moment(times[use.thing], stretch) for stretch in use.stretches}
        for moment in at[key]:
            place = SINK if moment == NEVER else ("place", use.thing, moment)
            ways[("who", use.chance.candidate), place] = ANY
    return ways


def _moment(times: Sequence[int], stretch: Stretch) -> int:
    """Find the first moment within a stretch; `NEVER` when it is so short that it keeps nothing busy."""
    opens, closes = stretch
    return times[bisect_left(times, opens)] if closes > opens else NEVER


def moments(stretches: Iterable[Stretch]) -> list[int]:
    """Choose the fewest minutes so that each stretch (its end is no part of it) holds one."""
    chosen: list[int] = []
    for opens, closes in sorted(stretches, key=lambda stretch: stretch[1]):
        if opens < closes and (not chosen or chosen[-1] < opens):
            chosen.append(closes - 1)
    return chosen


class Shift(NamedTuple):
    """Work at one time: when it begins, with what goes before, the meeting itself, and when all of it is over."""

    begins: int
    start: int
    end: int
    closes: int


def longest(shifts: Iterable[Shift], run: int, rest: int) -> int:
    """Count the most shifts that one can take who rests so many minutes after a run of so many."""
    best: dict[tuple[Shift, int], int] = {}
    for shift in sorted(shifts, key=lambda shift: (shift.start, shift.end)):
        minutes = shift.end - shift.start
        if minutes <= run:
            best[shift, minutes] = max(best.get((shift, minutes), 0), 1)
        for (before, worked), count in list(best.items()):
            after = minutes + (worked if shift.begins < before.end + rest else 0)
            if shift.begins >= before.closes and after <= run:
                best[shift, after] = max(best.get((shift, after), 0), count + 1)
    return max(best.values(), default=0)
