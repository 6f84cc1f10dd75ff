"""Write workbooks that are easy to fill in: instructions, drop-downs, notes, and words that stay words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from speeddate.domain.text import Language
from speeddate.exchange.cells import WHOLE, Kind
from speeddate.exchange.choices import LAST, choice, lists
from speeddate.exchange.sheets import SHEETS
from speeddate.exchange.unfolded import Cells
from speeddate.exchange.words import family, heading, note, said

AS_WRITTEN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
CREATED = dt.datetime(2027, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
A4 = 9
Columns = Mapping[str, Mapping[str, Kind]]
NARROW, WIDE, WIDER, WIDEST = 9, 45, 60, 90


@dataclass(frozen=True, slots=True)
class Pen:
    """An open workbook, its language, the columns of its sheets and its formats."""

    book: Workbook
    language: Language
    columns: Columns
    heading: Any
    words: Any
    number: Any

    def sheet(self, key: str) -> Worksheet:
        """Add a sheet that prints well."""
        sheet = self.book.add_worksheet(said(f"sheet.{key}")[self.language])
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet


def workbook_bytes(
    sheets: Mapping[str, list[Cells]],
    language: Language,
    *,
    title: str,
    columns: Columns = SHEETS,
    told: str = "instruct",
) -> bytes:
    """Write a workbook with instructions first, those of this family, and lists last; always in the same bytes."""
    packed = BytesIO()
    book = Workbook(packed, AS_WRITTEN)
    book.set_properties({"title": title, "created": CREATED})
    look = {"valign": "top", "text_wrap": True}
    pen = Pen(
        book,
        language,
        columns,
        heading=book.add_format({**look, "bold": True, "bg_color": "#E6F0FF", "bottom": 1, "num_format": "@"}),
        words=book.add_format({**look, "num_format": "@"}),
        number=book.add_format(look),
    )
    _instructions(pen, told)
    for key, rows in sheets.items():
        _upright(pen, rows) if key == "event" else _table(pen, key, rows)
    _lists(pen)
    book.close()
    return packed.getvalue()


def _instructions(pen: Pen, told: str) -> None:
    sheet = pen.sheet("instructions")
    sheet.set_column(0, 0, WIDEST, pen.words)
    for row, text in enumerate(family(told).values()):
        sheet.write_string(row, 0, text[pen.language], pen.words if row else pen.heading)


def _upright(pen: Pen, rows: list[Cells]) -> None:
    """Write the sheet of the event itself: headings down the side, each with its explanation."""
    sheet = pen.sheet("event")
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 1, WIDE, pen.words)
    sheet.set_column(2, 2, WIDER, pen.words)
    for row, cells in enumerate(rows):
        _cell(pen, sheet, (row, 0), cells[0], head=True)
        _cell(pen, sheet, (row, 1), cells[1], head=row == 0)
    sheet.write_string(0, 2, said(heading("event", "note"))[pen.language], pen.heading)
    for row, key in enumerate(SHEETS["event"], 1):
        sheet.write_string(row, 2, note("event", key)[pen.language], pen.words)
        if offered := choice("event", key, pen.language):
            sheet.data_validation(row, 1, row, 1, dict(offered))


def _table(pen: Pen, key: str, rows: list[Cells]) -> None:
    sheet = pen.sheet(key)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    for column, (name, kind) in enumerate(pen.columns[key].items()):
        sheet.set_column(column, column, _width(rows, column), pen.number if kind is WHOLE else pen.words)
        if explained := note(key, name)[pen.language]:
            sheet.write_comment(0, column, explained, {"author": "", "x_scale": 2})
        if offered := choice(key, name, pen.language):
            sheet.data_validation(1, column, LAST, column, dict(offered))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            _cell(pen, sheet, (row, column), cell, head=row == 0)


def _lists(pen: Pen) -> None:
    """Write what can be chosen, a column for each list."""
    sheet = pen.sheet("lists")
    sheet.freeze_panes(1, 0)
    offered = lists(pen.language)
    for column, (name, words) in enumerate(offered.items()):
        sheet.set_column(column, column, WIDER, pen.words)
        sheet.write_string(0, column, said(f"list.{name}")[pen.language], pen.heading)
        sheet.write_column(1, column, words, pen.words)


def _width(rows: list[Cells], column: int) -> int:
    longest = max(len(line) for cells in rows for line in str(cells[column]).splitlines() or [""])
    return min(WIDE, max(NARROW, longest + 2))


def _cell(pen: Pen, sheet: Worksheet, place: tuple[int, int], cell: str | int, *, head: bool = False) -> None:
    """Write words as words, whatever they begin with."""
    if isinstance(cell, int):
        sheet.write_number(*place, cell, pen.number)
    elif cell:
        sheet.write_string(*place, cell, pen.heading if head else pen.words)
