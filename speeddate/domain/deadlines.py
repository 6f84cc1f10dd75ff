"""What others must have done before an event, and when, unless its organiser says otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

DAYS_BEFORE: Final[Mapping[str, int]] = {"needs_by": 42, "employers_by": 21, "candidates_by": 14}


def usual(which: str, date: dt.date) -> dt.date:
    """Count a deadline from the date of the event. Raises KeyError."""
    return date - dt.timedelta(days=DAYS_BEFORE[which])
