"""Meetings start when their round does."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage, Total
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Møtene starter til tiden", "Møta startar til tida", "Meetings start on time")


def on_time(_: Event, options: Options) -> Iterator[Stage]:
    """Yield: fewest meetings that start late."""
    yield Stage("on_time", "least", Total((options.late > 0).astype(np.int32)), TEXT)
