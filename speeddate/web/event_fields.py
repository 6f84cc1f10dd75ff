"""What each form asks that begins an event: what it is called, and when it is."""

from __future__ import annotations

from typing import Final

from wtforms import StringField

from speeddate.web.fields import DayField, a_day, at_most, needed, no_numbers, not_over

LONGEST_NAME: Final = 120


def a_name() -> StringField:
    """Ask what an event is called."""
    return StringField(validators=[needed("form.name"), at_most(LONGEST_NAME), no_numbers])


def a_new_day() -> DayField:
    """Ask for a day that is not over."""
    return DayField(validators=[a_day, not_over])
