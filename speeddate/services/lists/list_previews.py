"""Say what a list that was sent would add and change, before anything is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from speeddate.domain.fault import Fault
from speeddate.domain.text import LANGUAGES, Text, same
from speeddate.exchange import ListFile, content_of
from speeddate.exchange.event_file import checked
from speeddate.exchange.pictures import among
from speeddate.exchange.raw import Raw
from speeddate.exchange.sheets import SHEETS
from speeddate.exchange.words import heading, said, shown
from speeddate.services.lists.list_merging import merge
from speeddate.services.lists.list_words import doubtful, unfit
from speeddate.services.lists.lists import PRIVATE, Scope
from speeddate.services.parts import Content
from speeddate.services.registration.candidates import withdrawn
from speeddate.store.events import EventRow, pictures_of
from speeddate.store.events import content_of as kept_content
from speeddate.store.journal import gone

SETTLED = ("stations", "max_meetings")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changes: its heading, what it says and what it would say; neither where that is private."""

    label: Text
    before: Text | None = None
    after: Text | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be added and changed, by ids, who stays as they are, what to look at again, and a mark of it all."""

    added: Mapping[str, Content]
    changed: Mapping[str, Content]
    fields: Mapping[str, tuple[Field, ...]]
    stays: int
    doubts: tuple[Fault, ...]
    mark: str

    @property
    def empty(self) -> bool:
        """Tell whether nothing would be written."""
        return not self.added and not self.changed


def preview_of(session: Session, event: EventRow, scope: Scope, file: ListFile) -> Preview:
    """Compare a list that was sent with the list as it is; raises BadInput with every fault there is."""
    whole, find = kept_content(session, event), partial(among, pictures_of(session, event))
    away = [each["id"] for each in withdrawn(session, event)] if scope.kind == "candidates" else []
    merging = merge(file, scope, whole.get(scope.kind, []), {*away, *gone(session, event.id)})
    before = _records(whole, checked(Raw("", whole), [], find)[0], scope)
    raw = merging.raw(whole)
    faults = [*file.faults, *merging.faults, *unfit(merging)]
    event_then, _ = checked(raw, faults, find)
    _, doubts = checked(merging.raw(whole, confided=True), [], find)
    after = _records(raw.content, event_then, scope)
    added = {ref: content for ref, content in after.items() if ref not in before}
    changed = {ref: content for ref, content in after.items() if ref in before and content != before[ref]}
    doubts = (*file.warnings, *doubtful(merging), *(doubt for doubt in doubts if doubt.file))
    seen = sorted(before), {ref: before[ref] for ref in changed}, changed, added, sorted(scope.own)
    return Preview(
        added,
        changed,
        {ref: _fields(scope, before[ref], changed[ref]) for ref in changed},
        sum(map(scope.registers, before.values())) - len(changed),
        doubts,
        sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest(),
    )


def _records(whole: Content, event: Any, scope: Scope) -> dict[str, Content]:
    """Write a list the one way; where an employer sits is left open if it was."""
    given = {each["id"]: each for each in whole.get(scope.kind, [])}
    records = {each["id"]: each for each in content_of(event).get(scope.kind, [])}
    if scope.kind == "employers":
        for ref, record in records.items():
            for key in SETTLED:
                if not given[ref].get(key):
                    record.pop(key, None)
    return records


def _fields(scope: Scope, before: Content, after: Content) -> tuple[Field, ...]:
    columns = SHEETS[scope.kind]
    keys = [key for key in columns if before.get(key) != after.get(key)]
    needs = [Field(said("sheet.needs"))] if _needs(before) != _needs(after) else []
    return (*(_field(scope, key, before, after) for key in keys), *needs)


def _field(scope: Scope, key: str, before: Content, after: Content) -> Field:
    label = said(heading(scope.kind, key))
    if scope.kind == "candidates" and key in PRIVATE:
        return Field(label)
    return Field(label, _words(scope, key, before), _words(scope, key, after))


def _words(scope: Scope, key: str, record: Content) -> Text:
    if key not in record:
        return same("")
    if scope.kind == "candidates" and key in ("counsellor", "wishes"):
        return _names(scope.counsellors if key == "counsellor" else scope.employers, record[key])
    written = (shown(SHEETS[scope.kind][key].write(record[key], language))[language] for language in LANGUAGES)
    return Text(*written)


def _names(known: Mapping[str, str], refs: str | list[str]) -> Text:
    called = (known.get(ref) or ref for ref in ([refs] if isinstance(refs, str) else refs))
    return same(", ".join(shown(name).nb for name in called))


def _needs(record: Content) -> tuple[Any, Any]:
    return record.get("needs"), record.get("shares")
