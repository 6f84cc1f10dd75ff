"""What the sheets of an event would say if they were made now: a kept one that says anything else is outdated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.services.board.basis import fingerprint
from speeddate.services.board.boards import Shown
from speeddate.services.versions.published import Version, held
from speeddate.store.base import now
from speeddate.store.events import EventRow, content_of, refs_of
from speeddate.store.published import latest_version
from speeddate.store.sheets import SheetRow, forget_sheets, recall_sheets, sheets_of

if TYPE_CHECKING:
    from speeddate.printing.press import Press

FOR_ALL: Final = frozenset({
    "timetable", "run-sheet", "check-in", "contacts", "signs", "badges", "feedback", "resource", "employer",
})  # fmt: skip
IN_ONE: Final = "print-all"  # all of these, to be printed at once
REMEMBERED: Final = 16
Says = Mapping[tuple[str, str], str]
_known: dict[tuple[str, Language], Says] = {}  # fingerprints alone, nothing that anybody said


def outdated(session: Session, event: EventRow, rows: Sequence[SheetRow]) -> frozenset[str]:
    """Find the names of files that do not say what they would say now; those of nobody any more are among them."""
    now_says = {language: says_now(session, event, language) for language in {row.language for row in rows}}
    return frozenset(row.name for row in rows if not row.says or row.says != now_says[row.language].get(_which(row)))


def recall(session: Session, event: str) -> None:
    """Delete, inside a change, all files that say anything else than what holds now; they are told of, to be collected.

    Of somebody who has left, nothing is told either.
    """
    found, rows = session.get_one(EventRow, event), sheets_of(session, event)
    if rows:
        old, here = outdated(session, found, rows), refs_of(session, found, "candidates")
        recall_sheets(session, event, old)
        forget_sheets(session, event, [row.name for row in rows if row.kind == "candidate" and row.ref not in here])


def now_of(session: Session, event: EventRow) -> str:
    """Make a fingerprint of all that sheets are made from: the event as it is, and the version that holds."""
    version = latest_version(session, event.id)
    return fingerprint([content_of(session, event), version.hash.hex() if version else ""])


def says_now(session: Session, event: EventRow, language: Language) -> Says:
    """Give the fingerprint of each file by its kind and whose it is, remembered until the event changes."""
    key = (now_of(session, event), language)
    told = _known.get(key)
    if told is None:
        told = _says(session, event, language)
        for oldest in [*_known][: 1 - REMEMBERED]:
            _known.pop(oldest, None)
        _known[key] = told
    return told


def _says(session: Session, event: EventRow, language: Language) -> Says:
    # all that drawing takes is loaded with these, so only where there are sheets
    from speeddate.printing.fingerprints import fingerprints  # noqa: PLC0415

    version = held(session, event)
    if version is None:
        return {}
    at = now().astimezone(ZoneInfo(version.event.timezone))
    return fingerprints(press_of(version, language, at), FOR_ALL)


def press_of(version: Version, language: Language, at: datetime) -> Press:
    """Make ready to print a version, each sheet in its reader's own language, or else in this one."""
    from speeddate.printing.press import Press  # noqa: PLC0415  # all that drawing takes is loaded with it

    instead = Shown(version.event, version.board).instead
    return Press(version.event, version.schedule, None, language, "standard", at, instead)


def _which(row: SheetRow) -> tuple[str, str]:
    return row.kind, row.ref
