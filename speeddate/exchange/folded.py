"""Fold the sheets of a workbook into what JSON would hold: needs into candidates, interest into employers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from speeddate.domain.fault import Fault
from speeddate.exchange.draft import LISTS
from speeddate.exchange.needs import minutes_of
from speeddate.exchange.raw import Loc, Place, Raw
from speeddate.exchange.sheets import DIRECTIONS
from speeddate.exchange.tables import Record, Table, records_of, upright
from speeddate.exchange.words import close, said, shown
from speeddate.exchange.written import FORMAT

PARAMS = ("from", "to", "lang", "max")


@dataclass
class Folding:
    """What has been folded so far: the content, the place of each record, and the faults."""

    file: str
    content: dict[str, Any] = field(default_factory=lambda: {"format": FORMAT, "event": {}})
    places: dict[Loc, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    numbers: dict[tuple[str, object], int] = field(default_factory=dict)

    def owner(self, sheet: str, record: Record, key: str) -> dict[str, Any] | None:
        """Find the record that a row belongs to; it is a fault when there is none."""
        name = record.values.get(key)
        if (sheet, name) in self.numbers:
            found: dict[str, Any] = self.content[sheet][self.numbers[sheet, name]]
            return found
        ids = [known for among, known in self.numbers if among == sheet and isinstance(known, str)]
        meant = close(name, ids) if isinstance(name, str) else ""
        text = said("name.unknown_close" if meant else "name.unknown" if name else "shape.missing")
        words = {"name": shown(name), "among": said(f"among.{sheet}"), "close": shown(meant)}
        self.faults.append(record.place.fault(text.filled(**words, key=shown(record.place.headings[key])), key))
        return None


def folded(file: str, tables: Mapping[str, Table]) -> tuple[Raw, list[Fault]]:
    """Fold all tables of an event."""
    folding = Folding(file)
    folding.places["event",] = Place(file)
    if "event" in tables:
        _event(folding, tables["event"])
    for sheet in ("rounds", *LISTS, *FOLDS):
        if sheet in tables:
            _sheet(folding, sheet, tables[sheet])
    return Raw(file, folding.content, folding.places), folding.faults


def _event(folding: Folding, table: Table) -> None:
    record, places, faults = upright(table)
    folding.faults += faults
    folding.places["event",] = record.place
    directions = {key: value for key, value in record.values.items() if key in DIRECTIONS}
    rest = {key: value for key, value in record.values.items() if key not in DIRECTIONS}
    folding.content["event"] = rest | ({"directions": directions} if directions else {})
    for key, place in places.items():
        folding.places[("event", "directions", key) if key in DIRECTIONS else ("event", key)] = place


def _sheet(folding: Folding, sheet: str, table: Table) -> None:
    """Fold one table: a list of its own, or rows that belong to records of others."""
    records = records_of(table)
    folding.faults += records.faults
    if sheet in FOLDS:
        for record in records.rows:
            FOLDS[sheet](folding, record)
        return
    home: Loc = ("event", sheet) if sheet == "rounds" else (sheet,)
    owner = folding.content["event"] if sheet == "rounds" else folding.content
    owner[sheet] = [record.values for record in records.rows]
    folding.places[home] = records.place
    for number, record in enumerate(records.rows):
        folding.places[*home, number] = record.place
        folding.numbers.setdefault((sheet, record.values.get("id")), number)


def _interest(folding: Folding, record: Record) -> None:
    """Fold what an employer thinks of a candidate."""
    employer = folding.owner("employers", record, "employer")
    candidate = folding.owner("candidates", record, "candidate")
    if employer is None or candidate is None:
        return
    interest = employer.setdefault("interest", {})
    if candidate["id"] in interest:
        folding.faults.append(record.place.fault(said("table.row_twice"), "candidate"))
    interest[candidate["id"]] = record.values.get("interest")
    loc = ("employers", folding.numbers["employers", employer["id"]], "interest", candidate["id"])
    folding.places[loc] = replace(record.place, column=record.place.headings["interest"])


def _need(folding: Folding, record: Record) -> None:
    """Fold what a candidate asks for, and which employers may be told."""
    candidate, values = folding.owner("candidates", record, "candidate"), record.values
    if candidate is None:
        return
    needs = candidate.setdefault("needs", [])
    key, number = values.get("need"), folding.numbers["candidates", candidate["id"]]
    minutes, default = minutes_of(key)
    headings = {**record.place.headings, "key": record.place.headings["need"]}
    place = replace(record.place, headings={**headings, minutes: headings["minutes"]})
    folding.places["candidates", number, "needs", len(needs)] = place
    strength = {"strength": values["strength"]} if "strength" in values else {}
    needs.append({"params": _params(values, minutes, default)} | strength | ({"key": key} if key else {}))
    told = values.get("told", [])
    shares = candidate.setdefault("shares", {})
    for employer in told if isinstance(told, list) else [""]:
        shares.setdefault(employer, []).append(key if isinstance(told, list) else told)
        folding.places["candidates", number, "shares", employer] = replace(place, column=headings["told"])


def _params(values: Mapping[str, Any], minutes: str, default: int) -> Any:
    """Gather a need's own numbers: minutes are those its kind is about, taken away where it takes some away."""
    params: dict[str, Any] = {key: values[key] for key in PARAMS if key in values}
    if "minutes" in values:
        amount = values["minutes"]
        params[minutes] = -abs(amount) if default < 0 and isinstance(amount, int) else amount
    others = values.get("params", "")
    if not isinstance(others, str):
        return others
    pairs = [part.partition("=") for part in others.split(";") if part.strip()]
    return params | {name.strip(): _number_or_word(value.strip()) for name, _, value in pairs}


def _number_or_word(value: str) -> int | str:
    return int(value) if value.removeprefix("-").isdecimal() else value


FOLDS = {"needs": _need, "interest": _interest}
