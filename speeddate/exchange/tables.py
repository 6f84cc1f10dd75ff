"""Read a table by its headings: every row becomes a record of what JSON would hold, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Any

from speeddate.domain.fault import Fault
from speeddate.domain.text import LANGUAGES, Text
from speeddate.exchange.clocks import Cell
from speeddate.exchange.raw import Place, Refused
from speeddate.exchange.sheets import SHEETS
from speeddate.exchange.words import close, heading, language_of, plain, said, shown, spellings

Row = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one sheet: rows that are not blank, each with its number."""

    key: str
    file: str
    sheet: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table."""

    values: dict[str, Any]
    place: Place


@dataclass(frozen=True, slots=True)
class Records:
    """All rows of a table, and the faults of its headings."""

    place: Place
    rows: list[Record] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def records_of(table: Table) -> Records:
    """Read a table: its first row holds the headings."""
    if not table.rows:
        return Records(Place(table.file, table.sheet))
    number, cells = table.rows[0]
    columns, faults = _columns(table, Place(table.file, table.sheet, number), cells)
    headings = _headings(table.key, {key: str(cells[n]) for n, key in columns.items()})
    widest = max(len(row_cells) for _, row_cells in table.rows)
    nameless = set(range(widest)) - {n for n, cell in enumerate(cells) if cell is not None}
    rows: list[Record] = []
    for row, row_cells in table.rows[1:]:
        place = Place(table.file, table.sheet, row, headings)
        faults += _without_heading(place, row_cells, nameless)
        nameless -= {n for n, cell in enumerate(row_cells) if cell is not None}
        values = {key: row_cells[n] for n, key in columns.items() if n < len(row_cells) and row_cells[n] is not None}
        rows.append(Record({key: SHEETS[table.key][key].read(cell) for key, cell in values.items()}, place))
    return Records(Place(table.file, table.sheet, None, headings), rows, faults)


def _columns(table: Table, place: Place, cells: Sequence[Cell]) -> tuple[dict[int, str], list[Fault]]:
    """Find the key of each column; one whose heading is a slip is read as what was probably meant."""
    keys = column_keys(table.key)
    columns: dict[int, str] = {}
    slips: dict[str, int] = {}
    faults = []
    for n, cell in ((n, cell) for n, cell in enumerate(cells) if cell is not None):
        words = _words(cell, n)
        key = keys.get(plain(words))
        if key is None:
            faults.append(place.fault(unknown_heading(table.key, cell), str(shown(words).nb)))
            slips.setdefault(meant(table.key, words), n)
        elif key in columns.values():
            faults.append(place.fault(said("table.heading_twice").filled(key=shown(words)), words))
        else:
            columns[n] = key
    read = {n: key for key, n in slips.items() if key and key not in columns.values()}
    return columns | read, faults


def _words(cell: Cell, column: int) -> str:
    """Read a heading; one that is no words is called as its column is."""
    return column_letters(column) if cell is None or isinstance(cell, Refused) else str(cell)


def column_keys(sheet: str) -> dict[str, str]:
    """Map each way to write a sheet's headings to the key of the column."""
    return spellings({key: heading(sheet, key) for key in SHEETS[sheet]})


def unknown_heading(sheet: str, cell: Cell) -> Text:
    """Refuse a heading by name, with the one that was probably meant."""
    if isinstance(cell, Refused):
        return said(cell.why)
    words = str(cell or "")
    near = _near(sheet, words)
    key = "table.heading_close" if near else "table.heading_unknown"
    return said(key).filled(key=shown(words), close=shown(near))


def meant(sheet: str, words: str) -> str:
    """Find the key of the column that a heading probably means; empty when none is near."""
    return column_keys(sheet).get(plain(_near(sheet, words)), "")


def _near(sheet: str, words: str) -> str:
    return close(words, [said(heading(sheet, key))[language] for key in SHEETS[sheet] for language in LANGUAGES])


def _headings(sheet: str, written: Mapping[str, str]) -> dict[str, str]:
    """Name every column: as it was written, or as it would be in the same language."""
    texts = {key: said(heading(sheet, key)) for key in SHEETS[sheet]}
    language = language_of(written.values(), texts.values())
    return {key: written.get(key, text[language]) for key, text in texts.items()}


def _without_heading(place: Place, cells: Sequence[Cell], nameless: set[int]) -> list[Fault]:
    full = [n for n in sorted(nameless) if n < len(cells) and cells[n] is not None]
    return [place.fault(said("table.heading_missing"), column_letters(n)) for n in full]


def column_letters(number: int) -> str:
    """Name a column as spreadsheets do: A for 0, AA for 26."""
    rest, last = divmod(number, 26)
    return (column_letters(rest - 1) if rest else "") + ascii_uppercase[last]


def upright(table: Table) -> tuple[Record, dict[str, Place], list[Fault]]:
    """Read a table with one record: headings down its first column, values in the second; each key has a place."""
    keys = column_keys(table.key) | spellings({"": heading(table.key, "field")})
    lines = list(_lines(table))
    there = {keys.get(plain(place.column)) for place, _, _ in lines}
    cells: dict[str, Cell] = {}
    places: dict[str, Place] = {}
    faults = []
    for place, words, cell in lines:
        key = keys.get(plain(place.column))
        if key in places:
            faults.append(place.fault(said("table.heading_twice").filled(key=shown(place.column))))
            continue
        if key is None:
            faults.append(place.fault(unknown_heading(table.key, words)))
            slip = meant(table.key, place.column)
            key = "" if slip in there | places.keys() else slip
        if key:
            places[key], cells[key] = place, cell
    headings = _headings(table.key, {key: place.column for key, place in places.items()})
    values = {key: SHEETS[table.key][key].read(cell) for key, cell in cells.items() if cell is not None}
    return Record(values, Place(table.file, table.sheet, None, headings)), places, faults


def _lines(table: Table) -> Iterator[tuple[Place, Cell, Cell]]:
    """Yield the place, the heading and the value of each row; what stands further right is a note."""
    for row, cells in table.rows:
        words, cell = [*cells, None, None][:2]
        if words is not None or cell is not None:
            yield Place(table.file, table.sheet, row, column=_words(words, 0)), words, cell
