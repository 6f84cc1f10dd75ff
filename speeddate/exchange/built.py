"""Build an event of parts that have been checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from speeddate.domain.catalogue import Need, need
from speeddate.domain.clock import Window, at
from speeddate.domain.event import Directions, Event, Round
from speeddate.domain.people import Candidate, Counsellor, Employer, Pin, Resource, Station
from speeddate.domain.picture import Picture
from speeddate.domain.tongue import tongue
from speeddate.exchange.candidate_part import CandidatePart, NeedPart
from speeddate.exchange.frame import FramePart
from speeddate.exchange.models import EmployerPart, ResourcePart
from speeddate.exchange.needs import CLOCKS
from speeddate.exchange.pictures import PICTURED
from speeddate.exchange.shapes import Part

SETS = {"features", "near", "venue_features", "avoid_employers", "avoid_candidates"}
OWN_FIELD = {"avoid_employer": ("avoid_employers", "employer"), "avoid_person": ("avoid_candidates", "candidate")}


def event_of(frame: FramePart, parts: Mapping[str, Mapping[int, Any]], pictures: Mapping[str, Picture]) -> Event:
    """Build the event, with pictures by the names of their files; what has a default in the domain gets it there."""
    lists = {name: tuple(numbered.values()) for name, numbered in parts.items()}
    return Event(
        **_fields(frame, leave={"directions", "rounds", "latest_end", *PICTURED}),
        **_pictured(frame, pictures),
        directions=Directions(**_fields(frame.directions)),
        rounds=tuple(sorted(Round(part.start, part.end) for part in frame.rounds)),
        latest_end=frame.latest_end or 0,
        stations=tuple(Station(**_fields(part)) for part in lists["stations"]),
        employers=tuple(_employer(part, pictures) for part in lists["employers"]),
        counsellors=tuple(Counsellor(**_fields(part)) for part in lists["counsellors"]),
        resources=tuple(map(_resource, lists["resources"])),
        candidates=tuple(map(_candidate, lists["candidates"])),
        pins=tuple(Pin(**_fields(part)) for part in lists["pins"]),
    )


def _fields(part: Part, *, leave: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    """Turn the lists of a part into what domain values hold."""
    return {key: _value(key, value) for key, value in part if key not in leave}


def _value(key: str, value: Any) -> Any:
    if key == "available":
        return tuple(Window(*window) for window in value)
    if key in SETS:
        return frozenset(value)
    return tuple(value) if isinstance(value, list) else value


def _pictured(part: Part, pictures: Mapping[str, Picture]) -> dict[str, Any]:
    return {field: pictures.get(getattr(part, field)) for field in PICTURED}


def _employer(part: EmployerPart, pictures: Mapping[str, Picture]) -> Employer:
    fields = _fields(part, leave={"max_meetings", *PICTURED})
    return Employer(**fields, **_pictured(part, pictures), max_meetings=part.max_meetings or 0)


def _resource(part: ResourcePart) -> Resource:
    kind, colon, language = part.kind.partition(":")
    return Resource(**_fields(part, leave={"kind"}), kind=kind.strip() + (colon and colon + tongue(language)))


def _candidate(part: CandidatePart) -> Candidate:
    """A need to avoid somebody is kept among those whom a candidate avoids."""
    fields = _fields(part, leave={"needs", "shares"})
    for asked in part.needs:
        if asked.key in OWN_FIELD:
            field, param = OWN_FIELD[asked.key]
            fields[field] |= {asked.params[param]}
    return Candidate(
        **fields,
        needs=tuple(_need(asked) for asked in part.needs if asked.key not in OWN_FIELD),
        shares={employer: _in_order(part, told) for employer, told in part.shares.items()},
    )


def _in_order(part: CandidatePart, told: list[str]) -> tuple[str, ...]:
    return tuple(asked.key for asked in part.needs if asked.key in told)


def _need(asked: NeedPart) -> Need:
    params = {param: _param(param, value) for param, value in asked.params.items()}
    return need(asked.key, asked.strength, **params)


def _param(param: str, value: int | str) -> int | str:
    if param in CLOCKS:
        return at(str(value))
    return tongue(value) if param == "lang" and isinstance(value, str) else value
