"""Withdraw and come back: who withdraws is out of the event at once, and what they needed is deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from speeddate.services.access import guests
from speeddate.services.events import found
from speeddate.services.parts import Kept, alone, put_last, sound
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.services.registration import candidates
from speeddate.services.registration.candidates import LIST
from speeddate.services.registration.own import Actor, Own, keep, taken_own
from speeddate.services.registration.steps import Progress
from speeddate.store.database import writing
from speeddate.store.events import part_row, parts_of, rows_of
from speeddate.store.journal import note
from speeddate.store.progress import ConsentRow, ProgressRow
from speeddate.store.seal import seal_of
from speeddate.store.sheets import Recall, forget_sheets

MENTION: Final = ("pins", "employers", "candidates")
STAYS: Final = ("id", "name", "number", "counsellor", "language")
ARRANGED: Final = ("min_meetings", "max_meetings")


def withdraw(session: Session, who: Actor, where: Where, *, recall: Recall = forget_sheets) -> None:
    """Take a candidate out of the event: who they are is kept, so that they can come back, and nothing else.

    No printed sheet may name them from then on: all are forgotten, unless `recall` knows which do.
    """
    with writing(session):
        _take_out(session, taken_own(session, who, where), recall)
        note(session, who.id, "candidate withdrew", " ".join(where))


def say_no(session: Session, who: Actor, where: Where, *, recall: Recall = forget_sheets) -> bool:
    """Take out a candidate who has given nothing; False where something would be lost, so that they are asked first."""
    with writing(session):
        own = taken_own(session, who, where)
        if _given(own):
            return False
        _take_out(session, own, recall)
        note(session, who.id, "candidate withdrew", " ".join(where))
    return True


def say_yes(session: Session, who: Actor, where: Where) -> None:
    """Remember that a candidate would like to take part; who had withdrawn is there again."""
    with writing(session):
        own = taken_own(session, who, where)
        if own.row is None:
            put_last(session, own.event, LIST, own.content)
        keep(session, own, replace(own.progress, yes=True, away=None))
        note(session, who.id, "candidate said yes", " ".join(where))


def erase(session: Session, who: Actor, where: Where, *, recall: Recall = forget_sheets) -> None:
    """Delete everything about a candidate, their link too; that it was done stays in the journal."""
    with writing(session):
        _erase(session, taken_own(session, who, where), where, recall)
        note(session, who.id, "candidate erased", " ".join(where))


def registered(session: Session, who: Visitor, where: Where) -> Own:
    """Find a candidate for whoever registers them, also one who has withdrawn. Raises RefusedError."""
    event = found(session, who, where.event)
    row = part_row(session, event, LIST, where.ref)
    away = (each for each in candidates.away(session, who, event) if each["id"] == where.ref)
    known = Kept(next(away, {}), 0) if row is None else candidates.opened(session, who, event, where.ref)
    if not known.content:
        raise RefusedError(where.ref)
    return Own(event, row, known, Progress())


def lost(session: Session, own: Own) -> dict[str, int]:
    """Count what goes with a candidate and may be told to whoever registers them: wishes, and locked meetings."""
    wishes = len(own.content.get("wishes", ()))
    pins = sum(pin["candidate"] == own.content["id"] for pin in parts_of(session, own.event, "pins"))
    return {what: number for what, number in (("wishes", wishes), ("pins", pins)) if number}


def remove(session: Session, who: Visitor, where: Where, *, recall: Recall = forget_sheets) -> None:
    """Delete everything about a candidate who was registered by mistake, or has withdrawn. Raises RefusedError."""
    who.ask("change candidates")
    with writing(session):
        alone(session, found(session, who, where.event))
        _erase(session, registered(session, who, where), where, recall)
        note(session, who.id, "candidate removed", " ".join(where))


def _given(own: Own) -> bool:
    """Tell whether there is anything to lose: a yes, a step that is done, or something filled in."""
    filled = any(value for key, value in own.content.items() if key not in STAYS + ARRANGED)
    return own.row is not None and (filled or any(own.progress.record.values()))


def _erase(session: Session, own: Own, where: Where, recall: Recall) -> None:
    _take_out(session, own, recall)
    for table in (ProgressRow, ConsentRow):
        session.execute(delete(table).where(table.event_id == where.event, table.ref == where.ref))
    guests.forget(session, LIST, where)


def _take_out(session: Session, own: Own, recall: Recall) -> None:
    if own.row is None:
        return
    session.delete(own.row)
    for row in (row for list_ in MENTION for row in rows_of(session, own.event, list_)):
        content = seal_of(session).open(row.body)
        if row.list == "pins" and content["candidate"] == own.content["id"]:
            session.delete(row)
        elif (left := _without(content, own.content["id"])) != content:
            row.body = seal_of(session).close(left)
    session.flush()
    sound(session, own.event)
    keep(session, own, Progress(yes=False, away={key: own.content[key] for key in STAYS if key in own.content}))
    recall(session, own.event.id)


def _without(content: dict[str, Any], candidate: str) -> dict[str, Any]:
    """Leave a candidate out of what others have said about them."""
    left = dict(content)
    if interest := content.get("interest"):
        left["interest"] = {ref: level for ref, level in interest.items() if ref != candidate}
    if avoided := content.get("avoid_candidates"):
        left["avoid_candidates"] = [ref for ref in avoided if ref != candidate]
    return {key: value for key, value in left.items() if value or value == content[key]}
