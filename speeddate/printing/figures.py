"""A plan's goals in words, with what they came to, as in `24 av 24 får et møte`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from speeddate.domain.event import Event
from speeddate.domain.schedule import Meeting, Reading, Schedule, Value
from speeddate.domain.text import LANGUAGES, Text
from speeddate.goals.ranking import better
from speeddate.printing.blocks import Line, plain
from speeddate.printing.words import Voice

MEASURES = {"interest", "balance"}
Meetings = Collection[Meeting]
Words = Callable[[Event, Meetings, Voice, Value], str]


def in_words(event: Event, schedule: Schedule, voice: Voice) -> Iterator[Line]:
    """Yield a sentence per goal, and whether all of them are proven."""
    for reading in schedule.goals:
        if words := _goal(event, schedule, reading, voice):
            yield plain(f"{words[:1].upper()}{words[1:]}.")
    yield voice.line("goal.proven" if schedule.status == "optimal" else "goal.open")


def in_short(event: Event, meetings: Meetings, key: str, value: Value) -> Text | None:
    """Say what one goal comes to over some meetings; nothing where it has no words."""
    said = [SPOKEN.get(key, _nothing)(event, meetings, Voice(language), value) for language in LANGUAGES]
    return Text(*said) if all(said) else None


def _goal(event: Event, schedule: Schedule, reading: Reading, voice: Voice) -> str:
    words = SPOKEN.get(reading.key, _nothing)(event, schedule.meetings, voice, reading.value)
    if reading.proven or not words or not better(reading.key, reading.bound, reading.value):
        return words  # what breaks a promise can come to more than the best that keeps them all
    return voice.say("goal.bound", goal=words, bound=_figure(reading))


def _figure(reading: Reading) -> int:
    """The one figure that is printed of a goal: of wishes those at the first level, of comfort the sum."""
    if isinstance(reading.bound, int):
        return reading.bound
    return reading.bound[0] if reading.key == "wishes" else reading.bound[-1]


def _met(event: Event, _: Meetings, voice: Voice, value: Value) -> str:
    return _say(voice, "met", _one(value), count=len(event.candidates))


def _wishes(event: Event, meetings: Meetings, voice: Voice, value: Value) -> str:
    """Count first wishes only of those who have any: without a list, every meeting counts as a first wish."""
    if not event.longest_list or isinstance(value, int):
        return ""
    without = sum(not event.candidate[meeting.candidate].wishes for meeting in meetings)
    return _say(voice, "wishes", value[0] - without)


def _counted(key: str, none: str = "") -> Words:
    """Make the words of a goal that is one number, with other words for nothing at all."""

    def words(_: Event, __: Meetings, voice: Voice, value: Value) -> str:
        total = _one(value)
        return voice.say(f"goal.{none}") if none and not total else _say(voice, key, total)

    return words


def _say(voice: Voice, key: str, value: int, **more: int) -> str:
    """Say what a goal came to: one thing in other words than several, where it counts things."""
    one = value == 1 and key not in MEASURES
    return voice.say(f"goal.{key}_one" if one else f"goal.{key}", value=value, **more)


def _nothing(_: Event, __: Meetings, ___: Voice, ____: Value) -> str:
    return ""


def _one(value: Value) -> int:
    return value if isinstance(value, int) else value[-1]


SPOKEN: dict[str, Words] = {
    "met": _met,
    "meetings": _counted("meetings"),
    "unchanged": _counted("unchanged"),
    "wishes": _wishes,
    "comfort": _counted("comfort", none="comfort_all"),
    "interest": _counted("interest"),
    "balance": _counted("balance"),
    "on_time": _counted("on_time", none="on_time_all"),
    "waiting": _counted("waiting", none="waiting_none"),
}
