"""As many meetings as possible."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage, Total
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Så mange møter som mulig", "Så mange møte som mogleg", "As many meetings as possible")


def meetings(_: Event, options: Options) -> Iterator[Stage]:
    """Yield: most meetings in all."""
    yield Stage("meetings", "most", Total(np.ones(len(options), np.int32)), TEXT)
