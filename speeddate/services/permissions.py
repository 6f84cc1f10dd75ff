"""Who may do what: one table, asked by every service before it does anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from speeddate.domain.text import Language
from speeddate.store.offices import Role, UserRow

Deed = Literal[
    "see events", "make events", "export events", "delete events",
    "see employers", "change employers", "invite employers", "seat counsellors", "see counsellors",
    "see candidates", "change candidates", "see needs",
    "change frames", "see what is possible", "see todos", "change todos",
    "make plans", "publish plans", "see plans", "see check-in", "print sheets", "see sheets",
    "look after users", "check the journal",
]  # fmt: skip

MAY: Final[Mapping[Deed, frozenset[Role]]] = {
    "see events": frozenset({"organiser", "counsellor", "liaison", "host"}),
    "make events": frozenset({"organiser"}),
    "export events": frozenset({"organiser"}),
    "delete events": frozenset({"organiser"}),
    "see employers": frozenset({"organiser", "liaison"}),
    "change employers": frozenset({"organiser", "liaison"}),
    "invite employers": frozenset({"organiser", "liaison"}),
    "seat counsellors": frozenset({"organiser"}),
    "see counsellors": frozenset({"organiser", "counsellor"}),
    "see candidates": frozenset({"organiser", "counsellor"}),
    "change candidates": frozenset({"organiser", "counsellor"}),
    "see needs": frozenset({"counsellor"}),
    "change frames": frozenset({"organiser"}),
    "see what is possible": frozenset({"organiser"}),
    "see todos": frozenset({"organiser", "counsellor", "liaison", "host"}),
    "change todos": frozenset({"organiser"}),
    "make plans": frozenset({"organiser"}),
    "publish plans": frozenset({"organiser"}),
    "see plans": frozenset({"organiser"}),
    "see check-in": frozenset({"organiser", "host"}),
    "print sheets": frozenset({"organiser"}),
    "see sheets": frozenset({"organiser", "counsellor", "host"}),
    "look after users": frozenset({"administrator"}),
    "check the journal": frozenset({"administrator"}),
}


class Where(NamedTuple):
    """Which part of which event, in a list that is known."""

    event: str
    ref: str


class RefusedError(Exception):
    """Raised when somebody asks for what is not theirs, or is not there: the answer is the same."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in."""

    id: str
    office: str
    name: str
    roles: frozenset[Role]
    language: Language

    @classmethod
    def of(cls, user: UserRow) -> Visitor:
        """Know a user who is here."""
        return cls(user.id, user.office_id, user.name, frozenset(user.roles), user.language)

    def may(self, deed: Deed) -> bool:
        """Tell whether one of their roles lets them do something."""
        return bool(self.roles & MAY[deed])

    def ask(self, deed: Deed) -> None:
        """Pass if they may do something. Raises RefusedError."""
        if not self.may(deed):
            raise RefusedError(deed)


class LockedError(Exception):
    """Raised when a guest asks for what is private before they have given their code."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A candidate or an employer who has come by a link of their own: to one part of one event, and nothing else."""

    id: str
    list: Literal["candidates", "employers"]
    where: Where
    language: Language | None
    knows_code: bool

    def ask(self, list_: Literal["candidates", "employers"], where: Where) -> None:
        """Pass if this is their own. Raises RefusedError."""
        if (self.list, self.where) != (list_, where):
            raise RefusedError(where.ref)

    def unlock(self) -> None:
        """Pass if they have given their code. Raises LockedError."""
        if not self.knows_code:
            raise LockedError(self.where.ref)
