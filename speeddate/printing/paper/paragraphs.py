"""Paragraphs on paper: lines that are no longer than people like to read, with a label before the first one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from speeddate.printing.paper.tags import Part, TaggedCanvas

WIDE_LETTER = 0.48
REMEMBERED = 8192
NARROWER = 0.97
NARROWEST = 0.5
OUTLINED = ("H1", "H2")


class Label(NamedTuple):
    """The dot, number or box before a point, and the part of the document that it is."""

    sign: str
    part: Part | None


class Words(NamedTuple):
    """Markup in a style: all that lines depend on, but for their width."""

    markup: str
    style: ParagraphStyle


@lru_cache(maxsize=REMEMBERED)
def _parsed(words: Words) -> Paragraph:
    """Read markup, once for all paragraphs that say the same."""
    return Paragraph(words.markup, words.style)


@lru_cache(maxsize=REMEMBERED)
def _lines(words: Words, widths: tuple[float, ...]) -> Any:
    """Break words into lines of these widths, once for all paragraphs that say the same."""
    return _parsed(words).breakLines(list(widths))


class Narrow(Paragraph):
    """A paragraph whose lines never hold more than so many characters; a label stands before its first one."""

    canv: TaggedCanvas
    blPara: Any  # noqa: N815  # the lines it was broken into, as ReportLab calls them

    def __init__(self, text: str | None, style: ParagraphStyle, *, longest: int = 65, **options: Any) -> None:
        part, label = options.pop("part", None), options.pop("label", None)
        self.words = Words(text, style) if text else None
        known = {"frags": list(_parsed(self.words).frags)} if self.words else {}
        super().__init__("", style, **{**options, **known})
        self.broken: tuple[float, tuple[float, float]] | None = None
        self.longest, self.part, self.label = longest, part, label

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break into lines, narrower until none is too long; what is asked again is answered from memory."""
        if self.broken is None or self.broken[0] != width or not hasattr(self, "blPara"):
            self.broken = (width, self._broken(width, height))
        return self.broken[1]

    def _broken(self, width: float, height: float) -> tuple[float, float]:
        within = min(width, self.longest * WIDE_LETTER * self.style.fontSize + self.style.leftIndent)
        narrowest = within * NARROWEST
        size: tuple[float, float] = super().wrap(within, height)
        while within > narrowest and self._too_long():
            within *= NARROWER
            size = super().wrap(within, height)
        return size

    def breakLines(self, width: Any) -> Any:  # noqa: N802  # ReportLab's own
        """Break into lines; what goes on from another page is broken anew."""
        return _lines(self.words, tuple(width)) if self.words else super().breakLines(width)

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
        if self.canv.thrown:
            return
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
