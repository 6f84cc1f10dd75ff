"""Rows and columns: tables with a head on every page, boxes to tick, and cards to cut apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Table

from speeddate.printing import blocks as b
from speeddate.printing.paper.fonts import REGULAR
from speeddate.printing.paper.fonts import width as text_width
from speeddate.printing.paper.look import ACCENT, EDGE, SHADE, TINT
from speeddate.printing.paper.setting import Setter
from speeddate.printing.paper.tags import Part, SilentLines

TOGETHER = 2
CROWDED = 1.1
CARD_HEIGHT = 150

Style = list[tuple[Any, ...]]
PADDING: Style = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
]
LOW: Style = [
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
]
TIGHT: Style = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")]
RULES: Style = [
    ("BACKGROUND", (0, 0), (-1, 0), TINT),
    ("LINEBELOW", (0, 0), (-1, 0), 1.2, ACCENT),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, EDGE),
]
CUT: Style = [
    ("GRID", (0, 0), (-1, -1), 0.8, EDGE, None, (5, 4)),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 18),
]


class Rows(Table):
    """A table that leaves no row alone under its head on the page it goes on to."""

    _rowHeights: Any  # noqa: N815  # how high its rows are, as ReportLab calls it
    repeatRows: int  # noqa: N815

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split over pages; a row that would be alone there takes the one before it along."""
        parts: list[Flowable] = super().split(width, height)
        heights = self._rowHeights
        alone = len(parts) > 1 and sum(heights[:-1]) <= height < sum(heights)
        if not (alone and self.repeatRows and len(heights) > self.repeatRows + TOGETHER):
            return parts
        first, *rest = super().split(width, sum(heights[:-TOGETHER])) or parts
        return [first, PageBreak(), *rest]


def grid(
    rows: Sequence[list[Any]], widths: Sequence[float], style: Style, *, heads: int = 0, high: float | None = None
) -> Rows:
    """Make a table whose rows may break over pages, all in the sheets' font."""
    return Rows(
        rows,
        colWidths=widths,
        rowHeights=high,
        repeatRows=heads,
        splitInRow=int(high is None),
        hAlign="LEFT",
        style=[*PADDING, *style],
        renderCB=SilentLines() if heads or high else None,
    )


def halves(sides: list[Any], width: float, gutter: float) -> Rows:
    """Set two stretches side by side, which no page parts."""
    style = [*PADDING, *TIGHT, ("RIGHTPADDING", (0, 0), (0, 0), gutter)]
    return Rows([sides], colWidths=[width / 2, width / 2], hAlign="LEFT", style=style)


def tabled(setter: Setter, table: b.Table, width: float, whole: Part) -> Rows:
    """Set a table as wide as this: a part of the document with rows and cells of its own."""
    shares = [width * share / sum(table.widths) for share in table.widths]
    lines = (table.head, *table.rows)
    rows = [list(_row(setter, line, shares, whole.add("TR"), head=not y)) for y, line in enumerate(lines)]
    looks = [look for y, line in enumerate(lines) for x, cell in _placed(line) for look in _look(cell, x, y)]
    drawn = grid(rows, shares, [*RULES, *looks], heads=1)
    drawn.spaceBefore, drawn.spaceAfter = setter.look.size * 0.4, setter.look.size * 0.6
    return drawn


def _placed(line: Sequence[b.Cell]) -> Iterator[tuple[int, b.Cell]]:
    """Yield cells with the column in which they begin."""
    return zip(accumulate((cell.span for cell in line), initial=0), line, strict=False)


def _look(cell: b.Cell, x: int, y: int) -> Style:
    """Say how a cell differs from others: how far it reaches, its shade and its frame."""
    edges = (x, y), (x + cell.span - 1, y)
    spanned: Style = [("SPAN", *edges)] if cell.span > 1 else []
    shade: Style = [("BACKGROUND", *edges, SHADE)] if cell.shaded else []
    frame: Style = [("BOX", *edges, 1, ACCENT)] if cell.framed else []
    return [*spanned, *shade, *frame]


def _row(setter: Setter, line: Sequence[b.Cell], shares: Sequence[float], row: Part, *, head: bool) -> Iterator[Any]:
    """Yield a row's cells, and nothing where one reaches; the head names the columns, each first cell its row."""
    for x, cell in _placed(line):
        spanned = {"ColSpan": cell.span} if cell.span > 1 else {}
        if head or x == 0:
            scope = {"Scope": "Column" if head else "Row"}
            part = row.add("TH", attributes={"O": "Table", **scope, **spanned}, repeats=head)
        else:
            part = row.add("TD", attributes={"O": "Table", **spanned} if spanned else {})
        yield _cell(setter, cell, sum(shares[x : x + cell.span]), part)
        yield from [()] * (cell.span - 1)


def _cell(setter: Setter, cell: b.Cell, width: float, part: Part) -> list[Flowable] | Rows:
    symbol = setter.symbol(cell.sign, setter.look.small * 2.2, part) if cell.sign else None
    style = setter.look.cell()
    lines: list[Flowable] = [setter.para(line, style, part.add("P", repeats=part.repeats)) for line in cell.lines]
    return grid([[symbol, lines]], [symbol.width + 8, width - symbol.width - 18], TIGHT) if symbol else lines


def ticked(setter: Setter, choices: b.Choices, width: float, points: Part) -> Rows:
    """Set boxes to tick side by side, in fewer columns where the words are long."""
    style, options, columns = setter.look.option(), choices.options, choices.columns
    while columns > 1 and sum(_natural(options, columns, style)) > width * CROWDED:
        columns -= 1
    cells: list[Any] = [setter.point(b.plain(option), style, b.TICK, points) for option in options]
    return grid(_rows(cells, columns), _shared(options, columns, style, width), LOW)


def carded(setter: Setter, cards: b.Cards, width: float, within: Part) -> Rows:
    """Set cards of one size, with lines to cut along."""
    looks = (setter.look.card(), setter.look.body())
    cells = [
        [setter.para(line, looks[min(n, 1)], within.add("P")) for n, line in enumerate(card)] for card in cards.cards
    ]
    return grid(_rows(cells, cards.columns), [width / cards.columns] * cards.columns, CUT, high=CARD_HEIGHT)


def _rows(cells: Sequence[Any], columns: int) -> list[list[Any]]:
    filled = [*cells, *[()] * (-len(cells) % columns)]
    return [filled[first : first + columns] for first in range(0, len(filled), columns)]


def _shared(options: Sequence[str], columns: int, style: ParagraphStyle, width: float) -> list[float]:
    """Share a width: each column what its longest option takes, the longest of all what is left."""
    longest = _natural(options, columns, style)
    rest = width - sum(longest)
    if rest > 0:
        return [each + rest / columns for each in longest]
    widest = max(range(columns), key=longest.__getitem__)
    return [each + (rest if column == widest else 0) for column, each in enumerate(longest)]


def _natural(options: Sequence[str], columns: int, style: ParagraphStyle) -> list[float]:
    spare = style.leftIndent + style.fontSize
    widths = [text_width(option, style.fontName, style.fontSize) + spare for option in options]
    return [max(widths[column::columns]) for column in range(columns)]
