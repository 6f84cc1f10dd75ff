"""Print the sheets of an event, one file after another, and tell of every page that could not be printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain, count
from typing import Final, get_args

from speeddate.domain.event import Event
from speeddate.domain.schedule import Schedule
from speeddate.domain.text import Language
from speeddate.printing.bundle import zipped
from speeddate.printing.drafts import Kind, drafts
from speeddate.printing.fitting import Fitter, Tell, Unprinted
from speeddate.printing.hands import Hand, in_order
from speeddate.printing.paper.pdf import bound
from speeddate.printing.press import Draft, Press, Size

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
SEPARATE: Final = KINDS[:-1]
PACK: Final = "pack"
ALL_IN_ONE: Final = "print-all"
UNFIT_FOR_FILES: Final = re.compile(r"[^A-Za-z0-9_+-]+")


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
    instead: tuple[str, ...] = (),
) -> Iterator[tuple[str, bytes]]:
    """Yield file names that say nothing about anybody, and their bytes; the same input gives the same bytes.

    Files are PDFs; a `pack` is a zip of all of them, and one PDF to print them all. Without a language for all,
    candidates read their own, and whoever has none the one of `otherwise`. A page that fails is left out and reported,
    once; with nobody to report to, UnprintedError is raised when everything else is printed. Many files are printed by
    several processes: a script that prints must keep its own work behind `if __name__ == "__main__"`.
    """
    press = Press(event, schedule, language, otherwise, profile, printed_at, instead)
    asked = tuple(kind for kind in SEPARATE if kind in kinds)
    names = named(_all(press, SEPARATE if PACK in kinds else asked))
    missing: dict[Unprinted, None] = {}

    def tell(page: Unprinted) -> None:
        page = replace(page, file=names[page.file])
        if report and page not in missing:
            report(page)
        missing[page] = None

    for draft, content in in_order(Hand(press, asked), tell):
        yield names[draft], content
    if PACK in kinds:
        yield from _pack(press, tell)
    if missing and not report:
        raise UnprintedError(*missing)


def named(every: Iterable[Draft]) -> dict[str, str]:
    """Name the files of drafts after their ids; of two ids that come to the same name, the later gets a number."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for draft in every:
        plain = UNFIT_FOR_FILES.sub("_", draft.id)
        others = chain((f"{plain}.pdf",), (f"{plain}-{n}.pdf" for n in count(2)))
        names[draft.id] = next(name for name in others if name.lower() not in taken)
        taken.add(names[draft.id].lower())
    return names


def _all(press: Press, kinds: Iterable[Kind]) -> Iterator[Draft]:
    """Yield the drafts of these kinds in order, and then those that are only in others' files; each once."""
    every = [draft for kind in kinds for draft in drafts(press, kind)]
    following = [each for draft in every for each in draft.then]
    yield from {draft.id: draft for draft in (*every, *following)}.values()


def _pack(press: Press, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """Yield a zip of all files in hand-out order, and one file of all sheets, packs after their counsellor's."""
    fitter = Fitter(tell)
    every = [draft for kind in SEPARATE for draft in drafts(press, kind)]
    files = [(draft, sheets) for draft in every if (sheets := fitter.whole(draft))]
    yield f"{PACK}.zip", zipped([(_neutral(draft), bound(sheets)) for draft, sheets in files])
    yield f"{ALL_IN_ONE}.pdf", _together([draft for draft, _ in files], fitter)


def print_together(press: Press, kinds: Collection[str]) -> bytes:
    """Print all sheets of some kinds as one PDF, in hand-out order; pages and sheets that fail are left out."""
    return _together([draft for kind in SEPARATE if kind in kinds for draft in drafts(press, kind)], Fitter(_untold))


def _untold(_: Unprinted) -> None:
    """Tell nobody."""


def _together(every: Iterable[Draft], fitter: Fitter) -> bytes:
    once = {each.id: each for draft in every for each in (draft, *draft.then)}
    return bound([sheet for each in once.values() if (sheet := fitter.fit(each))])


def _neutral(draft: Draft) -> str:
    """Find the kind of a draft, which is all that the name of its file in a pack says."""
    return next(kind for kind in SEPARATE if draft.id == kind or draft.id.startswith(f"{kind}-"))
