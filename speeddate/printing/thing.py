"""What an interpreter, a guide or a thing that people share is called: alike on every sheet and page."""

from __future__ import annotations

from collections.abc import Iterable

from speeddate.domain.people import Resource
from speeddate.domain.text import Text, same
from speeddate.printing.words import sheet_text

INTERPRETER = "_interpreter"


def kind(resource: Resource) -> str:
    """Find what a resource is, whichever language it interprets."""
    return resource.kind.partition(":")[0]


def interprets(resource: Resource) -> bool:
    """Tell whether somebody interprets, and so is booked."""
    return kind(resource).endswith(INTERPRETER)


def what(resource: Resource) -> Text:
    """Say what a resource is; a kind that no sheet knows, as it was written."""
    try:
        return sheet_text(f"kind.{kind(resource)}")
    except KeyError:
        return same(resource.kind)


def called(resource: Resource, among: Iterable[Resource]) -> Text:
    """Call a resource by its name, or by what it is; with its id where that alone could be another."""
    if resource.name and not any(each.id != resource.id and each.name == resource.name for each in among):
        return same(resource.name)
    known = same(resource.name) if resource.name else what(resource)
    return same("{what} {id}").filled(what=known, id=resource.id)


def capital(words: str) -> str:
    """Begin with a capital letter, and leave the others as they are."""
    return words[:1].upper() + words[1:]
