"""Write the calendar of one employer or one counsellor: neutral entries that a later edition replaces."""

from __future__ import annotations

import datetime as dt
import hmac
import json
from collections.abc import Sequence
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from speeddate.domain.event import Event
from speeddate.domain.neutral import neutral
from speeddate.domain.people import Counsellor, Employer
from speeddate.domain.text import Language, Text, same
from speeddate.exchange.appointments import Edition, Key, Kind, appointments
from speeddate.exchange.words import said

MAKER: Final = "-//speeddate//calendar//NO"
TITLES: Final[dict[Kind, str]] = {
    "meeting": "calendar.meeting", "before": "calendar.talk", "after": "calendar.talk", "door": "calendar.door",
}  # fmt: skip


def write_calendar(
    edition: Edition,
    whose: Employer | Counsellor,
    language: Language,
    *,
    secret: bytes,
    earlier: Sequence[Edition] = (),
) -> bytes | None:
    """Write an iCalendar file (UTF-8) of an edition; None where its owner has no appointment and never had one.

    `secret` belongs to the event and never changes: it makes entries replace those of `earlier` editions, and keeps
    whom they are about from whoever guesses. What an earlier edition held and this does not is written as cancelled.
    """
    writer = _Writer(edition, whose, language, secret)
    past = sorted(earlier, key=lambda then: then.schedule.version)
    gone = {key: each for then in past for key, each in _booked(then, whose).items()}
    standing = _booked(edition, whose)
    entries = [writer.entry(key, each, "CONFIRMED") for key, each in standing.items()]
    entries += [writer.entry(key, each, "CANCELLED") for key, each in gone.items() if key not in standing]
    return writer.calendar(entries) if entries else None


class _Booked(NamedTuple):
    """An appointment as an edition has it."""

    event: Event
    start: int
    end: int
    station: str

    def moments(self) -> tuple[dt.datetime, dt.datetime]:
        """Find when it starts by the clock on the wall there, and when it ends so many minutes later."""
        start = _utc(self.event, _midnight(self.event) + dt.timedelta(minutes=self.start))
        return start, start + dt.timedelta(minutes=self.end - self.start)

    def place(self) -> Text | None:
        """Name its station: as the event does, or by its number where that shows too much; None when it is gone."""
        station = self.event.station.get(self.station)
        if station is None:
            return None
        number = list(self.event.station).index(self.station) + 1
        return same(name) if (name := neutral(station.name)) else said("calendar.station").filled(number=number)


def _booked(edition: Edition, whose: Employer | Counsellor) -> dict[Key, _Booked]:
    return {key: _Booked(edition.event, *each) for key, each in appointments(edition, whose).items()}


class _Writer(NamedTuple):
    """Whose calendar is written, from what, and in which language."""

    edition: Edition
    whose: Employer | Counsellor
    language: Language
    secret: bytes

    def calendar(self, entries: list[Entry]) -> bytes:
        calendar = Calendar()
        for name, value in (("prodid", MAKER), ("version", "2.0"), ("method", "PUBLISH")):
            calendar.add(name, value)
        for entry in sorted(entries, key=lambda entry: (entry.start, entry["uid"])):
            calendar.add_component(entry)
        written: bytes = calendar.to_ical()
        return written

    def entry(self, key: Key, booked: _Booked, status: str) -> Entry:
        entry = Entry()
        start, end = booked.moments()
        entry.add("uid", self._uid(key))
        entry.add("sequence", self.edition.schedule.version)
        entry.add("dtstamp", self._made_at())
        entry.add("dtstart", start)
        entry.add("dtend", end)
        entry.add("summary", self._title(key.kind, booked.place()))
        if venue := neutral(booked.event.venue):
            entry.add("location", venue)
        entry.add("status", status)
        entry.add("class", "PRIVATE")
        return entry

    def _uid(self, key: Key) -> str:
        """Name an entry, the same in every edition, so that nobody without the secret can guess whom it is about."""
        owner = "counsellor" if isinstance(self.whose, Counsellor) else "employer"
        about = json.dumps([self.edition.event.id, owner, self.whose.id, *key])
        return hmac.new(self.secret, about.encode(), "sha256").hexdigest()[:32]

    def _title(self, kind: Kind, place: Text | None) -> str:
        title = said(TITLES[kind])
        at_place = place is not None and kind != "door"
        return (said("calendar.at").filled(what=title, where=place) if at_place else title)[self.language]

    def _made_at(self) -> dt.datetime:
        """Read when the plan was made; of a plan that does not say it well, the evening's midnight."""
        event, schedule = self.edition
        try:
            return _utc(event, dt.datetime.fromisoformat(schedule.made_at))
        except (ValueError, OverflowError):
            return _utc(event, _midnight(event))


def _midnight(event: Event) -> dt.datetime:
    return dt.datetime.combine(event.date, dt.time())


def _utc(event: Event, moment: dt.datetime) -> dt.datetime:
    """Read a moment as UTC, which every calendar knows; one that names no zone is by the clocks at the event."""
    return moment.replace(tzinfo=moment.tzinfo or ZoneInfo(event.timezone)).astimezone(dt.UTC)
