"""Fit drafts onto paper: each sheet once, however many files it goes into, and what fails costs its own page only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from speeddate.printing.paper.layout import Fitted
from speeddate.printing.paper.pdf import fitted
from speeddate.printing.press import Draft
from speeddate.printing.sheet import Page, Sheet


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A page that could not be printed: of which file or draft, which page of it, and what went wrong."""

    file: str
    page: str
    problem: str


Tell = Callable[[Unprinted], None]


@dataclass
class Fitter:
    """Fits drafts, and tells once of each page that fails, by the id of its own draft."""

    tell: Tell
    known: dict[str, Fitted | None] = field(default_factory=dict)

    def whole(self, draft: Draft) -> list[Fitted]:
        """Fit a draft and those that follow in its file; without those of which nothing can be printed."""
        return [sheet for each in (draft, *draft.then) if (sheet := self.fit(each))]

    def fit(self, draft: Draft) -> Fitted | None:
        """Fit what can be printed of a draft: all of it, all pages but those that fail, or nothing."""
        if draft.id not in self.known:
            self.known[draft.id] = self._fit(draft)
        return self.known[draft.id]

    def _fit(self, draft: Draft) -> Fitted | None:
        made: dict[str, Page] = {}
        for page, make in draft.pages:
            try:
                made[page] = make()
            except Exception as problem:  # noqa: BLE001  # whatever is wrong with one record costs one page
                self._miss(draft, page, problem)
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
                self._miss(draft, name, problem)
            else:
                drawn[name] = page
        return fitted(_with(draft.sheet, drawn), draft.look) if drawn else None

    def _miss(self, draft: Draft, page: str, problem: Exception) -> None:
        self.tell(Unprinted(draft.id, page, f"{type(problem).__name__}: {problem}"))


def made(draft: Draft) -> Sheet:
    """Make a draft's sheet with all its pages; raises what the worst of them raises."""
    return _with(draft.sheet, {name: make() for name, make in draft.pages})


def _with(sheet: Sheet, pages: dict[str, Page]) -> Sheet:
    return replace(sheet, pages=tuple(pages.values()))
