"""The events of an office at a glance: how far each has come, and what is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from speeddate.services import events
from speeddate.services.handouts import printouts
from speeddate.services.permissions import Visitor
from speeddate.services.setup import todos
from speeddate.services.setup.road import Next, Road, next_step, road
from speeddate.services.setup.todos import Thing
from speeddate.services.versions import published
from speeddate.store.events import EventRow


@dataclass(frozen=True, slots=True)
class Ahead:
    """How far an event has come that is not over: `step` is next, or nothing, and `thing` is first on its checklist."""

    venue: str
    road: Road
    version: int
    step: Next | None
    thing: Thing | None


class Glance(NamedTuple):
    """An event, and how far it has come; None once it is over."""

    event: EventRow
    ahead: Ahead | None


def glances(session: Session, who: Visitor) -> list[Glance]:
    """List the events of somebody's office: the next one first, and then those that are over, the latest first."""
    rows = events.events(session, who)
    ahead = [row for row in reversed(rows) if todos.days_left(session, row) >= 0]
    over = [row for row in rows if row not in ahead]
    return [Glance(row, _ahead(session, who, row)) for row in ahead] + [Glance(row, None) for row in over]


def _ahead(session: Session, who: Visitor, row: EventRow) -> Ahead:
    event, things = events.opened(session, row), todos.checklist(session, who, row)
    counts = road(event)
    return Ahead(
        venue=event.venue,
        road=counts,
        version=published.holds(session, row),
        step=next_step(counts, things, who, printouts.owed(session, who, row)),
        thing=next(iter(todos.due_next(things)), None),
    )
