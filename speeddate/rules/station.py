"""A station holds one meeting at a time, and rests in between."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.change import AddStation, Fix
from speeddate.domain.clock import throughout
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options, Proposal
from speeddate.domain.text import Text, same
from speeddate.rules.rule import Hold, Rule

BECAUSE = Text("Møteplassen er opptatt da.", "Møteplassen er oppteken då.", "The station is taken then.")
FIX = Text("{employer} får en møteplass til.", "{employer} får ein møteplass til.", "{employer} gets one more station.")


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per station."""
    span = throughout(after=event.turnaround_minutes)
    for station, here in options.of_station.items():
        busy = span.of(options.start[here], options.end[here])
        yield Limit(
            rule=RULE.key, of=here, most=1, busy=busy, because=BECAUSE, about=(station,), fixes=_fixes(event, station)
        )


def _fixes(event: Event, station: str) -> tuple[Fix, ...]:
    owners = [employer for employer in event.employers if station in employer.stations]
    return tuple(Fix(FIX.filled(employer=same(e.name or e.id)), AddStation(e.id)) for e in owners)


def holds(event: Event, proposal: Proposal) -> Iterator[Hold]:
    """Yield the station itself."""
    yield Hold(f"station {proposal.station.id}", throughout(after=event.turnaround_minutes))


RULE = Rule(
    key="station",
    promise=Text(
        "En møteplass har ett møte om gangen, og litt tid imellom.",
        "Ein møteplass har eitt møte om gongen, og litt tid imellom.",
        "A station has one meeting at a time, and some time in between.",
    ),
    limits=limits,
    holds=holds,
)
