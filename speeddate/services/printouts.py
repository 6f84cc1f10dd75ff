"""Printed sheets in the browser: had made beside the pages, and handed out to each what is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from speeddate.services import events
from speeddate.services.errands import asked, lost
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.solving import basis_of
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of, seats_of
from speeddate.store.jobs import OPEN, JobRow, State, latest_job
from speeddate.store.journal import note
from speeddate.store.offices import Role
from speeddate.store.published import latest_version
from speeddate.store.seal import seal_of
from speeddate.store.sheets import SheetRow, sheets_of

FOR_ALL: Final = {
    "timetable",
    "run-sheet",
    "check-in",
    "contacts",
    "signs",
    "badges",
    "feedback",
    "resource",
    "employer",
}
KINDS: Final[Mapping[Role, frozenset[str]]] = {
    "organiser": frozenset(FOR_ALL),
    "host": frozenset({"run-sheet", "check-in", "signs", "badges"}),
    "counsellor": frozenset({"counsellor", "candidate"}),
}


class Printout(NamedTuple):
    """A file that can be handed out: its name, its kind, whose it is, of which version, and whether it is outdated."""

    name: str
    kind: str
    whose: str
    version: int
    made_at: datetime
    outdated: bool


class Printing(NamedTuple):
    """How it stands with the sheets that are being made: how many there are so far."""

    state: State
    made: int

    @property
    def open(self) -> bool:
        """Whether they are still being made."""
        return self.state in OPEN


def ask(session: Session, who: Visitor, event: str) -> str | None:
    """Ask for the sheets of the plan that holds, and give the job; nothing before a plan is published."""
    who.ask("print sheets")
    with writing(session):
        found = events.found(session, who, event)
        alone(session, found)
        if latest_version(session, event) is None:
            return None
        return asked(session, JobRow(event_id=event, kind="sheets", asked_by=who.id, basis=now_of(session, found)))


def stand(session: Session, who: Visitor, event: EventRow) -> Printing | None:
    """Tell how it stands with what was last asked for; None where nothing was."""
    who.ask("see sheets")
    row = latest_job(session, event.id, "sheets")
    if row is None:
        return None
    said: dict[str, Any] = seal_of(session).open(row.said) if row.said else {}
    return Printing("lost" if lost(row) else row.state, said.get("made", 0))


def listed(session: Session, who: Visitor, event: EventRow) -> list[Printout]:
    """List the files that somebody may have, outdated ones first."""
    current = now_of(session, event)
    names = _names(session, event)
    found = [
        Printout(row.name, row.kind, names.get(row.ref, row.ref), row.version, row.made_at, row.basis != current)
        for row in _theirs(session, who, event)
    ]
    return sorted(found, key=lambda each: not each.outdated)


def opened(session: Session, who: Visitor, event: EventRow, name: str) -> bytes:
    """Hand out a file, and note it. Raises RefusedError."""
    row = next((row for row in _theirs(session, who, event) if row.name == name), None)
    if row is None:
        raise RefusedError(name)
    content = seal_of(session).open_bytes(row.body)
    about = f"{event.id} {row.ref}" if row.ref else event.id
    with writing(session):
        note(session, who.id, "sheet printed", about)
    return content


def packed(session: Session, who: Visitor, event: EventRow) -> bytes | None:
    """Hand out all that somebody may have in one file, and note it; nothing where there is none."""
    from speeddate.printing.bundle import zipped  # noqa: PLC0415  # little of printing, but few pages need it

    files = [(row.kind, seal_of(session).open_bytes(row.body)) for row in _theirs(session, who, event)]
    if not files:
        return None
    with writing(session):
        note(session, who.id, "sheets taken", event.id)
    return zipped(files)


def now_of(session: Session, event: EventRow) -> str:
    """Make a fingerprint of all that sheets say: the event as it is, and the version that holds."""
    version = latest_version(session, event.id)
    return sha256(f"{basis_of(session, event, None)} {version.hash.hex() if version else ''}".encode()).hexdigest()


def _theirs(session: Session, who: Visitor, event: EventRow) -> list[SheetRow]:
    who.ask("see sheets")
    kinds = frozenset[str]().union(*(KINDS.get(role, frozenset()) for role in who.roles))
    own = _own(session, who, event) if "counsellor" in kinds else frozenset()
    return [
        row for row in sheets_of(session, event.id) if row.kind in kinds and (row.kind in FOR_ALL or row.ref in own)
    ]


def _own(session: Session, who: Visitor, event: EventRow) -> frozenset[str]:
    """Find the counsellors that somebody is, and their candidates."""
    seats = seats_of(session, event, who.id)
    theirs = (each["id"] for each in parts_of(session, event, "candidates") if each.get("counsellor") in seats)
    return seats | frozenset(theirs)


def _names(session: Session, event: EventRow) -> dict[str, str]:
    lists = ("employers", "counsellors", "resources", "candidates")
    return {each["id"]: each.get("name") or each["id"] for list_ in lists for each in parts_of(session, event, list_)}
