"""Sheets as PDF files, one or many in a file. Same sheets, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import product
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak

from speeddate.printing.paper import fonts
from speeddate.printing.paper.finish import finished
from speeddate.printing.paper.layout import LANGUAGES, Fitted, Layout, after
from speeddate.printing.paper.look import AIRS, Look
from speeddate.printing.paper.tags import Part, TaggedCanvas
from speeddate.printing.sheet import Page, Sheet

PAIR = 2


def fitted(sheet: Sheet, look: Look) -> Fitted:
    """Fit a sheet onto paper, each page with as much air as its number allows. Raises what its worst page raises."""
    fonts.load()
    suited = [_suited(sheet, page, look) for page in sheet.pages]
    pages, looks, counts = zip(*suited, strict=True)
    return Fitted(replace(sheet, pages=pages), look, looks, sum(counts))


def _suited(sheet: Sheet, page: Page, look: Look) -> tuple[Page, Look, int]:
    """Find the best look in which a page is no more paper than it shall be, and how much that is."""
    layout = Layout(Fitted(sheet, look, ()))
    match page.fit:
        case "flow":
            least = layout.sheets(page, replace(look, air=AIRS[-1]))
            return page, *_airy(partial(_counted, sheet, look, page), look, least)
        case "pair":
            return _paired(sheet, page, look)
        case _:
            suited = next((each for each in look.suited(page.fit) if layout.sheets(page, each) == 1), look)
            return page, suited, _counted(sheet, look, page, suited)


def _airy(counted: Callable[[Look], int], look: Look, least: int) -> tuple[Look, int]:
    """Find the airiest look in which a page takes as little paper as in the tightest, which is `least` at best."""
    airs = [replace(look, air=air) for air in AIRS]
    pages = counted(airs[0])
    fewest = pages if pages <= least else counted(airs[-1])
    if pages == fewest:
        return airs[0], pages
    return next((each for each in airs[1:-1] if counted(each) == fewest), airs[-1]), fewest


def _paired(sheet: Sheet, page: Page, look: Look) -> tuple[Page, Look, int]:
    """Find the largest type, and then the most air, in which a page or at least its core is two pages of paper."""
    layout = Layout(Fitted(sheet, look, ()))
    for looks, version in product(look.paired(), _versions(page)):
        if layout.sheets(version, looks[-1]) > PAIR:
            continue
        for suited in looks:
            if (count := _counted(sheet, look, version, suited, most=PAIR)) <= PAIR:
                return version, suited, count
    return version, looks[-1], _counted(sheet, look, version, looks[-1])


def _versions(page: Page) -> tuple[Page, ...]:
    return (page, replace(page, blocks=page.core)) if page.core else (page,)


def _counted(sheet: Sheet, look: Look, page: Page, suited: Look, *, most: int = 0) -> int:
    """Count the pages of paper that a page takes; where it is higher than `most`, only that it takes more."""
    alone = Fitted(replace(sheet, pages=(page,)), look, (suited,))
    least = Layout(alone).sheets(page, suited)
    if least == 1 or 0 < most < least:
        return least
    template = _template(BytesIO(), [alone])
    template.build(list(_story([alone], Part("Document"))), canvasmaker=_Thrown)
    return int(template.page)


class _Thrown(TaggedCanvas):
    """A canvas that is thrown away after counting, and on which nobody writes."""

    thrown = True

    def save(self) -> None:
        """Save nothing."""

    saveState = restoreState = save  # noqa: N815  # ReportLab's own names

    def translate(self, *_: float) -> None:
        """Stay."""


def bound(sheets: Sequence[Fitted]) -> bytes:
    """Draw sheets into one file: each begins on a page of its own, and counts its own pages."""
    whole, canvases, stored = Part("Document"), list[TaggedCanvas](), BytesIO()

    def canvas(*options: Any, **more: Any) -> TaggedCanvas:
        canvases.append(TaggedCanvas(*options, **more))
        return canvases[-1]

    _template(stored, sheets).build(list(_story(sheets, whole)), canvasmaker=canvas)
    first = sheets[0].sheet
    return finished(
        stored.getvalue(), whole, canvases[-1].owners, title=first.title, language=LANGUAGES[first.language]
    )


def _story(sheets: Sequence[Fitted], whole: Part) -> Iterator[Flowable]:
    for number, sheet in enumerate(sheets):
        if number:
            yield NextPageTemplate(str(number))
            yield PageBreak()
        yield from Layout(sheet).story(whole)


def _template(stored: BytesIO, sheets: Sequence[Fitted]) -> BaseDocTemplate:
    document = BaseDocTemplate(
        stored,
        title=sheets[0].sheet.title,
        author="",
        creator="speeddate",
        producer="speeddate",
        lang=LANGUAGES[sheets[0].sheet.language],
        initialFontName=sheets[0].look.font,
        invariant=1,
        pageCompression=0,  # the last hand compresses
    )
    layouts = (Layout(sheet, after=before) for sheet, before in zip(sheets, after(sheets), strict=True))
    document.addPageTemplates([layout.template(str(number)) for number, layout in enumerate(layouts)])
    return document
