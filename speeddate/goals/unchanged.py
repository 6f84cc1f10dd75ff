"""As few as possible get something new, where a plan was made before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Changed, Stage
from speeddate.domain.option import EMPTY, Options
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import Text

TEXT = Text("Så få endringer som mulig", "Så få endringar som mogleg", "As few changes as possible")


def unchanged(options: Options, earlier: Iterable[Meeting]) -> Iterator[Stage]:
    """Yield: fewest candidates whose meetings (employer, station, start) differ from an earlier plan's."""
    before: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in earlier:
        before[meeting.candidate].append(meeting)
    names = dict.fromkeys((*options.of_candidate, *before))
    groups = tuple(
        (options.of_candidate.get(name, EMPTY), tuple(_alike(options, meeting) for meeting in before[name]))
        for name in names
    )
    yield Stage("unchanged", "least", Changed(groups), TEXT)


def _alike(options: Options, meeting: Meeting) -> Ints:
    mine = options.of_candidate.get(meeting.candidate, EMPTY)
    same = [options.at(o) == meeting.match and int(options.start[o]) == meeting.start for o in mine.tolist()]
    return np.compress(same, mine)
