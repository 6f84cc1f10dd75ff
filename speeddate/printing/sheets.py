"""Print the sheets of an event, one file after another, and tell of every page that could not be printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, get_args

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Language
from speeddate.printing.blocks import Page, Sheet
from speeddate.printing.bundle import zipped
from speeddate.printing.drafts import Kind, drafts
from speeddate.printing.paper.layout import Fitted
from speeddate.printing.paper.pdf import bound, fitted
from speeddate.printing.press import Draft, Press, Size

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
SEPARATE: Final = KINDS[:-1]
PACK: Final = "pack"
ALL_IN_ONE: Final = "print-all"
UNFIT_FOR_FILES: Final = re.compile(r"[^A-Za-z0-9_+-]+")
Tell = Callable[["Unprinted"], None]


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
    kinds: Collection[Kind] = SEPARATE,
    language: Language | None,
    otherwise: Language = "nb",
    profile: Size = "standard",
    printed_at: datetime,
    report: Tell | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield file names that say nothing about anybody, and their bytes; the same input gives the same bytes.

    Files are PDFs; a `pack` is a zip of all of them, and one PDF to print them all. Without a language for all,
    candidates read their own, and whoever has none the one of `otherwise`. A page that fails is left out and reported;
    with nobody to report to, UnprintedError is raised when everything else is printed.
    """
    missing: list[Unprinted] = []
    run = _Run(Press(event, schedule, language, otherwise, profile, printed_at), report or missing.append)
    for kind in (kind for kind in SEPARATE if kind in kinds):
        for draft in drafts(run.press, kind):
            if sheets := run.whole(draft):
                yield run.name(draft), bound(sheets)
    if PACK in kinds:
        yield from run.pack()
    if missing:
        raise UnprintedError(*missing)


@dataclass
class _Run:
    """One printing: each sheet is fitted once, however many files it goes into, and its faults are told of once."""

    press: Press
    tell: Tell
    names: dict[str, str] = field(default_factory=dict)
    fitted: dict[str, Fitted | None] = field(default_factory=dict)

    def name(self, draft: Draft) -> str:
        """Name a draft's file after its id, otherwise where that is taken."""
        if draft.id not in self.names:
            taken = {name.lower() for name in self.names.values()}
            plain = UNFIT_FOR_FILES.sub("_", draft.id)
            others = (f"{plain}.pdf", *(f"{plain}-{n}.pdf" for n in range(2, len(taken) + 3)))
            self.names[draft.id] = next(name for name in others if name.lower() not in taken)
        return self.names[draft.id]

    def whole(self, draft: Draft) -> list[Fitted]:
        """Fit a draft and those that follow in its file; without those of which nothing can be printed."""
        return [sheet for each in (draft, *draft.then) if (sheet := self.fit(each))]

    def fit(self, draft: Draft) -> Fitted | None:
        if draft.id not in self.fitted:
            self.fitted[draft.id] = self._fit(draft)
        return self.fitted[draft.id]

    def pack(self) -> Iterator[tuple[str, bytes]]:
        """Yield a zip of all files in hand-out order, and one file of all sheets, packs after their counsellor's."""
        every = [draft for kind in SEPARATE for draft in drafts(self.press, kind)]
        files = [(draft, sheets) for draft in every if (sheets := self.whole(draft))]
        yield f"{PACK}.zip", zipped([(_neutral(draft), bound(sheets)) for draft, sheets in files])
        once = dict.fromkeys(each.id for draft, _ in files for each in (draft, *draft.then))
        yield f"{ALL_IN_ONE}.pdf", bound([sheet for each in once if (sheet := self.fitted[each])])

    def _fit(self, draft: Draft) -> Fitted | None:
        """Fit what can be printed of a draft: all of it, or all pages but those that fail."""
        made: dict[str, Page] = {}
        for page, make in draft.pages:
            try:
                made[page] = make()
            except Exception as problem:  # noqa: BLE001  # whatever is wrong with one record costs one page
                self.tell(Unprinted(self.name(draft), page, problem))
        try:
            return fitted(_with(draft.sheet, made), draft.look) if made else None
        except Exception:  # noqa: BLE001  # one of the pages cannot be drawn: find out which
            return self._without_bad_pages(draft, made)

    def _without_bad_pages(self, draft: Draft, made: dict[str, Page]) -> Fitted | None:
        drawn: dict[str, Page] = {}
        for name, page in made.items():
            try:
                fitted(_with(draft.sheet, {name: page}), draft.look)
            except Exception as problem:  # noqa: BLE001
                self.tell(Unprinted(self.name(draft), name, problem))
            else:
                drawn[name] = page
        return fitted(_with(draft.sheet, drawn), draft.look) if drawn else None


def made(draft: Draft) -> Sheet:
    """Make a draft's sheet with all its pages; raises what the worst of them raises."""
    return _with(draft.sheet, {name: make() for name, make in draft.pages})


def _with(sheet: Sheet, pages: dict[str, Page]) -> Sheet:
    return replace(sheet, pages=tuple(pages.values()))


def _neutral(draft: Draft) -> str:
    """Find the kind of a draft, which is all that the name of its file in a pack says."""
    return next(kind for kind in SEPARATE if draft.id == kind or draft.id.startswith(f"{kind}-"))
