"""Blocks as ReportLab draws them: the one place that turns words into paragraphs, all of them escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from speeddate.domain.text import Language
from speeddate.printing import blocks as b
from speeddate.printing.paper.flowables import Framed, Label, Lines, Narrow, Rows, Symbol, stacked
from speeddate.printing.paper.fonts import REGULAR
from speeddate.printing.paper.fonts import width as text_width
from speeddate.printing.paper.look import ACCENT, EDGE, SHADE, TINT, Look
from speeddate.printing.paper.tags import Part, Role, SilentLines
from speeddate.printing.readable import readable

MARKS = {"bullet": "•", "quote": "–"}
NUMBERINGS = {"bullet": "Disc", "number": "Decimal", "quote": "None"}
HEADINGS: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}
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
    """Turn blocks into flowables, in one look and language; each is drawn as a part of the document."""

    def __init__(self, look: Look, language: Language) -> None:
        self.look, self.language, self.depth = look, language, 0

    def flow(self, blocks: Sequence[b.Block], width: float, within: Part) -> Iterator[Flowable]:
        """Yield what draws these blocks, inside a width and a part of the document."""
        for block, following in zip_longest(blocks, blocks[1:]):
            for flowable in self._one(block, width, within):
                if leads(block, following):
                    flowable.keepWithNext = 1
                yield flowable

    def para(self, line: b.Line, style: ParagraphStyle, part: Part | None = None, label: Label | None = None) -> Narrow:
        """Make a paragraph of a line: the only way from words to markup, and it escapes them all."""
        markup = "".join(self._run(run) for run in line)
        longest = LONGEST_SMALL if style.name == "small" else self.look.longest_line
        return Narrow(markup, style, longest=longest, part=part, label=label)

    def _run(self, run: b.Run) -> str:
        words = escape(readable_inside(run.text, self.language))
        return f"<b>{words}</b>" if run.strong else words

    def _one(self, block: b.Block, width: float, within: Part) -> Iterator[Flowable]:
        match block:
            case b.Heading(text, level):
                yield self._heading(text, level, within)
            case b.Paragraph(line, tone):
                yield self._paragraph(line, tone, within)
            case b.Bullets(lines, mark):
                yield from self._bullets(lines, mark, within)
            case b.Choices(question, options, columns):
                yield self._heading(question, 3, within)
                yield self._choices(options, columns, width, within)
            case b.WritingLines(count):
                yield Lines(count, self.look.size * 1.8)
            case b.Table():
                yield self._table(block, width, within.add("Table"))
            case b.Beside(left, right):
                yield from self._beside(left, right, width, within)
            case b.Box(inside, edge, sign):
                yield self._box(inside, edge, sign, width, within.add("Div"))

    def _heading(self, text: str, level: int, within: Part) -> Narrow:
        """Set a heading; those who listen hear of no level that lies under one they have not heard of."""
        self.depth = min(level, self.depth + 1)
        return self.para(b.plain(text), self.look.heading(level), within.add(HEADINGS[self.depth]))

    def _paragraph(self, line: b.Line, tone: b.Tone, within: Part) -> Narrow:
        style = self.look.small_print() if tone == "small" else self.look.body()
        if tone == "strong":
            line, style.spaceAfter = tuple(b.Run(run.text, strong=True) for run in line), 0
        return self.para(line, style, within.add("P"))

    def _bullets(self, lines: Sequence[b.Line], mark: b.Mark, within: Part) -> Iterator[Narrow]:
        """Set points one below another; no page ends after the first of them, or before the last."""
        points = within.add("L", attributes={"O": "List", "ListNumbering": NUMBERINGS[mark]})
        style, last = (self.look.body(indent=self.look.size * 1.4) for _ in range(2))
        style.spaceAfter = 0
        for number, line in enumerate(lines, start=1):
            sign = f"{number}." if mark == "number" else MARKS[mark]
            point = self._point(line, last if number == len(lines) else style, sign, points)
            point.keepWithNext = int(number < len(lines) and number in {1, len(lines) - 1})
            yield point

    def _point(self, line: b.Line, style: ParagraphStyle, sign: str, points: Part) -> Narrow:
        item = points.add("LI")
        label = Label(sign, item.add("Lbl"))
        return self.para(line, style, item.add("LBody"), label)

    def _choices(self, options: Sequence[str], columns: int, width: float, within: Part) -> Rows:
        points = within.add("L", attributes={"O": "List", "ListNumbering": "None"})
        style = self.look.cell()
        style.leftIndent = style.fontSize * 1.5
        while columns > 1 and sum(_natural(options, columns, style)) > width * CROWDED:
            columns -= 1
        cells: list[Flowable | tuple[()]] = [self._point(b.plain(option), style, BOX, points) for option in options]
        cells += [()] * (-len(cells) % columns)
        rows = [cells[first : first + columns] for first in range(0, len(cells), columns)]
        return grid(rows, _shared(options, columns, style, width), LOW)

    def _beside(
        self, left: Sequence[b.Block], right: Sequence[b.Block], width: float, within: Part
    ) -> Iterator[Flowable]:
        half = width / 2
        sides = [list(self.flow(side, half - GUTTER, within)) for side in (left, right)]
        if right and max(stacked(side, half - GUTTER) for side in sides) <= HIGHEST_BESIDE:
            yield grid([sides], [half, half], [*TIGHT, ("RIGHTPADDING", (0, 0), (0, 0), GUTTER)])
        else:
            yield from self.flow((*left, *right), width, within)

    def _box(self, inside: Sequence[b.Block], edge: b.Edge, sign: b.Sign | None, width: float, part: Part) -> Framed:
        symbol = self._symbol(sign, self.look.size * 5, part) if sign else None
        framed = Framed([], edge=edge, sign=symbol, pad=self.look.size * 0.8)
        framed.content = list(self.flow(inside, width - framed.taken, part))
        return framed

    def _symbol(self, sign: b.Sign, size: float, within: Part) -> Symbol:
        told = readable(sign.words, self.language)
        return Symbol(sign.symbol, sign.colour, size, part=within.add("Figure", alt=told))

    def _table(self, table: b.Table, width: float, whole: Part) -> Rows:
        shares = [width * share / sum(table.widths) for share in table.widths]
        lines = (table.head, *table.rows)
        rows = [
            list(map(self._cell, line, shares, _parts(whole.add("TR"), len(line), head=not number)))
            for number, line in enumerate(lines)
        ]
        shaded: Style = [
            ("BACKGROUND", (x, y), (x, y), SHADE)
            for y, line in enumerate(lines)
            for x, cell in enumerate(line)
            if cell.shaded
        ]
        drawn = grid(rows, shares, [*RULES, *shaded], heads=1)
        drawn.spaceBefore, drawn.spaceAfter = self.look.size * 0.4, self.look.size * 0.6
        return drawn

    def _cell(self, cell: b.Cell, width: float, part: Part) -> list[Flowable] | Rows:
        symbol = self._symbol(cell.sign, self.look.small * 2.2, part) if cell.sign else None
        lines: list[Flowable] = [
            self.para(line, self.look.cell(), part.add("P", repeats=part.repeats)) for line in cell.lines
        ]
        return grid([[symbol, lines]], [symbol.width + 8, width - symbol.width - 18], TIGHT) if symbol else lines


def _parts(row: Part, columns: int, *, head: bool) -> Iterator[Part]:
    """Yield the parts of a table's row: the head names the columns, and the first cell of other rows names the row."""
    for column in range(columns):
        if head:
            yield row.add("TH", attributes={"O": "Table", "Scope": "Column"}, repeats=True)
        elif column == 0:
            yield row.add("TH", attributes={"O": "Table", "Scope": "Row"})
        else:
            yield row.add("TD")


def grid(rows: Sequence[list[Any]], widths: Sequence[float], style: Style, *, heads: int = 0) -> Rows:
    """Make a table whose rows may break over pages, all in the sheets' font."""
    whole = [*PADDING, *style]
    return Rows(
        rows,
        colWidths=widths,
        repeatRows=heads,
        splitInRow=1,
        hAlign="LEFT",
        style=whole,
        renderCB=SilentLines() if heads else None,
    )


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
