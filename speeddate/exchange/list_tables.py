"""Write one list of an event as a workbook to fill in or as CSV: only the columns that are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from speeddate.domain.text import Language
from speeddate.exchange.cells import Kind
from speeddate.exchange.csv_folder import csv_bytes
from speeddate.exchange.list_file import ListKind
from speeddate.exchange.sheet_writer import workbook_bytes
from speeddate.exchange.sheets import SHEETS
from speeddate.exchange.unfolded import needs_of, table_of
from speeddate.exchange.words import said

KNOWN_BY: Final = ("id", "name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTables:
    """What is written of a list: some columns of its records, of whose needs there are rows, and others by id and name.

    No needs at all, not even a sheet for them, where `needy` is nothing.
    """

    kind: ListKind
    columns: Sequence[str]
    records: Sequence[dict[str, Any]]
    needy: Sequence[dict[str, Any]] | None = None
    beside: Mapping[str, Sequence[dict[str, Any]]] = field(default_factory=dict)


def write_list_xlsx(tables: ListTables, language: Language) -> bytes:
    """Write a workbook with drop-downs, and with sheets that say whose the ids are."""
    columns: dict[str, Sequence[str]] = {tables.kind: tables.columns}
    records: dict[str, Sequence[dict[str, Any]]] = {tables.kind: tables.records}
    if tables.needy is not None:
        columns["needs"], records["needs"] = tuple(SHEETS["needs"]), list(needs_of(list(tables.needy)))
    columns |= dict.fromkeys(tables.beside, KNOWN_BY)
    records |= tables.beside
    kinds: dict[str, dict[str, Kind]] = {
        sheet: {key: SHEETS[sheet][key] for key in keys} for sheet, keys in columns.items()
    }
    sheets = {sheet: table_of(sheet, list(records[sheet]), keys, language) for sheet, keys in columns.items()}
    title = said(f"sheet.{tables.kind}")[language]
    return workbook_bytes(sheets, language, title=title, columns=kinds, told="instruct_list")


def write_list_csv(tables: ListTables, language: Language) -> bytes:
    """Write the list itself, or what is needed where no columns of it are asked for."""
    if tables.columns:
        return csv_bytes(table_of(tables.kind, list(tables.records), tables.columns, language))
    return csv_bytes(table_of("needs", list(needs_of(list(tables.needy or ()))), SHEETS["needs"], language))
