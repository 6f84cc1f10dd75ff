"""An interpreter rests: after so many minutes of work in a run comes a break."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from speeddate.domain.change import AddResource, Fix
from speeddate.domain.clock import Ints
from speeddate.domain.event import Event
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import Options
from speeddate.domain.people import Candidate, Resource
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text(
    "En som må være med, trenger en pause da.",
    "Ein som må vere med, treng ein pause då.",
    "Someone who has to be there needs a rest then.",
)
FIX = Text("Skaff en til av dette: {what}.", "Skaff ein til av dette: {what}.", "Book one more of this: {what}.")


class Shift(NamedTuple):
    """Work at one time: when it begins (with preparation), starts and ends, and the options that would be it."""

    begins: int
    start: int
    end: int
    of: tuple[int, ...]


class Work(NamedTuple):
    """One candidate's need of somebody who rests."""

    candidate: Candidate
    key: str
    before: int
    run: int
    rest: int


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each run of shifts that is too long, that not all of them happen.

    A run is too long when its meetings add up to more than `max_run_min`, each beginning less than `rest_min` after
    the one before ended. A longer run holds a shortest one, so these are enough.
    """
    for name, of in options.of_crew.items():
        if event.resource[name].capacity > 1:  # several take turns
            continue
        works = list(_works(event, options, event.resource[name], of))
        if works:
            run, rest = min(work.run for work in works), max(work.rest for work in works)
            for chain in _too_long(_shifts(options, of, works), run, rest):
                yield _limit(event, options, name, chain)


def _works(event: Event, options: Options, resource: Resource, of: Ints) -> Iterator[Work]:
    for name in dict.fromkeys(options.at(option).candidate for option in of.tolist()):
        for need in event.candidate[name].asks("max_run_min"):
            if need.word("resource") == resource.kind:
                minutes = need.number("before_min"), need.number("max_run_min"), need.number("rest_min")
                yield Work(event.candidate[name], need.key, *minutes)


def _shifts(options: Options, of: Ints, works: list[Work]) -> list[Shift]:
    before = {work.candidate.id: work.before for work in works}
    at: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for option in of.tolist():
        if (who := options.at(option).candidate) in before:
            start, end = int(options.start[option]), int(options.end[option])
            at[start - before[who], start, end].append(option)
    return [Shift(*times, tuple(theirs)) for times, theirs in sorted(at.items())]


def _too_long(shifts: list[Shift], run: int, rest: int) -> Iterator[tuple[Shift, ...]]:
    """Yield each shortest chain of shifts that follow closely and add up to more than a run."""
    growing: list[tuple[Shift, ...]] = [(shift,) for shift in shifts]
    while growing:
        longer: list[tuple[Shift, ...]] = []
        for chain in growing:
            if sum(shift.end - shift.start for shift in chain) > run:
                yield chain
            else:
                longer += [(*chain, s) for s in shifts if chain[-1].end <= s.begins < chain[-1].end + rest]
        growing = longer


def _limit(event: Event, options: Options, resource: str, chain: tuple[Shift, ...]) -> Limit:
    of = np.array([option for shift in chain for option in shift.of], np.int32)
    excuse = [_excuse(event, options.at(option).candidate, event.resource[resource]) for option in of.tolist()]
    kind = event.resource[resource].kind
    label = next(n.kind.label for c in event.candidates for n in c.asks("max_run_min") if n.word("resource") == kind)
    return Limit(
        rule=RULE.key,
        of=of,
        most=len(chain) - 1,
        because=BECAUSE,
        about=(resource,),
        excuse=np.array(excuse, np.int32),
        fixes=(Fix(FIX.filled(what=label), AddResource(kind)),),
    )


def _excuse(event: Event, candidate: str, resource: Resource) -> int:
    who = event.candidate[candidate]
    need = next(need for need in who.asks("max_run_min") if need.word("resource") == resource.kind)
    hope = hope_of(event, who, need)
    return NEVER if hope is None else hope


RULE = Rule(
    key="rest",
    promise=Text(
        "De som tolker, får pausene sine.", "Dei som tolkar, får pausane sine.", "Those who interpret get their breaks."
    ),
    limits=limits,
)
