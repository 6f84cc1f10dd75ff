"""Read workbooks: values only, a sheet at a time. Formulas are refused, never counted."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from speeddate.domain.fault import BadInput
from speeddate.exchange.clocks import Cell
from speeddate.exchange.raw import Refused
from speeddate.exchange.refused import MOST_WORKBOOK, bytes_of, refused
from speeddate.exchange.sources import Source
from speeddate.exchange.tables import Row
from speeddate.exchange.unpacked import inspect


def sources_of(path: Path) -> list[Source]:
    """Find the sheets of a workbook; raises BadInput."""
    content = bytes_of(path, most=MOST_WORKBOOK)
    inspect(path, content)
    with _careful(path):
        book = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        titles = [sheet.title for sheet in book.worksheets]
        return [Source(title, path.name, title, partial(_rows, path, book, title)) for title in titles]


@contextmanager
def _careful(path: Path) -> Iterator[None]:
    """Turn whatever the reader of workbooks stumbles over into one fault."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except BadInput:
        raise
    except Exception:  # noqa: BLE001  # it raises almost anything on a damaged file
        raise refused(path, "file.broken") from None


def _rows(path: Path, book: Workbook, title: str) -> Iterator[Row]:
    with _careful(path):
        sheet = book[title]
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield number, [_value(cell) for cell in cells]


def _value(cell: object) -> Cell:
    kind, value = getattr(cell, "data_type", "n"), getattr(cell, "value", None)
    if kind == "f":
        return Refused("cell.formula")
    return Refused("cell.error") if kind == "e" else value
