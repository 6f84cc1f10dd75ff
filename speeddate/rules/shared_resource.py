"""What people share is free when you need it: an interpreter, a quiet place, a guide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import numpy as np

from speeddate.domain.catalogue import Need
from speeddate.domain.change import AddResource, Fix, MoreHours
from speeddate.domain.clock import DAY, Ints, Span, ahead, behind, throughout
from speeddate.domain.event import Event
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import Crew, Options, Proposal
from speeddate.domain.people import Candidate, Resource
from speeddate.domain.text import Text, same
from speeddate.rules.rule import Bar, Hold, Hours, Rule, hope_of

BECAUSE = Text(
    "Noe eller noen som må være med, er opptatt da.",
    "Noko eller nokon som må vere med, er oppteken då.",
    "Something or someone that has to be there is taken then.",
)
AWAY = Text(
    "Noe eller noen som må være med, er ikke der da.",
    "Noko eller nokon som må vere med, er ikkje der då.",
    "Something or someone that has to be there is away then.",
)
NONE = Text(
    "Noe eller noen som må være med, er ikke bestilt.",
    "Noko eller nokon som må vere med, er ikkje bestilt.",
    "Something or someone that has to be there is not booked.",
)
ONE_MORE = Text("Skaff en til av dette: {what}.", "Skaff ein til av dette: {what}.", "Book one more of this: {what}.")
STAY = Text("{resource} er der hele tiden.", "{resource} er der heile tida.", "{resource} is there the whole time.")


class Use(NamedTuple):
    """One row of a resource's limit: who uses it, when, how much of it, and the hope that excuses it."""

    of: Ints
    span: Span
    takes: int
    hope: int | None


def kind_of(need: Need) -> str:
    """Name the kind of resource a need asks for; an interpreter's language is part of it."""
    return f"{need.word('resource')}:{need.word('lang')}" if "lang" in need.params else need.word("resource")


def spans_of(need: Need) -> tuple[Span, ...]:
    """When the resource is busy: all through, or only before and after the meeting."""
    before, after = need.number("before_min"), need.number("after_min")
    if need.word("around"):
        return tuple(span for span, minutes in ((ahead(before), before), (behind(after), after)) if minutes)
    return (throughout(before=before, after=after),)


def crews(event: Event, candidate: Candidate) -> Iterator[tuple[Crew, ...]]:
    """Yield, for each need, the resources it could have: several of its kind are a choice."""
    for need in candidate.asks("resource"):
        kind = [resource.id for resource in event.resources if resource.kind == kind_of(need)]
        pool = any(event.resource[resource].capacity >= _count(need) for resource in kind)
        together = 1 if pool else _count(need)
        yield tuple(crew for crew in combinations(kind, together) if _enough(event, crew, need)) or ((),)


def _count(need: Need) -> int:
    return need.number("count") or 1


def _enough(event: Event, crew: Crew, need: Need) -> bool:
    return sum(event.resource[resource].capacity for resource in crew) >= _count(need)


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar when less of the kind is booked than is needed."""
    for need in proposal.candidate.asks("resource"):
        if sum(resource.capacity for resource in _mine(proposal, need)) < _count(need):
            fix = Fix(ONE_MORE.filled(what=need.kind.label), AddResource(kind_of(need), _count(need)))
            hope = hope_of(event, proposal.candidate, need)
            yield Bar(because=NONE, about=(proposal.candidate.id,), fixes=(fix,), hope=hope)


def _mine(proposal: Proposal, need: Need) -> list[Resource]:
    return [resource for resource in proposal.crew if resource.kind == kind_of(need)]


def hours(event: Event, proposal: Proposal) -> Iterator[Hours]:
    """Yield the hours of each resource that comes along."""
    for need in proposal.candidate.asks("resource"):
        for resource in _mine(proposal, need):
            if resource.available != DAY:
                fix = Fix(STAY.filled(resource=_named(resource, need)), MoreHours(resource.id, event.evening))
                about, hope = (proposal.candidate.id, resource.id), hope_of(event, proposal.candidate, need)
                for span in spans_of(need):
                    yield Hours(
                        windows=resource.available, span=span, because=AWAY, about=about, fixes=(fix,), hope=hope
                    )


def _named(resource: Resource, need: Need) -> Text:
    return same(resource.name) if resource.name else need.kind.label


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per resource that several could want."""
    for name, options_of_it in options.of_crew.items():
        resource = event.resource[name]
        uses = list(_uses(event, options, resource, options_of_it))
        if not uses:  # somebody wrote it on a meeting of people who did not ask for it
            continue
        of = np.concatenate([use.of for use in uses])
        edges = [use.span.of(options.start[use.of], options.end[use.of]) for use in uses]
        kind = next(
            need.kind.label for c in event.candidates for need in c.asks("resource") if kind_of(need) == resource.kind
        )
        yield Limit(
            rule=RULE.key,
            of=of,
            most=resource.capacity,
            busy=(np.concatenate([edge[0] for edge in edges]), np.concatenate([edge[1] for edge in edges])),
            takes=np.concatenate([np.full(len(use.of), use.takes, np.int32) for use in uses]),
            excuse=np.concatenate([np.full(len(u.of), NEVER if u.hope is None else u.hope, np.int32) for u in uses]),
            because=BECAUSE,
            about=(name,),
            fixes=(Fix(ONE_MORE.filled(what=kind), AddResource(resource.kind)),),
        )


def _uses(event: Event, options: Options, resource: Resource, of: Ints) -> Iterator[Use]:
    for name in dict.fromkeys(options.at(option).candidate for option in of.tolist()):
        candidate = event.candidate[name]
        mine = np.intersect1d(of, options.of_candidate[name]).astype(np.int32)
        for need in candidate.asks("resource"):
            if kind_of(need) == resource.kind:
                takes = min(_count(need), resource.capacity)
                for span in spans_of(need):
                    yield Use(mine, span, takes, hope_of(event, candidate, need))


def holds(_: Event, proposal: Proposal) -> Iterator[Hold]:
    """Yield each resource that comes along."""
    for need in proposal.candidate.asks("resource"):
        for resource in _mine(proposal, need):
            for span in spans_of(need):
                yield Hold(f"resource {resource.id}", span)


RULE = Rule(
    key="shared_resource",
    promise=Text(
        "Det og dem du trenger i møtet, er der for deg.",
        "Det og dei du treng i møtet, er der for deg.",
        "What and whom you need in the meeting is there for you.",
    ),
    limits=limits,
    bars=bars,
    hours=hours,
    holds=holds,
    crews=crews,
)
