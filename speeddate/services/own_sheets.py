"""The sheets of the plan that holds, as pages: to each what is theirs, and that they were opened is noted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.services import events, own
from speeddate.services.own import Actor
from speeddate.services.permissions import Guest, RefusedError, Visitor, Where
from speeddate.services.publishing import Version, held
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow, seats_of
from speeddate.store.journal import note

Shared = Literal["check-in", "run-sheet", "contacts"]


class Read(NamedTuple):
    """A sheet as a page: whose it is, its title and its inside; and the version of the plan."""

    ref: str
    title: str
    inside: str
    version: int


def of_employer(session: Session, who: Guest, language: Language) -> Read | None:
    """Open an employer's own sheets; nothing before a plan is published, or while they have no meeting."""
    who.ask("employers", who.where)
    return _read(session, who.id, who.where, ("employer", who.where.ref), language)


def of_candidate(session: Session, who: Actor, where: Where, language: Language) -> Read | None:
    """Open a candidate's own sheets, likewise; raises as reading what they need does."""
    own.unlocked(session, who, where)
    return _read(session, who.id, where, ("candidate", where.ref), language)


def of_counsellor(session: Session, who: Visitor, event: str, language: Language) -> Sequence[Read]:
    """Open where a counsellor has to be and when, once for each who they are at an event. Raises RefusedError."""
    who.ask("see needs")
    seats = seats_of(session, events.found(session, who, event), who.id)
    if not seats:
        raise RefusedError(event)
    read = (_read(session, who.id, Where(event, ref), ("counsellor", ref), language, lower=1) for ref in sorted(seats))
    return [each for each in read if each]


def for_all(session: Session, who: Visitor, event: str, kind: Shared, language: Language) -> Read | None:
    """Open a sheet of those who run the evening. Raises RefusedError."""
    who.ask("see check-in")
    events.found(session, who, event)
    return _read(session, who.id, Where(event, ""), (kind, ""), language)


def _read(  # noqa: PLR0913  # who reads what of which event
    session: Session, reader: str, where: Where, which: tuple[str, str], language: Language, *, lower: int = 0
) -> Read | None:
    version = held(session, session.get_one(EventRow, where.event))
    read = _as_page(version, which, language, lower) if version else None
    if read:
        with writing(session):
            note(session, reader, "sheet read", " ".join(filter(None, where)))
    return read


def _as_page(version: Version, which: tuple[str, str], language: Language, lower: int) -> Read | None:
    # all that drawing takes is loaded with these, so only where somebody looks at a sheet
    from speeddate.printing.drafts import DRAFTS  # noqa: PLC0415
    from speeddate.printing.fitting import made  # noqa: PLC0415
    from speeddate.printing.press import Press  # noqa: PLC0415
    from speeddate.printing.screen import fragment  # noqa: PLC0415

    moment = now().astimezone(ZoneInfo(version.event.timezone))
    press = Press(version.event, version.schedule, language, language, "standard", moment)
    kind, name = which[0], "-".join(filter(None, which))
    draft = next((each for each in DRAFTS[kind](press) if each.id == name), None)  # type: ignore[index]
    if draft is None:
        return None
    sheet = made(draft)
    return Read(which[1], sheet.title, fragment(sheet, lower=lower), version.number)
