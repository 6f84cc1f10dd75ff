"""Check the times and amounts of an event: what ends before it starts, overlaps or contradicts itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from speeddate.domain.catalogue import catalogue
from speeddate.domain.clock import spoken
from speeddate.domain.deadlines import DAYS_BEFORE
from speeddate.domain.fault import Fault
from speeddate.domain.text import listed
from speeddate.exchange.candidate_part import CandidatePart
from speeddate.exchange.draft import Draft
from speeddate.exchange.frame import FramePart
from speeddate.exchange.models import ResourcePart
from speeddate.exchange.raw import Loc
from speeddate.exchange.words import said, shown

NEEDS_LANGUAGE = "spoken_interpreter"


def out_of_order(draft: Draft) -> Iterator[Fault]:
    """Yield every time and amount that cannot be right."""
    yield from _frame(draft, draft.frame)
    for sheet in ("employers", "counsellors", "resources", "candidates"):
        for number, part in draft.parts[sheet].items():
            yield from _windows(draft, (sheet, number, "available"), part.available)
    for number, resource in draft.parts["resources"].items():
        yield from _resource(draft, number, resource)
    for number, candidate in draft.parts["candidates"].items():
        yield from _meetings(draft, number, candidate)
    yield from _pins(draft)


def _frame(draft: Draft, frame: FramePart) -> Iterator[Fault]:
    yield from _rounds(draft)
    last = max((part.end for part in draft.rounds if part.tells("end")), default=0)
    if frame.latest_end is not None and frame.latest_end < last:
        yield draft.fault("time.latest", "event", "latest_end", ends_at=spoken(last))
    if frame.tells("date") and frame.answer_by is not None and frame.answer_by < frame.date:
        yield draft.fault("time.answer", "event", "answer_by")
    for field in DAYS_BEFORE:
        if frame.tells("date", field) and (getattr(frame, field) or frame.date) > frame.date:
            yield draft.fault("time.deadline", "event", field)
    if not _is_zone(frame.timezone):
        yield draft.fault("time.zone", "event", "timezone", zone=shown(frame.timezone))
    for field in ("goals", "late_start_minutes", "venue_features"):
        for value, count in Counter(getattr(frame, field)).items():
            if count > 1:
                yield draft.fault("name.twice", "event", field, name=shown(value))


def _rounds(draft: Draft) -> Iterator[Fault]:
    """Check each round against all that start before it."""
    ends = 0
    started = ((number, part) for number, part in enumerate(draft.rounds) if part.tells("start"))
    for number, part in sorted(started, key=lambda entry: entry[1].start):
        if part.start < ends:
            yield draft.fault("time.overlap", "event", "rounds", number, "start", ends_at=spoken(ends))
        if part.tells("end"):
            ends = max(ends, part.end)
            if part.end <= part.start:
                yield draft.fault("time.end", "event", "rounds", number, "end", starts_at=spoken(part.start))


def _pins(draft: Draft) -> Iterator[Fault]:
    """A meeting starts with its round, or as many minutes late as the event allows."""
    if not draft.rounds or not all(part.tells("start") for part in draft.rounds):
        return
    starts = sorted({part.start for part in draft.rounds})
    allowed = {start + late for start in starts for late in (0, *draft.frame.late_start_minutes)}
    for number, pin in draft.parts["pins"].items():
        if pin.start is not None and pin.start not in allowed:
            yield draft.fault("pin.start", "pins", number, "start", starts=listed(map(spoken, starts)))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _windows(draft: Draft, loc: Loc, windows: list[list[int]]) -> Iterator[Fault]:
    for start, end in windows:
        if end <= start:
            yield draft.fault("time.end", *loc, starts_at=spoken(start))


def _resource(draft: Draft, number: int, resource: ResourcePart) -> Iterator[Fault]:
    """Those who need rests have rows of their own; an interpreter has a language."""
    resting = {kind.params["resource"] for kind in catalogue().values() if "max_run_min" in kind.params}
    if not resource.tells("kind"):
        return
    kind, _, language = map(str.strip, resource.kind.partition(":"))
    if kind in resting and resource.capacity > 1:
        yield draft.fault("crew.rest", "resources", number, "capacity")
    if kind == NEEDS_LANGUAGE and not language:
        example = said(f"crew.language.{draft.raw.written}")
        yield draft.fault("crew.language", "resources", number, "kind", example=example)


def _meetings(draft: Draft, number: int, candidate: CandidatePart) -> Iterator[Fault]:
    if candidate.max_meetings < candidate.min_meetings and ("candidates", number, "min_meetings") not in draft.broken:
        yield draft.fault("meetings.fewer", "candidates", number, "max_meetings", least=candidate.min_meetings)
