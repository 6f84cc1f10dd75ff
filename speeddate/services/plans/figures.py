"""Say what a goal came to, so that who knows no goals understands it: `ønske 1: 18, ønske 2: 6` and not `18/6/0`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from speeddate.domain.schedule import Value, figure
from speeddate.domain.text import Text, listed, same
from speeddate.domain.words import texts

TEXTS: Final = texts("plans.csv")


def figured(key: str, value: Value) -> Text:
    """Say what a goal came to, with what it counts; a goal that nobody has words for, as a bare figure."""
    match key, value:
        case "wishes", tuple():
            return listed(_levels(value))
        case "comfort", (worst, total):
            return TEXTS["figure.comfort"].filled(value=total, worst=worst)
        case _:
            return TEXTS.get(f"figure.{key}", same("{value}")).filled(value=figure(value))


def _levels(counts: tuple[int, ...]) -> Iterator[Text]:
    """Yield each place on the lists that somebody got, and last how many meet whom they have not wished for."""
    *wished, other = counts
    yield from (TEXTS["figure.wish"].filled(level=level, value=count) for level, count in enumerate(wished, 1) if count)
    if other or not any(wished):
        yield TEXTS["figure.unwished"].filled(value=other)
