"""Read one list of an event from a workbook or a CSV file: its candidates and what they need, or its employers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from speeddate.domain.fault import Fault
from speeddate.exchange.csv_folder import rows_of
from speeddate.exchange.folded import Folding, fold_sheet
from speeddate.exchange.raw import Place, Raw, Refused
from speeddate.exchange.refused import BOMS, MEGABYTE, OLD_EXCEL, ZIP, bytes_of, refused
from speeddate.exchange.sources import Source, tables_of
from speeddate.exchange.tables import Table, column_keys
from speeddate.exchange.words import known, plain
from speeddate.exchange.workbook import sources_of

ListKind = Literal["candidates", "employers"]
SHEETS_OF: Final[Mapping[ListKind, tuple[str, ...]]] = {
    "candidates": ("candidates", "needs"),
    "employers": ("employers",),
}
MOST_LIST: Final = 2 * MEGABYTE
OTHERS: Final = (b"{", b"[", b"<", b"%PDF")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list as somebody sent it: its rows as JSON would hold them, and which columns each of its sheets has.

    A record without a place is that of somebody who is known and stands on the sheet of needs alone.
    """

    kind: ListKind
    raw: Raw
    columns: Mapping[str, frozenset[str]]
    faults: list[Fault]
    warnings: list[Fault]

    @property
    def records(self) -> list[dict[str, Any]]:
        """The rows of the list."""
        return list(self.raw.content.get(self.kind, []))

    def place(self, number: int) -> Place | None:
        """Tell where a row stands."""
        return self.raw.places.get((self.kind, number))


def read_list(path: Path, kind: ListKind, ids: Iterable[str]) -> ListFile:
    """Read a list; what somebody needs may stand there alone, if theirs is one of these ids. Raises BadInput."""
    found = tables_of(_sources(path, kind))
    if not found.faults and not any(len(table.rows) > 1 for table in found.tables.values()):
        raise refused(path, "list.empty" if found.tables else f"list.no_{kind}")
    folding = Folding(path.name, found.unreadable)
    for sheet in SHEETS_OF[kind]:
        if sheet != kind:
            _acquaint(folding, kind, ids)
        if sheet in found.tables:
            fold_sheet(folding, sheet, found.tables[sheet])
    raw = Raw(path.name, folding.content, folding.places, folding.told, found.unreadable)
    columns = {key: _columns(table) for key, table in found.tables.items()}
    return ListFile(kind, raw, columns, [*found.faults, *folding.faults], found.warnings)


def _acquaint(folding: Folding, kind: ListKind, ids: Iterable[str]) -> None:
    """Let rows be about those who are known and have no row of their own."""
    records = folding.content.setdefault(kind, [])
    for ref in ids:
        if (kind, ref) not in folding.numbers:
            folding.numbers[kind, ref] = len(records)
            records.append({"id": ref})


def _sources(path: Path, kind: ListKind) -> list[Source]:
    """Find the sheets that may be of the list; a sheet on its own is, whatever it is called."""
    content = bytes_of(path, most=MOST_LIST)
    if content.startswith(OLD_EXCEL):
        raise refused(path, "file.old_excel")
    if not content.startswith(ZIP):
        return [_csv(path, kind, content)]
    sources = sources_of(path)
    keys = [known("sheet").get(plain(source.name), "") for source in sources]
    if keys == [""]:
        return [replace(sources[0], name=kind)]
    return [source for source, key in zip(sources, keys, strict=True) if key in ("", *SHEETS_OF[kind])]


def _csv(path: Path, kind: ListKind, content: bytes) -> Source:
    """Tell which sheet a CSV file is by its headings."""
    if content.lstrip().startswith(OTHERS) or (b"\0" in content and not content.startswith(BOMS)):
        raise refused(path, "list.kind")
    first = next((cells for _, cells in rows_of(path) if any(cells)), [])
    words = {plain(str(cell)) for cell in first}
    sheet = max(SHEETS_OF[kind], key=lambda sheet: len(words & column_keys(sheet).keys()))
    return Source(sheet, path.name, "", partial(rows_of, path))


def _columns(table: Table) -> frozenset[str]:
    keys, (_, cells) = column_keys(table.key), table.rows[0] if table.rows else (0, [])
    words = (plain(str(cell)) for cell in cells if cell is not None and not isinstance(cell, Refused))
    return frozenset(keys[word] for word in words if word in keys)
