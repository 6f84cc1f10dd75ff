"""Check what candidates ask for against the catalogue of needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from speeddate.domain.catalogue import Kind, catalogue
from speeddate.domain.fault import Fault
from speeddate.exchange.draft import Draft
from speeddate.exchange.models import CandidatePart, NeedPart
from speeddate.exchange.raw import Loc
from speeddate.exchange.references import nobody
from speeddate.exchange.shapes import CLOCK
from speeddate.exchange.words import close, known, label, listed, said, shown

CLOCKS = ("from", "to")
EXTRAS = {
    "time_window": CLOCKS,
    "companion": CLOCKS,
    "spoken_interpreter": ("lang",),
    "avoid_employer": ("employer",),
    "avoid_person": ("candidate",),
}
WHO = {"employer": "employers", "candidate": "candidates"}
MINUTES = (
    "extra_min",
    "move_min",
    "min_gap_min",
    "max_span_min",
    "minutes",
    "first_min",
    "slack_min",
    "warn_min",
    "before_min",
    "after_min",
)
AT_LEAST_ONE = {"max", "count"}
SHORTEST = 5
MOST = 240


def unmeetable(draft: Draft) -> Iterator[Fault]:
    """Yield everything that is wrong with what candidates ask for."""
    for number, candidate in draft.parts["candidates"].items():
        counts = Counter(need.key for need in candidate.needs)
        for n, need in enumerate(candidate.needs):
            loc = ("candidates", number, "needs", n)
            if need.key not in catalogue():
                yield _unknown(draft, loc, need.key)
                continue
            if counts[need.key] > 1 and need.key not in {"avoid_employer", "avoid_person"}:
                yield draft.fault("need.twice", *loc, "key", need=label(need.key))
            yield from _need(draft, loc, need)
        yield from _too_short(draft, number, candidate)


def _unknown(draft: Draft, loc: Loc, key: str) -> Fault:
    meant = known("need").get(close(key, known("need")), "")
    text = "need.unknown_close" if meant else "need.unknown"
    return draft.fault(text, *loc, "key", need=shown(key), close=label(meant) if draft.raw.tabular else shown(meant))


def _need(draft: Draft, loc: Loc, need: NeedPart) -> Iterator[Fault]:
    """Check one need: what it must say, and what it says."""
    kind, extras = catalogue()[need.key], EXTRAS.get(need.key, ())
    if extras and need.key != "companion" and not set(extras) & need.params.keys():
        yield draft.fault(f"need.{need.key}", *loc, "params", extras[0])
    if set(extras) & WHO.keys() and need.strength == "helps":
        yield draft.fault("need.always_must", *loc, "strength", need=kind.label)
    for param, value in need.params.items():
        if param not in (*kind.params, *extras):
            params = listed([*extras, *kind.params])
            key = "need.param_none" if not (extras or kind.params) else "need.param"
            yield draft.fault(key, *loc, "params", param, need=kind.label, param=shown(param), params=params)
        else:
            yield from _value(draft, (*loc, "params", param), kind, value)
    yield from _order(draft, loc, need)


def _value(draft: Draft, loc: Loc, kind: Kind, value: int | str) -> Iterator[Fault]:
    """Check what one parameter is set to."""
    param = str(loc[-1])
    if param in CLOCKS:
        if not (isinstance(value, str) and re.fullmatch(CLOCK, value)):
            form = "table" if draft.raw.tabular else "json"
            yield draft.fault("shape.clock", *loc, example=said(f"shape.clock.{form}"))
    elif param in WHO:
        yield from nobody(draft, loc, [str(value)], WHO[param])
    elif param != "lang" and isinstance(kind.params[param], int) != isinstance(value, int):
        yield draft.fault("shape.whole" if isinstance(value, str) else "shape.text", *loc)
    elif isinstance(value, int):
        yield from _amount(draft, loc, default=int(kind.params.get(param, 0)), value=value)


def _amount(draft: Draft, loc: Loc, *, default: int, value: int) -> Iterator[Fault]:
    """Check that a number has a sensible size: minutes that a need takes away stay taken away."""
    least = 1 if loc[-1] in AT_LEAST_ONE else 0
    lowest, highest = (-MOST, 0) if default < 0 else (least, MOST)
    if value < lowest:
        yield draft.fault("shape.at_least", *loc, lowest=lowest)
    if value > highest:
        yield draft.fault("shape.at_most", *loc, highest=highest)


def _order(draft: Draft, loc: Loc, need: NeedPart) -> Iterator[Fault]:
    start, end = (need.params.get(param) for param in CLOCKS)
    if isinstance(start, str) and isinstance(end, str) and end <= start:
        yield draft.fault("time.end", *loc, "params", "to", starts_at=shown(start))


def _too_short(draft: Draft, number: int, candidate: CandidatePart) -> Iterator[Fault]:
    """A meeting must last a while, however much shorter it is wanted."""
    rounds = draft.frame.rounds if draft.frame else []
    wanted = [need for need in candidate.needs if need.key in catalogue()]
    extra = sum(_minutes(need) for need in wanted)
    if rounds and extra < 0 and min(part.end - part.start for part in rounds) + extra < SHORTEST:
        n = next(n for n, need in enumerate(candidate.needs) if need in wanted and _minutes(need) < 0)
        yield draft.fault("need.short", "candidates", number, "needs", n, "params", "extra_min")


def _minutes(need: NeedPart) -> int:
    value = need.params.get("extra_min", catalogue()[need.key].params.get("extra_min", 0))
    return value if isinstance(value, int) else 0


def minutes_of(key: object) -> tuple[str, int]:
    """Name the parameter that a need's minutes are, and how many it has by itself."""
    params = catalogue()[key].params if isinstance(key, str) and key in catalogue() else {}
    name = next((name for name in MINUTES if name in params), "minutes")
    return name, int(params.get(name, 0))
