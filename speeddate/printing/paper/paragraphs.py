"""Paragraphs on paper: lines that are no longer than people like to read, with a label before the first one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from speeddate.printing.paper.tags import Part, TaggedCanvas

WIDE_LETTER = 0.48
REMEMBERED = 8192
HIGH = 1e6
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


class Broken(NamedTuple):
    """Words broken into lines, and how wide and high those are."""

    size: tuple[float, float]
    lines: Any


@lru_cache(maxsize=REMEMBERED)
def _parsed(words: Words) -> Paragraph:
    """Read markup, once for all paragraphs that say the same."""
    return Paragraph(words.markup, words.style)


@lru_cache(maxsize=REMEMBERED)
def _broken(words: Words, longest: int, width: float) -> Broken:
    """Break words into lines, once for all paragraphs that say the same."""
    return _narrowed(_parsed(words), longest, width)


def _narrowed(paragraph: Any, longest: int, width: float) -> Broken:
    """Break a ReportLab paragraph into lines, narrower until none is too long."""
    style = paragraph.style
    within = min(width, longest * WIDE_LETTER * style.fontSize + style.leftIndent)
    narrowest = within * NARROWEST
    size: tuple[float, float] = Paragraph.wrap(paragraph, within, HIGH)
    while within > narrowest and any(len(_words(line)) > longest for line in paragraph.blPara.lines):
        within *= NARROWER
        size = Paragraph.wrap(paragraph, within, HIGH)
    return Broken(size, paragraph.blPara)


class Narrow(Paragraph):
    """A paragraph whose lines never hold more than so many characters; a label stands before its first one."""

    canv: TaggedCanvas
    blPara: Any  # noqa: N815  # the lines it was broken into, as ReportLab calls them

    def __init__(self, text: str | None, style: ParagraphStyle, *, longest: int = 65, **options: Any) -> None:
        part, label = options.pop("part", None), options.pop("label", None)
        self.words = Words(text, style) if text else None
        known = {"frags": list(_parsed(self.words).frags)} if self.words else {}
        super().__init__("", style, **{**options, **known})
        self.longest, self.part, self.label = longest, part, label

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Break into lines; what goes on from another page is broken anew."""
        if not self.words:
            return _narrowed(self, self.longest, width).size
        known = _broken(self.words, self.longest, width)
        (self.width, self.height), self.blPara = known
        return known.size

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
