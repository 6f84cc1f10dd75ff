"""What is hoped for of a plan, one goal to a file, in the order in which each is proven."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from speeddate.domain.event import Event
from speeddate.domain.goal import Stage
from speeddate.domain.option import Options
from speeddate.domain.schedule import Meeting
from speeddate.domain.text import Text
from speeddate.goals.balance import TEXT as BALANCE
from speeddate.goals.balance import balance
from speeddate.goals.comfort import TEXT as COMFORT
from speeddate.goals.comfort import comfort
from speeddate.goals.interest import TEXT as INTEREST
from speeddate.goals.interest import interest
from speeddate.goals.meetings import TEXT as MEETINGS
from speeddate.goals.meetings import meetings
from speeddate.goals.met import TEXT as MET
from speeddate.goals.met import met
from speeddate.goals.on_time import TEXT as ON_TIME
from speeddate.goals.on_time import on_time
from speeddate.goals.ties import ties
from speeddate.goals.unchanged import TEXT as UNCHANGED
from speeddate.goals.unchanged import unchanged
from speeddate.goals.waiting import TEXT as WAITING
from speeddate.goals.waiting import waiting
from speeddate.goals.wishes import TEXT as WISHES
from speeddate.goals.wishes import wishes

Goal = Callable[[Event, Options], Iterator[Stage]]
BY_KEY: dict[str, Goal] = {
    "met": met,
    "meetings": meetings,
    "wishes": wishes,
    "comfort": comfort,
    "interest": interest,
    "balance": balance,
    "on_time": on_time,
    "waiting": waiting,
}
SENTENCES: dict[str, Text] = {
    "met": MET,
    "meetings": MEETINGS,
    "unchanged": UNCHANGED,
    "wishes": WISHES,
    "comfort": COMFORT,
    "interest": INTEREST,
    "balance": BALANCE,
    "on_time": ON_TIME,
    "waiting": WAITING,
}


def stages(
    event: Event, options: Options, *, earlier: Iterable[Meeting] | None = None, last: bool = False
) -> Iterator[Stage]:
    """Yield the steps of an event's goals in order; with an earlier plan, few changes come after `meetings`.

    Where the event leaves `meetings` out, few changes come first. As the `last` step they only decide among plans
    that are equally good.
    """
    keys = event.goals
    before = len(keys) if last else keys.index("meetings") + 1 if "meetings" in keys else 0
    yield from (stage for key in keys[:before] for stage in BY_KEY[key](event, options))
    if earlier is not None:
        yield from unchanged(options, earlier)
    yield from (stage for key in keys[before:] for stage in BY_KEY[key](event, options))


__all__ = ["BY_KEY", "SENTENCES", "stages", "ties"]
