"""What somebody has decided stands."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.clock import spoken
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import EMPTY, Options
from speeddate.domain.people import Pin
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule

AT = Text(
    "Et møte er låst til klokka {start}.", "Eit møte er låst til klokka {start}.", "A meeting is locked at {start}."
)
ANY_TIME = Text("Et møte er låst.", "Eit møte er låst.", "A meeting is locked.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per pin: its meeting happens."""
    for pin in event.pins:
        mine = options.of_candidate.get(pin.candidate, EMPTY)
        of = mine[[_fits(options, option, pin) for option in mine.tolist()]] if len(mine) else mine
        because = ANY_TIME if pin.start is None else AT.filled(start=spoken(pin.start))
        yield Limit(
            rule=RULE.key, of=of, least=1, most=max(1, len(of)), because=because, about=(pin.candidate, pin.employer)
        )


def _fits(options: Options, option: int, pin: Pin) -> bool:
    match = options.at(option)
    return (
        match.employer == pin.employer
        and pin.station in {None, match.station}
        and pin.start in {None, int(options.start[option])}
    )


RULE = Rule(
    key="pinned",
    promise=Text("Det som er låst, blir stående.", "Det som er låst, blir ståande.", "What is locked stays."),
    limits=limits,
)
