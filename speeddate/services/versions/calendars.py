"""Calendar files of the plan that holds: for employers and counsellors, in neutral words."""

from __future__ import annotations

from sqlalchemy.orm import Session

from speeddate.domain.people import Counsellor, Employer
from speeddate.domain.text import Language
from speeddate.services import events
from speeddate.services.permissions import Guest, RefusedError, Visitor
from speeddate.services.versions.published import Version, version_of
from speeddate.store.events import EventRow, seats_of
from speeddate.store.published import versions_of


def of_employer(session: Session, who: Guest, language: Language) -> bytes | None:
    """Write an employer's own meetings; nothing where they have none and never had."""
    who.ask("employers", who.where)
    every = _versions(session, session.get_one(EventRow, who.where.event))
    return _written(every, every[0].event.employer.get(who.where.ref), language) if every else None


def of_counsellor(session: Session, who: Visitor, event: str, ref: str, language: Language) -> bytes | None:
    """Write where a counsellor has to be, and when; likewise. Raises RefusedError."""
    who.ask("see needs")
    row = events.found(session, who, event)
    if ref not in seats_of(session, row, who.id):
        raise RefusedError(ref)
    every = _versions(session, row)
    return _written(every, every[0].event.counsellor.get(ref), language) if every else None


def _versions(session: Session, event: EventRow) -> list[Version]:
    return [version_of(session, event, row) for row in versions_of(session, event.id)]


def _written(every: list[Version], whose: Employer | Counsellor | None, language: Language) -> bytes | None:
    from speeddate.exchange.appointments import Edition  # noqa: PLC0415  # few pages need what calendars take
    from speeddate.exchange.calendar_file import write_calendar  # noqa: PLC0415

    if whose is None:
        return None
    latest, *earlier = (Edition(version.event, version.schedule) for version in every)
    return write_calendar(latest, whose, language, secret=every[0].secret, earlier=earlier)
