"""Check the names that the parts of an event call each other by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from speeddate.domain.catalogue import catalogue
from speeddate.domain.fault import Fault
from speeddate.exchange.candidate_part import CandidatePart
from speeddate.exchange.draft import Draft
from speeddate.exchange.raw import Loc
from speeddate.exchange.words import close, label, said, shown

NAMES = {
    ("stations", "near"): "stations",
    ("employers", "stations"): "stations",
    ("employers", "interest"): "candidates",
    ("candidates", "counsellor"): "counsellors",
    ("candidates", "wishes"): "employers",
    ("candidates", "avoid_employers"): "employers",
    ("candidates", "avoid_candidates"): "candidates",
    ("candidates", "shares"): "employers",
    ("pins", "candidate"): "candidates",
    ("pins", "employer"): "employers",
    ("pins", "station"): "stations",
}
WHO = ("candidate", "employer")


def misnamed(draft: Draft) -> Iterator[Fault]:
    """Yield every name that stands twice, is nobody's, or is one's own."""
    yield from _doubled_ids(draft)
    for (sheet, field), among in NAMES.items():
        for number, part in draft.parts[sheet].items():
            yield from _field(draft, (sheet, number, field), getattr(part, field, None), among)
            if sheet == among and part.tells("id") and part.id in getattr(part, field):
                yield draft.fault("name.own", sheet, number, field)
    for number, candidate in draft.parts["candidates"].items():
        yield from _sentences(draft, number, candidate)
    yield from _doubled_pins(draft)


def _doubled_ids(draft: Draft) -> Iterator[Fault]:
    for sheet, ids in draft.ids.items():
        counts = Counter(ids.values())
        for number, name in ids.items():
            if counts[name] > 1:
                yield draft.fault("name.id", sheet, number, "id", name=shown(name))


def _field(draft: Draft, loc: tuple[str, int, str], value: object, among: str) -> Iterator[Fault]:
    """Check one field: a name, a list of names, or records by name."""
    if isinstance(value, str):
        yield from nobody(draft, loc, [value] if value else [], among)
    elif isinstance(value, dict):
        for name, head in draft.names(*loc):
            yield from nobody(draft, head, [name], among)
    elif isinstance(value, list):
        yield from nobody(draft, loc, dict.fromkeys(value), among)
        twice = (name for name, count in Counter(value).items() if count > 1)
        yield from (draft.fault("name.twice", *loc, name=shown(name)) for name in twice)


def nobody(draft: Draft, loc: Loc, names: Iterable[str], among: str) -> Iterator[Fault]:
    """Yield the names that are not among a list's ids, each with the id that was probably meant."""
    for name in () if among in draft.raw.unreadable else names:
        if name not in draft.known[among]:
            meant = close(name, sorted(draft.known[among]))
            key = "unknown_close" if meant else "unknown" if draft.known[among] else "none"
            yield draft.fault(f"name.{key}", *loc, name=shown(name), among=said(f"among.{among}"), close=shown(meant))


def _sentences(draft: Draft, number: int, candidate: CandidatePart) -> Iterator[Fault]:
    """Only a need of their own can be told, and some never are."""
    own = {need.key: n for n, need in enumerate(candidate.needs) if need.tells("key")}
    for employer, keys in candidate.shares.items():
        loc = ("candidates", number, "shares", employer)
        for key in keys:
            if key not in own:
                yield draft.fault("share.not_theirs", *loc, need=label(key))
            elif key in catalogue() and catalogue()[key].share == "never":
                told = ("candidates", number, "needs", own[key], "told") if draft.raw.tabular else loc
                yield draft.fault("share.never", *told, need=label(key))


def _doubled_pins(draft: Draft) -> Iterator[Fault]:
    pins = {number: pin for number, pin in draft.parts["pins"].items() if pin.tells(*WHO)}
    pairs = {number: (pin.candidate, pin.employer) for number, pin in pins.items()}
    counts = Counter(pairs.values())
    for number, pair in pairs.items():
        if counts[pair] > 1:
            names = dict(zip(WHO, map(shown, pair), strict=True))
            yield draft.fault("pin.twice", "pins", number, "employer", **names)
