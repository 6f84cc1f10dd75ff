"""Employers meet those whom they would like to meet."""

from __future__ import annotations

from collections.abc import Iterator

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage, Total, weights
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Arbeidsgiverne er interessert", "Arbeidsgivarane er interesserte", "Employers are interested")


def interest(event: Event, options: Options) -> Iterator[Stage]:
    """Yield: most of the employers' interest, summed over meetings."""
    of_match = (event.employer[match.employer].interest.get(match.candidate, 0) for match in options.matches)
    yield Stage("interest", "most", Total(weights(options, of_match)), TEXT)
