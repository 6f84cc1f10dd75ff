"""Withdraw and come back: who withdraws is out of the event at once, and what they needed is deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from speeddate.services import guests
from speeddate.services.own import LIST, Actor, Own, keep, taken_own
from speeddate.services.parts import sound, sound_part
from speeddate.services.permissions import Where
from speeddate.services.steps import Progress
from speeddate.store.database import writing
from speeddate.store.events import append, rows_of
from speeddate.store.journal import note
from speeddate.store.progress import ConsentRow, ProgressRow
from speeddate.store.seal import seal_of
from speeddate.store.sheets import forget_sheets

MENTION: Final = ("pins", "employers", "candidates")
STAYS: Final = ("id", "name", "number", "counsellor", "language")


def withdraw(session: Session, who: Actor, where: Where) -> None:
    """Take a candidate out of the event: who they are is kept, so that they can come back, and nothing else."""
    with writing(session):
        _take_out(session, taken_own(session, who, where))
        note(session, who.id, "candidate withdrew", " ".join(where))


def say_yes(session: Session, who: Actor, where: Where) -> None:
    """Remember that a candidate would like to take part; who had withdrawn is there again."""
    with writing(session):
        found = taken_own(session, who, where)
        if found.row is None:
            append(session, found.event, LIST, found.content)
            sound_part(session, found.event, LIST, found.content)
        keep(session, found, replace(found.progress, yes=True, away=None))
        note(session, who.id, "candidate said yes", " ".join(where))


def erase(session: Session, who: Actor, where: Where) -> None:
    """Delete everything about a candidate, their link too; that it was done stays in the journal."""
    with writing(session):
        found = taken_own(session, who, where)
        _take_out(session, found)
        for table in (ProgressRow, ConsentRow):
            session.execute(delete(table).where(table.event_id == where.event, table.ref == where.ref))
        guests.forget(session, "candidates", where)
        note(session, who.id, "candidate erased", " ".join(where))


def _take_out(session: Session, found: Own) -> None:
    if found.row is None:
        return
    session.delete(found.row)
    forget_sheets(session, found.event.id)
    for row in (row for list_ in MENTION for row in rows_of(session, found.event, list_)):
        content = seal_of(session).open(row.body)
        if row.list == "pins" and content["candidate"] == found.content["id"]:
            session.delete(row)
        elif (left := _without(content, found.content["id"])) != content:
            row.body = seal_of(session).close(left)
    session.flush()
    sound(session, found.event)
    keep(session, found, Progress(yes=False, away={key: found.content[key] for key in STAYS if key in found.content}))


def _without(content: dict[str, Any], candidate: str) -> dict[str, Any]:
    """Leave a candidate out of what others have said about them."""
    left = dict(content)
    if interest := content.get("interest"):
        left["interest"] = {ref: level for ref, level in interest.items() if ref != candidate}
    if avoided := content.get("avoid_candidates"):
        left["avoid_candidates"] = [ref for ref in avoided if ref != candidate]
    return {key: value for key, value in left.items() if value or value == content[key]}
