"""What is drawn and not written: lines to write on, symbols, bars, pictures and codes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from speeddate.printing.blocks import Bar
from speeddate.printing.paper.fonts import width as text_width
from speeddate.printing.paper.look import ACCENT, EDGE
from speeddate.printing.paper.symbols import draw_symbol
from speeddate.printing.paper.tags import Part, TaggedCanvas

BAR_STEP = 1.35


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


class Drawn(Flowable, ABC):
    """Something drawn that those who listen are told in words: the words of its part."""

    canv: TaggedCanvas

    def __init__(self, width: float, height: float, part: Part) -> None:
        super().__init__()
        self.width, self.height, self.part = width, height, part

    def wrap(self, width: float, _: float) -> tuple[float, float]:  # noqa: ARG002  # ReportLab's own
        """Take its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, and remember where."""
        left, low = self.canv.absolutePosition(0, 0)
        self.part.box = (left, low, left + self.width, low + self.height)
        with self.canv.telling(self.part):
            self.paint()

    @abstractmethod
    def paint(self) -> None:
        """Put it on the paper."""


class Symbol(Drawn):
    """A station's symbol."""

    def __init__(self, symbol: str, colour: str, size: float, *, part: Part) -> None:
        super().__init__(size, size, part)
        self.symbol, self.colour = symbol, colour

    def paint(self) -> None:
        """Draw the symbol."""
        draw_symbol(self.canv, self.symbol, self.colour, (0, 0), self.width)


class Bars(Drawn):
    """A chart: for each bar its label, its length and its number."""

    def __init__(self, bars: Sequence[Bar], style: ParagraphStyle, *, part: Part) -> None:
        self.bars, self.style, self.step = bars, style, style.fontSize * BAR_STEP
        super().__init__(0, self.step * len(bars), part)

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = width
        return self.width, self.height

    def paint(self) -> None:
        """Draw the bars, the longest as long as the room beside labels and numbers."""
        font, size = self.style.fontName, self.style.fontSize
        labels = max(text_width(bar.label, font, size) for bar in self.bars) + size
        room = self.width - labels - 3 * size
        most = max(1, *(bar.number for bar in self.bars))
        self.canv.setFont(font, size)
        for place, bar in enumerate(self.bars, start=1):
            low, long = self.height - place * self.step, room * bar.number / most
            self.canv.setFillColor(ACCENT)
            self.canv.rect(labels, low, long, size, stroke=0, fill=1)
            self.canv.setFillColor(self.style.textColor)
            self.canv.drawString(0, low + size * 0.15, bar.label)
            self.canv.drawString(labels + long + size * 0.4, low + size * 0.15, str(bar.number))


class Photo(Drawn):
    """A picture, no wider than there is room and no higher than allowed; `shape` is its width by its height."""

    def __init__(self, content: bytes, shape: float, highest: float, *, part: Part) -> None:
        self.content, self.shape, self.highest = content, shape, highest
        super().__init__(0, 0, part)

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Keep its shape."""
        self.height = min(self.highest, width / self.shape)
        self.width = self.height * self.shape
        return self.width, self.height

    def paint(self) -> None:
        """Draw the picture."""
        self.canv.drawImage(ImageReader(BytesIO(self.content)), 0, 0, self.width, self.height)


class Square(Drawn):
    """A code for a phone's camera."""

    def __init__(self, address: str, size: float, *, part: Part) -> None:
        self.address = address
        super().__init__(size, size, part)

    def paint(self) -> None:
        """Draw the code."""
        drawing = Drawing(self.width, self.height)
        drawing.add(QrCodeWidget(self.address, barWidth=self.width, barHeight=self.height, barBorder=2))
        renderPDF.draw(drawing, self.canv, 0, 0)
