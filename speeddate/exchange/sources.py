"""Find the sheets of an event by their names, in any language, and read their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import listed
from speeddate.exchange.clocks import Cell
from speeddate.exchange.shapes import tidy
from speeddate.exchange.sheets import SHEETS, UNREAD
from speeddate.exchange.tables import Row, Table
from speeddate.exchange.words import close, family, known, plain, said, shown

MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_LETTERS = 4_000_000  # also of words that a file holds once and shows in many cells


@dataclass(frozen=True, slots=True)
class Source:
    """A sheet or file that may hold a table: its name, where it is, and its rows when they are asked for."""

    name: str
    file: str
    sheet: str
    rows: Callable[[], Iterator[Row]]

    def fault(self, why: str, row: int | None = None, **values: object) -> Fault:
        """Point at it with the text of this key."""
        return Fault(said(why).filled(**values), file=self.file, sheet=self.sheet, row=row)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of an event, by key, with the keys of those that cannot be read, the faults and what was not read."""

    tables: dict[str, Table] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def tables_of(sources: Iterable[Source]) -> Tables:
    """Read the sources that are sheets of ours."""
    found = Tables()
    used: dict[str, Source] = {}
    others: list[Source] = []
    for source in sources:
        key = known("sheet").get(plain(source.name), "")
        if key in used:
            names = listed([used[key].name, source.name])
            found.faults.append(source.fault("table.sheet_twice", keys=names))
        elif key in SHEETS:
            used[key] = source
            _read(found, key, source)
        elif key not in UNREAD:
            others.append(source)
    for source in others:
        _unread(found, used, source)
    return found


def _unread(found: Tables, used: dict[str, Source], source: Source) -> None:
    """A name close to one of ours is a slip, read for its faults; any other sheet is somebody's own."""
    meant = close(source.name, [word for text in family("sheet").values() for word in (text.nb, text.nn, text.en)])
    if meant:
        found.faults.append(source.fault("table.sheet_close", key=shown(source.name), close=shown(meant)))
        key = known("sheet")[plain(meant)]
        if key in SHEETS and used.setdefault(key, source) is source:
            _read(found, key, source)
    else:
        found.warnings.append(source.fault("table.sheet_unread", key=shown(source.name)))


def _read(found: Tables, key: str, source: Source) -> None:
    try:
        rows = list(_written(source))
    except BadInput as bad:
        found.faults.extend(bad.faults)
        found.unreadable.add(key)
    else:
        found.tables[key] = Table(key, source.file, source.sheet, rows)


def _written(source: Source) -> Iterator[Row]:
    """Yield the rows that hold something, without the blank cells after it."""
    kept, letters = 0, 0
    for number, cells in source.rows():
        letters += sum(len(cell) for cell in cells if isinstance(cell, str))
        if letters > MOST_LETTERS:
            raise BadInput(source.fault("file.much", number))
        trimmed = _trimmed(cells)
        if not trimmed:
            continue
        kept += 1
        if kept > MOST_ROWS + 1:
            raise BadInput(source.fault("file.rows", number, most=MOST_ROWS))
        if len(trimmed) > MOST_COLUMNS:
            raise BadInput(source.fault("file.columns", number, most=MOST_COLUMNS))
        yield number, trimmed


def _trimmed(cells: Sequence[Cell]) -> list[Cell]:
    tidied = [(tidy(cell) or None) if isinstance(cell, str) else cell for cell in cells]
    while tidied and tidied[-1] is None:
        tidied.pop()
    return tidied
