"""As much as possible of what would help is there, first for the one who would miss most."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.goal import GivenUp, Stage
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Det som hjelper, er på plass", "Det som hjelper, er på plass", "What helps is in place")


def comfort(event: Event, _: Options) -> Iterator[Stage]:
    """Yield: the smallest worst case over candidates of hopes given up, then the smallest sum."""
    owners: dict[str, list[int]] = {}
    for number, hope in enumerate(event.hopes):
        owners.setdefault(hope.candidate, []).append(number)
    yield Stage("comfort", "least", GivenUp(tuple(map(tuple, owners.values()))), TEXT)
    yield Stage("comfort", "least", GivenUp((tuple(range(len(event.hopes))),)), TEXT, place=1)
