"""The font of all sheets, Source Sans 3, carried along in every file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR: Final = "SourceSans3-Regular"
SEMIBOLD: Final = "SourceSans3-SemiBold"
BOLD: Final = "SourceSans3-Bold"


@cache
def _loaded() -> dict[str, TTFont]:
    folder = files("speeddate.printing.paper") / "fontfiles"
    fonts = {name: TTFont(name, BytesIO((folder / f"{name}.ttf").read_bytes())) for name in (REGULAR, SEMIBOLD, BOLD)}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    for name in (REGULAR, SEMIBOLD, BOLD):
        pdfmetrics.registerFontFamily(name, normal=name, bold=BOLD, italic=name, boldItalic=BOLD, baseFontFor="all")  # type: ignore[call-arg]
    return fonts


def load() -> None:
    """Make the fonts known to the renderer; at most once."""
    _loaded()


def has_glyph(character: str) -> bool:
    """Tell whether the font can draw a character."""
    return ord(character) in _loaded()[REGULAR].face.charToGlyph


def width(text: str, font: str, size: float) -> float:
    """Measure a text, in points."""
    return _loaded()[font].stringWidth(text, size)
