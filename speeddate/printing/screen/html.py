"""Sheets as web pages: the same words in the same order as on paper, for eyes, ears and fingers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Final, Literal, assert_never
from xml.etree.ElementTree import Element, tostring

from speeddate.printing import blocks as b
from speeddate.printing.readable import tidy
from speeddate.printing.screen.elements import add, line, picture, sign
from speeddate.printing.screen.penless import penless
from speeddate.printing.sheet import Sheet

LISTS: Final = {"bullet": "ul", "number": "ol", "quote": "ul"}
ROLES: Final = {"col": "columnheader", "row": "rowheader", "": "cell"}
LOWEST: Final = 6


def html(sheet: Sheet) -> str:
    """Make one whole page of a sheet: no scripts, nothing from elsewhere, and no page numbers."""
    page = Element("html", {"lang": sheet.language})
    head = add(page, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title", tidy(sheet.title))
    add(head, "style", _style())
    body = add(page, "body")
    _pages(add(body, "main"), sheet, pictured=True)
    footer = add(body, "footer")
    for words in filter(None, (sheet.footer, sheet.stamp)):
        add(footer, "p", tidy(words))
    return f"<!doctype html>\n{tostring(page, encoding='unicode', method='html')}\n"


def fragment(sheet: Sheet, *, lower: int = 0) -> str:
    """Make the inside of a page of a sheet, for a page that has its own frame: pictures are told in words.

    What is only for a pen is left out, and its headings are so many levels `lower`.
    """
    inside = Element("div", {"class": "sheet", "lang": sheet.language})
    read = replace(sheet, pages=tuple(replace(page, blocks=tuple(penless(page.blocks))) for page in sheet.pages))
    _pages(inside, read, pictured=False, lower=lower)
    return tostring(inside, encoding="unicode", method="html")


def _pages(above: Element, sheet: Sheet, *, pictured: bool, lower: int = 0) -> None:
    for number, each in enumerate(sheet.pages):
        _Writer(lower=lower + int(number > 0), pictured=pictured).write(add(above, "section"), each.blocks)


@cache
def _style() -> str:
    return (files("speeddate.printing.screen") / "sheet.css").read_text("utf-8")


class _Writer:
    """Write a page's blocks; headings of later pages are one level lower, so that one names the whole."""

    def __init__(self, *, lower: int, pictured: bool) -> None:
        self.lower, self.depth, self.pictured = lower, lower, pictured

    def write(self, above: Element, blocks: Sequence[b.Block]) -> None:
        for block in blocks:
            self._one(above, block)

    def _one(self, above: Element, block: b.Block) -> None:  # noqa: C901, PLR0912  # one line a block
        match block:
            case b.Heading(text, level):
                self._heading(above, text, level)
            case b.Paragraph(words, tone):
                line(add(above, "p", class_=tone), words)
            case b.Bullets(lines, mark):
                points = add(above, LISTS[mark], class_=mark)
                for words in lines:
                    line(add(points, "li"), words)
            case b.Choices():
                self._choices(above, block)
            case b.WritingLines(count):
                for _ in range(count):
                    add(above, "div", class_="write", aria_hidden="true")
            case b.Table():
                _table(above, block)
            case b.Beside(left, right):
                beside = add(above, "div", class_="beside")
                self.write(add(beside, "div"), left)
                self.write(add(beside, "div"), right)
            case b.Box(inside, edge, shown):
                box = add(above, "div", class_=f"box {edge}")
                if shown:
                    sign(box, shown)
                self.write(box, inside)
            case b.Chart(bars, words):
                _chart(above, bars, words)
            case b.Cards(cards, _):
                _cards(above, cards)
            case b.Banner(words, shown):
                self._banner(above, words, shown)
            case b.Image() if self.pictured:
                picture(above, block)
            case b.Image(words=words):
                add(above, "p", tidy(words))
            case b.Code(address, words):
                add(add(above, "p"), "a", tidy(address), href=address, aria_label=tidy(f"{words} {address}"))
            case _:
                assert_never(block)

    def _heading(self, above: Element, text: str, level: int) -> None:
        """Write a heading; no level is skipped on the way down."""
        self.depth = min(level + self.lower, self.depth + 1, LOWEST)
        add(above, f"h{self.depth}", tidy(text))

    def _choices(self, above: Element, choices: b.Choices) -> None:
        if choices.question:
            self._heading(above, choices.question, 3)
        options = add(above, "ul", class_="tick")
        for option in choices.options:
            add(options, "li", tidy(option))

    def _banner(self, above: Element, words: Sequence[str], shown: b.Sign | None) -> None:
        banner = add(above, "div", class_="banner")
        if shown:
            sign(banner, shown)
        for number, each in enumerate(words):
            if number:
                add(banner, "p", tidy(each))
            else:
                self._heading(banner, each, 1)


def _table(above: Element, table: b.Table) -> None:
    """Write a table whose rows can be stacked: it says what it is, and each cell what it stands under."""
    whole = add(add(above, "div", class_="table", tabindex="0"), "table", role="table")
    heads = [_words(cell) for cell in table.head for _ in range(cell.span)]
    head, body = (add(whole, part, role="rowgroup") for part in ("thead", "tbody"))
    row = add(head, "tr", role="row")
    for cell in table.head:
        _cell(row, cell, "col")
    for cells in table.rows:
        row, place = add(body, "tr", role="row"), 0
        for cell in cells:
            _cell(row, cell, "" if place else "row", heads[place])
            place += cell.span


def _words(cell: b.Cell) -> str:
    return tidy(" ".join(run.text for words in cell.lines for run in words))


def _cell(row: Element, cell: b.Cell, scope: Literal["col", "row", ""], under: str = "") -> None:
    shade = "shaded" if cell.shaded else "framed" if cell.framed else ""
    span = str(cell.span) if cell.span > 1 else ""
    named = {"scope": scope, "colspan": span, "class": shade, "data-head": under}
    told = {key: value for key, value in named.items() if value}
    each = add(row, "th" if scope else "td", role=ROLES[scope], **told)
    if cell.sign:
        sign(each, cell.sign)
    for words in cell.lines:
        line(add(each, "div"), words)


def _chart(above: Element, bars: Sequence[b.Bar], words: str) -> None:
    most = max(1, *(bar.number for bar in bars))
    chart = add(above, "table", class_="chart", aria_label=tidy(words))
    for bar in bars:
        row = add(chart, "tr")
        add(row, "th", tidy(bar.label), scope="row")
        add(add(row, "td"), "meter", min="0", max=str(most), value=str(bar.number), aria_hidden="true")
        add(row, "td", str(bar.number))


def _cards(above: Element, cards: Sequence[Sequence[b.Line]]) -> None:
    whole = add(above, "ul", class_="cards")
    for card in cards:
        each = add(whole, "li")
        for words in card:
            line(add(each, "div"), words)
