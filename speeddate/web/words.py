"""The words of the pages, in the visitor's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from flask import g, request, session

from speeddate.domain.catalogue import catalogue
from speeddate.domain.clock import spoken
from speeddate.domain.text import LANGUAGES, Language, Text
from speeddate.domain.wording import wording
from speeddate.domain.words import page_rows
from speeddate.printing.agreed import seen
from speeddate.printing.words import Voice


@cache
def texts() -> Mapping[str, Text]:
    """Read the texts of the pages, by key."""
    return {row["key"]: Text(row["nb"], row["nn"], row["en"]) for row in page_rows()}


def language() -> Language:
    """Find the language of this page: the one chosen here, the visitor's own, the browser's, or bokmål."""
    chosen = session.get("language")
    if chosen in LANGUAGES:
        return next(known for known in LANGUAGES if known == chosen)
    who = g.get("visitor") or g.get("guest")
    if who and who.language:
        own: Language = who.language
        return own
    asked = request.accept_languages.best_match([*LANGUAGES, "no"])
    return next((known for known in LANGUAGES if known == asked), "nb")


def say(key: str, **values: object) -> str:
    """Say a text of the pages. Raises KeyError."""
    text = texts()[key]
    return (text.filled(**values) if values else text)[language()]


def shared(key: str, **values: object) -> str:
    """Say one of the texts that pages and sheets share. Raises KeyError."""
    text = wording(key, "standard")
    return (text.filled(**values) if values else text)[language()]


def day(date: dt.date) -> str:
    """Write a date as people read it, with the day of the week."""
    return Voice(language()).date(date).replace("\u00a0", " ")


def moment(when: dt.datetime) -> str:
    """Write when something was done, by the clock on the wall in Norway."""
    local = when.astimezone(ZoneInfo("Europe/Oslo"))
    return f"{day(local.date())}, {spoken(60 * local.hour + local.minute)[language()]}"


def clock(minute: int) -> str:
    """Write minutes of the day: `16.10`."""
    return spoken(minute)[language()]


def listed(words: Iterable[str]) -> str:
    """Join words as people do: `a, b og c`."""
    return Voice(language()).listed(words)


def along(need: str) -> str:
    """Say whom an employer sees in the room because of a need; empty when it brings nobody."""
    return seen(catalogue()[need], Voice(language()))


SPOKEN: Final = {
    "say": say,
    "shared": shared,
    "day": day,
    "moment": moment,
    "clock": clock,
    "listed": listed,
    "along": along,
    "language": language,
}
