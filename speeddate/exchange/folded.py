"""Fold the sheets of a workbook into what JSON would hold: needs into candidates, interest into employers."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

from speeddate.domain.fault import Fault
from speeddate.exchange.draft import LISTS
from speeddate.exchange.needs import minutes_of
from speeddate.exchange.raw import Loc, Place, Raw, Refused
from speeddate.exchange.sheets import DIRECTIONS
from speeddate.exchange.tables import Record, Table, records_of, upright
from speeddate.exchange.words import close, said, shown
from speeddate.exchange.written import FORMAT

REQUIRED: Mapping[str, Loc] = {"event": ("event", "date"), "rounds": ("event", "rounds")}
PARAMS = ("from", "to", "lang", "max")


@dataclass
class Folding:
    """What has been folded so far: the content, the place of each record, and the faults."""

    file: str
    unreadable: AbstractSet[str] = frozenset()
    content: dict[str, Any] = field(default_factory=lambda: {"format": FORMAT, "event": {}})
    places: dict[Loc, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    told: set[Loc] = field(default_factory=set)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    strangers: dict[tuple[str, str], int] = field(default_factory=dict)

    def owner(self, sheet: str, record: Record, key: str) -> int:
        """Find the record that a row belongs to; the row of nobody is a fault, and belongs to a stranger."""
        name = record.values.get(key)
        if isinstance(name, str) and (sheet, name) in self.numbers:
            return self.numbers[sheet, name]
        self.nobody(sheet, record, key)
        if not isinstance(name, str):
            return self.stranger(sheet, record)
        if (sheet, name) not in self.strangers:
            self.strangers[sheet, name] = self.stranger(sheet, record)
        return self.strangers[sheet, name]

    def nobody(self, sheet: str, record: Record, key: str) -> None:
        """Tell that a row names nobody."""
        name = record.values.get(key)
        if isinstance(name, str) and sheet in self.unreadable:  # nobody knows who is on it
            return
        known = [known for among, known in self.numbers if among == sheet]
        meant = close(name, known) if isinstance(name, str) else ""
        unknown = "name.unknown_close" if meant else "name.unknown" if known else "name.none"
        words = {"name": shown(name), "among": said(f"among.{sheet}"), "close": shown(meant)}
        text = said(name.why if isinstance(name, Refused) else unknown if name else "shape.missing")
        self.faults.append(record.place.fault(text.filled(**words, key=shown(record.place.headings[key])), key))

    def stranger(self, sheet: str, record: Record) -> int:
        """Add a record without an id, so that a row without a place of its own is checked too."""
        records = self.content.setdefault(sheet, [])
        records.append({})
        number = len(records) - 1
        self.places[sheet, number] = record.place
        self.told.add((sheet, number, "id"))
        return number


def folded(file: str, tables: Mapping[str, Table], unreadable: AbstractSet[str]) -> tuple[Raw, list[Fault]]:
    """Fold all tables of an event; what is missing because its table cannot be read is no fault of its own."""
    folding = Folding(file, unreadable)
    folding.told.update(loc for sheet, loc in REQUIRED.items() if sheet in unreadable)
    folding.places["event",] = Place(file)
    if "event" in tables:
        _event(folding, tables["event"])
    for sheet in ("rounds", *LISTS, *FOLDS):
        if sheet in tables:
            fold_sheet(folding, sheet, tables[sheet])
    return Raw(file, folding.content, folding.places, folding.told, unreadable), folding.faults


def _event(folding: Folding, table: Table) -> None:
    record, places, faults = upright(table)
    folding.faults += faults
    folding.places["event",] = record.place
    directions = {key: value for key, value in record.values.items() if key in DIRECTIONS}
    rest = {key: value for key, value in record.values.items() if key not in DIRECTIONS}
    folding.content["event"] = rest | ({"directions": directions} if directions else {})
    for key, place in places.items():
        folding.places[("event", "directions", key) if key in DIRECTIONS else ("event", key)] = place


def fold_sheet(folding: Folding, sheet: str, table: Table) -> None:
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
        if isinstance(name := record.values.get("id"), str):
            folding.numbers.setdefault((sheet, name), number)


def _interest(folding: Folding, record: Record) -> None:
    """Fold what an employer thinks of a candidate; of nobody, or once more, a stranger thinks it."""
    number, candidate = folding.owner("employers", record, "employer"), record.values.get("candidate")
    if not isinstance(candidate, str):
        folding.nobody("candidates", record, "candidate")
        number, candidate = folding.stranger("employers", record), ""
        folding.told.add(("employers", number, "interest", candidate, "[key]"))
    elif candidate in folding.content["employers"][number].get("interest", {}):
        folding.faults.append(record.place.fault(said("table.row_twice"), "candidate"))
        number = folding.stranger("employers", record)
    folding.content["employers"][number].setdefault("interest", {})[candidate] = record.values.get("interest")
    headings = record.place.headings
    place = replace(record.place, column=headings["interest"], headings={"[key]": headings["candidate"]})
    folding.places["employers", number, "interest", candidate] = place


def _need(folding: Folding, record: Record) -> None:
    """Fold what a candidate asks for."""
    values, headings = record.values, record.place.headings
    number = folding.owner("candidates", record, "candidate")
    needs = folding.content["candidates"][number].setdefault("needs", [])
    key = values.get("need")
    minutes, default = minutes_of(key)
    place = replace(record.place, headings={**headings, "key": headings["need"], minutes: headings["minutes"]})
    folding.places["candidates", number, "needs", len(needs)] = place
    strength = {"strength": values["strength"]} if "strength" in values else {}
    needs.append({"params": _params(values, minutes, default)} | strength | ({"key": key} if key else {}))
    told = values.get("told", [])
    if isinstance(told, list):
        _shares(folding, number, place, key, told)
    else:
        needs[-1]["told"] = told if isinstance(told, Refused) else Refused("shape.text")


def _shares(folding: Folding, number: int, place: Place, key: object, told: list[str]) -> None:
    """Fold which employers may be told of a need; what is wrong with the need is told in its own cell."""
    shares = folding.content["candidates"][number].setdefault("shares", {})
    for employer in told:
        needs = shares.setdefault(employer, [])
        loc = ("candidates", number, "shares", employer, len(needs))
        folding.told.add(loc)
        folding.places[loc] = folding.places[loc[:-1]] = replace(place, column=place.headings["told"])
        needs.append(key)


def _params(values: Mapping[str, Any], minutes: str, default: int) -> dict[str, Any]:
    """Gather a need's own numbers: minutes are those its kind is about, taken away where it takes some away."""
    params: dict[str, Any] = {key: values[key] for key in PARAMS if key in values}
    if "minutes" in values:
        amount = values["minutes"]
        params[minutes] = -abs(amount) if default < 0 and isinstance(amount, int) else amount
    others = values.get("params", "")
    if not isinstance(others, str):
        return params | {"params": others}
    pairs = [part.partition("=") for part in others.split(";") if part.strip()]
    return params | {name.strip(): _number_or_word(value.strip()) for name, _, value in pairs}


def _number_or_word(value: str) -> int | str:
    return int(value) if value.removeprefix("-").isdecimal() else value


FOLDS = {"needs": _need, "interest": _interest}
