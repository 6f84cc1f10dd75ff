"""Say what a goal came to, so that who knows no goals understands it: `ønske 1: 18, ønske 2: 6` and not `18/6/0`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from speeddate.domain.schedule import Value, figure
from speeddate.domain.text import Text, listed, same

WISH: Final = Text("ønske {level}:\u00a0{value}", "ønske {level}:\u00a0{value}", "wish {level}:\u00a0{value}")
UNWISHED: Final = Text("utenfor lista:\u00a0{value}", "utanfor lista:\u00a0{value}", "not on the list:\u00a0{value}")
UNITS: Final[Mapping[str, Text]] = {
    "met": Text("{value} får møte", "{value} får møte", "{value} with a meeting"),
    "meetings": Text("{value} i alt", "{value} i alt", "{value} in all"),
    "unchanged": Text("{value} får noe nytt", "{value} får noko nytt", "new for {value}"),
    "interest": Text("{value} poeng", "{value} poeng", "{value} of interest"),
    "balance": Text("minst {value} hver", "minst {value} kvar", "at least {value} each"),
    "on_time": Text("{value} starter sent", "{value} startar seint", "{value} late"),
    "waiting": Text("{value} min venting", "{value} min venting", "{value} min of waiting"),
}
COMFORT: Final = Text(
    "mangler i alt: {value}, høyst {worst} for én",
    "manglar i alt: {value}, høgst {worst} for éin",
    "missing in all: {value}, at most {worst} for one person",
)


def figured(key: str, value: Value) -> Text:
    """Say what a goal came to, with what it counts; a goal that nobody has words for, as a bare figure."""
    match key, value:
        case "wishes", tuple():
            return listed(_levels(value))
        case "comfort", (worst, total):
            return COMFORT.filled(value=total, worst=worst)
        case _:
            return UNITS.get(key, same("{value}")).filled(value=figure(value))


def _levels(counts: tuple[int, ...]) -> Iterator[Text]:
    """Yield each place on the lists that somebody got, and last how many meet whom they have not wished for."""
    *wished, other = counts
    yield from (WISH.filled(level=level, value=count) for level, count in enumerate(wished, 1) if count)
    if other or not any(wished):
        yield UNWISHED.filled(value=other)
