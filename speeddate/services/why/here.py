"""Say why somebody sits where they do: whose wish that is, and what other places would mean instead; name nobody else.

It weighs what must be kept, and wishes, and not all that a plan is made for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from speeddate.domain.event import Event
from speeddate.domain.option import Match
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import Text
from speeddate.goals.wishes import level
from speeddate.services.board.boards import Seat, Shown
from speeddate.services.board.drafts import Board
from speeddate.services.board.offering import Choices, Offer, choices

GLADLY: Final = 2  # of the answers an employer can give, from 0 to 3


class Line(NamedTuple):
    """A sentence by its key, and the number in it, if any."""

    key: str
    number: int = 0


class Here(NamedTuple):
    """Why a meeting is where it is: what speaks for it, what other places would mean, and what those would break."""

    plan: Shown
    seat: Seat
    because: Sequence[Line]
    instead: Sequence[Line]
    breaks: Sequence[tuple[Text, int]]


def why_here(event: Event, board: Board, candidate: str, employer: str) -> Here | None:
    """Tell why a candidate's meeting with an employer is where it is; None without it. Raises RefusedError."""
    found = choices(event, board, candidate, employer)
    if found.chosen is None:
        return None
    free = [offer for offer in found.offers if not offer.taken]
    breaks = Counter(text for offer in free for text in offer.breaks)
    instead = (*_free(event, found.chosen.meeting, free), *_swaps(event, found, found.chosen.meeting))
    return Here(found.plan, found.chosen, [*_because(event, found.chosen)], instead, breaks.most_common())


def _because(event: Event, seat: Seat) -> Iterator[Line]:
    meeting = seat.meeting
    person, firm = event.candidate[meeting.candidate], event.employer[meeting.employer]
    if seat.wish:
        yield Line("first") if seat.wish == 1 else Line("wish", seat.wish)
    else:
        yield Line("unlisted" if person.wishes else "no_list")
    if firm.interest.get(person.id, 0) >= GLADLY:
        yield Line("interest")
    if any((pin.candidate, pin.employer) == (person.id, firm.id) for pin in event.pins):
        yield Line("pinned")
    if seat.locked:
        yield Line("locked")


def _free(event: Event, mine: Meeting, free: Iterable[Offer]) -> Iterator[Line]:
    """Count the free places that break nothing by how they meet the wish, and those that break something."""
    found: Counter[str] = Counter()
    for offer in free:
        there = Match(mine.candidate, offer.spot.employer, offer.spot.station)
        now, then = _levels(event, mine.match), _levels(event, there)
        found["breaks" if offer.breaks else _against(now, then)] += 1
    yield from _counted("free", found)


def _swaps(event: Event, found: Choices, mine: Meeting) -> Iterator[Line]:
    """Count likewise with whom to swap, by how that meets the wishes of both, the worse off first as in a plan."""
    counted: Counter[str] = Counter()
    for swap in found.swaps:
        other = found.plan.board.meeting(swap.other)
        here = Match(other.candidate, mine.employer, mine.station)
        there = Match(mine.candidate, other.employer, other.station)
        now, then = _levels(event, mine.match, other.match), _levels(event, here, there)
        counted["breaks" if swap.breaks else _against(now, then)] += 1
    yield from _counted("swap", counted)


def _levels(event: Event, *matches: Match) -> list[int]:
    return sorted((level(event, match) for match in matches), reverse=True)


def _against(now: list[int], then: list[int]) -> str:
    return "better" if then < now else "worse" if then > now else "same"


def _counted(what: str, found: Counter[str]) -> Iterator[Line]:
    if not found:
        yield Line(f"{what}.none")
    for key in ("better", "same", "worse", "breaks"):
        if found[key]:
            yield Line(f"{what}.{key}.one" if found[key] == 1 else f"{what}.{key}.many", found[key])
