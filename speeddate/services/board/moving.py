"""Move meetings by hand: anywhere, also where it breaks a promise; what comes along and how long it takes is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.board.restating import restated
from speeddate.services.board.shifting import Meetings, Shift, Spot, broken_by, exchanges, spots, ways
from speeddate.services.permissions import RefusedError


def placed(event: Event, board: Board, candidate: str, spot: Spot) -> Board:
    """Put a candidate in a spot, with the crew and the length that break the fewest promises. Raises RefusedError."""
    if candidate not in event.candidate or spot not in set(spots(event)):
        raise RefusedError(candidate)
    return _put(event, board, candidate, spot)


def _put(event: Event, board: Board, candidate: str, spot: Spot) -> Board:
    now = board.schedule.meetings
    shifts = [Shift((), (way,)) for way in ways(event, event.candidate[candidate], spot)]
    return _with(event, board, (*now, *_gentlest(event, now, shifts).new))


def _gentlest(event: Event, now: Meetings, shifts: Sequence[Shift]) -> Shift:
    """Find the shift that breaks the fewest promises."""
    return min(zip(shifts, broken_by(event, now, shifts), strict=True), key=lambda tried: len(tried[1]))[0]


def unplaced(event: Event, board: Board, pair: Pair) -> Board:
    """Take a meeting out."""
    return _with(event, board, _without(board, pair))


def moved(event: Event, board: Board, pair: Pair, spot: Spot) -> Board:
    """Move a meeting to another spot; a lock goes with it."""
    there = placed(event, unplaced(event, board, pair), pair.candidate, spot)
    kept = {Pair(pair.candidate, spot.employer)} if pair in board.locked else set()
    return replace(there, locked=there.locked | kept)


def swapped(event: Event, board: Board, one: Pair, other: Pair) -> Board:
    """Let two candidates change places, with the crews and lengths that break the fewest promises."""
    now = board.schedule.meetings
    shift = _gentlest(event, now, exchanges(event, board.meeting(one), board.meeting(other)))
    kept = {Pair.of(each) for each, gone in zip(shift.new, shift.gone, strict=True) if Pair.of(gone) in board.locked}
    changed = _with(event, board, (*(each for each in now if each not in shift.gone), *shift.new))
    return replace(changed, locked=changed.locked | kept)


def locked(board: Board, pair: Pair, *, lock: bool) -> Board:
    """Let a meeting stay where it is when the plan is made again, or no longer."""
    board.meeting(pair)
    return replace(board, locked=board.locked | {pair} if lock else board.locked - {pair})


def _with(event: Event, board: Board, meetings: Iterable[Meeting]) -> Board:
    schedule = restated(event, replace(board.schedule, meetings=tuple(sorted(meetings))))
    return replace(board, schedule=schedule, locked=board.locked & set(map(Pair.of, schedule.meetings)))


def _without(board: Board, pair: Pair) -> tuple[Meeting, ...]:
    gone = board.meeting(pair)
    return tuple(each for each in board.schedule.meetings if each != gone)
