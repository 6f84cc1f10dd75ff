"""As many candidates as possible get the meetings they came for."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.goal import Reached, Stage
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Alle får et møte", "Alle får eit møte", "Everyone gets a meeting")


def met(event: Event, options: Options) -> Iterator[Stage]:
    """Yield: most candidates with at least their `min_meetings`."""
    groups = tuple((mine, event.candidate[name].least_meetings) for name, mine in options.of_candidate.items())
    yield Stage("met", "most", Reached(groups), TEXT)
