"""Offer places and people to change with, each with what it would break, before anything is moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import Text
from speeddate.services.board.boards import Seat, Shown
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.board.shifting import Shift, Spot, broken_by, exchanges, spot_of, spots, ways
from speeddate.services.permissions import RefusedError


class Offer(NamedTuple):
    """A spot for a candidate: whose meetings are there already, and what it would break, in words."""

    taken: tuple[str, ...]
    breaks: tuple[Text, ...]
    spot: Spot


class Swap(NamedTuple):
    """Somebody to change places with, and what that would break, in words."""

    other: Pair
    breaks: tuple[Text, ...]


class Choices(NamedTuple):
    """What can be done with a candidate on the board: with the meeting that is chosen, if any."""

    plan: Shown
    chosen: Seat | None
    offers: Sequence[Offer]
    swaps: Sequence[Swap]


def choices(event: Event, board: Board, candidate: str, employer: str) -> Choices:
    """Find what can be done with a candidate, and with their meeting with an employer. Raises RefusedError."""
    if candidate not in event.candidate:
        raise RefusedError(candidate)
    plan = Shown(event, board)
    chosen = plan.chosen(candidate, employer)
    pair = chosen and Pair.of(chosen.meeting)
    others = () if pair is None else swaps(event, board, pair)
    return Choices(plan, chosen, offers(event, board, candidate, pair), others)


def fits(event: Event, board: Board, candidate: str) -> bool:
    """Tell whether a candidate can be put in somewhere free, and nothing breaks."""
    return any(not offer.taken and not offer.breaks for offer in offers(event, board, candidate))


def offers(event: Event, board: Board, candidate: str, pair: Pair | None = None) -> list[Offer]:
    """List the spots where a candidate could be, free ones that break the least first; without those of `pair`."""
    now, gone = board.schedule.meetings, () if pair is None else (board.meeting(pair),)
    met = {each.employer for each in now if each.candidate == candidate and each not in gone}
    there, others = {spot_of(each) for each in gone}, sorted(set(now).difference(gone))
    open_ = (spot for spot in spots(event) if spot not in there and spot.employer not in met)
    tried = [way for spot in open_ for way in ways(event, event.candidate[candidate], spot)]
    best: dict[Spot, Offer] = {}
    for way, breaks in zip(tried, broken_by(event, now, [Shift(gone, (way,)) for way in tried]), strict=True):
        spot = spot_of(way)
        if spot not in best or len(breaks) < len(best[spot].breaks):
            best[spot] = Offer(_taken(others, way), tuple(breaks), spot)
    return sorted(best.values(), key=lambda offer: (bool(offer.taken), len(offer.breaks), offer.spot))


def swaps(event: Event, board: Board, pair: Pair) -> list[Swap]:
    """List with whom a candidate could change places, those that break the least first."""
    now, mine = board.schedule.meetings, board.meeting(pair)
    others = [each for each in now if pair.candidate != each.candidate and spot_of(each) != spot_of(mine)]
    shifts = [shift for other in others for shift in exchanges(event, mine, other)]
    best: dict[Pair, Swap] = {}
    for shift, breaks in zip(shifts, broken_by(event, now, shifts), strict=True):
        other = Pair.of(shift.gone[1])
        if other not in best or len(breaks) < len(best[other].breaks):
            best[other] = Swap(other, tuple(breaks))
    return sorted(best.values(), key=lambda swap: len(swap.breaks))


def _taken(others: Iterable[Meeting], way: Meeting) -> tuple[str, ...]:
    """Name who is at that place at that time, or with that employer where it sits nowhere for good."""
    return tuple(
        each.candidate
        for each in others
        if each.station == way.station and each.start < way.end and way.start < each.end
    )
