"""Sheets as PDF files, one or many in a file. Same sheets, same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak

from speeddate.printing.blocks import Page, Sheet
from speeddate.printing.paper import fonts
from speeddate.printing.paper.finish import finished
from speeddate.printing.paper.layout import LANGUAGES, Fitted, Layout, after
from speeddate.printing.paper.look import AIRS, Look
from speeddate.printing.paper.tags import Part, TaggedCanvas

PAIR = 2


def fitted(sheet: Sheet, look: Look) -> Fitted:
    """Fit a sheet onto paper, with as much air as its number of pages allows. Raises what its worst page raises."""
    fonts.load()
    pages, looks = zip(*(_suited(sheet, page, look) for page in sheet.pages), strict=True)
    sheet = replace(sheet, pages=pages)
    if any(page.fit == "flow" for page in pages):
        return min((_counted(sheet, look, _airy(pages, looks, air)) for air in AIRS), key=lambda each: each.pages)
    return _counted(sheet, look, looks)


def _airy(pages: Sequence[Page], looks: Sequence[Look], air: float) -> tuple[Look, ...]:
    both = zip(pages, looks, strict=True)
    return tuple(replace(look, air=air) if page.fit == "flow" else look for page, look in both)


def _suited(sheet: Sheet, page: Page, look: Look) -> tuple[Page, Look]:
    """Find the best look in which a page is no more paper than it shall be; where there is none, the last resort."""
    match page.fit:
        case "flow":
            return page, look
        case "pair":
            tries = [(each, suited) for each in _versions(page) for suited in look.suited(page.fit)]
            tries.sort(key=lambda each: -each[1].size)
            return next((each for each in tries if _is_pair(sheet, *each, look)), tries[-1])
        case _:
            layout = Layout(Fitted(sheet, look, ()))
            return page, next((each for each in look.suited(page.fit) if layout.holds(page, each)), look)


def _versions(page: Page) -> tuple[Page, ...]:
    return (page, replace(page, blocks=page.core)) if page.core else (page,)


def _is_pair(sheet: Sheet, page: Page, suited: Look, look: Look) -> bool:
    alone = replace(sheet, pages=(page,))
    holds = Layout(Fitted(alone, look, (suited,))).holds(page, suited, sheets=PAIR)
    return holds and _counted(alone, look, (suited,)).pages <= PAIR


def _counted(sheet: Sheet, look: Look, looks: tuple[Look, ...]) -> Fitted:
    alone = Fitted(sheet, look, looks)
    template = _template(BytesIO(), [alone])
    template.build(list(_story([alone], Part("Document"))), canvasmaker=_Thrown)
    return replace(alone, pages=int(template.page))


class _Thrown(TaggedCanvas):
    """A canvas that is thrown away after counting."""

    def save(self) -> None:
        """Save nothing."""


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
    )
    layouts = (Layout(sheet, after=before) for sheet, before in zip(sheets, after(sheets), strict=True))
    document.addPageTemplates([layout.template(str(number)) for number, layout in enumerate(layouts)])
    return document
