"""What employers may be told: a yes or a no to each sentence, for each employer; nothing is told before a yes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as with_
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Employer
from speeddate.domain.text import LANGUAGES, Text
from speeddate.services import events
from speeddate.services.parts import Content, Kept, replace
from speeddate.services.permissions import RefusedError, Where
from speeddate.services.registration.interest import forget
from speeddate.services.registration.own import Actor, Own, keep, private_own, taken_own, unlocked
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import note
from speeddate.store.progress import ConsentRow
from speeddate.store.seal import seal_of
from speeddate.store.sheets import Recall, forget_sheets

SHOWN: Final = "shown"


class About(NamedTuple):
    """What a question is about: which employer may be told what a need asks of them."""

    employer: str
    need: str


class Answer(NamedTuple):
    """A yes or a no, and when it was said."""

    yes: bool
    at: datetime


class Receipt(NamedTuple):
    """What was asked, word for word, and what was answered."""

    about: About
    words: Text
    yes: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence for one employer, word for word, and what was last answered."""

    about: About
    employer: str
    sentence: Text
    allowed: bool
    answer: Answer | None


def questions(session: Session, who: Actor, where: Where) -> tuple[Own, list[Question]]:
    """Ask a candidate about each sentence for each employer they may meet and know of; raises as `unlocked` does."""
    found = unlocked(session, who, where)
    return found, list(_questions(session, found))


def answer(  # noqa: PLR0913  # who answers what about whom, and what becomes of what is printed
    session: Session,
    who: Actor,
    where: Where,
    version: int,
    answers: Mapping[About, bool],
    *,
    recall: Recall = forget_sheets,
) -> None:
    """Keep what a candidate answers, with the words they were asked; raises ChangedError, and as `unlocked` does.

    After a no, no printed sheet may say otherwise: all are forgotten, unless `recall` knows which do.
    """
    with writing(session):
        found = private_own(session, who, where)
        asked = {question.about: question for question in _questions(session, found)}
        if not answers.keys() <= asked.keys():
            raise RefusedError(where.ref)
        allowed = {about: answers.get(about, question.allowed) for about, question in asked.items()}
        replace(session, found.event, found.part(), Kept({"shares": _shares(allowed)}, version))
        if not all(answers.values()):
            recall(session, where.event)
        for about, yes in answers.items():
            if asked[about].answer is None or asked[about].allowed != yes:
                _receive(session, who, where, Receipt(about, asked[about].sentence, yes))
        note(session, who.id, "sharing changed", " ".join(where))


def show(session: Session, who: Actor, where: Where, words: Text, *, yes: bool) -> None:
    """Let employers read a candidate's own words under their number alone, or no longer."""
    with writing(session):
        found = taken_own(session, who, where)
        found.part()
        keep(session, found, with_(found.progress, shown=yes))
        if not yes:
            forget(session, found.event, where.ref)
        _receive(session, who, where, Receipt(About("", SHOWN), words, yes))
        note(session, who.id, "own words shown" if yes else "own words hidden", " ".join(where))


def answered(session: Session, event: EventRow, ref: str) -> dict[About, Answer]:
    """Find the last answer of a candidate to each question."""
    kept = receipts(session, event, ref)
    return {About(body["employer"], body["need"]): Answer(body["yes"], body["at"]) for body in kept}


def receipts(session: Session, event: EventRow, ref: str) -> list[Content]:
    """List all that a candidate has answered, oldest first, with the words they were asked."""
    rows = select(ConsentRow).where(ConsentRow.event_id == event.id, ConsentRow.ref == ref).order_by(ConsentRow.at)
    return [{"at": row.at, **seal_of(session).open(row.body)} for row in session.scalars(rows)]


def _questions(session: Session, found: Own) -> Iterator[Question]:
    event = events.opened(session, found.event)
    candidate = event.candidate[found.content["id"]]
    minutes, given = _minutes(event, candidate), answered(session, found.event, candidate.id)
    known = _known(session, found, event)
    for need in (need for need in candidate.needs if need.kind.share == "ask"):
        for employer in known:
            about = About(employer.id, need.key)
            allowed = need.key in candidate.shares.get(employer.id, ())
            name = employer.name or employer.id
            yield Question(about, name, need.told(minutes), allowed, given.get(about))


def _known(session: Session, found: Own, event: Event) -> list[Employer]:
    """List whom a candidate may be asked about: where employers are hidden, only those they have said yes to before."""
    candidate = event.candidate[found.content["id"]]
    others = [each for each in event.employers if each.id not in candidate.avoid_employers]
    if not event.hide_employers:
        return others
    kept = receipts(session, found.event, candidate.id)
    named = {*candidate.shares, *(body["employer"] for body in kept if body["yes"])}
    return [each for each in others if each.id in named]


def _minutes(event: Event, candidate: Candidate) -> int:
    """Count how long a meeting of theirs would last, if all that they ask for is arranged."""
    start, end = event.rounds[0]
    return end - start + sum(need.number("extra_min") for need in candidate.asks("extra_min"))


def _shares(allowed: Mapping[About, bool]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for about in (about for about, yes in allowed.items() if yes):
        told.setdefault(about.employer, []).append(about.need)
    return told


def _receive(session: Session, who: Actor, where: Where, receipt: Receipt) -> None:
    words = {language: receipt.words[language] for language in LANGUAGES}
    body = seal_of(session).close({**receipt.about._asdict(), "yes": receipt.yes, "words": words})
    session.add(ConsentRow(event_id=where.event, ref=where.ref, said_by=who.id, body=body))
    session.flush()
