"""What was read, before it is checked: plain lists and records, and where in the file each part stands."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from speeddate.domain.fault import Fault
from speeddate.domain.text import Text

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in a table: its file, sheet and row, and the heading that each of its keys stands under.

    A place for a single value has its own column instead.
    """

    file: str
    sheet: str = ""
    row: int | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    column: str = ""

    def fault(self, text: Text, key: str = "") -> Fault:
        """Point at the cell that holds a key."""
        return Fault(
            text, file=self.file, sheet=self.sheet, row=self.row, column=self.headings.get(key, key) or self.column
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that no column takes, and the key of the text that says why: a formula, an error."""

    why: str


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's content as JSON would hold it, and the places of its records where it came from tables.

    What is wrong at the places in `told` has been said already. Lists in `unreadable` may hold anything.
    """

    file: str
    content: dict[str, Any]
    places: Mapping[Loc, Place] = field(default_factory=dict)
    told: AbstractSet[Loc] = frozenset()
    unreadable: AbstractSet[str] = frozenset()

    @property
    def tabular(self) -> bool:
        """Tell whether a person filled in tables, and not JSON."""
        return bool(self.places)

    @property
    def written(self) -> str:
        """Tell how times and the like are written there: as people do, in tables and on pages, or as JSON wants it."""
        return "json" if self.file and not self.tabular else "table"

    def fault(self, text: Text, loc: Loc) -> Fault:
        """Point at a part of the content."""
        for length in range(len(loc), 0, -1):
            if place := self.places.get(loc[:length]):
                keys = (step for step in reversed(loc[length:]) if step in place.headings)
                return place.fault(text, str(next(keys, "")))
        return self._in_lists(text, loc)

    def _in_lists(self, text: Text, loc: Loc) -> Fault:
        """Point into JSON: its list, the record in it and the field, counted from 1."""
        steps = [step for step in loc if step != "[key]"]
        if steps[:2] == ["event", "rounds"]:
            steps = steps[1:]
        row = steps[1] + 1 if len(steps) > 1 and isinstance(steps[1], int) else None
        rest = steps[1 if row is None else 2 :]
        column = ".".join(str(step + 1 if isinstance(step, int) else step) for step in rest)
        return Fault(text, file=self.file, sheet=str(steps[0]) if steps else "", row=row, column=column)
