"""Read clock times and dates as people and spreadsheets write them; leave anything else for the shape to refuse."""

from __future__ import annotations

import datetime as dt
import re

from speeddate.domain.clock import MIDNIGHT
from speeddate.domain.text import Language
from speeddate.exchange.shapes import tidy
from speeddate.exchange.words import known, plain, said

Cell = object
HOURS_MINUTES = re.compile(
    r"(?:kl\.?|klokka|klokken)?\s*([01]?[0-9]|2[0-4])(?:[.:,]?([0-5][0-9]))?(?:[.:]00)?", re.IGNORECASE
)
PART_OF_DAY = re.compile(r"0[.,][0-9]{3,}")
DAY_FIRST = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})(?:[ T]00:00(?::00)?)?")
YEAR_FIRST = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]00:00(?::00)?)?")
BETWEEN = re.compile(r"\s*(?:-|–|—|\btil\b|\bto\b)\s*", re.IGNORECASE)
MONTHS = "jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DAY_MONTH = re.compile(rf"([01]?[0-9]|2[0-3])[. -]\s?({MONTHS})\.?", re.IGNORECASE)
FIRST_DAY = dt.date(1899, 12, 30)
SERIALS = range(20_000, 80_000)


def read_clock(cell: Cell) -> Cell:
    """Read `16.10`, `16:10`, `1610`, an Excel time or a part of a day as `16:10`."""
    minute = _minute(cell)
    return cell if minute is None or minute > MIDNIGHT else f"{minute // 60:02d}:{minute % 60:02d}"


def _minute(cell: Cell) -> int | None:
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return _of_date(cell)
    if isinstance(cell, dt.time | dt.datetime):
        return round(cell.hour * 60 + cell.minute + cell.second / 60)
    if isinstance(cell, dt.timedelta):
        return round(cell.total_seconds() / 60)
    if isinstance(cell, float):
        return _of_number(cell)
    return None if isinstance(cell, bool) else _of_words(str(cell))


def _of_date(cell: dt.datetime) -> int | None:
    """Read back what a spreadsheet made of `16.10`: the 16th of October."""
    return 60 * cell.day + cell.month if cell.day < 24 else None  # noqa: PLR2004  # hours


def _of_number(cell: float) -> int | None:
    """Read a part of a day, or hours and minutes; `16.1` could be meant for 16:01 or 16:10."""
    if 0 <= cell < 1:
        return round(cell * MIDNIGHT)
    if cell.is_integer():
        return _of_words(str(int(cell)))
    return None if round(cell, 1) == cell else _of_words(f"{cell:.2f}")


def _of_words(words: str) -> int | None:
    words = tidy(words)
    if PART_OF_DAY.fullmatch(words):
        return round(float(words.replace(",", ".")) * MIDNIGHT)
    if turned := DAY_MONTH.fullmatch(words):
        return 60 * int(turned[1]) + MONTHS.split("|").index(turned[2].lower()) % 12 + 1
    found = HOURS_MINUTES.fullmatch(words)
    return 60 * int(found[1]) + int(found[2] or 0) if found else None


def read_windows(cell: Cell) -> Cell:
    """Read `15.30-17.30, 18-18.30` as pairs of clock times, and the word for never as none at all."""
    if not isinstance(cell, str):
        return cell
    if plain(cell) in known("never"):
        return []
    pairs = [BETWEEN.split(part.strip()) for part in re.split(r"[,;\n]", cell) if part.strip()]
    return [[read_clock(clock) for clock in pair] for pair in pairs]


def write_windows(windows: list[list[str]], language: Language) -> str:
    """Write pairs of clock times in one cell."""
    spans = ["-".join(window) for window in windows]
    return ", ".join(spans) or said("never.never")[language]


def read_date(cell: Cell) -> Cell:
    """Read `10.02.2027`, `2027-02-10` or an Excel date as `2027-02-10`."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, int | float) and cell in SERIALS:
        return (FIRST_DAY + dt.timedelta(days=int(cell))).isoformat()
    words = tidy(str(cell))
    if found := DAY_FIRST.fullmatch(words):
        return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    found = YEAR_FIRST.fullmatch(words)
    return found[1] if found else cell


def write_date(date: str, language: Language) -> str:  # noqa: ARG001  # the same in every language
    """Write a date as people read it."""
    year, month, day = date.split("-")
    return f"{day}.{month}.{year}"
