"""The kinds of sheets, in the order in which they are handed out, and the files of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from textwrap import shorten
from typing import Final, Literal

from speeddate.domain.people import Candidate, Counsellor, Employer, Resource
from speeddate.printing.guest import Guest
from speeddate.printing.kinds import candidate as pack
from speeddate.printing.kinds.badges import badges
from speeddate.printing.kinds.check_in import check_in
from speeddate.printing.kinds.contacts import contacts
from speeddate.printing.kinds.counsellor import counsellor_sheet
from speeddate.printing.kinds.employer_cover import card, cover
from speeddate.printing.kinds.feedback import feedback
from speeddate.printing.kinds.meeting_page import meeting_page
from speeddate.printing.kinds.resource import booking, resource_sheet, title
from speeddate.printing.kinds.run_sheet import run_sheet
from speeddate.printing.kinds.signs import station_signs, way_signs
from speeddate.printing.kinds.timetable import timetable
from speeddate.printing.press import Draft, Make, Press
from speeddate.printing.thing import interprets

Kind = Literal[
    "timetable", "run-sheet", "check-in", "contacts", "signs", "badges", "feedback",
    "resource", "employer", "counsellor", "candidate", "pack",
]  # fmt: skip
LONGEST_NAME: Final = 80


def drafts(press: Press, kind: Kind) -> Iterator[Draft]:
    """Yield the files of a kind, none for people without a meeting; a pack is made of all the others."""
    return DRAFTS[kind](press)


def _timetable(press: Press) -> Iterator[Draft]:
    make = partial(timetable, press.event, press.schedule, press.voice, most_columns=press.look.most_columns)
    yield _one(press, "timetable", press.voice.say("timetable.title"), make, lying=True)


def _run_sheet(press: Press) -> Iterator[Draft]:
    make = partial(run_sheet, press.event, press.schedule, press.voice, press.instead)
    yield _one(press, "run-sheet", press.voice.say("run.title_short"), make)


def _check_in(press: Press) -> Iterator[Draft]:
    make = partial(check_in, press.event, press.schedule, press.voice)
    yield _one(press, "check-in", press.voice.say("checkin.title"), make, lying=True)


def _contacts(press: Press) -> Iterator[Draft]:
    make = partial(contacts, press.event, press.voice)
    yield _one(press, "contacts", press.voice.say("contacts.title"), make)


def _badges(press: Press) -> Iterator[Draft]:
    make = partial(badges, press.event, press.schedule, press.voice)
    yield _one(press, "badges", press.voice.say("badge.title"), make)


def _one(press: Press, kind: Kind, title: str, make: Make, *, lying: bool = False) -> Draft:
    """Make the draft of a kind that is one sheet for all."""
    sheet = press.sheet(press.voice, title, footer=press.voice.say("footer.return"), lying=lying)
    return Draft(kind, sheet, press.look, ((kind, make),))


def _signs(press: Press) -> Iterator[Draft]:
    pages = (*station_signs(press.event, press.schedule, press.voice), *way_signs(press.event, press.voice))
    sheet = press.sheet(press.voice, press.voice.say("sign.title"), footer="")
    yield Draft("signs", sheet, press.look, tuple((name, partial(lambda page: page, page)) for name, page in pages))


def _feedback(press: Press) -> Iterator[Draft]:
    voice = press.voice
    sheet = press.sheet(voice, voice.say("feedback.title"), footer=voice.say("footer.return"))
    meetings = sorted(press.schedule.meetings)
    pages = tuple((f"{m.candidate}-{m.employer}", partial(feedback, press.event, voice, m)) for m in meetings)
    if pages:
        yield Draft("feedback", sheet, press.look, pages)


def _resources(press: Press) -> Iterator[Draft]:
    return (_resource(press, resource) for resource in press.event.resources)


def _resource(press: Press, resource: Resource) -> Draft:
    event, schedule, voice = press.event, press.schedule, press.voice
    pages: tuple[tuple[str, Make], ...] = (("plan", partial(resource_sheet, event, schedule, voice, resource)),)
    if interprets(resource):
        pages += (("booking", partial(booking, event, schedule, voice, resource)),)
    sheet = press.sheet(voice, title(event, resource, voice), footer=voice.say("footer.return"))
    return Draft(f"resource-{resource.id}", sheet, press.look, pages)


def _employers(press: Press) -> Iterator[Draft]:
    return (_employer(press, employer) for employer in press.event.employers if press.meetings(employer=employer.id))


def _employer(press: Press, employer: Employer) -> Draft:
    event, voice, meetings = press.event, press.voice, press.meetings(employer=employer.id)
    title = voice.say("cover.title", event=event.name or voice.say("sheet.event"))
    only_for = shorten(voice.say("page.watermark", employer=employer.name), LONGEST_NAME, placeholder=" …")
    sheet = press.sheet(voice, title, footer=". ".join(filter(None, (only_for, voice.say("footer.return")))))
    make = partial(meeting_page, event, press.schedule, voice)
    each = (
        (meeting.candidate, partial(make, meeting, (number, len(meetings))))
        for number, meeting in enumerate(meetings, start=1)
    )
    covers = ("cover", partial(cover, event, employer, meetings, voice)), ("card", partial(card, voice))
    return Draft(f"employer-{employer.id}", sheet, press.look, (*covers, *each))


def _counsellors(press: Press) -> Iterator[Draft]:
    return (_counsellor(press, counsellor) for counsellor in press.event.counsellors)


def _counsellor(press: Press, counsellor: Counsellor) -> Draft:
    voice = press.voice
    make = partial(counsellor_sheet, press.event, press.schedule, voice, counsellor)
    title = voice.say("counsellor.title", counsellor=counsellor.name or counsellor.id)
    sheet = press.sheet(voice, title, footer=voice.say("footer.return"))
    packs = tuple(
        _candidate(press, candidate)
        for candidate in press.event.candidates
        if candidate.counsellor == counsellor.id and press.meetings(candidate=candidate.id)
    )
    return Draft(f"counsellor-{counsellor.id}", sheet, press.look, (("counsellor", make),), packs)


def _candidates(press: Press) -> Iterator[Draft]:
    everybody = press.event.candidates
    return (_candidate(press, candidate) for candidate in everybody if press.meetings(candidate=candidate.id))


def _candidate(press: Press, candidate: Candidate) -> Draft:
    voice = press.own_voice(candidate)
    guest = Guest(
        event=press.event,
        candidate=candidate,
        meetings=press.meetings(candidate=candidate.id),
        missed=press.schedule.missed_by(candidate.id),
        voice=voice,
    )
    sheet = press.sheet(voice, voice.say("pack.title"), footer=voice.say("footer.own"))
    return Draft(f"candidate-{candidate.id}", sheet, press.own_look(candidate), pack.pages(guest))


DRAFTS: Final[dict[Kind, Callable[[Press], Iterator[Draft]]]] = {
    "timetable": _timetable,
    "run-sheet": _run_sheet,
    "check-in": _check_in,
    "contacts": _contacts,
    "signs": _signs,
    "badges": _badges,
    "feedback": _feedback,
    "resource": _resources,
    "employer": _employers,
    "counsellor": _counsellors,
    "candidate": _candidates,
}
