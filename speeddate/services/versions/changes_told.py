"""Say in sentences what is different in a later timetable: all of it to organisers, to others what is theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from speeddate.domain.clock import spoken
from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import LANGUAGES, Text, same
from speeddate.domain.words import texts
from speeddate.printing import person, place
from speeddate.printing.thing import interprets
from speeddate.printing.words import Voice
from speeddate.services.versions.changes import Comparison, Difference, worst_first
from speeddate.services.versions.concerned import along_with, counsellor_of, of_employer, told_otherwise

Reader = Literal["all", "employer", "along", "own"]
OWN_WORDS: Final = {"lost", "got"}
TEXTS: Final = texts("changes.csv")


class Told(NamedTuple):
    """A sentence, and the candidate it is about."""

    candidate: str
    text: Text


def to_organisers(comparison: Comparison) -> tuple[Told, ...]:
    """Tell all that is different, worst first; no need is named."""
    names = _Names(comparison.event, inside=True)
    differences = (names.told(each, "all") for each in comparison.differences)
    return (*differences, *(names.rearranged(name, "all") for name in comparison.arranged))


def to_employer(comparison: Comparison, employer: str) -> tuple[Told, ...]:
    """Tell an employer what is different in their own meetings, calling candidates what an employer may."""
    names = _Names(comparison.event, inside=False)
    theirs = worst_first(names.seen(each) for each in of_employer(comparison, employer))
    differences = (names.told(each, "employer") for each in theirs)
    otherwise = (name for told, name in told_otherwise(comparison) if told == employer)
    return (*differences, *(names.rearranged(name, "employer") for name in otherwise))


def to_counsellor(comparison: Comparison, counsellor: str) -> tuple[Told, ...]:
    """Tell a counsellor all of their own candidates, and of others where they come along and where no longer."""
    names = _Names(comparison.event, inside=True)
    own = {name for name in _concerned(comparison) if counsellor_of(comparison, name) == counsellor}
    theirs = (each for each in to_organisers(comparison) if each.candidate in own)
    others = (each for each in along_with(comparison, counsellor) if each.candidate not in own)
    return (*theirs, *(names.told(each, "along") for each in others))


def to_candidate(comparison: Comparison, candidate: str) -> tuple[Told, ...]:
    """Tell a candidate all that is different for them, and that is about nobody else."""
    names = _Names(comparison.event, inside=False)
    differences = (names.told(each, "own") for each in comparison.differences if each.candidate == candidate)
    arranged = (names.rearranged(name, "own") for name in comparison.arranged if name == candidate)
    return (*differences, *arranged)


def to_resource(comparison: Comparison, resource: str) -> tuple[Told, ...]:
    """Tell where an interpreter, a guide or a thing is wanted now, and where no longer."""
    names = _Names(comparison.event, inside=False)
    return tuple(names.told(each, "along") for each in along_with(comparison, resource))


def _concerned(comparison: Comparison) -> Iterator[str]:
    yield from (each.candidate for each in comparison.differences)
    yield from comparison.arranged


class _Names(NamedTuple):
    """What people and places are called, to those inside or to others; those who have left, by no name."""

    event: Event
    inside: bool

    def told(self, difference: Difference, reader: Reader) -> Told:
        """Say one difference to a reader."""
        values = self._values(difference)
        text = _said(_key(difference, reader)).filled(**values)
        for more in _also(difference, reader):
            text = _said(f"also.{more}").filled(sentence=text, **values)
        return Told(difference.candidate, text)

    def rearranged(self, candidate: str, reader: Reader) -> Told:
        """Say that something else is arranged for a candidate, and not what."""
        return Told(candidate, _said(f"{reader}.arranged").filled(who=self._who(candidate)))

    def seen(self, difference: Difference) -> Difference:
        """See a difference as an employer does: of who comes along, that it is a counsellor or an interpreter."""
        before, after = (meeting and self._seen(meeting) for meeting in (difference.before, difference.after))
        return replace(difference, before=before, after=after)

    def _seen(self, meeting: Meeting) -> Meeting:
        known = (self.event.resource.get(each) for each in meeting.resources)
        kinds = sorted(each.kind for each in known if each and interprets(each))
        return replace(meeting, people=meeting.people and ("",), resources=tuple(kinds))

    def _values(self, difference: Difference) -> dict[str, Text]:
        before, after = difference.before or difference.after, difference.after or difference.before
        assert before is not None
        assert after is not None
        new = {f"new_{name}": value for name, value in self._meeting(after).items()}
        return {"who": self._who(difference.candidate), **self._meeting(before), **new}

    def _meeting(self, meeting: Meeting) -> dict[str, Text]:
        employer = self.event.employer.get(meeting.employer)
        return {
            "time": spoken(meeting.start),
            "end": spoken(meeting.end),
            "employer": same((employer and employer.name) or meeting.employer),
            "place": self._place(meeting.station),
        }

    def _place(self, station: str) -> Text:
        if station not in self.event.station:
            return same(station)
        return Text(*(place.name(self.event, station, Voice(language)) for language in LANGUAGES))

    def _who(self, candidate: str) -> Text:
        known = self.event.candidate.get(candidate)
        if known is None:
            return _said("who.number_only").filled(number=candidate) if self.inside else _said("who.unknown")
        number, first_name = person.number(known), person.first_name(known)
        if not person.by_name(known):
            return _said("who.number_only").filled(number=number)
        return _said("who.named").filled(number=number, first_name=first_name) if self.inside else same(first_name)


def _key(difference: Difference, reader: Reader) -> str:
    """Find the words for what is worst of a difference; who comes along has own words for coming and going only."""
    before, after, kind = difference.before, difference.after, str(difference.worst)
    starts_otherwise = before is not None and after is not None and before.start != after.start
    if kind == "employer" and starts_otherwise:
        kind = "employer_time"
    if kind == "time" and not starts_otherwise:
        kind = "end"
    return f"{'all' if reader == 'along' and kind not in OWN_WORDS else reader}.{kind}"


def _also(difference: Difference, reader: Reader) -> Iterator[Literal["place", "company"]]:
    """Yield what else is different; an employer's place is known with the employer."""
    others = difference.kinds - {difference.worst}
    if "place" in others and "employer" not in difference.kinds:
        yield "place"
    if "company" in others and reader != "along":
        yield "company"


def _said(key: str) -> Text:
    return TEXTS[key]
