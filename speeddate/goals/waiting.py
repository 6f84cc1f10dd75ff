"""Nobody waits long between meetings."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage, Waits
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Kort ventetid", "Kort ventetid", "Short waits")


def waiting(event: Event, options: Options) -> Iterator[Stage]:
    """Yield: fewest minutes of waiting, over candidates who may have several meetings and over employers."""
    people = (mine for name, mine in options.of_candidate.items() if event.candidate[name].most_meetings > 1)
    yield Stage("waiting", "least", Waits((*people, *options.of_employer.values())), TEXT)
