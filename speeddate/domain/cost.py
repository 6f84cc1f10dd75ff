"""Why somebody does not meet an employer: they cannot, or it costs others something. It tells of nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from speeddate.domain.change import Fix
from speeddate.domain.outcome import Undecided
from speeddate.domain.schedule import Reason, Schedule, Value
from speeddate.domain.text import Text

Loss = Literal["meeting", "first", "wish", "help"]
"""What somebody can lose: a meeting, their first wish, a better wish, something that helps. The gravest counts."""

UNFIT = Text("Det møtet er ikke aktuelt.", "Det møtet er ikkje aktuelt.", "That meeting is not on offer.")


@dataclass(frozen=True, slots=True)
class Arranged:
    """The two meet in the plan at hand."""


@dataclass(frozen=True, slots=True)
class Barred:
    """The two cannot meet: the smallest reasons, and the cheapest changes that make it possible; none if none do."""

    because: tuple[Reason, ...]
    fixes: tuple[Fix, ...] = ()

    def for_organisers(self) -> Barred:
        """Say the same of all that nobody can mend, so that nobody reads from it whom a candidate avoids."""
        return self if self.fixes else Barred((Reason("wish", UNFIT),))


@dataclass(frozen=True, slots=True)
class Difference:
    """What a goal comes to without the meeting and with it, over the whole plan."""

    key: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """The two can meet in this other plan: how many others lose what, gain what, and get something new.

    `gives_up` are the employers whom the candidate meets now and would not then. With `more`, something else becomes
    worse of which no figure is told, since too few people stand behind it; `no_worse` says that no goal of the whole
    plan does. Unless `proven`, it may cost less.
    """

    plan: Schedule
    lost: Mapping[Loss, int]
    gained: Mapping[Loss, int]
    moved: int
    goals: tuple[Difference, ...]
    gives_up: tuple[str, ...]
    more: bool
    no_worse: bool
    proven: bool

    @property
    def free(self) -> bool:
        """Tell whether no other candidate loses anything."""
        return not self.lost and not self.more

    @property
    def tie(self) -> bool:
        """Tell whether the whole plan is as good with the meeting as without it, too."""
        return self.free and self.no_worse


Answer = Arranged | Barred | Priced | Undecided
"""Why two do not meet; undecided where time ran out."""
