"""Read and write events."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from speeddate.domain.catalogue import Need, catalogue, need
from speeddate.domain.clock import DAY, Window, Windows, at, clock
from speeddate.domain.event import Directions, Event, Round
from speeddate.domain.fault import BadInput
from speeddate.domain.people import Candidate, Counsellor, Employer, Pin, Resource, Station
from speeddate.exchange.faults import faults_of
from speeddate.exchange.files import read_json
from speeddate.exchange.models import CandidatePart, EmployerPart, EventFile, NeedPart, Part
from speeddate.exchange.references import faults_between

CLOCKS = {"from", "to"}


def read_event(path: Path) -> Event:
    """Read an event; raises BadInput with every fault there is."""
    raw = read_json(path)
    try:
        file = EventFile.model_validate(raw)
    except ValidationError as error:
        raise BadInput(*faults_of(error, path.name)) from None
    if faults := tuple(faults_between(file, path.name)):
        raise BadInput(*faults)
    return _event(file)


def _event(file: EventFile) -> Event:
    frame = _plain(file.event, leave={"directions", "rounds", "latest_end"})
    return Event(
        **frame,
        directions=Directions(**file.event.directions.model_dump()),
        rounds=tuple(Round(part.start, part.end) for part in file.event.rounds),
        latest_end=file.event.latest_end or 0,
        stations=tuple(Station(**_plain(part)) for part in file.stations),
        employers=tuple(map(_employer, file.employers)),
        counsellors=tuple(Counsellor(**_plain(part)) for part in file.counsellors),
        resources=tuple(Resource(**_plain(part)) for part in file.resources),
        candidates=tuple(map(_candidate, file.candidates)),
        pins=tuple(Pin(**part.model_dump()) for part in file.pins),
    )


def _employer(part: EmployerPart) -> Employer:
    return Employer(**_plain(part, leave={"max_meetings"}), max_meetings=part.max_meetings or 0)


def _candidate(part: CandidatePart) -> Candidate:
    fields = _plain(part, leave={"needs", "shares"})
    shares = {employer: tuple(keys) for employer, keys in part.shares.items()}
    return Candidate(**fields, needs=tuple(map(_need, part.needs)), shares=shares)


def _need(part: NeedPart) -> Need:
    params = {key: at(str(value)) if key in CLOCKS else value for key, value in part.params.items()}
    return need(part.key, part.strength, **params)


SETS = {"features", "near", "venue_features", "avoid_employers", "avoid_candidates"}


def _plain(part: Part, *, leave: set[str] = frozenset()) -> dict[str, Any]:  # type: ignore[assignment]
    """Turn the lists of a part into what domain values hold."""
    fields = {key: value for key, value in part if key not in leave}
    for key, value in fields.items():
        if key == "available":
            fields[key] = tuple(Window(*window) for window in value) or DAY
        elif key in SETS:
            fields[key] = frozenset(value)
        elif isinstance(value, list):
            fields[key] = tuple(value)
    return fields


def write_event(event: Event) -> bytes:
    """Write an event as canonical JSON; reading it gives the same event."""
    frame = {
        key: value
        for key, value in vars(event).items()
        if key in EventFile.model_fields["event"].annotation.model_fields  # type: ignore[union-attr]
    }
    whole = {
        "format": "speeddate.event/1",
        "event": {**_json(frame), "rounds": [{"start": clock(a), "end": clock(b)} for a, b in event.rounds]}
        | {"latest_end": clock(event.latest_end)},
        **{key: [_json(_fields(one)) for one in getattr(event, key)] for key in LISTS},
        "pins": [{**_fields(pin), "start": pin.start and clock(pin.start)} for pin in event.pins],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1, default=str) + "\n").encode()


LISTS = ("stations", "employers", "counsellors", "resources", "candidates")


def _fields(value: object) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}  # type: ignore[attr-defined]


def _json(fields: dict[str, Any]) -> dict[str, Any]:
    """Write fields as JSON values, leaving out what is empty."""
    written = {key: _value(key, value) for key, value in fields.items()}
    return {key: value for key, value in written.items() if value not in (None, "", [], {})}


def _value(key: str, value: Any) -> Any:
    if key == "available":
        return [] if value == DAY else _windows(value)
    if key == "needs":
        return [_written(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return _json(_fields(value)) if isinstance(value, Directions) else value


def _windows(windows: Windows) -> list[list[str]]:
    return [[clock(window.start), clock(window.end)] for window in windows]


def _written(asked: Need) -> dict[str, Any]:
    own = {key: value for key, value in asked.params.items() if catalogue()[asked.key].params.get(key) != value}
    params = {key: clock(int(value)) if key in CLOCKS else value for key, value in own.items()}
    return {"key": asked.key, "strength": asked.strength, **({"params": params} if params else {})}
