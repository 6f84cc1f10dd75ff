"""A room where animals have been is no room for whoever needs one without, all day."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.catalogue import Need
from speeddate.domain.event import Event
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import Match, Options
from speeddate.domain.text import Text
from speeddate.rules.rule import Rule, hope_of

BECAUSE = Text(
    "Møteplassen er brukt til noe som ikke går sammen med dette.",
    "Møteplassen er brukt til noko som ikkje går saman med dette.",
    "The station is used for something that does not go with this.",
)


def limits(event: Event, options: Options) -> Iterator[Limit]:
    """Yield, for each two matches at a station that do not go together, that at most one of them happens."""
    asking = {c.id: needs for c in event.candidates if (needs := list(c.asks("separate_from")))}
    at_station: dict[str, list[tuple[int, Match, Need]]] = {}
    for number, match in enumerate(options.matches):
        for need in asking.get(match.candidate, ()):
            at_station.setdefault(match.station, []).append((number, match, need))
    for here in at_station.values():
        for one, mine, need in here:
            for other, theirs, against in here:
                if need.key < against.key and need.word("separate_from") == against.key:
                    yield _not_both(event, options, ((one, mine, need), (other, theirs, against)))


def _not_both(event: Event, options: Options, two: tuple[tuple[int, Match, Need], ...]) -> Limit:
    hopes = [hope_of(event, event.candidate[match.candidate], need) for _, match, need in two]
    of = [options.of_match[number] for number, _, _ in two]
    excuse = [np.full(len(o), NEVER if h is None else h, np.int32) for o, h in zip(of, hopes, strict=True)]
    station = two[0][1].station
    return Limit(
        rule=RULE.key,
        of=np.concatenate(of),
        most=1,
        because=BECAUSE,
        about=(station,),
        excuse=np.concatenate(excuse),
    )


RULE = Rule(
    key="dogs",
    promise=Text(
        "Hunder som er på jobb, og rom uten dyr, holdes fra hverandre.",
        "Hundar som er på jobb, og rom utan dyr, blir haldne frå kvarandre.",
        "Working dogs and rooms without animals are kept apart.",
    ),
    limits=limits,
)
