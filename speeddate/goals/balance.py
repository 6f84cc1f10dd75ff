"""The employer with the fewest meetings has as many as possible."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.goal import Fewest, Stage
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Møtene er jevnt fordelt", "Møta er jamt fordelte", "Meetings are evenly shared")


def balance(_: Event, options: Options) -> Iterator[Stage]:
    """Yield: most meetings for the employer with the fewest, among those with any option."""
    yield Stage("balance", "most", Fewest(tuple(options.of_employer.values())), TEXT)
