"""An employer has no more meetings than agreed, and only one per station at a time."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.change import AddPlace, AddStation, Fix
from speeddate.domain.clock import throughout
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options, Proposal
from speeddate.domain.people import Employer
from speeddate.domain.text import Text, same
from speeddate.rules.rule import Hold, Rule

FULL = Text(
    "Arbeidsgiveren har ikke plass til flere møter.",
    "Arbeidsgivaren har ikkje plass til fleire møte.",
    "The employer has no room for more meetings.",
)
BUSY = Text(
    "Arbeidsgiveren er i et annet møte da.",
    "Arbeidsgivaren er i eit anna møte då.",
    "The employer is in another meeting then.",
)
MORE_PLACES = Text(
    "{employer} tar ett møte til.", "{employer} tek eitt møte til.", "{employer} takes one more meeting."
)
MORE_STATIONS = Text(
    "{employer} får en møteplass til.", "{employer} får ein møteplass til.", "{employer} gets one more station."
)


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per employer on meetings in all and, where some come to a candidate's room, one at any moment."""
    visiting = {
        match.employer for match in options.matches if match.station not in event.employer[match.employer].stations
    }
    for name, theirs in options.of_employer.items():
        employer = event.employer[name]
        fix = Fix(MORE_PLACES.filled(employer=same(employer.name or name)), AddPlace(name))
        yield Limit(rule=RULE.key, of=theirs, most=employer.max_meetings, because=FULL, about=(name,), fixes=(fix,))
        if name in visiting:
            yield _one_per_station(event, options, employer)


def _one_per_station(event: Event, options: Options, employer: Employer) -> Limit:
    theirs = options.of_employer[employer.id]
    more = Fix(MORE_STATIONS.filled(employer=same(employer.name or employer.id)), AddStation(employer.id))
    busy = throughout(after=event.turnaround_minutes).of(options.start[theirs], options.end[theirs])
    return Limit(
        rule=RULE.key,
        of=theirs,
        most=employer.at_once,
        busy=busy,
        because=BUSY,
        about=(employer.id,),
        fixes=(more,) if employer.stations else (),
    )


def holds(event: Event, proposal: Proposal) -> Iterator[Hold]:
    """Yield the employer itself, who may have to move."""
    yield Hold(f"employer {proposal.employer.id}", throughout(after=event.turnaround_minutes))


RULE = Rule(
    key="employer_places",
    promise=Text(
        "En arbeidsgiver får ikke flere møter enn avtalt.",
        "Ein arbeidsgivar får ikkje fleire møte enn avtalt.",
        "An employer gets no more meetings than agreed.",
    ),
    limits=limits,
    holds=holds,
)
