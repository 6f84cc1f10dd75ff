"""The columns of an evening: its rounds in order of time, and the breaks between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from speeddate.domain.event import Round

BREAK_MINUTES = 15


class Column(NamedTuple):
    """A column of the plan: a round with its number, or a break (number 0), up to where the next one begins."""

    number: int
    start: int
    end: int
    until: int


def columns(rounds: Sequence[Round]) -> tuple[Column, ...]:
    """Set rounds in order of time, with a break where there is more than change-over between two of them."""
    placed = [(number, *each) for number, each in enumerate(sorted(rounds), start=1)]
    between = ((0, before[2], after[1]) for before, after in pairwise(placed))
    breaks = (gap for gap in between if gap[2] - gap[1] >= BREAK_MINUTES)
    ordered = sorted((*placed, *breaks), key=lambda column: column[1])
    ends = [*(column[1] for column in ordered[1:]), ordered[-1][2]]
    return tuple(Column(*column, until) for column, until in zip(ordered, ends, strict=True))
