"""What is to be done before, at and after an event, and when: counted from its date."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Final

from speeddate.domain.text import Text
from speeddate.domain.words import rows

FAMILY: Final = "todo."
DAYS: Final = {
    "t8w": -56, "t7w": -49, "t6w": -42, "t5w": -35, "t3w": -21, "t2w": -14, "t10d": -10, "t7d": -7, "t2d": -2,
    "t0": 0, "t1d": 1, "t7after": 7, "t14after": 14, "t30after": 30,
}  # fmt: skip
MONTHS: Final = {"t3m": 3, "t6m": 6}
ASKED: Final = "t8w.aids"
ANSWERS: Final = ("yes", "not_needed", "waiting")
OPEN: Final = ("", "waiting")


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do, and the deadline it stands under."""

    key: str
    text: Text
    when: str
    heading: Text

    def due(self, date: dt.date) -> dt.date:
        """Count its day from the day of the event."""
        if self.when in DAYS:
            return date + dt.timedelta(days=DAYS[self.when])
        return _months_after(date, MONTHS[self.when])

    @property
    def asks(self) -> bool:
        """Tell whether it is a question with answers of its own, and not something that is done or not."""
        return self.key == ASKED


@cache
def todos() -> dict[str, Todo]:
    """Read the checklist that ships with the program, by key, in its own order."""
    texts = {
        row["key"].removeprefix(FAMILY): Text(row["nb"], row["nn"], row["en"])
        for row in rows("texts.csv")
        if row["key"].startswith(FAMILY)
    }
    things = ((key, key.partition(".")[0]) for key in texts if "." in key)
    return {key: Todo(key, texts[key], when, texts[when]) for key, when in things}


def _months_after(date: dt.date, months: int) -> dt.date:
    years, month = divmod(date.month - 1 + months, 12)
    year, month = date.year + years, month + 1
    return date.replace(year=year, month=month, day=min(date.day, calendar.monthrange(year, month)[1]))
