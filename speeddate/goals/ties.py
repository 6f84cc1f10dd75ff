"""Among plans that are equally good, a seeded toss decides, so that the same input gives the same plan."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

import numpy as np

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage, Ties
from speeddate.domain.option import Options
from speeddate.domain.text import Text

TEXT = Text("Loddtrekning", "Loddtrekking", "Drawing lots")
SPREAD = 1 << 20


def ties(event: Event, options: Options, seed: int) -> Iterator[Stage]:
    """Yield: least of a total of lots, drawn for each option and hope from the seed and what they are.

    A lot hangs on the meeting itself and not on its place in the file, so that a small change stays small.
    """
    lots = [
        _lot(seed, *options.at(o), *options.crews[options.crew[o]], int(options.start[o]), int(options.extra[o]))
        for o in range(len(options))
    ]
    hopes = [_lot(seed, *hope) for hope in event.hopes]
    yield Stage("ties", "least", Ties(np.array(lots, np.int32), np.array(hopes, np.int32)), TEXT)


def _lot(*parts: object) -> int:
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=4).digest()
    return 1 + int.from_bytes(digest, "big") % SPREAD
