"""What a station, a venue or something shared can be: whatever the catalogue of needs can ask for, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from speeddate.domain.catalogue import catalogue
from speeddate.domain.people import Resource
from speeddate.domain.text import Language, Text
from speeddate.exchange.words import family
from speeddate.printing import thing


def asked(param: str) -> list[str]:
    """List what the needs can ask for by one of their parameters: `feature`, `venue` or `resource`."""
    values = (kind.params[param] for kind in catalogue().values() if param in kind.params)
    return list(dict.fromkeys(str(value) for value in values))


def named(keys: Iterable[str], language: Language) -> dict[str, str]:
    """Name features and kinds of resources; one that no need asks for, as it was written."""
    words = family("resource") | family("feature")
    return {key: thing.capital(words[key][language]) if key in words else key for key in keys}


def called(shared: Iterable[Mapping[str, Any]]) -> dict[str, Text]:
    """Name all that is shared, by id, as the sheets do: as people call it, or by what it is and its id."""
    every = [Resource(id=each["id"], kind=each["kind"], name=each.get("name") or "") for each in shared]
    return {each.id: thing.called(each, every) for each in every}
