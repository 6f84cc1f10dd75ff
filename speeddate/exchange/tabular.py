"""Write an event as tables: a workbook with drop-downs, a template of one, or a folder of CSV files."""

from __future__ import annotations

from pathlib import Path

from speeddate.domain.event import Event
from speeddate.domain.text import Language
from speeddate.exchange.csv_folder import csv_bytes
from speeddate.exchange.example import example_event
from speeddate.exchange.pictures import picture_files
from speeddate.exchange.sheet_writer import workbook_bytes
from speeddate.exchange.unfolded import sheets_of
from speeddate.exchange.words import said


def write_event_xlsx(event: Event, language: Language = "nb") -> bytes:
    """Write a workbook; beside its `picture_files`, reading it gives the same event."""
    return workbook_bytes(sheets_of(event, language), language, title=event.name or event.id)


def write_template(language: Language = "nb") -> bytes:
    """Write a workbook to fill in, with instructions and made-up rows; it reads back as an event."""
    return write_event_xlsx(example_event(language), language)


def write_event_csv(event: Event, folder: Path, language: Language = "nb") -> tuple[Path, ...]:
    """Write pictures, and a CSV file for each sheet that has rows, into a folder that is there; returns their paths."""
    written = []
    for sheet, rows in sheets_of(event, language).items():
        if len(rows) > 1:
            name = said(f"sheet.{sheet}")[language].casefold().replace(" ", "-")
            written.append(folder / f"{name}.csv")
            written[-1].write_bytes(csv_bytes(rows))
    for name, content in picture_files(event).items():
        written.append(folder / name)
        written[-1].write_bytes(content)
    return tuple(written)
