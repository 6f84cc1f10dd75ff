"""A counsellor's own candidates, over all the events of their office that are not long past."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from speeddate.services.events import events
from speeddate.services.parts import Content
from speeddate.services.permissions import Visitor
from speeddate.services.registration import candidates
from speeddate.services.registration.steps import Stand, stands
from speeddate.store.events import EventRow, seats_of

FOLLOWED: Final = dt.timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Table:
    """The candidates of one event who are somebody's own, where each stands, and who has said no or withdrawn."""

    event: EventRow
    candidates: list[Content]
    away: list[Content]
    stands: dict[str, Stand]

    @property
    def calls(self) -> int:
        """How many would like to be called."""
        return sum(self.stands[each["id"]].call for each in self.candidates)


def mine(session: Session, who: Visitor, today: dt.date) -> list[Table]:
    """List somebody's own candidates, event by event, the next one first; events are followed for half a year."""
    who.ask("see needs")
    near = [event for event in events(session, who) if event.date >= today - FOLLOWED]
    seated = ((event, seats_of(session, event, who.id)) for event in sorted(near, key=lambda event: event.date))
    return [_table(session, who, event, seats) for event, seats in seated if seats]


def _table(session: Session, who: Visitor, event: EventRow, seats: frozenset[str]) -> Table:
    own, away = (
        [each for each in those(session, who, event) if each.get("counsellor") in seats]
        for those in (candidates.listed, candidates.away)
    )
    return Table(event, own, away, stands(session, event))
