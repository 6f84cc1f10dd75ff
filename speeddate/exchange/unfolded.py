"""Unfold an event into the rows of its sheets: the same that folding them gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from speeddate.domain.event import Event
from speeddate.domain.text import Language
from speeddate.exchange.draft import LISTS
from speeddate.exchange.folded import PARAMS
from speeddate.exchange.needs import minutes_of
from speeddate.exchange.sheets import SHEETS
from speeddate.exchange.words import heading, said
from speeddate.exchange.written import content_of

Cells = list[str | int]
LABELS = ("field", "value")


def sheets_of(event: Event, language: Language) -> dict[str, list[Cells]]:
    """Write every sheet: its headings, and its rows."""
    content = content_of(event)
    frame = content["event"] | content["event"].get("directions", {})
    records = {"rounds": frame["rounds"], **{name: content.get(name, []) for name in LISTS}}
    records |= {"needs": list(needs_of(records["candidates"])), "interest": list(_interest(records["employers"]))}
    upright: list[Cells] = [[said(heading("event", label))[language] for label in LABELS], *_upright(frame, language)]
    return {
        sheet: upright if sheet == "event" else table_of(sheet, records[sheet], SHEETS[sheet], language)
        for sheet in SHEETS
    }


def table_of(sheet: str, records: list[dict[str, Any]], columns: Iterable[str], language: Language) -> list[Cells]:
    """Write some columns of a sheet: their headings, and a row for each record."""
    keys = list(columns)
    headings: Cells = [said(heading(sheet, key))[language] for key in keys]
    return [headings, *([_cell(sheet, key, record.get(key), language) for key in keys] for record in records)]


def _upright(frame: Mapping[str, Any], language: Language) -> Iterator[Cells]:
    for key in SHEETS["event"]:
        yield [said(heading("event", key))[language], _cell("event", key, frame.get(key), language)]


def _cell(sheet: str, key: str, value: Any, language: Language) -> str | int:
    return "" if value is None else SHEETS[sheet][key].write(value, language)


def needs_of(candidates: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a record for each need of each candidate."""
    for candidate in candidates:
        shares = candidate.get("shares", {})
        for need in candidate.get("needs", []):
            told = [employer for employer, keys in shares.items() if need["key"] in keys]
            yield {"candidate": candidate["id"], **_need(need)} | ({"told": told} if told else {})


def _need(need: dict[str, Any]) -> dict[str, Any]:
    """Spread a need's own numbers over the columns that are about them."""
    params = dict(need.get("params", {}))
    minutes, default = minutes_of(need["key"])
    row = {"need": need["key"], "strength": need["strength"]}
    if minutes in params:
        row["minutes"] = abs(params.pop(minutes)) if default < 0 else params.pop(minutes)
    row |= {key: params.pop(key) for key in PARAMS if key in params}
    others = "; ".join(f"{name}={value}" for name, value in params.items())
    return row | ({"params": others} if others else {})


def _interest(employers: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for employer in employers:
        for candidate, interest in employer.get("interest", {}).items():
            yield {"employer": employer["id"], "candidate": candidate, "interest": interest}
