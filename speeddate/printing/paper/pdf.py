"""Sheets as PDF files: the only renderer. Same sheet, same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from speeddate.domain.text import Language
from speeddate.printing.blocks import Page, Sheet, plain, strong
from speeddate.printing.paper import fonts
from speeddate.printing.paper.finish import finished
from speeddate.printing.paper.flow import Composer
from speeddate.printing.paper.flowables import stacked
from speeddate.printing.paper.look import AIRS, MARGIN, Look
from speeddate.printing.paper.tags import Part, TaggedCanvas

LANGUAGES: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
EDGE_OF_PAPER: Final = 11 * mm


def pdf(sheet: Sheet, look: Look) -> bytes:
    """Draw a sheet with as much air as its number of pages allows: first to count its pages, then to number them."""
    fonts.load()
    looks = tuple(_fitted(page, look, _Document(sheet, look, ())) for page in sheet.pages)
    flowing = any(page.fit == "flow" for page in sheet.pages)
    tries = [tuple(replace(each, air=air) for each in looks) for air in AIRS] if flowing else [looks]
    counts = [_Document(sheet, look, airy).counted() for airy in tries]
    return _Document(sheet, look, tries[counts.index(min(counts))], pages=min(counts)).drawn()


def _fitted(page: Page, look: Look, document: _Document) -> Look:
    """Find the best look that suits a page and in which it is one page; where there is none, the sheet's own."""
    suited = look.suited(page.fit) if page.fit != "flow" else ()
    return next((each for each in suited if document.holds(page, each)), look)


class _Thrown(TaggedCanvas):
    """A canvas that is thrown away after counting."""

    def save(self) -> None:
        """Save nothing."""


class _Document:
    """One sheet on its way to paper."""

    def __init__(self, sheet: Sheet, look: Look, looks: Sequence[Look], *, pages: int = 0) -> None:
        self.sheet, self.look, self.looks, self.pages = sheet, look, looks, pages
        self.width, self.height = landscape(A4) if sheet.lying else A4
        self.inside = self.width - 2 * MARGIN
        self.composer = Composer(look, sheet.language)
        self.whole = Part("Document")
        self.below = self._measured(self._footer(1))
        self.stored = BytesIO()
        self.template = self._template()

    def counted(self) -> int:
        self.template.build(list(self._story()), canvasmaker=_Thrown)
        return int(self.template.page)

    def drawn(self) -> bytes:
        canvases: list[TaggedCanvas] = []

        def canvas(*options: Any, **more: Any) -> TaggedCanvas:
            canvases.append(TaggedCanvas(*options, **more))
            return canvases[-1]

        self.template.build(list(self._story()), canvasmaker=canvas)
        language = LANGUAGES[self.sheet.language]
        return finished(
            self.stored.getvalue(), self.whole, canvases[-1].owners, title=self.sheet.title, language=language
        )

    def holds(self, page: Page, look: Look) -> bool:
        return stacked(self._set(page, look), self.inside) <= self.room

    @property
    def room(self) -> float:
        return self.height - self.below - 2 * EDGE_OF_PAPER - 6 * mm

    def _template(self) -> BaseDocTemplate:
        sheet = self.sheet
        document = BaseDocTemplate(
            self.stored,
            pagesize=(self.width, self.height),
            title=sheet.title,
            author="",
            creator="speeddate",
            producer="speeddate",
            lang=LANGUAGES[sheet.language],
            initialFontName=self.look.font,
            invariant=1,
        )
        bottom = EDGE_OF_PAPER + self.below + 4 * mm
        frame = Frame(MARGIN, bottom, self.inside, self.room, 0, 0, 0, 0)
        document.addPageTemplates(PageTemplate("sheet", [frame], onPage=self._margins))
        return document

    def _story(self) -> Iterator[Flowable]:
        for number, (page, look) in enumerate(zip(self.sheet.pages, self.looks, strict=True)):
            if number:
                yield PageBreak()
            yield from self._set(page, look)

    def _set(self, page: Page, look: Look) -> list[Flowable]:
        return list(Composer(look, self.sheet.language).flow(page.blocks, self.inside, self.whole.add("Sect")))

    def _footer(self, page: int) -> list[Flowable]:
        style = self.look.small_print()
        stamp = f"{self.sheet.stamp} · {self.sheet.numbered(page, self.pages or page)}"
        return [self.composer.para(line, style) for line in (strong(self.sheet.footer), plain(stamp)) if line]

    def _measured(self, flowables: Sequence[Flowable]) -> float:
        return stacked(flowables, self.inside)

    def _margins(self, canvas: Any, document: Any) -> None:  # ReportLab's own callback
        with canvas.silent():
            self._draw(canvas, self._footer(document.page), EDGE_OF_PAPER + self.below)

    def _draw(self, canvas: Any, flowables: Sequence[Flowable], top: float) -> None:
        for n, flowable in enumerate(flowables):
            flowable.drawOn(canvas, MARGIN, top - stacked(flowables[: n + 1], self.inside))
