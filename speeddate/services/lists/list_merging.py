"""Put the rows of a list that was sent into the list as it is: each over whom it is about, or at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from speeddate.domain.fault import Fault
from speeddate.exchange import ListFile
from speeddate.exchange.raw import Loc, Place, Raw
from speeddate.exchange.words import said, shown
from speeddate.services.lists.list_naming import Meant, read_counsellor, read_employers
from speeddate.services.lists.lists import PRIVATE, Scope, public
from speeddate.services.parts import Content

IDS: Final = {"candidates": "K{:02d}", "employers": "E{}"}
KEPT: Final = ("id", "number", "name")


@dataclass
class Merging:
    """What has been merged so far: the list by ids, which row is about whom, and the faults."""

    file: ListFile
    scope: Scope
    there: dict[str, Content]
    content: dict[str, Content]
    fresh: Iterator[str]
    by_number: dict[str, str]
    gone: frozenset[str]
    rows: dict[int, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    withheld: set[str] = field(default_factory=set)
    called: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    meant: dict[tuple[str, str], Meant] = field(default_factory=dict)

    def fault(self, place: Place, text: str, key: str, **values: object) -> None:
        """Point at a cell with the text of this key."""
        heading = shown(place.headings.get(key, key))
        self.faults.append(place.fault(said(text).filled(key=heading, **values), key))

    def withhold(self, place: Place, text: str, key: str) -> None:
        """Point once at a column that is not theirs to fill in."""
        if key not in self.withheld:
            self.withheld.add(key)
            self.fault(place, text, key)

    def raw(self, whole: Content, *, confided: bool = False) -> Raw:
        """Give the whole event with the list as it would be, and where in the file the parts of it stand.

        With only what is `confided`, nothing that is said of it tells anybody what they may not see.
        """
        kind, sent = self.scope.kind, self.file.raw
        order = {ref: number for number, ref in enumerate(self.content)}
        moved = {number: order[ref] for number, ref in self.rows.items()}
        places = {there: place for loc, place in sent.places.items() if (there := _moved(loc, kind, moved))}
        told = {there for loc in sent.told if (there := _moved(loc, kind, moved))}
        parts = [each if not confided or self.scope.confides(each) else public(each) for each in self.content.values()]
        return Raw("", whole | {kind: parts}, places, told, sent.unreadable)


def _moved(loc: Loc, kind: str, moved: Mapping[int, int]) -> Loc:
    """Say where something of the list stands in the event; nowhere, where it is of no row that was merged."""
    number = loc[1] if len(loc) > 1 and loc[0] == kind else None
    return (kind, moved[number], *loc[2:]) if isinstance(number, int) and number in moved else ()


def merge(file: ListFile, scope: Scope, there: list[Content], gone: Collection[str] = ()) -> Merging:
    """Merge all rows; those that cannot be are told, and left out. Nobody gets the id of somebody who is `gone`."""
    known = {each["id"]: each for each in there}
    taken = {record["id"] for record in file.records if isinstance(record.get("id"), str)} | known.keys() | {*gone}
    names = (IDS[scope.kind].format(number) for number in count(1))
    fresh = (name for name in names if name not in taken)
    by_number = {each["number"]: ref for ref, each in known.items() if each.get("number") and scope.registers(each)}
    merging = Merging(file, scope, known, dict(known), fresh, by_number, frozenset(gone))
    for number, record in enumerate(file.records):
        nobody = (scope.kind, number, "id") in file.raw.told  # which has been told
        if (file.place(number) or "needs" in record) and not nobody:
            _row(merging, number, record)
    _numbers(merging)
    return merging


def _row(merging: Merging, number: int, record: Content) -> None:
    place = merging.file.place(number)
    ref = _about(merging, record, place)
    if ref is None:
        return
    new = ref not in merging.there
    before = {"id": record.get("id", ref)} if new else merging.content[ref]
    merging.rows[number] = ref
    content = _public(merging, before, record, place) if place else dict(before)
    confides = merging.scope.confides(content if new else before)
    merging.content[ref] = content | _needs(merging, number, record, confides=confides, before=before)
    if place:
        _private(merging, merging.content[ref], record, place, confides=confides)


def _about(merging: Merging, record: Content, place: Place | None) -> str | None:
    """Find whom a row is about: by id, else by number, else somebody new; nobody, where that is a fault."""
    given, number = record.get("id"), record.get("number")
    key = "id" if given is not None else "number"
    by_number = merging.by_number.get(number) if given is None and isinstance(number, str) else None
    ref = (given if isinstance(given, str) else by_number) or next(merging.fresh)
    if place is None:
        return ref
    if ref in merging.seen:
        merging.fault(place, "list.twice", key)
        return None
    merging.seen.add(ref)
    if ref in merging.gone and merging.scope.whole:
        merging.fault(place, "list.gone", key)
        return None
    if ref in merging.gone or (ref in merging.there and not merging.scope.registers(merging.there[ref])):
        merging.fault(place, "list.not_yours", key)
        return None
    return ref


def _public(merging: Merging, before: Content, record: Content, place: Place) -> Content:
    """Put the cells of a row over what is there; an empty one empties its field, a column that is not there nothing."""
    there = [key for key in merging.file.columns.get(merging.scope.kind, ()) if not _is_private(merging.scope, key)]
    content = {key: value for key, value in before.items() if key not in there or key in KEPT}
    content |= {key: record[key] for key in there if key in record}
    if not content.get("name") or ("name" in there and "name" not in record and before.get("name")):
        merging.fault(place, "shape.missing", "name")
    if merging.scope.kind == "candidates":
        read_counsellor(merging, content, place)
        if "wishes" in there:
            read_employers(merging, content, place, "wishes")
    return content


def _private(merging: Merging, content: Content, record: Content, place: Place, *, confides: bool) -> None:
    """Put what only the own counsellor may write over what is there, or say whose it is."""
    for key in merging.file.columns.get(merging.scope.kind, ()):
        if _is_private(merging.scope, key) and confides:
            content.pop(key, None)
            content |= {key: record[key]} if key in record else {}
            if key == "avoid_employers":
                read_employers(merging, content, place, key)
        elif _is_private(merging.scope, key) and key in record:
            merging.withhold(place, "list.private", key)


def _needs(merging: Merging, number: int, record: Content, *, confides: bool, before: Content) -> Content:
    """Read what somebody needs, all of it, and who may be told; whoever has no rows of needs keeps them."""
    if "needs" not in record:
        return {}
    if not confides:
        merging.withhold(merging.file.raw.places[merging.scope.kind, number, "needs", 0], "list.needs", "need")
        return {}
    if "told" in merging.file.columns.get("needs", ()):
        _agreed(merging, number, record, before.get("shares", {}))
        return {"needs": record["needs"], "shares": record.get("shares", {})}
    keys = [need.get("key") for need in record["needs"]]
    shares = {employer: [key for key in told if key in keys] for employer, told in before.get("shares", {}).items()}
    return {"needs": record["needs"], "shares": {employer: told for employer, told in shares.items() if told}}


def _agreed(merging: Merging, number: int, record: Content, before: Mapping[str, Sequence[str]]) -> None:
    """A list may say again what a candidate has said yes to, or no longer say it; a new yes is the candidate's own."""
    agreed = {(employer, key) for employer, keys in record.get("shares", {}).items() for key in keys}
    agreed -= {(employer, key) for employer, keys in before.items() for key in keys}
    for position, need in enumerate(record["needs"]):
        if any(need.get("key") == key for _, key in agreed):
            merging.fault(merging.file.raw.places[merging.scope.kind, number, "needs", position], "list.told", "told")


def _is_private(scope: Scope, key: str) -> bool:
    return scope.kind == "candidates" and key in PRIVATE


def _numbers(merging: Merging) -> None:
    """A number is one candidate's."""
    taken: Counter[Any] = Counter(str(each.get("number")) for each in merging.content.values() if each.get("number"))
    for row, ref in merging.rows.items():
        number, place = merging.content[ref].get("number"), merging.file.place(row)
        if place and number and taken[str(number)] > 1 and number != merging.there.get(ref, {}).get("number"):
            merging.fault(place, "list.number", "number", name=shown(number))
