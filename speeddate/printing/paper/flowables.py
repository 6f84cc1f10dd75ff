"""Things to draw that ReportLab has none of: lines that end in time, frames that split, symbols, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Table

from speeddate.printing.paper.look import ACCENT, EDGE, TINT
from speeddate.printing.paper.symbols import draw_symbol
from speeddate.printing.paper.tags import Part, TaggedCanvas

TOGETHER = 2
OUTLINED = ("H1", "H2")
AVERAGE_LETTER = 0.42
NARROWER = 0.97
NARROWEST = 0.6


class Label(NamedTuple):
    """The dot, number or box before a point, and the part of the document that it is."""

    sign: str
    part: Part | None


class Narrow(Paragraph):
    """A paragraph whose lines never hold more than so many characters; a label stands before its first one."""

    canv: TaggedCanvas
    blPara: Any  # noqa: N815  # the lines it was broken into, as ReportLab calls them

    def __init__(self, text: str, style: ParagraphStyle, *, longest: int = 65, **options: Any) -> None:
        part, label = options.pop("part", None), options.pop("label", None)
        super().__init__(text, style, **options)
        self.longest, self.part, self.label = longest, part, label

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break into lines, narrower until none is too long."""
        within = min(width, self.longest * AVERAGE_LETTER * self.style.fontSize + self.style.leftIndent)
        narrowest = within * NARROWEST
        size: tuple[float, float] = super().wrap(within, height)
        while within > narrowest and self._too_long():
            within *= NARROWER
            size = super().wrap(within, height)
        return size

    def _too_long(self) -> bool:
        return any(len(_words(line)) > self.longest for line in self.blPara.lines)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split over pages; what goes on there is the same paragraph to those who listen."""
        pieces: list[Any] = super().split(width, height)
        for piece in pieces:
            piece.longest, piece.part, piece.label = self.longest, self.part, None
        for first in pieces[:1]:
            first.label = self.label
        return pieces

    def draw(self) -> None:
        """Draw the label and the lines, and let a heading be found in the list of contents."""
        if self.label:
            self._draw_label(self.label)
        with self.canv.telling(self.part):
            super().draw()
        if self.part and self.part.role in OUTLINED:
            words = self.getPlainText(identify=True)
            key = f"{self.canv.getPageNumber()}-{len(self.canv.owners[self.canv.getPageNumber()])}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(words, key, OUTLINED.index(self.part.role))

    def _draw_label(self, label: Label) -> None:
        style = self.style
        words = self.canv.beginText(0, self.height - getattr(self.blPara, "ascent", style.fontSize))
        words.setFont(style.fontName, style.fontSize)
        words.setFillColor(style.textColor)
        words.textOut(label.sign)
        with self.canv.telling(label.part):
            self.canv.drawText(words)


def _words(line: Any) -> str:  # a tuple for lines in one font, an object for others
    return " ".join(line[1]) if isinstance(line, tuple) else "".join(word.text for word in line.words)


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
        first, last = super().split(width, sum(heights[:-TOGETHER]))
        return [first, PageBreak(), last]


class Lines(Flowable):
    """Empty lines to write on."""

    canv: TaggedCanvas

    def __init__(self, count: int, apart: float) -> None:
        super().__init__()
        self.count, self.apart = count, apart

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width, self.height = width, self.count * self.apart
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        with self.canv.silent():
            self.canv.setStrokeColor(EDGE)
            self.canv.setLineWidth(0.8)
            for line in range(self.count):
                self.canv.line(0, line * self.apart + 4, self.width, line * self.apart + 4)


class Symbol(Flowable):
    """A station's symbol."""

    canv: TaggedCanvas

    def __init__(self, symbol: str, colour: str, size: float, *, part: Part) -> None:
        super().__init__()
        self.symbol, self.colour, self.width, self.height, self.part = symbol, colour, size, size, part

    def wrap(self, _: float, __: float) -> tuple[float, float]:
        """Take its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the symbol."""
        left, low = self.canv.absolutePosition(0, 0)
        self.part.box = (left, low, left + self.width, low + self.height)
        with self.canv.telling(self.part):
            draw_symbol(self.canv, self.symbol, self.colour, (0, 0), self.width)


class Framed(Flowable):
    """Flowables in a frame, with a symbol in its upper right corner; splits where its contents do."""

    canv: TaggedCanvas

    def __init__(self, content: Sequence[Flowable], *, edge: str, sign: Symbol | None, pad: float) -> None:
        super().__init__()
        self.content, self.edge, self.sign, self.pad = list(content), edge, sign, pad
        self.spaceBefore = self.spaceAfter = pad
        self.moved = False

    @property
    def taken(self) -> float:
        """The width that frame and symbol leave to nobody else."""
        return 2 * self.pad + (self.sign.width + self.pad if self.sign else 0)

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Be as high as its contents, and no lower than its symbol."""
        inside = stacked(self.content, width - self.taken)
        least = self.sign.height if self.sign else 0
        self.width, self.height = width, max(inside, least) + 2 * self.pad
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Fill the page, and go on with the rest on the next one; what is to be torn off rather moves as a whole."""
        if self.edge == "cut" and not self.moved:
            self.moved = True
            return []
        room, first = height - 2 * self.pad, 0
        while first < len(self.content) and stacked(self.content[: first + 1], width - self.taken) <= room:
            first += 1
        while 0 < first < len(self.content) and _leads(self.content[first - 1]):
            first -= 1
        head, rest = self.content[:first], self.content[first:]
        if not head and rest:
            parts = rest[0].splitOn(self.canv, width - self.taken, room)
            head, rest = parts[:1], [*parts[1:], *rest[1:]]
        return [self._part(head, self.sign), self._part(rest, None)] if head and rest else []

    def _part(self, content: Sequence[Flowable], sign: Symbol | None) -> Framed:
        return Framed(content, edge=self.edge, sign=sign, pad=self.pad)

    def draw(self) -> None:
        """Draw the frame, the symbol and the contents from top to bottom."""
        with self.canv.silent():
            self._draw_frame(self.canv)
        if self.sign:
            corner = self.width - self.pad - self.sign.width, self.height - self.pad - self.sign.height
            self.sign.drawOn(self.canv, *corner)
        self._draw_content(self.canv)

    def _draw_frame(self, canvas: Any) -> None:
        cut = self.edge == "cut"
        canvas.saveState()
        canvas.setStrokeColor(EDGE if cut else ACCENT)
        canvas.setFillColor(TINT)
        canvas.setLineWidth(1)
        canvas.setDash(*((5, 4) if cut else ()))
        canvas.roundRect(0, 0, self.width, self.height, 0 if cut else 6, fill=not cut)
        canvas.restoreState()

    def _draw_content(self, canvas: Any) -> None:
        width = self.width - self.taken
        top = self.height - self.pad
        for n, flowable in enumerate(self.content):
            flowable.drawOn(canvas, self.pad, top - stacked(self.content[: n + 1], width))


def _leads(flowable: Flowable) -> bool:
    return bool(flowable.getKeepWithNext())  # type: ignore[no-untyped-call]  # ReportLab's own


def stacked(content: Sequence[Flowable], width: float) -> float:
    """Measure how high flowables stand one below another: of two spaces that meet, the larger counts."""
    heights = sum(flowable.wrap(width, 1e6)[1] for flowable in content)
    return float(heights + sum(max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairwise(content)))
