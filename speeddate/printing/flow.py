"""Blocks as ReportLab draws them: the one place that turns words into paragraphs, all of them escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Flowing

from speeddate.domain.text import Language
from speeddate.printing import blocks as b
from speeddate.printing.flowables import Framed, Lines, Narrow, Rows, Symbol, stacked
from speeddate.printing.fonts import REGULAR
from speeddate.printing.fonts import width as text_width
from speeddate.printing.look import ACCENT, EDGE, SHADE, TINT, Look
from speeddate.printing.readable import readable

MARKS = {"bullet": "•", "quote": "–"}
BOX = "☐"
GUTTER = 12
LONGEST_SMALL = 100
CROWDED = 1.1
HIGHEST_BESIDE = 260


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


class Composer:
    """Turn blocks into flowables, in one look and language."""

    def __init__(self, look: Look, language: Language, width: float) -> None:
        self.look, self.language, self.width = look, language, width

    def flow(self, blocks: Sequence[b.Block], width: float | None = None) -> Iterator[Flowable]:
        """Yield what draws these blocks, inside a width."""
        for block, following in zip_longest(blocks, blocks[1:]):
            for flowable in self._one(block, width or self.width):
                if leads(block, following):
                    flowable.keepWithNext = 1
                yield flowable

    def para(self, line: b.Line, style: ParagraphStyle, mark: str = "") -> Flowing:
        """Make a paragraph of a line: the only way from words to markup, and it escapes them all."""
        markup = "".join(self._run(run) for run in line)
        longest = LONGEST_SMALL if style.name == "small" else self.look.longest_line
        return Narrow(markup, style, bulletText=mark or None, longest=longest)

    def _run(self, run: b.Run) -> str:
        words = escape(readable_inside(run.text, self.language))
        return f"<b>{words}</b>" if run.strong else words

    def _one(self, block: b.Block, width: float) -> Iterator[Flowable]:
        match block:
            case b.Heading(text, level):
                yield self.para(b.plain(text), self.look.heading(level))
            case b.Paragraph(line, tone):
                yield self._paragraph(line, tone)
            case b.Bullets(lines, mark):
                yield from self._bullets(lines, mark)
            case b.Choices(question, options, columns):
                yield self.para(b.plain(question), self.look.heading(3))
                yield self._choices(options, columns, width)
            case b.WritingLines(count):
                yield Lines(count, self.look.size * 1.8)
            case b.Table():
                yield self._table(block, width)
            case b.Beside(left, right):
                yield from self._beside(left, right, width)
            case b.Box(inside, edge, sign):
                yield self._box(inside, edge, sign, width)

    def _paragraph(self, line: b.Line, tone: b.Tone) -> Flowing:
        style = self.look.small_print() if tone == "small" else self.look.body()
        if tone == "strong":
            line, style.spaceAfter = tuple(b.Run(run.text, strong=True) for run in line), 0
        return self.para(line, style)

    def _bullets(self, lines: Sequence[b.Line], mark: b.Mark) -> Iterator[Flowing]:
        """Set points one below another; no page ends after the first of them, or before the last."""
        style, last = (self.look.body(indent=self.look.size * 1.4) for _ in range(2))
        style.spaceAfter = 0
        for number, line in enumerate(lines, start=1):
            sign = f"{number}." if mark == "number" else MARKS[mark]
            point = self.para(line, last if number == len(lines) else style, sign)
            point.keepWithNext = int(number < len(lines) and number in {1, len(lines) - 1})
            yield point

    def _choices(self, options: Sequence[str], columns: int, width: float) -> Rows:
        style = self.look.cell()
        style.leftIndent = style.fontSize * 1.5
        while columns > 1 and sum(_natural(options, columns, style)) > width * CROWDED:
            columns -= 1
        cells: list[Flowable | str] = [self.para(b.plain(option), style, BOX) for option in options]
        cells += [""] * (-len(cells) % columns)
        rows = [cells[first : first + columns] for first in range(0, len(cells), columns)]
        return grid(rows, _shared(options, columns, style, width), LOW)

    def _beside(self, left: Sequence[b.Block], right: Sequence[b.Block], width: float) -> Iterator[Flowable]:
        half = width / 2
        sides = [list(self.flow(side, half - GUTTER)) for side in (left, right)]
        if right and max(stacked(side, half - GUTTER) for side in sides) <= HIGHEST_BESIDE:
            yield grid([sides], [half, half], [*TIGHT, ("RIGHTPADDING", (0, 0), (0, 0), GUTTER)])
        else:
            yield from self.flow((*left, *right), width)

    def _box(self, inside: Sequence[b.Block], edge: str, sign: b.Sign | None, width: float) -> Framed:
        symbol = Symbol(sign.symbol, sign.colour, self.look.size * 5) if sign else None
        framed = Framed([], edge=edge, sign=symbol, pad=self.look.size * 0.8)
        framed.content = list(self.flow(inside, width - framed.taken))
        return framed

    def _table(self, table: b.Table, width: float) -> Rows:
        shares = [width * share / sum(table.widths) for share in table.widths]
        lines = (table.head, *table.rows)
        rows = [[self._cell(cell, share) for cell, share in zip(line, shares, strict=True)] for line in lines]
        shaded: Style = [
            ("BACKGROUND", (x, y), (x, y), SHADE)
            for y, line in enumerate(lines)
            for x, cell in enumerate(line)
            if cell.shaded
        ]
        drawn = grid(rows, shares, [*RULES, *shaded], heads=1)
        drawn.spaceBefore, drawn.spaceAfter = self.look.size * 0.4, self.look.size * 0.6
        return drawn

    def _cell(self, cell: b.Cell, width: float) -> list[Flowable] | Rows:
        lines: list[Flowable] = [self.para(line, self.look.cell()) for line in cell.lines]
        if cell.sign is None:
            return lines
        symbol = Symbol(cell.sign.symbol, cell.sign.colour, self.look.small * 2.2)
        return grid([[symbol, lines]], [symbol.width + 8, width - symbol.width - 18], TIGHT)


def grid(rows: Sequence[list[Any]], widths: Sequence[float], style: Style, *, heads: int = 0) -> Rows:
    """Make a table whose rows may break over pages, all in the sheets' font."""
    whole = [*PADDING, *style]
    return Rows(rows, colWidths=widths, repeatRows=heads, splitInRow=1, hAlign="LEFT", style=whole)


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


def leads(block: b.Block, following: b.Block | None) -> bool:
    """Tell whether a block belongs to what follows it, so that no page ends between them."""
    if isinstance(block, b.Bullets):
        return isinstance(following, b.WritingLines)
    if not isinstance(block, b.Paragraph):
        return False
    return block.tone == "strong" or isinstance(following, b.Bullets | b.WritingLines)


def readable_inside(text: str, language: Language) -> str:
    """Make a stretch of a line readable, keeping the space at its ends."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " else ""
    return f"{before}{readable(text, language)}{after}" if text.strip() else before
