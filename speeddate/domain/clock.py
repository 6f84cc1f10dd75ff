"""Minutes of the day: 16:10 is 970."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from speeddate.domain.text import Text

Ints = NDArray[np.int32]
Minutes = TypeVar("Minutes", int, Ints)


class Window(NamedTuple):
    """A stretch of the day, in minutes; its end is no part of it."""

    start: int
    end: int


Windows = tuple[Window, ...]
MIDNIGHT = 24 * 60
DAY: Windows = (Window(0, MIDNIGHT),)


def joined(windows: Windows) -> Windows:
    """Join windows that touch or overlap."""
    whole: list[Window] = []
    for window in sorted(windows):
        if whole and window.start <= whole[-1].end:
            whole[-1] = Window(whole[-1].start, max(whole[-1].end, window.end))
        else:
            whole.append(window)
    return tuple(whole)


def at(clock: str) -> int:
    """Read `16:10` as minutes of the day."""
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def clock(minute: int) -> str:
    """Write minutes of the day as files do: `16:10`."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def spoken(minute: int) -> Text:
    """Write minutes of the day as people read them: `16.10` in Norwegian, `16:10` in English."""
    digits = clock(minute)
    return Text(digits.replace(":", "."), digits.replace(":", "."), digits)


class Span(NamedTuple):
    """A stretch around a meeting: it opens and closes so many minutes from the meeting's start or end."""

    opens: int
    opens_from_end: bool
    closes: int
    closes_from_end: bool

    def of(self, start: Minutes, end: Minutes) -> tuple[Minutes, Minutes]:
        """Find its two edges for a meeting, or for a whole column of them."""
        return (end if self.opens_from_end else start) + self.opens, (
            end if self.closes_from_end else start
        ) + self.closes


def throughout(*, before: int = 0, after: int = 0) -> Span:
    """The whole meeting, and some minutes before and after it."""
    return Span(-before, opens_from_end=False, closes=after, closes_from_end=True)


def ahead(minutes: int, *, until: int = 0) -> Span:
    """The minutes before a meeting, ending `until` minutes before it starts."""
    return Span(-minutes - until, opens_from_end=False, closes=-until, closes_from_end=False)


def behind(minutes: int) -> Span:
    """The minutes after a meeting."""
    return Span(0, opens_from_end=True, closes=minutes, closes_from_end=True)


def opening(minutes: int) -> Span:
    """The first minutes of a meeting."""
    return Span(0, opens_from_end=False, closes=minutes, closes_from_end=False)


STARTING = opening(0)
