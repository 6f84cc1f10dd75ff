"""Letters to employers, in words that tell nobody who looks over a shoulder what they are about."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from speeddate.domain.deadlines import usual
from speeddate.domain.event import Event
from speeddate.domain.text import Language
from speeddate.printing.words import Voice
from speeddate.services.setup.frame import today_in


def invitation(event: Event, ref: str, *, link: str, sender: str, language: Language) -> tuple[str, str]:
    """Write the subject and the text of an invitation to an employer."""
    voice = Voice(language)
    (employer,) = (each for each in event.employers if each.id == ref)
    day, minutes = voice.date(event.date), min(round_.end - round_.start for round_ in event.rounds)
    paragraphs = (
        voice.say("email.employer.invite", count=employer.max_meetings, date=day, minutes=minutes),
        voice.say("email.employer.link", link=link),
        voice.say("email.employer.questions", reply_by=_reply_by(event, voice)),
        voice.say("email.employer.keep"),
        voice.say("email.employer.sign_off", name=sender),
    )
    return voice.say("email.employer.subject", date=day), "\n\n".join(filter(None, paragraphs))


def _reply_by(event: Event, voice: Voice) -> str:
    """Say by when employers have written about themselves; nothing when that has passed."""
    due = event.employers_by or usual("employers_by", event.date)
    return voice.date(due) if due >= today_in(ZoneInfo(event.timezone)) else ""
