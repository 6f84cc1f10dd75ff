"""Tell those who set up an event whether it can work out: in numbers, and never whose need is behind one."""

from __future__ import annotations

from typing import Final

from speeddate.domain.event import Event
from speeddate.services.permissions import Visitor
from speeddate.services.setup.feasibility import Feasibility, feasibility

LONG: Final = 200
"""Above so many candidates it takes seconds to tell, and a page that only mentions it does not wait."""


def possible(who: Visitor, event: Event) -> Feasibility:
    """Set what there is of an event that has been found against what is needed. Raises RefusedError."""
    who.ask("see what is possible")
    return feasibility(event)


def glimpsed(who: Visitor, event: Event) -> Feasibility | None:
    """Do the same in passing, for those who may see it; nothing for others, nor where it would take long."""
    short = len(event.candidates) <= LONG
    return possible(who, event) if short and who.may("see what is possible") else None
