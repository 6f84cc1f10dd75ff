"""Point at what may be a slip although it is allowed. A doubt stops nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeddate.domain.catalogue import catalogue
from speeddate.domain.fault import Fault
from speeddate.domain.tongue import known as known_tongue
from speeddate.exchange.candidate_part import CandidatePart
from speeddate.exchange.draft import Draft
from speeddate.exchange.raw import Loc
from speeddate.exchange.words import close, known, label, said, shown

UNHEEDED = {
    "apart_min", "channel", "deadline_days", "forms", "max_interviewers", "remind",
    "seat", "seats", "sheet", "slack_min", "task", "warn_min",
}  # fmt: skip
LOST_LETTER = re.compile(r"\w\?\w")


def doubtful(draft: Draft) -> Iterator[Fault]:
    """Yield every doubt about a sound event."""
    for sheet, parts in draft.parts.items():
        for number, part in parts.items():
            name = getattr(part, "name", "")
            if LOST_LETTER.search(name):
                yield draft.fault("doubt.letter", sheet, number, "name", name=shown(name))
    yield from _unasked(draft)
    yield from _unheard(draft)
    for number, candidate in draft.parts["candidates"].items():
        yield from _wishes(draft, number, candidate)
        yield from _unheeded(draft, number, candidate)


def _unasked(draft: Draft) -> Iterator[Fault]:
    """What no need asks for is probably misspelt."""
    asked = {
        str(value) for kind in catalogue().values() for value in (kind.params.get("feature"), kind.params.get("venue"))
    }
    resources = {str(kind.params.get("resource")) for kind in catalogue().values()}
    yield from _misspelt(draft, ("event", "venue_features"), draft.frame.venue_features, asked, "feature")
    for number, station in draft.parts["stations"].items():
        yield from _misspelt(draft, ("stations", number, "features"), station.features, asked, "feature")
    for number, resource in draft.parts["resources"].items():
        kind = resource.kind.partition(":")[0].strip()
        yield from _misspelt(draft, ("resources", number, "kind"), [kind], resources, "resource")


def _misspelt(draft: Draft, loc: Loc, keys: list[str], asked: set[str], family: str) -> Iterator[Fault]:
    for key in keys:
        if key not in asked:
            meant = known(family).get(close(key, known(family)), "")
            words = said(f"{family}.{meant}") if meant and draft.raw.tabular else shown(meant)
            yield draft.fault("doubt.unasked_close" if meant else "doubt.unasked", *loc, name=shown(key), close=words)


def _unheard(draft: Draft) -> Iterator[Fault]:
    """A language that nobody here knows is found again only where it is written the same."""
    spoken: dict[Loc, str] = {
        ("resources", number, "kind"): resource.kind.partition(":")[2]
        for number, resource in draft.parts["resources"].items()
    }
    for number, candidate in draft.parts["candidates"].items():
        for n, need in enumerate(candidate.needs):
            spoken["candidates", number, "needs", n, "params", "lang"] = str(need.params.get("lang", ""))
    for loc, language in spoken.items():
        if language and not known_tongue(language):
            yield draft.fault("doubt.language", *loc, language=shown(language.strip()))


def _wishes(draft: Draft, number: int, candidate: CandidatePart) -> Iterator[Fault]:
    for employer in candidate.wishes:
        if employer in candidate.avoid_employers:
            yield draft.fault("doubt.wish", "candidates", number, "wishes", name=shown(employer))
    for employer, keys in candidate.shares.items():
        for n, key in enumerate(keys):
            if catalogue()[key].share == "silent":
                yield draft.fault("doubt.silent", "candidates", number, "shares", employer, n, need=label(key))


def _unheeded(draft: Draft, number: int, candidate: CandidatePart) -> Iterator[Fault]:
    """A number of one's own that no rule and no sheet reads promises nothing."""
    for n, need in enumerate(candidate.needs):
        kind = catalogue()[need.key]
        for param, value in need.params.items():
            if param in UNHEEDED and value != kind.params[param]:
                yield draft.fault("doubt.unheeded", "candidates", number, "needs", n, "params", param, need=kind.label)
