"""Refuse files for their size or kind before any work is done: what is read is small enough to hold."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from speeddate.domain.fault import BadInput, Fault
from speeddate.exchange.words import said

Kind = Literal["json", "workbook", "folder"]
MEGABYTE = 1_000_000
MOST_JSON = 20 * MEGABYTE
MOST_WORKBOOK = 10 * MEGABYTE
MOST_CSV = 10 * MEGABYTE
MOST_FOLDER = 20 * MEGABYTE
MOST_PIECES = 500_000
MOST_FAULTS = 500
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(path: Path) -> Kind:
    """Tell what a path holds by its first bytes, whatever its name says; raises BadInput."""
    if path.is_dir():
        return "folder"
    start = bytes_of(path, most=0)
    if start.startswith(ZIP):
        return "workbook"
    if start.startswith(OLD_EXCEL):
        raise refused(path, "file.old_excel")
    if start.startswith(BOMS) or start.lstrip()[:1] in {b"{", b"["} or path.suffix.casefold() == ".json":
        return "json"
    raise refused(path, "file.kind")


def bytes_of(path: Path, *, most: int) -> bytes:
    """Read a file of at most so many bytes, or its first ones where none are allowed; raises BadInput."""
    if not path.is_file():
        raise refused(path, "file.kind" if path.exists() else "file.gone")
    try:
        with path.open("rb") as file:
            content = file.read(most + 1 if most else 1000)
    except OSError:
        raise refused(path, "file.closed") from None
    if most and len(content) > most:
        raise refused(path, "file.big", most=most // MEGABYTE)
    return content


def refused(path: Path, key: str, *, row: int | None = None, column: str = "", **values: object) -> BadInput:
    """Make the exception that refuses a file with the text of this key."""
    return BadInput(Fault(said(key).filled(**values), file=path.name or str(path), row=row, column=column))
