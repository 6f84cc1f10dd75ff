"""Folders, workbooks and pictures as offices really make them."""

import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from PIL import Image

from speeddate.domain.fault import BadInput
from speeddate.exchange import read_event

EVENT = "Felt;Verdi\nId;prove\nDato;10.02.2027\n"
ROUNDS = "Start;Slutt\n16.10;16.40\n17.00;17.30\n"
EMPLOYERS = "Id;Navn\nE1;Løten Bakeri\n"
CANDIDATES = "Id;Navn;Ønsker\nK01;Sara;E1\n"


def folder(tmp_path: Path, *, encoding: str = "utf-8", **tables: str) -> Path:
    """Write a folder of CSV files: a small event, with the tables that are given instead."""
    small = {"arrangement": EVENT, "runder": ROUNDS, "arbeidsgivere": EMPLOYERS, "kandidater": CANDIDATES}
    for name, words in (small | tables).items():
        (tmp_path / f"{name}.csv").write_bytes(words.encode(encoding))
    return tmp_path


def workbook(tmp_path: Path, content: bytes, **cells: object) -> Path:
    """Write a workbook with some cells changed, named as `Sheet_A1`."""
    book = load_workbook(BytesIO(content))
    for place, value in cells.items():
        sheet, cell = place.rsplit("_", 1)
        book[sheet][cell] = value
    return saved(book, tmp_path)


def saved(book: Workbook, tmp_path: Path) -> Path:
    """Save a workbook as a spreadsheet would."""
    path = tmp_path / "event.xlsx"
    book.save(path)
    return path


def faults(path: Path) -> list[tuple[str, str, int | None, str, str]]:
    """List every fault of a file: file, sheet, row, column and what to do."""
    try:
        read_event(path)
    except BadInput as bad:
        return [(fault.file, fault.sheet, fault.row, fault.column, fault.text.nb) for fault in bad.faults]
    return []


def drawn(
    kind: str = "PNG", *, size: tuple[int, int] = (40, 20), colour: object = 0, mode: str = "RGB", **extra: object
) -> bytes:
    """Draw a picture of one colour."""
    written = BytesIO()
    Image.new(mode, size, colour).save(written, kind, **extra)
    return written.getvalue()


def photo(kind: str, size: tuple[int, int] = (900, 700)) -> bytes:
    """Draw a picture of noise, as hard to pack as a photo."""
    written = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(written, kind)
    return written.getvalue()


def event_file(home: Path, *, employers: Iterable[object] = ({"id": "E1"},), **event: object) -> Path:
    """Write an event file: a small event, with the fields that are given."""
    content = {"date": "2027-02-10", "rounds": [{"start": "16:10", "end": "16:40"}], **event}
    whole = {"format": "speeddate.event/1", "event": content, "employers": list(employers)}
    (home / "event.json").write_text(json.dumps(whole), "utf-8")
    return home / "event.json"
