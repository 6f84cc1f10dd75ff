"""Check what candidates ask for against the catalogue of needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from speeddate.domain.catalogue import Kind, catalogue
from speeddate.domain.fault import Fault
from speeddate.domain.text import listed
from speeddate.exchange.candidate_part import NeedPart
from speeddate.exchange.draft import Draft
from speeddate.exchange.raw import Loc
from speeddate.exchange.references import nobody
from speeddate.exchange.shapes import CLOCK
from speeddate.exchange.words import close, known, label, said, shown

CLOCKS = ("from", "to")
EXTRAS = {
    "time_window": CLOCKS,
    "companion": CLOCKS,
    "spoken_interpreter": ("lang",),
    "avoid_employer": ("employer",),
    "avoid_person": ("candidate",),
}
COLUMNS = {*CLOCKS, "lang", "max", "minutes"}
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
        needs: dict[Loc, NeedPart] = {
            ("candidates", number, "needs", n): need for n, need in enumerate(candidate.needs)
        }
        yield from _twice(draft, needs)
        for loc, need in needs.items():
            kind = _kind(need)
            yield from _unlisted(draft, loc, need) if kind is None else _need(draft, loc, need, kind)
            yield from _order(draft, loc, need)
        yield from _too_short(draft, needs)


def _kind(need: NeedPart) -> Kind | None:
    return catalogue().get(need.key) if need.tells("key") else None


def _twice(draft: Draft, needs: Mapping[Loc, NeedPart]) -> Iterator[Fault]:
    keys = {loc: need.key for loc, need in needs.items() if _kind(need)}
    counts = Counter(key for key in keys.values() if key not in {"avoid_employer", "avoid_person"})
    for loc, key in keys.items():
        if counts[key] > 1:
            yield draft.fault("need.twice", *loc, "key", need=label(key))


def _unlisted(draft: Draft, loc: Loc, need: NeedPart) -> Iterator[Fault]:
    """Check what is not in the catalogue: its name, and the parameters that mean the same whatever it is."""
    if need.tells("key"):
        meant = known("need").get(close(need.key, known("need")), "")
        words = {"need": shown(need.key), "close": label(meant) if draft.raw.tabular else shown(meant)}
        yield draft.fault("need.unknown_close" if meant else "need.unknown", *loc, "key", **words)
    for param, value in need.params.items():
        if param in {*CLOCKS, *WHO}:
            yield from _value(draft, (*loc, "params", param), "", value)
        elif param in {*MINUTES, *AT_LEAST_ONE} and isinstance(value, str):
            yield draft.fault("shape.whole", *loc, "params", param)


def _need(draft: Draft, loc: Loc, need: NeedPart, kind: Kind) -> Iterator[Fault]:
    """Check one need: what it must say, and what it says."""
    extras = EXTRAS.get(need.key, ())
    given = {param for param in extras if param in need.params or (*loc, "params", param) in draft.broken}
    if extras and need.key != "companion" and not given:
        yield draft.fault(f"need.{need.key}", *loc, "params", extras[0])
    if set(extras) & WHO.keys() and need.strength == "helps":
        yield draft.fault("need.always_must", *loc, "strength", need=kind.label)
    for param, value in need.params.items():
        if param not in (*kind.params, *extras):
            params = listed([*extras, *kind.params])
            key = "need.param" if extras or kind.params else "need.param_none"
            key = "need.column" if draft.raw.tabular and param in COLUMNS else key
            yield draft.fault(key, *loc, "params", param, need=kind.label, param=shown(param), params=params)
        else:
            yield from _value(draft, (*loc, "params", param), kind.params.get(param, 0), value)


def _value(draft: Draft, loc: Loc, default: int | str, value: int | str) -> Iterator[Fault]:
    """Check what one parameter is set to."""
    param = str(loc[-1])
    if param in CLOCKS:
        if not _is_clock(value):
            yield draft.fault("shape.clock", *loc, example=said(f"shape.clock.{draft.raw.written}"))
    elif param in WHO:
        yield from nobody(draft, loc, [str(value)], WHO[param])
    elif param != "lang" and isinstance(default, int) != isinstance(value, int):
        yield draft.fault("shape.whole" if isinstance(value, str) else "shape.text", *loc)
    elif isinstance(default, int) and isinstance(value, int):
        yield from _amount(draft, loc, default=default, value=value)


def _is_clock(value: int | str | None) -> TypeGuard[str]:
    return isinstance(value, str) and re.fullmatch(CLOCK, value) is not None


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
    if _is_clock(start) and _is_clock(end) and end <= start:
        yield draft.fault("time.end", *loc, "params", "to", starts_at=shown(start))


def _too_short(draft: Draft, needs: Mapping[Loc, NeedPart]) -> Iterator[Fault]:
    """A meeting must last a while, however much shorter it is wanted."""
    rounds = (part.end - part.start for part in draft.rounds if part.tells("start", "end"))
    shortest = min((minutes for minutes in rounds if minutes > 0), default=MOST)
    minutes = {loc: _minutes(need, kind) for loc, need in needs.items() if (kind := _kind(need))}
    less = [loc for loc, extra in minutes.items() if extra < 0]
    if less and sum(minutes.values()) < 0 and shortest + sum(minutes.values()) < SHORTEST:
        yield draft.fault("need.short", *less[0], "params", "extra_min")


def _minutes(need: NeedPart, kind: Kind) -> int:
    value = need.params.get("extra_min", kind.params.get("extra_min", 0))
    return value if isinstance(value, int) else 0


def minutes_of(key: object) -> tuple[str, int]:
    """Name the parameter that a need's minutes are, and how many it has by itself."""
    params = catalogue()[key].params if isinstance(key, str) and key in catalogue() else {}
    name = next((name for name in MINUTES if name in params), "minutes")
    return name, int(params.get(name, 0))
