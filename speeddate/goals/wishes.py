"""Wishes are met, those who would be worst off first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage, Total, weights
from speeddate.domain.option import Match, Options
from speeddate.domain.text import Text

TEXT = Text("Ønskene blir oppfylt", "Ønska blir oppfylte", "Wishes are met")


def level(event: Event, match: Match) -> int:
    """The employer's place in the candidate's list; 1 without a list, the last level for one not on it."""
    wishes = event.candidate[match.candidate].wishes
    if not wishes:
        return 1
    return wishes.index(match.employer) + 1 if match.employer in wishes else event.longest_list + 1


def wishes(event: Event, options: Options) -> Iterator[Stage]:
    """Yield, from the last level up to the second: fewest meetings there."""
    levels = weights(options, (level(event, match) for match in options.matches))
    for place, worst in enumerate(range(event.longest_list + 1, 1, -1)):
        yield Stage("wishes", "least", Total((levels == worst).astype(np.int32)), TEXT, place)


def counts(event: Event, options: Options, chosen: frozenset[int]) -> tuple[int, ...]:
    """Count the meetings at each level, the first level first."""
    levels = [level(event, options.at(option)) for option in chosen]
    return tuple(levels.count(each) for each in range(1, event.longest_list + 2))
