"""What a station, a venue or something shared can be: whatever the catalogue of needs can ask for, in words."""

from __future__ import annotations

from collections.abc import Iterable

from speeddate.domain.catalogue import catalogue
from speeddate.domain.text import Language
from speeddate.exchange.words import family


def asked(param: str) -> list[str]:
    """List what the needs can ask for by one of their parameters: `feature`, `venue` or `resource`."""
    values = (kind.params[param] for kind in catalogue().values() if param in kind.params)
    return list(dict.fromkeys(str(value) for value in values))


def named(keys: Iterable[str], language: Language) -> dict[str, str]:
    """Name features and kinds of resources; one that no need asks for, as it was written."""
    words = family("resource") | family("feature")
    return {key: _capital(words[key][language]) if key in words else key for key in keys}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
