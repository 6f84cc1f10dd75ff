"""Read and write folders of CSV files as Norwegian spreadsheets do: their encodings, separators and blank rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import partial
from io import StringIO
from pathlib import Path

from speeddate.exchange.refused import MEGABYTE, MOST_CSV, MOST_FOLDER, MOST_PIECES, bytes_of, refused
from speeddate.exchange.sources import Source
from speeddate.exchange.tables import Row
from speeddate.exchange.words import known, plain

SEPARATORS = ";\t,"
SAID = re.compile(r"sep=([;,\t|])\r?\n?", re.IGNORECASE)
WOULD_COUNT = "=+-@\t\r'"
ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def sources_in(folder: Path) -> list[Source]:
    """Find the CSV files of a folder; raises BadInput when they are too big together."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.casefold() == ".csv" and path.is_file())
    if sum(path.stat().st_size for path in paths) > MOST_FOLDER:
        raise refused(folder, "file.big", most=MOST_FOLDER // MEGABYTE)
    return [Source(_sheet(path.stem), path.name, "", partial(rows_of, path)) for path in paths]


def _sheet(name: str) -> str:
    """Find the sheet in a file's name; one saved with all the others has the workbook's name first: `event-Rounds`."""
    parts = name.split("-")
    ends = ("-".join(parts[first:]) for first in range(len(parts)))
    return next((end for end in ends if plain(end) in known("sheet")), name)


def rows_of(path: Path) -> Iterator[Row]:
    """Yield the rows of a file as a spreadsheet counts them: a line that names the separator is none."""
    text = _decoded(path)
    named = SAID.match(text)
    body = text[named.end() :] if named else text
    separator = named[1] if named else _separator(body)
    if body.count(separator) + body.count("\n") > MOST_PIECES:
        raise refused(path, "file.much")
    reader = csv.reader(StringIO(body, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):  # the number of the row before a fault
            yield number, [_unguarded(cell) for cell in cells]
    except csv.Error:
        raise refused(path, "file.csv", row=number + 1) from None


def _decoded(path: Path) -> str:
    content = bytes_of(path, most=MOST_CSV)
    encoding = next((encoding for bom, encoding in ENCODINGS.items() if content.startswith(bom)), None)
    for attempt in [encoding] if encoding else ["utf-8", "cp1252"]:
        try:
            return content.decode(attempt)
        except UnicodeDecodeError as error:
            row = content.count(b"\n", 0, error.start) + 1
    raise refused(path, "file.encoding", row=row)


def _separator(body: str) -> str:
    """Choose the separator that the headings hold most of."""
    headings = next((line for line in body.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=headings.count)


def _unguarded(cell: str) -> str:
    """Take away the mark that keeps a spreadsheet from counting with a cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple(WOULD_COUNT) else cell


def guarded(cell: str | int) -> str:
    """Mark words that a spreadsheet would count with, so that it shows them as they are."""
    return f"'{cell}" if str(cell).startswith(tuple(WOULD_COUNT)) else str(cell)


def csv_bytes(rows: list[list[str | int]]) -> bytes:
    """Write a table as spreadsheets in Norway open it: with semicolons, and letters of all languages."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
