"""Signs to hang up: one for each station, and those that show the way; nobody who comes is named."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.printing import place
from speeddate.printing.blocks import Banner
from speeddate.printing.sheet import Page
from speeddate.printing.words import Voice

ARROWS = ("←", "→")
EVERYWHERE = ("wait", "toilet", "lift", "no_photo", "in_meeting", "free")


def station_signs(event: Event, schedule: Schedule, voice: Voice) -> Iterator[tuple[str, Page]]:
    """Yield a page for each station in use: its symbol, number and employers."""
    for station in event.stations:
        if station.id in place.used(event, schedule):
            hosts = (employer.name for employer in event.employers if station.id in employer.stations)
            words = (*_name(event, station.id, voice), *filter(None, hosts))
            yield station.id, Page((Banner(words, place.sign(event, station.id, voice)),))


def _name(event: Event, station: str, voice: Voice) -> Iterator[str]:
    """Name a station, and number it where its name holds no number."""
    name = place.name(event, station, voice)
    yield name
    if not any(map(str.isdigit, name)):
        yield place.numbered(event, station, voice)


def way_signs(event: Event, voice: Voice) -> Iterator[tuple[str, Page]]:
    """Yield the signs that every event needs, and those of what there is here."""
    for arrow in ARROWS:
        yield f"way {arrow}", Page((Banner((voice.say("sign.way"), arrow)),))
    for sign in (*EVERYWHERE, *_here(event)):
        yield sign, Page((Banner((voice.say(f"sign.{sign}"),)),))


def _here(event: Event) -> Iterator[str]:
    if any(resource.kind == "quiet_place" for resource in event.resources):
        yield "quiet"
    if any("scent_free" in station.features for station in event.stations):
        yield "no_perfume"
