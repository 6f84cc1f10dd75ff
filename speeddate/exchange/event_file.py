"""Read an event, however it was written: every format comes through this door and is checked by the same models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from speeddate.domain.event import Event
from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.picture import Picture
from speeddate.exchange.built import event_of
from speeddate.exchange.csv_folder import sources_in
from speeddate.exchange.doubts import doubtful
from speeddate.exchange.draft import Draft, draft_of
from speeddate.exchange.folded import folded
from speeddate.exchange.json_file import read_json
from speeddate.exchange.needs import unmeetable
from speeddate.exchange.pictures import Find, among, beside, pictures_of
from speeddate.exchange.raw import Raw
from speeddate.exchange.references import misnamed
from speeddate.exchange.refused import MOST_FAULTS, kind_of, refused
from speeddate.exchange.sources import tables_of
from speeddate.exchange.times import out_of_order
from speeddate.exchange.workbook import sources_of


def read_event(path: Path) -> Event:
    """Read an event from JSON, a workbook or a folder of CSV files; raises BadInput with every fault there is."""
    return read_event_with_warnings(path)[0]


def read_event_with_warnings(path: Path) -> tuple[Event, tuple[Fault, ...]]:
    """Read an event, and what may be a slip although it is allowed; raises BadInput with every fault there is."""
    raw, faults, warnings = _read(path)
    event, doubts = checked(raw, faults, partial(beside, path if path.is_dir() else path.parent))
    return event, (*warnings, *doubts)


def read_event_content(content: dict[str, Any], pictures: Mapping[str, bytes]) -> Event:
    """Read an event that is at hand as a file would hold it, with its pictures by their names; raises BadInput."""
    return checked(Raw("", content), [], partial(among, pictures))[0]


def check_event_content(content: dict[str, Any], pictures: Mapping[str, bytes]) -> None:
    """Check an event that is at hand likewise, where nobody asks for the event itself; raises BadInput."""
    _sound(Raw("", content), [], partial(among, pictures))


def checked(raw: Raw, faults: Iterable[Fault], find: Find) -> tuple[Event, tuple[Fault, ...]]:
    """Build an event of what was read, with its doubts; raises BadInput with all faults, those that are known too."""
    draft, pictures = _sound(raw, faults, find)
    return event_of(draft.frame, draft.parts, pictures), tuple(doubtful(draft))


def _sound(raw: Raw, faults: Iterable[Fault], find: Find) -> tuple[Draft, dict[str, Picture]]:
    draft, wrong_shape = draft_of(raw)
    pictures, unfit = pictures_of(draft, find)
    checks = chain(faults, wrong_shape, out_of_order(draft), misnamed(draft), unmeetable(draft), unfit)
    if found := list(dict.fromkeys(islice(checks, MOST_FAULTS))):
        raise BadInput(*_in_order(found))
    return draft, pictures


def _read(path: Path) -> tuple[Raw, list[Fault], list[Fault]]:
    """Read any of the formats, with faults and warnings about its tables."""
    kind = kind_of(path)
    if kind == "json":
        content, faults = read_json(path)
        return Raw(path.name, content), faults, []
    found = tables_of(sources_of(path) if kind == "workbook" else sources_in(path))
    if not found.tables and not found.faults:
        raise refused(path, f"file.no_{kind}")
    raw, faults = folded(path.name, found.tables, found.unreadable)
    return raw, [*found.faults, *faults], found.warnings


def _in_order(faults: list[Fault]) -> list[Fault]:
    """Put the faults of each sheet together, from its top to its bottom."""
    sheets = list(dict.fromkeys((fault.file, fault.sheet) for fault in faults))
    return sorted(faults, key=lambda fault: (sheets.index((fault.file, fault.sheet)), fault.row or 0))
