"""One sheet on paper: how large it is, what stands below every page, and how many pages its blocks take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Any, Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, PageBreak, PageTemplate

from speeddate.domain.text import Language
from speeddate.printing.blocks import plain, strong
from speeddate.printing.paper.flow import Composer, extents
from speeddate.printing.paper.frames import measured, reaches, stacked
from speeddate.printing.paper.look import Look
from speeddate.printing.paper.setting import Setter
from speeddate.printing.paper.tags import Part
from speeddate.printing.sheet import Page, Sheet

LANGUAGES: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
EDGE_OF_PAPER: Final = 11 * mm
ABOVE_FOOTER: Final = 4 * mm
SPARE: Final = 5 * mm


@dataclass(frozen=True, slots=True)
class Fitted:
    """A sheet with the look of each of its pages, and how many pages of paper they take."""

    sheet: Sheet
    look: Look
    looks: tuple[Look, ...]
    pages: int = 0


class Layout:
    """A sheet on its way to paper, its first page after so many others."""

    def __init__(self, fitted: Fitted, *, after: int = 0) -> None:
        self.sheet, self.looks, self.pages, self.after = fitted.sheet, fitted.looks, fitted.pages, after
        self.width, self.height = landscape(A4) if self.sheet.lying else A4
        self.inside = self.width - 2 * fitted.look.margin
        self.look, self.set = fitted.look, Setter(fitted.look, self.sheet.language)
        self.below = stacked(self._footer(1), self.inside)

    @property
    def room(self) -> float:
        """How high a page's blocks may stand."""
        return self.height - self.below - 2 * EDGE_OF_PAPER - SPARE

    def sheets(self, page: Page, look: Look) -> int:
        """Count the pages of paper that a page would fill if it could be cut anywhere; it never takes less than one."""
        measures = (extents(block, look, self.sheet.language, self.inside) for block in page.blocks)
        return max(1, ceil(max(reaches(chain.from_iterable(measures)), default=0.0) / self.room))

    def story(self, whole: Part) -> Iterator[Flowable]:
        """Yield all that is drawn, as a part of the whole document."""
        part = whole.add("Part", language=LANGUAGES[self.sheet.language])
        for number, (page, look) in enumerate(zip(self.sheet.pages, self.looks, strict=True)):
            if number:
                yield PageBreak()
            yield from self._set(page, look, part.add("Sect"))

    def template(self, name: str) -> PageTemplate:
        """Make the frame around each page, with what stands below it."""
        frame = _Frame(self.look.margin, EDGE_OF_PAPER + self.below + ABOVE_FOOTER, self.inside, self.room, 0, 0, 0, 0)
        return PageTemplate(name, [frame], onPage=self._margins, pagesize=(self.width, self.height))

    def _set(self, page: Page, look: Look, part: Part) -> list[Flowable]:
        return list(Composer(look, self.sheet.language).flow(page.blocks, self.inside, part))

    def _footer(self, page: int) -> list[Flowable]:
        style = self.look.small_print()
        stamp = f"{self.sheet.stamp} · {self.sheet.numbered(page, self.pages or page)}"
        return [self.set.para(line, style) for line in (strong(self.sheet.footer), plain(stamp)) if line]

    def _margins(self, canvas: Any, document: Any) -> None:  # ReportLab's own callback
        flowables = self._footer(document.page - self.after)
        with canvas.silent():
            for flowable, reach in zip(flowables, reaches(measured(flowables, self.inside)), strict=True):
                flowable.drawOn(canvas, self.look.margin, EDGE_OF_PAPER + self.below - reach)


def after(sheets: Sequence[Fitted]) -> Iterator[int]:
    """Yield, for each sheet, how many pages come before it."""
    pages = 0
    for sheet in sheets:
        yield pages
        pages += sheet.pages


class _Frame(Frame):
    """A frame that is copied in no time: ReportLab copies it whenever it measures what is kept together."""

    def __deepcopy__(self, _: Any) -> _Frame:
        return copy(self)
