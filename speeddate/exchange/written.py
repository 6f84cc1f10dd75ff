"""Write an event as JSON would hold it: what has its default is left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from speeddate.domain.catalogue import Need, catalogue
from speeddate.domain.clock import Window, clock
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Pin
from speeddate.domain.picture import Picture
from speeddate.exchange.draft import LISTS
from speeddate.exchange.needs import CLOCKS
from speeddate.exchange.pictures import file_name

FORMAT = "speeddate.event/1"


def write_event_json(event: Event) -> bytes:
    """Write an event file; beside its `picture_files`, reading it gives the same event."""
    return json_bytes(content_of(event))


def json_bytes(content: dict[str, Any]) -> bytes:
    """Write JSON for people to read and versions to compare."""
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def content_of(event: Event) -> dict[str, Any]:
    """Write an event as plain lists and records."""
    whole = _record(event)
    frame = {key: value for key, value in whole.items() if key not in LISTS}
    lists = {name: whole[name] for name in LISTS if name in whole}
    return {"format": FORMAT, "event": frame, **lists}


def _record(value: Any) -> dict[str, Any]:
    names = [field.name for field in fields(value) if getattr(value, field.name) != _default(field)]
    return {name: _value(value, name) for name in names}


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _value(owner: Any, name: str) -> Any:
    value = getattr(owner, name)
    if name == "latest_end" or (name == "start" and isinstance(owner, Pin)):
        return clock(value)
    return file_name(value) if isinstance(value, Picture) else _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Round | Window):
        return _times(value)
    if isinstance(value, frozenset | tuple):
        return [_plain(one) for one in (sorted(value) if isinstance(value, frozenset) else value)]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Need):
        return _need(value)
    if is_dataclass(value):
        return _record(value)
    return value if isinstance(value, str | int) else value.isoformat()


def _times(value: Round | Window) -> dict[str, str] | list[str]:
    start, end = clock(value.start), clock(value.end)
    return {"start": start, "end": end} if isinstance(value, Round) else [start, end]


def _need(need: Need) -> dict[str, Any]:
    """Write a need with the parameters that are not its kind's."""
    own = {param: value for param, value in need.params.items() if catalogue()[need.key].params.get(param) != value}
    params = {param: clock(int(value)) if param in CLOCKS else value for param, value in own.items()}
    return {"key": need.key, "strength": need.strength} | ({"params": params} if params else {})
