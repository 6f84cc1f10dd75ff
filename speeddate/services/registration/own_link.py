"""Hand a candidate a link of their own, or shut it: their own counsellor alone can."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from speeddate.domain.text import Language
from speeddate.printing.words import Voice
from speeddate.services.access import guests
from speeddate.services.access.guests import Invitation
from speeddate.services.permissions import Visitor, Where
from speeddate.services.registration.own import Own, contact, minutes, taken_own
from speeddate.services.setup.frame import deadlines
from speeddate.store.database import writing
from speeddate.store.journal import note
from speeddate.store.mail import MessageRow

SUBJECT: Final = "email.subject.invite"
LETTER: Final = ("email.invite.1", "email.invite.2", "email.invite.3", "email.invite.4", "email.sign_off")


def invite(session: Session, who: Visitor, where: Where) -> Invitation:
    """Make a new link and code; the ones before open nothing any more. Raises RefusedError."""
    with writing(session):
        taken_own(session, who, where)
        return guests.invite(session, who.id, "candidates", where)


def send(session: Session, who: Visitor, where: Where, email: str, doorstep: str) -> Invitation:
    """Make a new link and send it, in words that say nothing of where one is known; the address is not kept."""
    with writing(session):
        mine = taken_own(session, who, where)
        made = guests.invite(session, who.id, "candidates", where)
        guests.post(session, "candidates", where, _letter(session, mine, email, doorstep + made.key))
    return made


def shut_out(session: Session, who: Visitor, where: Where) -> None:
    """Let a candidate's link open nothing any more. Raises RefusedError."""
    with writing(session):
        taken_own(session, who, where)
        guests.shut(session, "candidates", where)
        note(session, who.id, "guest shut out", " ".join(where))


def _letter(session: Session, mine: Own, email: str, link: str) -> MessageRow:
    """Write a letter in the candidate's language."""
    language: Language = mine.content.get("language") or "nb"
    voice, helper = Voice(language), contact(session, mine)
    values = {
        "first_name": mine.called,
        "minutes": minutes(session, mine),
        "date": voice.date(mine.event.date),
        "reply_by": voice.date(deadlines(session, mine.event)["candidates_by"].day),
        "link": link,
        "counsellor": helper.get("name", ""),
        "counsellor_phone": helper.get("phone", ""),
    }
    said = [voice.say(key, **values) for key in LETTER]
    return MessageRow(to=email, subject=voice.say(SUBJECT, **values), text="\n\n".join(filter(None, said)))
