"""Print the sheets that were asked for, in a process of its own; they are not taken where the event has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.printing.drafts import drafts
from speeddate.printing.press import Press
from speeddate.printing.sheets import SEPARATE, named, print_sheets
from speeddate.services.errands import beating, ending
from speeddate.services.printouts import now_of
from speeddate.services.publishing import Version, held
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.jobs import JobRow
from speeddate.store.journal import note
from speeddate.store.offices import UserRow
from speeddate.store.seal import seal_of
from speeddate.store.sheets import Made, keep_sheets


def print_all(session: Session, job: str) -> None:
    """Print all the sheets of the plan that holds, unless somebody else is at it."""
    begun = _begin(session, job)
    if begun is None:
        return
    version, language = begun
    made: list[Made] = []
    with beating(session, job, lambda: None) as said:
        for each in _files(version, language):
            made.append(each)
            said["made"] = len(made)
    _take(session, job, version, made)


def _begin(session: Session, job: str) -> tuple[Version, Language] | None:
    with writing(session):
        row = session.get(JobRow, job, with_for_update=True, populate_existing=True)
        if row is None or row.state != "waiting" or row.kind != "sheets":
            return None
        version = held(session, session.get_one(EventRow, row.event_id))
        if version is None:
            row.state = "nothing"
            return None
        row.state, row.beat_at = "running", now()
        user = session.get(UserRow, row.asked_by)
        return version, user.language if user else "nb"


def _files(version: Version, language: Language) -> Iterator[Made]:
    """Yield each file with its kind and whose it is; a page that fails is left out."""
    at = now().astimezone(ZoneInfo(version.event.timezone))
    press = Press(version.event, version.schedule, None, language, "standard", at)
    for kind in SEPARATE:
        refs = {name: ref for ref, name in named(drafts(press, kind)).items()}
        for name, content in print_sheets(
            version.event,
            version.schedule,
            kinds=[kind],
            language=None,
            otherwise=language,
            printed_at=at,
            report=lambda _: None,
        ):
            yield Made(name, kind, refs[name].removeprefix(kind).removeprefix("-"), content)


def _take(session: Session, job: str, version: Version, made: list[Made]) -> None:
    with writing(session):
        found = ending(session, job)
        if found is None:
            return
        row, event = found
        said: dict[str, Any] = {"made": len(made)}
        if now_of(session, event) == row.basis:
            keep_sheets(session, event.id, version.number, row.basis, made)
            row.state = "done"
        else:
            row.state = "stale"
        row.said = seal_of(session).close(said)
        note(session, row.asked_by, f"sheets {row.state}", row.event_id)
