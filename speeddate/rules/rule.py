"""What a rule is: a promise, and what follows from it as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from speeddate.domain.catalogue import Need
from speeddate.domain.change import Fix
from speeddate.domain.clock import Span, Windows, joined
from speeddate.domain.event import Event, Hope
from speeddate.domain.limit import Limit
from speeddate.domain.option import Crew, Options, Proposal
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Why a proposal cannot be or, given the number of a `hope`, what it would miss."""

    because: Text
    about: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    hope: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Bar):
    """A bar to every time at which this span around the meeting lies in none of the windows."""

    windows: Windows
    span: Span

    def hold(self, start: int, end: int) -> bool:
        """Tell whether a meeting at this time is within the hours."""
        opens, closes = self.span.of(start, end)
        return any(window.start <= opens and closes <= window.end for window in joined(self.windows))


@dataclass(frozen=True, slots=True)
class Hold:
    """Something a meeting keeps busy, and when: what a late meeting can be pushed by."""

    thing: str
    span: Span


def _nothing(*_: object) -> Iterator[object]:
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A promise in words and, as functions of the event, all that follows from it.

    `limits` over options; `bars` to a proposal; `hours` for a proposal; what a proposal `holds`; the minutes a
    candidate's meeting can be longer (`extras`); the resources that can come along (`crews`), one choice of many.
    """

    key: str
    promise: Text
    limits: Callable[[Event, Options], Iterator[Limit]] = _nothing  # type: ignore[assignment]  # yields none
    bars: Callable[[Event, Proposal], Iterator[Bar]] = _nothing  # type: ignore[assignment]
    hours: Callable[[Event, Proposal], Iterator[Hours]] = _nothing  # type: ignore[assignment]
    holds: Callable[[Event, Proposal], Iterator[Hold]] = _nothing  # type: ignore[assignment]
    extras: Callable[[Event, Candidate], Iterator[int]] = _nothing  # type: ignore[assignment]
    crews: Callable[[Event, Candidate], Iterator[tuple[Crew, ...]]] = _nothing  # type: ignore[assignment]


def hope_of(event: Event, candidate: Candidate, need: Need) -> int | None:
    """Number a need that helps; nothing for one that is a must."""
    return None if need.must else event.hope[Hope(candidate.id, need.key)]
