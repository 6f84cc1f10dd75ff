"""Find out whether the journal is as it was written."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.services.permissions import Visitor
from speeddate.store.journal import EntryRow, broken

MARK = 16


class Checked(NamedTuple):
    """How many entries there are, which are not as they were written, and how to know the newest again."""

    entries: int
    broken: tuple[int, ...]
    mark: str


def check(session: Session, who: Visitor) -> Checked:
    """Check every entry."""
    who.ask("check the journal")
    wrong = tuple(broken(session))
    newest = session.scalars(select(EntryRow).order_by(EntryRow.number.desc()).limit(1)).first()
    return Checked(newest.number if newest else 0, wrong, newest.hash.hex()[:MARK] if newest else "")
