"""What somebody may see and change of a list of an event, and the list as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.exchange import ListKind, ListTables, write_list_csv, write_list_xlsx
from speeddate.exchange.sheets import SHEETS
from speeddate.services.events import found
from speeddate.services.parts import Content
from speeddate.services.permissions import Deed, RefusedError, Visitor
from speeddate.store.database import writing
from speeddate.store.events import EventRow, parts_of, seats_of
from speeddate.store.journal import note

CHANGE: Final[Mapping[ListKind, Deed]] = {"candidates": "change candidates", "employers": "change employers"}
PRIVATE: Final = (
    "avoid_employers", "avoid_candidates", "available", "strengths", "wants", "three_things", "questions",
    "share_questions",
)  # fmt: skip
PICTURES: Final = ("map", "picture")
ENDINGS: Final = ("xlsx", "csv")


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of an event to somebody: whose rows are theirs to register, and whose needs and own words they see.

    `counsellors` are those whose candidates they register, by id; `own` those of them that they are; `employers` all.
    """

    kind: ListKind
    whole: bool
    own: frozenset[str]
    counsellors: Mapping[str, str]
    employers: Mapping[str, str]

    def registers(self, content: Content) -> bool:
        """Tell whether a row is theirs to register."""
        return self.whole or content.get("counsellor") in self.own

    def confides(self, content: Content) -> bool:
        """Tell whether they see all of a row: the candidate's own words, and what they need."""
        return self.kind == "employers" or content.get("counsellor") in self.own

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that they have a use for."""
        hidden = PRIVATE if self.kind == "candidates" and not self.own else PICTURES
        return tuple(key for key in SHEETS[self.kind] if key not in hidden)


def public(content: Content) -> Content:
    """Leave out of a candidate what is for their own counsellor alone."""
    return {key: value for key, value in content.items() if key not in (*PRIVATE, "needs", "shares")}


def scope_of(session: Session, who: Visitor, event: EventRow, kind: ListKind) -> Scope:
    """Find what somebody may do with a list. Raises RefusedError."""
    who.ask(CHANGE[kind])
    own = seats_of(session, event, who.id) if kind == "candidates" and "counsellor" in who.roles else frozenset()
    whole = kind == "employers" or "organiser" in who.roles
    counsellors = {ref: name for ref, name in _names(session, event, "counsellors").items() if whole or ref in own}
    return Scope(kind, whole, own, counsellors, _names(session, event, "employers"))


def _names(session: Session, event: EventRow, list_: str) -> dict[str, str]:
    return {each["id"]: each.get("name", "") for each in parts_of(session, event, list_)}


def template(session: Session, who: Visitor, event: str, kind: ListKind, how: tuple[str, Language]) -> bytes:
    """Write an empty list to fill in: how says in which kind of file and in which language."""
    row = found(session, who, event)
    scope = scope_of(session, who, row, kind)
    needy = () if scope.own else None
    tables = ListTables(
        kind=kind, columns=scope.columns, records=(), needy=needy, beside=_beside(session, who, row, scope)
    )
    return _written(tables, how)


def exported(session: Session, who: Visitor, event: str, sheet: str, how: tuple[str, Language]) -> bytes:
    """Write a list, or what those on it need; that somebody took it is noted, and that they read needs."""
    kind: ListKind = "employers" if sheet == "employers" else "candidates"
    if sheet == "needs":
        who.ask("see needs")
    with writing(session):
        row = found(session, who, event)
        scope = scope_of(session, who, row, kind)
        content = _written(_tables(session, who, row, scope, sheet), how)
        note(session, who.id, f"{kind} exported", event)
        for each in _confided(session, row, scope):
            note(session, who.id, "needs exported", f"{event} {each['id']}")
    return content


def _tables(session: Session, who: Visitor, row: EventRow, scope: Scope, sheet: str) -> ListTables:
    if sheet == "needs" and not scope.own:
        raise RefusedError(row.id)
    theirs = [each for each in parts_of(session, row, scope.kind) if scope.registers(each)]
    confided = _confided(session, row, scope) if scope.own else None
    return ListTables(
        kind=scope.kind,
        columns=() if sheet == "needs" else scope.columns,
        records=[each if scope.confides(each) else public(each) for each in theirs],
        needy=confided,
        beside=_beside(session, who, row, scope),
    )


def _confided(session: Session, row: EventRow, scope: Scope) -> list[Content]:
    """List the candidates of whom a file holds all that is private."""
    theirs = parts_of(session, row, scope.kind) if scope.own else ()
    return [each for each in theirs if scope.confides(each)]


def _beside(session: Session, who: Visitor, row: EventRow, scope: Scope) -> dict[str, list[Content]]:
    """List those whom the rows may name, as far as somebody may see them."""
    if scope.kind == "employers":
        return {"stations": parts_of(session, row, "stations")}
    named = [{"id": ref, "name": name} for ref, name in scope.counsellors.items()]
    employers = {"employers": parts_of(session, row, "employers")} if who.may("see employers") else {}
    return {"counsellors": named} | employers


def _written(tables: ListTables, how: tuple[str, Language]) -> bytes:
    ending, language = how
    return (write_list_xlsx if ending == "xlsx" else write_list_csv)(tables, language)
