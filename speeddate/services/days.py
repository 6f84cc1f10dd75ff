"""Write dates as people read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from babel.dates import format_date

from speeddate.domain.text import Language

FORMS: Final[Mapping[Language, tuple[str, str]]] = {
    "nb": ("EEEE d. MMMM y", "nb"),
    "nn": ("EEEE d. MMMM y", "nn"),
    "en": ("EEEE d MMMM y", "en_GB"),
}


def spoken_day(date: dt.date, language: Language) -> str:
    """Write a date with the day of the week: `onsdag 10. februar 2027`."""
    form, locale = FORMS[language]
    return format_date(date, form, locale=locale)
