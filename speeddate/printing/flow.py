"""Blocks as ReportLab draws them: the one place that turns words into paragraphs, all of them escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import Table as Grid

from speeddate.domain.text import Language
from speeddate.printing import blocks as b
from speeddate.printing.flowables import Framed, Lines, Narrow, Symbol
from speeddate.printing.fonts import REGULAR
from speeddate.printing.look import ACCENT, EDGE, SHADE, TINT, Look
from speeddate.printing.readable import readable

MARKS = {"bullet": "•", "quote": "–"}
BOX = "☐"


class Composer:
    """Turn blocks into flowables, in one look and language."""

    def __init__(self, look: Look, language: Language, width: float) -> None:
        self.look, self.language, self.width = look, language, width

    def flow(self, blocks: Sequence[b.Block], width: float | None = None) -> Iterator[Flowable]:
        """Yield what draws these blocks, inside a width."""
        for block in blocks:
            yield from self._one(block, width or self.width)

    def para(self, line: b.Line, style: ParagraphStyle, mark: str = "") -> Flowing:
        """Make a paragraph of a line: the only way from words to markup, and it escapes them all."""
        markup = "".join(self._run(run) for run in line)
        return Narrow(markup, style, bulletText=mark or None, longest=self.look.longest_line)

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
            case b.Choices(options, columns):
                yield self._choices(options, columns, width)
            case b.WritingLines(count):
                yield Lines(count, self.look.size * 2)
            case b.Table():
                yield self._table(block, width)
            case b.Box(inside, edge, sign):
                yield self._box(inside, edge, sign, width)

    def _paragraph(self, line: b.Line, tone: b.Tone) -> Flowing:
        style = self.look.small_print() if tone == "small" else self.look.body()
        return self.para(tuple(b.Run(run.text, strong=True) for run in line) if tone == "strong" else line, style)

    def _bullets(self, lines: Sequence[b.Line], mark: b.Mark) -> Iterator[Flowing]:
        style = self.look.body(indent=self.look.size * 1.4)
        style.spaceAfter = 0
        for number, line in enumerate(lines, start=1):
            yield self.para(line, style, f"{number}." if mark == "number" else MARKS[mark])

    def _choices(self, options: Sequence[str], columns: int, width: float) -> Grid:
        style = self.look.cell()
        style.leftIndent = style.fontSize * 1.5
        cells = [self.para(b.plain(option), style, BOX) for option in options]
        cells += [""] * (-len(cells) % columns)
        rows = [cells[first : first + columns] for first in range(0, len(cells), columns)]
        return Grid(rows, colWidths=[width / columns] * columns, hAlign="LEFT", style=[*PADDING, ("LEFTPADDING", (0, 0), (-1, -1), 0)])

    def _box(self, inside: Sequence[b.Block], edge: str, sign: b.Sign | None, width: float) -> Framed:
        symbol = Symbol(sign.symbol, sign.colour, self.look.size * 5) if sign else None
        framed = Framed([], edge=edge, sign=symbol, pad=self.look.size * 0.8)
        framed.content = list(self.flow(inside, width - framed.taken))
        return framed

    def _table(self, table: b.Table, width: float) -> Grid:
        shares = [width * share / sum(table.widths) for share in table.widths]
        rows = [[self._cell(cell, size) for cell, size in zip(row, shares, strict=True)] for row in (table.head, *table.rows)]
        shaded = [
            ("BACKGROUND", (x, y), (x, y), SHADE)
            for y, row in enumerate((table.head, *table.rows))
            for x, cell in enumerate(row)
            if cell.shaded
        ]
        return Grid(rows, colWidths=shares, repeatRows=1, splitInRow=1, hAlign="LEFT", style=[*PADDING, *RULES, *shaded])

    def _cell(self, cell: b.Cell, width: float) -> list[Flowable] | Grid:
        lines: list[Flowable] = [self.para(line, self.look.cell()) for line in cell.lines]
        if cell.sign is None:
            return lines
        symbol = Symbol(cell.sign.symbol, cell.sign.colour, self.look.small * 2.2)
        rest = width - symbol.width - 18
        return Grid([[symbol, lines]], colWidths=[symbol.width + 8, rest], style=[*PADDING, *TIGHT], hAlign="LEFT")


def readable_inside(text: str, language: Language) -> str:
    """Make a stretch of a line readable, keeping the space at its ends."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " else ""
    return f"{before}{readable(text, language)}{after}" if text.strip() else before


PADDING = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
]
TIGHT = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")]
RULES = [
    ("BACKGROUND", (0, 0), (-1, 0), TINT),
    ("LINEBELOW", (0, 0), (-1, 0), 1.2, ACCENT),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, EDGE),
]
