"""Bring in a list: it is read and shown first, and written when it is sent again and would still do the same."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from speeddate.exchange import ListFile, ListKind, read_list
from speeddate.services.events import found
from speeddate.services.lists.list_previews import Preview, preview_of
from speeddate.services.lists.list_sealing import Sent
from speeddate.services.lists.lists import ENDINGS, Scope, scope_of
from speeddate.services.parts import Content
from speeddate.services.permissions import Visitor
from speeddate.services.registration.candidates import new_number, withdrawn
from speeddate.store.database import writing
from speeddate.store.events import EventRow, append, part_row, parts_of
from speeddate.store.journal import note
from speeddate.store.seal import seal_of


class OutdatedError(Exception):
    """Raised when the event has changed, so that the list would do something else than was shown: what it would now."""

    def __init__(self, now: Preview) -> None:
        super().__init__()
        self.now = now


def previewed(session: Session, who: Visitor, event: str, kind: ListKind, sent: Sent) -> Preview:
    """Read a list that was sent, and say what it would do; raises BadInput with every fault there is."""
    row = found(session, who, event)
    scope = scope_of(session, who, row, kind)
    return preview_of(session, row, scope, _read(session, row, scope, sent))


def bring_in(session: Session, who: Visitor, event: str, kind: ListKind, sent: Sent) -> Preview:
    """Write what was shown, all or nothing, and give it; raises OutdatedError, and BadInput where it has faults now."""
    row = found(session, who, event)
    file = _read(session, row, scope_of(session, who, row, kind), sent)
    try:
        with writing(session):
            session.get(EventRow, event, with_for_update=True)
            row = found(session, who, event)
            shown = preview_of(session, row, scope_of(session, who, row, kind), file)
            if shown.mark != sent.mark:
                raise OutdatedError(shown)
            _write(session, row, kind, shown)
            for ref in (*shown.added, *shown.changed):
                note(session, who.id, f"{kind} imported", f"{event} {ref}")
    except (IntegrityError, StaleDataError):  # somebody else was first, on a database where several write at once
        raise OutdatedError(previewed(session, who, event, kind, sent)) from None
    return shown


def _read(session: Session, row: EventRow, scope: Scope, sent: Sent) -> ListFile:
    """Read a file in a private folder, and leave nothing there."""
    ending = PureWindowsPath(sent.name).suffix.casefold()
    known = [each["id"] for each in parts_of(session, row, scope.kind) if scope.registers(each)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{ending if ending.removeprefix('.') in ENDINGS else ''}"
        path.write_bytes(sent.content)
        return read_list(path, scope.kind, known)


def _write(session: Session, row: EventRow, kind: ListKind, shown: Preview) -> None:
    seal = seal_of(session)
    for ref, content in shown.changed.items():
        part = part_row(session, row, kind, ref)
        if part is not None:
            part.body = seal.close(content)
    session.flush()
    there = parts_of(session, row, kind)
    taken = {each.get("number", "") for each in (*there, *withdrawn(session, row), *shown.added.values())}
    added = shown.added.values()
    append(session, row, kind, *(added if kind == "employers" else (_numbered(content, taken) for content in added)))


def _numbered(content: Content, taken: set[str]) -> Content:
    """Give a candidate a number that nobody else here has."""
    if content.get("number"):
        return content
    number = new_number(taken)
    taken.add(number)
    return {"id": content["id"], "number": number} | content
