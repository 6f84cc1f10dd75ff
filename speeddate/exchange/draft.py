"""Sort what was read into parts of the right shape, and faults: what is sound is checked on although another is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from speeddate.domain.fault import Fault
from speeddate.exchange.faults import faults_of
from speeddate.exchange.frame import FramePart, RoundPart
from speeddate.exchange.models import EventFile
from speeddate.exchange.raw import Loc, Raw
from speeddate.exchange.refused import MOST_FAULTS
from speeddate.exchange.shapes import MANY, tidy
from speeddate.exchange.sound import sound
from speeddate.exchange.words import said

LISTS = ("stations", "employers", "counsellors", "resources", "candidates", "pins")


@dataclass(frozen=True)
class Draft:
    """What is sound of an event, the places that are broken or hold something broken, and the ids of all parts."""

    raw: Raw
    whole: EventFile
    broken: frozenset[Loc] = frozenset()

    @cached_property
    def frame(self) -> FramePart:
        """The evening itself."""
        return self.whole.event if self.whole.tells("event") else FramePart.model_construct()

    @cached_property
    def rounds(self) -> list[RoundPart]:
        """The rounds, as far as they can be read."""
        return self.frame.rounds if self.frame.tells("rounds") else []

    @cached_property
    def parts(self) -> dict[str, dict[int, Any]]:
        """The parts by list and number."""
        return {name: dict(enumerate(getattr(self.whole, name))) for name in LISTS}

    @cached_property
    def ids(self) -> dict[str, dict[int, str]]:
        """The ids of each list, by number: also those that have not the right shape."""
        whole = self.raw.content if isinstance(self.raw.content, dict) else {}
        return {name: _ids(whole.get(name)) for name in LISTS}

    @cached_property
    def known(self) -> dict[str, set[str]]:
        """The ids of each list."""
        return {name: set(ids.values()) for name, ids in self.ids.items()}

    def names(self, sheet: str, number: int, field: str) -> Iterator[tuple[str, Loc]]:
        """Yield the names that head the entries of a field, right shape or not: each for every row it stands on."""
        record = self.raw.content[sheet][number]
        entries = record.get(field) if isinstance(record, dict) else None
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            loc = (sheet, number, field, name)
            rows = [(*loc, n) for n in range(len(entry))] if self.raw.tabular and isinstance(entry, list) else [loc]
            if (*loc, "[key]") not in self.broken:
                yield from ((tidy(name), (*row, "[key]")) for row in rows)

    def fault(self, key: str, *loc: str | int, **values: object) -> Fault:
        """Point at a part with the text of this key."""
        return self.raw.fault(said(key).filled(**values), loc)


def draft_of(raw: Raw) -> tuple[Draft, list[Fault]]:
    """Check the shape of an event."""
    try:
        return Draft(raw, EventFile.model_validate(raw.content)), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    broken = frozenset(detail["loc"][:length] for detail in details for length in range(1, len(detail["loc"]) + 1))
    untold = [detail for detail in details if detail["loc"] not in raw.told]
    return Draft(raw, sound(EventFile, raw.content), broken), faults_of(untold[:MOST_FAULTS], raw, EventFile)


def _ids(records: object) -> dict[int, str]:
    given = enumerate(records[:MANY] if isinstance(records, list) else [])
    ids = {number: record.get("id") for number, record in given if isinstance(record, dict)}
    return {number: tidy(name) for number, name in ids.items() if isinstance(name, str)}
