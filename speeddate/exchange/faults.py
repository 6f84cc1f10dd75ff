"""Say what is wrong with a file, and where: every fault at once."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from speeddate.domain.fault import Fault
from speeddate.domain.text import Text, same

UNKNOWN = Text(
    "«{key}» er ikke et felt vi kjenner. Ta det bort. Helse og diagnose lagrer vi aldri.",
    "«{key}» er ikkje eit felt vi kjenner. Ta det bort. Helse og diagnose lagrar vi aldri.",
    "“{key}” is not a field we know. Remove it. Health and diagnoses are never stored.",
)
MISSING = Text("Fyll ut «{key}».", "Fyll ut «{key}».", "Fill in “{key}”.")
CLOCK = Text(
    "Skriv klokkeslettet med 4 siffer, for eksempel 16:10.",
    "Skriv klokkeslettet med 4 siffer, til dømes 16:10.",
    "Write the time with 4 digits, for example 16:10.",
)
DATE = Text("Skriv datoen slik: 2027-02-10.", "Skriv datoen slik: 2027-02-10.", "Write the date like this: 2027-02-10.")
CHOICE = Text("Velg en av disse: {choices}.", "Vel ein av desse: {choices}.", "Choose one of these: {choices}.")
NUMBER = Text("Skriv et helt tall i riktig størrelse.", "Skriv eit heilt tal i rett storleik.", "Write a whole number of the right size.")
LONG = Text("Skriv kortere.", "Skriv kortare.", "Write less.")
SHAPE = Text("Dette har feil form. Se eksempelet.", "Dette har feil form. Sjå dømet.", "This has the wrong shape. See the example.")
BY_TYPE = {
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "greater_than_equal": NUMBER,
    "less_than_equal": NUMBER,
    "less_than": NUMBER,
    "string_too_long": LONG,
}


def faults_of(error: ValidationError, file: str) -> Iterator[Fault]:
    """Turn what the shape refuses into faults with a list, a row (counted from 1) and a field."""
    for detail in error.errors():
        place = detail["loc"]
        row = next((step + 1 for step in place if isinstance(step, int)), None)
        column = ".".join(str(step) for step in place[1:] if not isinstance(step, int))
        yield Fault(_text(detail), file=file, sheet=str(place[0]) if place else "", row=row, column=column)


def _text(detail: ErrorDetails) -> Text:
    kind, last = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "extra_forbidden":
        return UNKNOWN.filled(key=same(last))
    if kind == "missing":
        return MISSING.filled(key=same(last))
    if kind == "literal_error":
        return CHOICE.filled(choices=same(str(detail["ctx"]["expected"])))
    if kind.startswith("date"):
        return DATE
    if kind == "int_type" and isinstance(detail["input"], str):
        return CLOCK
    return BY_TYPE.get(kind, SHAPE)
