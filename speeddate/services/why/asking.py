"""Ask for a longer search, beside the pages, for what a meeting would cost; see how far it is, and what came of it."""

from __future__ import annotations

from typing import Final, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from speeddate.domain.cost import Answer
from speeddate.services import events
from speeddate.services.board.basis import decisive, fingerprint
from speeddate.services.board.drafts import Pair, draft_row
from speeddate.services.board.solving import Stand, stand_of
from speeddate.services.errands import asked
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor
from speeddate.services.versions.published import held
from speeddate.store.database import writing
from speeddate.store.events import EventRow, content_of, part_row
from speeddate.store.jobs import JobRow, latest_job
from speeddate.store.seal import seal_of

ANSWERS: Final = TypeAdapter[Answer](Answer)


class Sought(NamedTuple):
    """What was last searched for: of which draft, for which two, how it stands, and the answer as long as it holds."""

    draft: int
    pair: Pair
    stand: Stand
    answer: Answer | None


def ask(session: Session, who: Visitor, event: str, draft: int, pair: Pair) -> str:
    """Ask for a search and give the job, or the one that is going on, whomever it is about. Raises RefusedError."""
    who.ask("make plans")
    with writing(session):
        row = events.found(session, who, event)
        alone(session, row)
        if not all(part_row(session, row, *each) for each in zip(("candidates", "employers"), pair, strict=True)):
            raise RefusedError(*pair)
        basis, about = basis_of(session, row, draft), " ".join(pair)
        return asked(
            session, JobRow(event_id=event, kind="cost", asked_by=who.id, basis=basis, draft=draft, about=about)
        )


def sought(session: Session, who: Visitor, event: EventRow) -> Sought | None:
    """Tell what was last searched for; None where nothing was, or of a draft that is gone."""
    who.ask("make plans")
    row = latest_job(session, event.id, "cost")
    if row is None or row.draft is None:
        return None
    answer = None
    if row.state == "done" and row.said and row.basis == basis_of(session, event, row.draft):
        answer = ANSWERS.validate_python(seal_of(session).open(row.said)["answer"])
    return Sought(row.draft, pair_of(row), stand_of(session, row), answer)


def answered(session: Session, who: Visitor, event: EventRow, draft: int, pair: Pair) -> Answer | None:
    """Give the answer that a longer search has found for two people of a draft, if nothing has changed since."""
    last = sought(session, who, event)
    return last.answer if last and (last.draft, last.pair) == (draft, pair) else None


def pair_of(row: JobRow) -> Pair:
    """Tell whom a search is about."""
    return Pair(*(row.about or " ").split(" "))


def basis_of(session: Session, event: EventRow, draft: int) -> str:
    """Make a fingerprint of all that a search starts from."""
    version, last = draft_row(session, event, draft).version, held(session, event)
    return fingerprint([decisive(content_of(session, event)), draft, version, last and last.number])
