"""The words that ship: texts, needs, and those of files, sheets, commands and pages, each in three languages."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import StringIO

from speeddate.domain.text import Text


def rows(name: str) -> Iterator[dict[str, str]]:
    """Read one of the tables that lie beside this file, a dictionary per row."""
    return csv.DictReader(StringIO((files(__name__) / name).read_text("utf-8"), newline=""))


@cache
def texts(name: str) -> Mapping[str, Text]:
    """Read the texts of one of the tables, by key."""
    return {row["key"]: Text(row["nb"], row["nn"], row["en"]) for row in rows(name)}


def page_rows() -> Iterator[dict[str, str]]:
    """Read the words of the pages: a table for each subject."""
    for table in sorted((files(__name__) / "pages").iterdir(), key=lambda table: table.name):
        yield from rows(f"pages/{table.name}")
