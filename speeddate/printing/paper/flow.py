"""Blocks as ReportLab draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import assert_never

from reportlab.platypus import Flowable

from speeddate.domain.text import Language
from speeddate.printing import blocks as b
from speeddate.printing.paper.flowables import Bars, Lines, Photo, Square
from speeddate.printing.paper.frames import Extent, Framed, measured, stacked
from speeddate.printing.paper.grids import carded, halves, tabled, ticked
from speeddate.printing.paper.look import Look
from speeddate.printing.paper.paragraphs import Narrow
from speeddate.printing.paper.setting import Setter
from speeddate.printing.paper.tags import Part, Role

MARKS = {"bullet": "•", "quote": "–"}
NUMBERINGS = {"bullet": "Disc", "number": "Decimal", "quote": "None"}
HEADINGS: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}
GUTTER = 12
HIGHEST_BESIDE = 260
HIGHEST_PICTURE = 300
EMBLEM = 230
CODE = 110
REMEMBERED = 8192


class Composer:
    """Turn blocks into flowables, in one look and language; each is drawn as a part of the document."""

    def __init__(self, look: Look, language: Language) -> None:
        self.look, self.set, self.depth = look, Setter(look, language), 0

    def flow(self, blocks: Sequence[b.Block], width: float, within: Part) -> Iterator[Flowable]:
        """Yield what draws these blocks, inside a width and a part of the document."""
        for block, following in zip_longest(blocks, blocks[1:]):
            for flowable in self._one(block, width, within):
                if leads(block, following):
                    flowable.keepWithNext = 1
                yield flowable

    def _one(self, block: b.Block, width: float, within: Part) -> Iterator[Flowable]:  # noqa: C901, PLR0912  # one line a block
        match block:
            case b.Heading(text, level):
                yield self._heading(text, level, within)
            case b.Paragraph(line, tone):
                yield self._paragraph(line, tone, within)
            case b.Bullets(lines, mark):
                yield from self._bullets(lines, mark, within)
            case b.Choices():
                yield from self._choices(block, width, within)
            case b.WritingLines(count):
                yield Lines(count, self.look.size * 1.8)
            case b.Table():
                yield tabled(self.set, block, width, within.add("Table"))
            case b.Beside(left, right):
                yield from self._beside(left, right, width, within)
            case b.Box():
                yield self._box(block, width, within.add("Div"))
            case b.Chart(bars, words):
                yield Bars(bars, self.look.cell(), part=within.add("Figure", alt=self.set.told(words)))
            case b.Cards():
                yield carded(self.set, block, width, within)
            case b.Banner():
                yield from self._banner(block, width, within)
            case b.Image():
                part = within.add("Figure", alt=self.set.told(block.words))
                yield Photo(block.content, block.width / block.height, HIGHEST_PICTURE, part=part)
            case b.Code():
                yield from self._code(block, within)
            case _:
                assert_never(block)

    def _heading(self, text: str, level: int, within: Part) -> Narrow:
        """Set a heading; those who listen hear of no level that lies under one they have not heard of."""
        self.depth = min(level, self.depth + 1)
        return self.set.para(b.plain(text), self.look.heading(level), within.add(HEADINGS[self.depth]))

    def _paragraph(self, line: b.Line, tone: b.Tone, within: Part) -> Narrow:
        strong = tone == "strong"
        style = self.look.small_print() if tone == "small" else self.look.body(close=strong)
        if strong:
            line = tuple(b.Run(run.text, strong=True) for run in line)
        return self.set.para(line, style, within.add("P"))

    def _bullets(self, lines: Sequence[b.Line], mark: b.Mark, within: Part) -> Iterator[Narrow]:
        """Set points one below another; no page ends after the first of them, or before the last."""
        points = within.add("L", attributes={"O": "List", "ListNumbering": NUMBERINGS[mark]})
        style, last = self.look.point(close=True), self.look.point()
        for number, line in enumerate(lines, start=1):
            sign = f"{number}." if mark == "number" else MARKS[mark]
            point = self.set.point(line, last if number == len(lines) else style, sign, points)
            point.keepWithNext = int(number < len(lines) and number in {1, len(lines) - 1})
            yield point

    def _choices(self, choices: b.Choices, width: float, within: Part) -> Iterator[Flowable]:
        if choices.question:
            yield self._heading(choices.question, 3, within)
        points = within.add("L", attributes={"O": "List", "ListNumbering": "None"})
        yield ticked(self.set, choices, width, points)

    def _beside(
        self, left: Sequence[b.Block], right: Sequence[b.Block], width: float, within: Part
    ) -> Iterator[Flowable]:
        half = width / 2
        sides = [list(self.flow(side, half - GUTTER, within)) for side in (left, right)]
        if right and max(stacked(side, half - GUTTER) for side in sides) <= HIGHEST_BESIDE:
            yield halves(sides, width, GUTTER)
        else:
            yield from self.flow((*left, *right), width, within)

    def _box(self, box: b.Box, width: float, part: Part) -> Framed:
        symbol = self.set.symbol(box.sign, self.look.size * 5, part) if box.sign else None
        framed = Framed([], edge=box.edge, sign=symbol, pad=self.look.size * (0.4 + 0.4 * self.look.air))
        framed.content = list(self.flow(box.blocks, width - framed.taken, part))
        return framed

    def _banner(self, banner: b.Banner, width: float, within: Part) -> Iterator[Flowable]:
        """Set words as large as their longest word allows, the first of them as the page's heading."""
        if banner.sign:
            yield self.set.symbol(banner.sign, EMBLEM, within)
        for number, words in enumerate(banner.words):
            style = self.look.banner(self.set.told(words), width, first=not number)
            yield self.set.para(b.plain(words), style, within.add("P" if number else "H1"))

    def _code(self, code: b.Code, within: Part) -> Iterator[Flowable]:
        yield Square(code.address, CODE, part=within.add("Figure", alt=self.set.told(code.words)))
        yield self.set.para(b.plain(code.address), self.look.small_print(), within.add("P"))


@lru_cache(maxsize=REMEMBERED)
def extents(block: b.Block, look: Look, language: Language, width: float) -> tuple[Extent, ...]:
    """Measure what draws a block, once for all sheets that hold the same one."""
    return tuple(measured(Composer(look, language).flow((block,), width, Part("Sect")), width))


def leads(block: b.Block, following: b.Block | None) -> bool:
    """Tell whether a block belongs to what follows it, so that no page ends between them."""
    if isinstance(block, b.Bullets):
        return isinstance(following, b.WritingLines)
    if not isinstance(block, b.Paragraph):
        return False
    return block.tone == "strong" or isinstance(following, b.Bullets | b.WritingLines)
