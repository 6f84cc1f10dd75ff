"""What a candidate is called on sheets, and whom to turn to for them."""

from __future__ import annotations

from speeddate.domain.event import Event
from speeddate.domain.people import Candidate, Counsellor
from speeddate.printing.readable import printable
from speeddate.printing.words import HARD_SPACE, Voice

NOBODY = Counsellor(id="")


def number(candidate: Candidate) -> str:
    """Find the number a candidate goes by."""
    return candidate.number or candidate.id


def first_name(candidate: Candidate) -> str:
    """Find the first word of a candidate's name; empty when there is none that can be printed."""
    first = candidate.name.split(maxsplit=1)[:1]
    return first[0] if first and printable(first[0]) else ""


def first_name_and_initial(candidate: Candidate) -> str:
    """Write `Sara P.`: enough to find somebody on a list; empty for those who go by their number."""
    if not by_name(candidate):
        return ""
    last = candidate.name.split()[1:]
    initial = f" {last[-1][0]}." if last and printable(last[-1][0]) else ""
    return f"{first_name(candidate)}{initial}"


def unprintable(candidate: Candidate) -> bool:
    """Tell whether a candidate has a name, but one that the font lacks letters for."""
    return bool(candidate.name.strip()) and not first_name(candidate)


def as_number(candidate: Candidate, voice: Voice) -> str:
    """Call a candidate by number: `deltaker 7`."""
    return voice.say("sheet.participant", number=number(candidate))


def by_name(candidate: Candidate) -> bool:
    """Tell whether others may know a candidate's first name, and can read it."""
    return not candidate.use_number and bool(first_name(candidate))


def called(candidate: Candidate, voice: Voice) -> str:
    """Call a candidate what an employer may: the first name, or the number where they chose so."""
    return first_name(candidate) if by_name(candidate) else as_number(candidate, voice)


def contact(event: Event, counsellor: str) -> dict[str, str]:
    """Find a counsellor and their deputy, with numbers, by the names that texts use; empty where unknown."""
    known = event.counsellor.get(counsellor, NOBODY)
    named = {"counsellor": known.name, "counsellor_phone": unbroken(known.phone)}
    deputy = {"deputy": known.deputy, "deputy_phone": unbroken(known.deputy_phone)}
    return {**named, **deputy, "contact": known.name, "contact_phone": unbroken(known.phone)}


def unbroken(phone: str) -> str:
    """Keep a number on one line."""
    return phone.strip().replace(" ", HARD_SPACE)
