"""Printed sheets in the browser: had made beside the pages, and handed out to each what is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy.orm import Session

from speeddate.domain.text import Text, same
from speeddate.services import events
from speeddate.services.errands import asked, lost
from speeddate.services.handouts.standing import FOR_ALL, IN_ONE, now_of, outdated
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.setup.features import called
from speeddate.services.versions.published import held
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of, seats_of
from speeddate.store.jobs import OPEN, JobRow, State, latest_job
from speeddate.store.journal import note
from speeddate.store.offices import Role
from speeddate.store.published import latest_version
from speeddate.store.seal import seal_of
from speeddate.store.sheets import SheetRow, sheets_of

OWN: Final = frozenset({"counsellor", "candidate"})
KINDS: Final[Mapping[Role, frozenset[str]]] = {
    "organiser": frozenset({*FOR_ALL, IN_ONE}),
    "host": frozenset({"run-sheet", "check-in", "signs", "badges"}),
    "counsellor": OWN,
}


Owed = Literal["", "gone", "no_sheets", "old_sheets"]


class Printout(NamedTuple):
    """A file that can be handed out: its name, its kind, whose it is, of which version, and whether it is outdated.

    One that is recalled cannot be handed out any more: it is to be collected.
    """

    name: str
    kind: str
    whose: Text | None
    version: int
    made_at: datetime
    outdated: bool
    recalled: bool


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


def owed(session: Session, who: Visitor, event: EventRow) -> Owed:
    """Tell what somebody owes to a published plan: people have left it, its sheets are not made, or are outdated."""
    version = held(session, event) if who.may("print sheets") else None
    if version is None:
        return ""
    if version.gone:
        return "gone"
    made, making = sheets_of(session, event.id), stand(session, who, event)
    if making and making.open:
        return ""
    return "no_sheets" if not made else "old_sheets" if outdated(session, event, made) else ""


def listed(session: Session, who: Visitor, event: EventRow) -> list[Printout]:
    """List the files that somebody may have, outdated ones first, and those that are recalled before all."""
    rows, names = _theirs(session, who, event), _names(session, event)
    old = outdated(session, event, rows)
    found = [
        Printout(
            row.name,
            row.kind,
            names.get(row.ref, same(row.ref)) if row.ref else None,
            row.version,
            row.made_at,
            row.name in old,
            row.recalled,
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: (not each.recalled, not each.outdated))


def opened(session: Session, who: Visitor, event: EventRow, name: str) -> bytes:
    """Hand out a file, and note it. Raises RefusedError."""
    row = next((row for row in _whole(session, who, event) if row.name == name), None)
    if row is None:
        raise RefusedError(name)
    content = seal_of(session).open_bytes(row.body)
    about = f"{event.id} {row.ref}" if row.ref else event.id
    with writing(session):
        note(session, who.id, "sheets taken" if row.kind == IN_ONE else "sheet printed", about)
    return content


def packed(session: Session, who: Visitor, event: EventRow) -> bytes | None:
    """Hand out all that somebody may have in one file, and note it; nothing where there is none."""
    from speeddate.printing.bundle import zipped  # noqa: PLC0415  # little of printing, but few pages need it

    rows = [row for row in _whole(session, who, event) if row.kind != IN_ONE]
    files = [(row.kind, seal_of(session).open_bytes(row.body)) for row in rows]
    if not files:
        return None
    with writing(session):
        note(session, who.id, "sheets taken", event.id)
    return zipped(files)


def _whole(session: Session, who: Visitor, event: EventRow) -> list[SheetRow]:
    """Find what somebody can be handed, with its bytes."""
    return [row for row in _theirs(session, who, event, whole=True) if not row.recalled]


def _theirs(session: Session, who: Visitor, event: EventRow, *, whole: bool = False) -> list[SheetRow]:
    who.ask("see sheets")
    kinds = frozenset[str]().union(*(KINDS.get(role, frozenset()) for role in who.roles))
    own = _own(session, who, event) if "counsellor" in kinds else frozenset()
    rows = sheets_of(session, event.id, whole=whole)
    return [row for row in rows if row.kind in kinds and (row.kind not in OWN or row.ref in own)]


def _own(session: Session, who: Visitor, event: EventRow) -> frozenset[str]:
    """Find the counsellors that somebody is, and their candidates."""
    seats = seats_of(session, event, who.id)
    theirs = (each["id"] for each in parts_of(session, event, "candidates") if each.get("counsellor") in seats)
    return seats | frozenset(theirs)


def _names(session: Session, event: EventRow) -> dict[str, Text]:
    """Name whose sheets there are; what is shared by what it is, and by its id, as the run sheet does."""
    people = (each for list_ in ("employers", "counsellors", "candidates") for each in parts_of(session, event, list_))
    shared = called(parts_of(session, event, "resources"))
    return {each["id"]: same(each.get("name") or each["id"]) for each in people} | shared
