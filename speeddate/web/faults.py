"""Put what an event as a whole says is wrong at the fields where it can be mended."""

from __future__ import annotations

from wtforms import Field

from speeddate.domain.fault import BadInput
from speeddate.web import words
from speeddate.web.fields import Form


def tell(form: Form, bad: BadInput, otherwise: Field) -> None:
    """Put each fault at the field it is about, or at another."""
    for fault in bad.faults:
        name = fault.column.partition(".")[0]
        at_field(form[name] if name in form else otherwise, fault.text[words.language()])  # noqa: SIM401  # no dictionary


def at_field(field: Field, text: str) -> None:
    """Say what is to be mended at a field."""
    field.errors = [*field.errors, text]
