"""The language of an interpreter on a page: read as it is written, and said by its name."""

from __future__ import annotations

from flask import flash

from speeddate.domain.tongue import known, named, suggested
from speeddate.web import words


def read(written: str) -> str:
    """Read a language as its code; one that nobody here knows stays as it is written."""
    return known(written) or written


def name(language: str) -> str:
    """Name a language in the words of this page."""
    return named(language)[words.language()]


def names() -> tuple[str, ...]:
    """Name the languages that can be chosen among."""
    return suggested(words.language())


def doubt(language: str) -> str:
    """Say that nobody here knows a language, and what to do about it; nothing of one that is known."""
    return words.say("tongue.unknown", language=language) if language and not known(language) else ""


def warn(language: str) -> None:
    """Say that on the next page."""
    if doubted := doubt(language):
        flash(doubted, "warning")
