"""Print the sheets of an event, one file after another, and tell of every page that could not be printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, get_args

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Language
from speeddate.printing.blocks import Page
from speeddate.printing.paper.pdf import pdf
from speeddate.printing.press import Draft, Kind, Press, Size

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
UNFIT_FOR_FILES: Final = re.compile(r"[^A-Za-z0-9_+-]+")


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A page that could not be printed: of which file, which page of it, and what went wrong."""

    file: str
    page: str
    problem: Exception


class UnprintedError(Exception):
    """Raised at the end, when all others are printed, about pages that nobody was told of."""

    def __init__(self, *unprinted: Unprinted) -> None:
        super().__init__(*unprinted)
        self.unprinted = unprinted


def print_sheets(  # noqa: PLR0913  # what, in whose words, how large and when: none of it can be guessed
    event: Event,
    schedule: Schedule,
    *,
    kinds: Collection[Kind] = KINDS,
    language: Language | None,
    otherwise: Language = "nb",
    profile: Size = "standard",
    printed_at: datetime,
    report: Callable[[Unprinted], None] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield file names that say nothing about anybody, and their PDF bytes; the same input gives the same bytes.

    Without a language for all, candidates read their own, and whoever has none the one of `otherwise`. A page that
    fails is left out and reported; with nobody to report to, UnprintedError is raised when everything else is printed.
    """
    press = Press(event, schedule, language, otherwise, profile, printed_at)
    missing: list[Unprinted] = []
    names: set[str] = set()
    for kind in (kind for kind in KINDS if kind in kinds):
        for draft in press.drafts(kind):
            name = _file_name(draft.id, names)
            if printed := _printed(draft, name, report or missing.append):
                yield name, printed
    if missing:
        raise UnprintedError(*missing)


def _printed(draft: Draft, name: str, tell: Callable[[Unprinted], None]) -> bytes | None:
    """Print what can be printed of a file: all of it, or all pages but those that fail."""
    made: dict[str, Page] = {}
    for page, make in draft.pages:
        try:
            made[page] = make()
        except Exception as problem:  # noqa: BLE001  # whatever is wrong with one record costs one page
            tell(Unprinted(name, page, problem))
    try:
        return pdf(replace(draft.sheet, pages=tuple(made.values())), draft.look) if made else None
    except Exception:  # noqa: BLE001  # one of the pages cannot be drawn: find out which
        return _without_bad_pages(draft, name, made, tell)


def _without_bad_pages(
    draft: Draft, name: str, made: dict[str, Page], tell: Callable[[Unprinted], None]
) -> bytes | None:
    drawn: list[Page] = []
    for page, blocks in made.items():
        try:
            pdf(replace(draft.sheet, pages=(blocks,)), draft.look)
        except Exception as problem:  # noqa: BLE001
            tell(Unprinted(name, page, problem))
        else:
            drawn.append(blocks)
    return pdf(replace(draft.sheet, pages=tuple(drawn)), draft.look) if drawn else None


def _file_name(wanted: str, taken: set[str]) -> str:
    """Make a file name of an id, and another one where it is taken."""
    plain = UNFIT_FOR_FILES.sub("_", wanted)
    others = (f"{plain}.pdf", *(f"{plain}-{n}.pdf" for n in range(2, len(taken) + 3)))
    name = next(name for name in others if name.lower() not in taken)
    taken.add(name.lower())
    return name
