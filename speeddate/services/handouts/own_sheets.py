"""The sheets of the plan that holds, as pages: to each what is theirs, and that they were opened is noted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.domain.event import Directions
from speeddate.domain.text import Language, Text
from speeddate.services import events
from speeddate.services.board.boards import Shown
from speeddate.services.permissions import Guest, RefusedError, Visitor, Where
from speeddate.services.registration import own
from speeddate.services.registration.own import Actor
from speeddate.services.versions import news
from speeddate.services.versions.published import Version, held, schedule_before
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow, seats_of
from speeddate.store.journal import note

Shared = Literal["check-in", "run-sheet", "contacts"]
VIDEO: Final = "video_meeting"


class Read(NamedTuple):
    """A sheet as a page: whose it is and its inside, if anything is theirs; the version of the plan, and what is new.

    `told` is what is different for them since the version before.
    """

    ref: str
    inside: str
    version: int
    made_at: datetime
    told: tuple[Text, ...]


class Ahead(NamedTuple):
    """What an employer has to look at: whether they meet anybody in the plan, and which version has changed that.

    `changed` is 0 where the version that holds has changed nothing for them.
    """

    meets: bool
    changed: int


class Coming(NamedTuple):
    """When a candidate is to be there, from when to when they meet somebody, and the way; nothing of whom they meet.

    `changed` tells whether they met somebody at other hours in the version before.
    """

    arrive: int
    hours: tuple[tuple[int, int], ...]
    by_video: bool
    venue: str
    way: Directions
    version: int
    made_at: datetime
    changed: bool


def of_employer(session: Session, who: Guest, language: Language) -> Read | None:
    """Open an employer's own sheets; nothing before a plan is published, or where they have and had no meeting."""
    who.ask("employers", who.where)
    return _read(session, who.id, who.where, ("employer", who.where.ref), language, lower=1)


def ahead(session: Session, who: Guest) -> Ahead:
    """Tell whether an employer meets anybody in the plan that holds, and whether it was changed for them."""
    who.ask("employers", who.where)
    event = session.get_one(EventRow, who.where.event)
    version = held(session, event)
    if version is None:
        return Ahead(meets=False, changed=0)
    changed = bool(news.told(session, event, version, "employer", who.where.ref))
    meets = any(each.employer == who.where.ref for each in version.schedule.meetings)
    return Ahead(meets, version.number * changed)


def of_candidate(session: Session, who: Actor, where: Where, language: Language) -> Read | None:
    """Open a candidate's own sheets, likewise; raises as reading what they need does."""
    own.unlocked(session, who, where)
    return _read(session, who.id, where, ("candidate", where.ref), language, lower=1)


def coming(session: Session, who: Actor, where: Where) -> Coming | None:
    """Tell a candidate when and where to come, where employers are hidden from them; likewise."""
    own.unlocked(session, who, where)
    row = session.get_one(EventRow, where.event)
    version = held(session, row)
    if version is None or not (mine := news.hours(version.schedule, where.ref)):
        return None
    with writing(session):
        note(session, who.id, "sheet read", " ".join(where))
    event, missed = version.event, version.schedule.missed_by(where.ref)
    by_video = VIDEO not in missed and any(need.key == VIDEO for need in event.candidate[where.ref].needs)
    before = schedule_before(session, row, version)
    return Coming(
        mine[0][0] - event.arrive_minutes,
        mine,
        by_video,
        event.venue,
        event.directions,
        version.number,
        version.made_at,
        before is not None and news.hours(before, where.ref) != mine,
    )


def seated(session: Session, who: Visitor, event: EventRow) -> bool:
    """Tell whether somebody is a counsellor of an event, and so has an evening of their own there."""
    return who.may("see needs") and bool(seats_of(session, event, who.id))


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
    event = session.get_one(EventRow, where.event)
    version = held(session, event)
    if version is None:
        return None
    told, inside = news.told(session, event, version, *which), _as_page(version, which, language, lower)
    if not (told or inside):
        return None
    with writing(session):
        note(session, reader, "sheet read", " ".join(filter(None, where)))
    return Read(which[1], inside, version.number, version.made_at, told)


def _as_page(version: Version, which: tuple[str, str], language: Language, lower: int) -> str:
    """Make the inside of a page of somebody's sheet; empty where nothing in the plan is theirs."""
    # all that drawing takes is loaded with these, so only where somebody looks at a sheet
    from speeddate.printing.drafts import DRAFTS  # noqa: PLC0415
    from speeddate.printing.fitting import made  # noqa: PLC0415
    from speeddate.printing.press import Press  # noqa: PLC0415
    from speeddate.printing.screen import fragment  # noqa: PLC0415

    moment = now().astimezone(ZoneInfo(version.event.timezone))
    instead = Shown(version.event, version.board).instead if which[0] == "run-sheet" else ()
    press = Press(version.event, version.schedule, language, language, "standard", moment, instead)
    kind, name = which[0], "-".join(filter(None, which))
    draft = next((each for each in DRAFTS[kind](press) if each.id == name), None)  # type: ignore[index]
    return fragment(made(draft), lower=lower) if draft else ""
