"""Your counsellor is there when you need it: at the door, before, in or after the meeting; one place at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from speeddate.domain.catalogue import Need, Value
from speeddate.domain.change import Fix, MoreHours, OtherCounsellor
from speeddate.domain.clock import DAY, Ints, Span, ahead, behind, opening, throughout
from speeddate.domain.event import Event
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import Options, Proposal
from speeddate.domain.people import Candidate
from speeddate.domain.text import Text, same
from speeddate.rules.rule import Bar, Hold, Hours, Rule, hope_of

BECAUSE = Text(
    "Veilederen er ønsket to steder da.",
    "Rettleiaren er ønskt to stader då.",
    "The counsellor is wanted in two places then.",
)
AWAY = Text("Veilederen er ikke der da.", "Rettleiaren er ikkje der då.", "The counsellor is not there then.")
NONE = Text("Ingen veileder er valgt.", "Ingen rettleiar er vald.", "No counsellor has been chosen.")
OTHER = Text(
    "La en annen veileder følge den ene kandidaten.",
    "La ein annan rettleiar følgje den eine kandidaten.",
    "Let another counsellor follow one of the candidates.",
)
STAY = Text(
    "{counsellor} er der hele tiden.", "{counsellor} er der heile tida.", "{counsellor} is there the whole time."
)
ALONE = Text(
    "Den som skal være med i møtet, står ikke på det. Skriv hvem det er.",
    "Den som skal vere med i møtet, står ikkje på det. Skriv kven det er.",
    "Whoever has to be in the meeting is not on it. Write who it is.",
)


def span_of(event: Event, need: Need) -> Span:
    """When the counsellor is wanted; before a meeting means after the arrival."""
    if need.word("at") == "arrival":
        return ahead(need.number("minutes"), until=max(0, event.arrive_minutes - need.number("minutes")))
    if need.word("during"):
        return throughout()
    if "first_min" in need.params:
        return opening(need.number("first_min"))
    return ahead(need.number("before_min")) if "before_min" in need.params else behind(need.number("after_min"))


def wanted(candidate: Candidate) -> Iterator[Need]:
    """Yield the needs that ask for the counsellor; one who takes part in the meeting opens it too."""
    needs = [need for need in candidate.asks("person") if need.word("person") == "counsellor"]
    whole = any(need.word("during") and need.must for need in needs)
    return (need for need in needs if not (whole and "first_min" in need.params))


def bars(event: Event, proposal: Proposal) -> Iterator[Bar]:
    """Yield a bar when there is nobody to ask."""
    if not proposal.candidate.counsellor:
        for need in wanted(proposal.candidate):
            fix = Fix(OTHER, OtherCounsellor(proposal.candidate.id))
            hope = hope_of(event, proposal.candidate, need)
            yield Bar(because=NONE, about=(proposal.candidate.id,), fixes=(fix,), hope=hope)


def hours(event: Event, proposal: Proposal) -> Iterator[Hours]:
    """Yield the counsellor's hours."""
    candidate = proposal.candidate
    if candidate.counsellor and event.counsellor[candidate.counsellor].available != DAY:
        counsellor = event.counsellor[candidate.counsellor]
        stay = STAY.filled(counsellor=same(counsellor.name or counsellor.id))
        fix = Fix(stay, MoreHours(counsellor.id, event.evening))
        about = (candidate.id, counsellor.id)
        for need in wanted(candidate):
            hope, span = hope_of(event, candidate, need), span_of(event, need)
            yield Hours(windows=counsellor.available, span=span, because=AWAY, about=about, fixes=(fix,), hope=hope)


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield one limit per counsellor who is wanted."""
    for counsellor in event.counsellors:
        uses = [
            (options.of_candidate[candidate.id], span_of(event, need), hope_of(event, candidate, need))
            for candidate in event.candidates
            if candidate.counsellor == counsellor.id and candidate.id in options.of_candidate
            for need in wanted(candidate)
        ]
        if uses:
            yield _one_place(event, options, uses, counsellor.id)


def _one_place(event: Event, options: Options, uses: list[tuple[Ints, Span, int | None]], counsellor: str) -> Limit:
    edges = [span.of(options.start[of], options.end[of]) for of, span, _ in uses]
    theirs = [c.id for c in event.candidates if c.counsellor == counsellor and any(wanted(c))]
    return Limit(
        rule=RULE.key,
        of=np.concatenate([of for of, _, _ in uses]),
        most=1,
        busy=(np.concatenate([edge[0] for edge in edges]), np.concatenate([edge[1] for edge in edges])),
        excuse=np.concatenate([np.full(len(of), NEVER if hope is None else hope, np.int32) for of, _, hope in uses]),
        because=BECAUSE,
        about=(counsellor,),
        fixes=tuple(Fix(OTHER, OtherCounsellor(candidate)) for candidate in theirs),
    )


def holds(event: Event, proposal: Proposal) -> Iterator[Hold]:
    """Yield the counsellor, where one is wanted."""
    for need in wanted(proposal.candidate):
        yield Hold(f"counsellor {proposal.candidate.counsellor}", span_of(event, need))


def company(candidate: Candidate, missed: Collection[str]) -> tuple[str, ...]:
    """Name the counsellor, when the candidate asks for company in the meeting or at its start, and does not miss it."""
    company = any(need.key not in missed and takes_part(need.params) for need in candidate.asks("person"))
    return (candidate.counsellor,) if company and candidate.counsellor else ()


def takes_part(asked: Mapping[str, Value]) -> bool:
    """Tell whether what a need asks for brings the counsellor into the meeting, not to its door alone."""
    return "during" in asked or "first_min" in asked


RULE = Rule(
    key="person_present",
    promise=Text(
        "Veilederen din er der når du trenger det.",
        "Rettleiaren din er der når du treng det.",
        "Your counsellor is there when you need it.",
    ),
    limits=limits,
    bars=bars,
    hours=hours,
    holds=holds,
)
