"""Invite employers by links of their own: shown once, or sent to an address that is not kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.services.access import guests
from speeddate.services.events import found, opened
from speeddate.services.parts import alone
from speeddate.services.permissions import RefusedError, Visitor, Where
from speeddate.services.registration.employers import LIST
from speeddate.services.registration.letters import invitation
from speeddate.store.database import writing
from speeddate.store.events import EventRow, part_row, parts_of
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow


@dataclass(frozen=True, slots=True)
class Guesthood:
    """What an employer is called, and whether it has a link."""

    name: str
    invited: bool


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a link is sent, in which language, and what stands before its key."""

    to: str
    language: Language
    doorstep: str


def guesthood(session: Session, who: Visitor, where: Where) -> Guesthood:
    """Find whether an employer has a link. Raises RefusedError."""
    who.ask("invite employers")
    event = _there(session, who, where)
    names = {each["id"]: each.get("name", "") for each in parts_of(session, event, LIST)}
    return Guesthood(names[where.ref] or where.ref, where.ref in guests.invited(session, LIST, where.event))


def invite(session: Session, who: Visitor, where: Where) -> str:
    """Make a new link for an employer, and give its key; the one they had opens no more."""
    who.ask("invite employers")
    with writing(session):
        alone(session, _there(session, who, where))
        return guests.invite(session, who.id, LIST, where).key


def send(session: Session, who: Visitor, where: Where, envelope: Envelope) -> None:
    """Send an employer a new link; their address is forgotten as soon as that has gone."""
    who.ask("invite employers")
    with writing(session):
        row = _there(session, who, where)
        alone(session, row)
        event = opened(session, row)
        link = f"{envelope.doorstep}{guests.invite(session, who.id, LIST, where).key}"
        subject, text = invitation(event, where.ref, link=link, sender=who.name, language=envelope.language)
        guests.post(session, LIST, where, MessageRow(to=envelope.to, subject=subject, text=text))


def shut(session: Session, who: Visitor, where: Where) -> None:
    """Let an employer's link open no more, and end their sessions."""
    who.ask("invite employers")
    with writing(session):
        _there(session, who, where)
        guests.shut(session, LIST, where)
        note(session, who.id, "guest shut out", " ".join(where))


def _there(session: Session, who: Visitor, where: Where) -> EventRow:
    event = found(session, who, where.event)
    if part_row(session, event, LIST, where.ref) is None:
        raise RefusedError(where.ref)
    return event
