"""What people write, made fit for paper: never markup, never an empty box, never a hidden turn of direction."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from speeddate.domain.text import Language
from speeddate.printing.paper.fonts import has_glyph
from speeddate.printing.words import HARD_SPACE, sheet_text

JOINERS = re.compile("[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e007f]")
BREAKS = re.compile("[\r\n\v\f\x85\u2028\u2029]+")


def tidy(text: str) -> str:
    """Normalise a text: composed letters, no control, direction or joining characters, single spaces."""
    composed = JOINERS.sub("", unicodedata.normalize("NFC", text))
    kept = "".join(_plain(character) for character in composed)
    return re.sub(" {2,}", " ", kept).strip(" ")


def _plain(character: str) -> str:
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Zs":
            return character if character == HARD_SPACE else " "
        case _:
            return character


def printable(text: str) -> bool:
    """Tell whether the sheets' font has every letter of a text."""
    return all(map(has_glyph, tidy(text)))


@lru_cache(maxsize=4096)
def readable(text: str, language: Language) -> str:
    """Make a text fit for paper; what the font cannot draw is named in brackets."""
    kept: list[str] = []
    for character in tidy(text):
        drawn = character if has_glyph(character) else _named(character, language)
        if drawn == character or not kept or kept[-1] != drawn:
            kept.append(drawn)
    return "".join(kept)


def _named(character: str, language: Language) -> str:
    key = "sheet.picture" if unicodedata.category(character) == "So" else "sheet.letters"
    return f"[{sheet_text(key)[language]}]"


def paragraphs(text: str) -> tuple[str, ...]:
    """Split what somebody wrote where they pressed Enter, leaving out empty lines."""
    return tuple(kept for part in BREAKS.split(text) if (kept := tidy(part)))
