"""List every meeting that could happen, on time or late: all that any plan can choose from, and somewhat more.

The options of a plan ask besides what would push a late meeting there; in the first round, nothing can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from speeddate.domain.clock import Span, Windows
from speeddate.domain.event import Event
from speeddate.domain.option import Crew
from speeddate.rules import RULES
from speeddate.rules.possible import Slot, bars, hours_of, proposals, slots_of

Stretch = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Times:
    """The times at which a meeting could be; two that are the same are one and the same."""

    slots: frozenset[Slot]
    extra: int

    @cached_property
    def meetings(self) -> tuple[Stretch, ...]:
        """When it would start and end, each time, in minutes of the day."""
        return tuple((slot.start, slot.end + self.extra) for slot in sorted(self.slots))

    @cached_property
    def _known(self) -> dict[Span, tuple[Stretch, ...]]:
        return {}

    def over(self, span: Span) -> tuple[Stretch, ...]:
        """When something would be busy around it, each time."""
        if span not in self._known:
            self._known[span] = tuple(span.of(start, end) for start, end in self.meetings)
        return self._known[span]

    @cached_property
    def rounds(self) -> frozenset[int]:
        """The numbers of the rounds it could be in."""
        return frozenset(slot.round for slot in self.slots)


class Chance(NamedTuple):
    """Meetings that could happen: who, with whom, where, who comes along, and at which times."""

    candidate: str
    employer: str
    station: str
    crew: Crew
    times: Times


def chances(event: Event) -> Iterator[Chance]:
    """Yield what nothing bars outright."""
    slots = [slot for slot in slots_of(event) if slot.round or not slot.late]
    known = dict[tuple[frozenset[Slot], int], Times]()
    open_at: dict[tuple[Windows, Span, int], frozenset[Slot]] = {}
    for proposal in proposals(event, RULES, None, frozenset()):
        if any(bar.hope is None for bar in bars(event, RULES, proposal)):
            continue
        kept = frozenset(slots)
        for hours in hours_of(event, RULES, proposal):
            if hours.hope is None:
                asked = hours.windows, hours.span, proposal.extra
                if asked not in open_at:
                    open_at[asked] = frozenset(s for s in slots if hours.hold(s.start, s.end + proposal.extra))
                kept &= open_at[asked]
        if kept:
            times = known.setdefault((kept, proposal.extra), Times(kept, proposal.extra))
            crew = tuple(resource.id for resource in proposal.crew)
            yield Chance(proposal.candidate.id, proposal.employer.id, proposal.station.id, crew, times)
