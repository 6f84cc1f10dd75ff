"""Where people meet: the day and the address, and a station's name, colour and symbol, the same on every sheet."""

from __future__ import annotations

import re

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.printing.blocks import Line, Sign, plain
from speeddate.printing.words import HARD_SPACE, Voice

COLOURS = ("blue", "yellow", "green", "orange", "purple", "white")
HELD_TOGETHER = re.compile(r" (?=\d+$)")
SYMBOLS = ("star", "sun", "moon", "heart", "tree", "house")


def day_and_address(event: Event, voice: Voice) -> Line:
    """Name the day and the address, to stand on a line of their own: `Onsdag 10. februar 2027, Storgata 900`."""
    written = voice.date(event.date)
    day = f"{written[:1].upper()}{written[1:]}"
    return voice.quietly("sheet.when", date=day, venue=event.venue) or plain(day)


def name(event: Event, station: str, voice: Voice) -> str:
    """Name a station: as the event does, else by its number."""
    return HELD_TOGETHER.sub(HARD_SPACE, event.station[station].name) or numbered(event, station, voice)


def numbered(event: Event, station: str, voice: Voice) -> str:
    """Name a station by its number alone."""
    return voice.say("sheet.station", number=_order(event, station) + 1).replace(" ", HARD_SPACE)


def used(event: Event, schedule: Schedule) -> frozenset[str]:
    """Find the stations where employers sit or anybody meets."""
    hosting = {station for employer in event.employers for station in employer.stations}
    return frozenset(hosting | {meeting.station for meeting in schedule.meetings})


def marks(event: Event, station: str) -> tuple[str, str]:
    """Find a station's colour and symbol by its order; after six, colours begin again with other symbols."""
    order = _order(event, station)
    return COLOURS[order % 6], SYMBOLS[(order + order // 6) % 6]


def sign(event: Event, station: str, voice: Voice) -> Sign:
    """Make the sign of a station, to be drawn."""
    colour, symbol = marks(event, station)
    return Sign(colour, symbol, f"{voice.say(f'colour.{colour}')}, {voice.say(f'symbol.{symbol}')}")


def _order(event: Event, station: str) -> int:
    return [known.id for known in event.stations].index(station)
