"""How sheets look: sizes, spaces and inks. Nothing is small, slanted, underlined, faint or told by colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from speeddate.printing.paper import fonts
from speeddate.printing.sheet import Fit

INK: Final = HexColor("#1A1D21")
ACCENT: Final = HexColor("#0B3A5E")
EDGE: Final = HexColor("#5B6B7A")
TINT: Final = HexColor("#EEF3F7")
SHADE: Final = HexColor("#E3E7EB")
AFAR: Final = (48.0, 120.0)
MARGIN: Final = 22 * mm
LARGE_MARGIN: Final = 16 * mm
LARGE: Final = 18.0
SMALLEST: Final = 12.0
SMALLEST_LARGE: Final = 16.0
PAIR: Final = (15.0, 14.0)
SNUG: Final = (13.0, SMALLEST)
SNUG_LARGE: Final = (17.0, SMALLEST_LARGE)
AIRS: Final = (1.0, 0.75, 0.5)
TIGHTEST: Final = 0.25
REMEMBERED: Final = 512
LONGEST_LINE: Final = 65
LONGEST_LARGE_LINE: Final = 55
MOST_COLUMNS: Final = 7
MOST_LARGE_COLUMNS: Final = 5


@dataclass(frozen=True, slots=True)
class Look:
    """A size of type, and all that follows from it; `air` is how much of the usual space stands between paragraphs."""

    size: float = 14.0
    font: str = fonts.REGULAR
    air: float = 1.0

    @property
    def large(self) -> bool:
        """Whether it is large print, which is semi-bold too."""
        return self.font == fonts.SEMIBOLD

    @property
    def margin(self) -> float:
        """How much is left free at either side, in points."""
        return LARGE_MARGIN if self.large else MARGIN

    @property
    def longest_line(self) -> int:
        """The most characters on a line of running text."""
        return LONGEST_LARGE_LINE if self.large else LONGEST_LINE

    @property
    def most_columns(self) -> int:
        """The most rounds and breaks side by side that leave each its time on one line."""
        return MOST_LARGE_COLUMNS if self.large else MOST_COLUMNS

    @property
    def small(self) -> float:
        """The size of what is not running text."""
        return max(self.size - 2, SMALLEST_LARGE if self.large else SMALLEST)

    def suited(self, fit: Fit) -> tuple[Look, ...]:
        """List the looks a page may have, best first: less air comes before smaller type, and no type is too small."""
        match fit:
            case "poster":
                return tuple(replace(self, size=self.size + more) for more in range(6, -1, -1))
            case "snug":
                sizes = (self.size, *self._smaller(SNUG, SNUG_LARGE))
                return tuple(replace(self, size=size, air=air) for size in sizes for air in (1.0, AIRS[-1]))
            case _:
                return (self,)

    def paired(self) -> tuple[tuple[Look, ...], ...]:
        """List the looks two pages together may have, the largest type first; for each size, the airiest first."""
        sizes = (self.size, *self._smaller(PAIR, SNUG_LARGE))
        return tuple(tuple(replace(self, size=size, air=air) for air in (*AIRS, TIGHTEST)) for size in sizes)

    def _smaller(self, usual: Sequence[float], large: Sequence[float]) -> Iterator[float]:
        """Yield the sizes to fall back on; never for those who have chosen a size beyond large print's own."""
        less = usual if not self.large else large if self.size <= LARGE else ()
        return (size for size in less if size < self.size)

    def body(self, *, close: bool = False) -> ParagraphStyle:
        """Running text, one and a half lines apart; `close` to what follows, or with air after it."""
        return _style("body", self.font, self.size, 1.5, after=self._after(0.3, close=close))

    def point(self, *, close: bool = False) -> ParagraphStyle:
        """A point of a list; closer to the next one where there is no air."""
        leading = 1.5 if self.air > TIGHTEST else 1.3
        after = self._after(0.3, close=close)
        return _style("point", self.font, self.size, leading, after=after, indent=self.size * 1.4)

    def small_print(self) -> ParagraphStyle:
        """Short remarks."""
        return _style("small", self.font, self.small, 1.4, after=0.2 * self.small * self.air)

    def cell(self) -> ParagraphStyle:
        """What stands in a table."""
        return _style("cell", self.font, self.small, 1.25)

    def option(self) -> ParagraphStyle:
        """What stands beside a box to tick."""
        return _style("option", self.font, self.small, 1.25, indent=self.small * 1.5)

    def heading(self, level: int) -> ParagraphStyle:
        """A heading: 1 for the page, 2 for its parts, 3 inside them."""
        scale = (1.75, 1.22, 1.05) if self.air > TIGHTEST else (1.4, 1.1, 1.05)
        size = self.size * scale[level - 1]
        before = (0, 0.8, 0.4)[level - 1] * self.size * self.air
        ink = INK if level == 3 else ACCENT  # noqa: PLR2004  # the levels are 1, 2 and 3
        after = 0.2 * size * self.air
        return _style(f"h{level}", fonts.BOLD, size, 1.25, ink=ink, before=before, after=after, leads=True)

    def card(self) -> ParagraphStyle:
        """A name on a badge."""
        return _style("card", fonts.BOLD, self.size * 2, 1.2, after=0.4 * self.size * self.air)

    def banner(self, words: str, room: float, *, first: bool) -> ParagraphStyle:
        """Words to read from afar: no smaller than 48 points, and as much larger as their longest word allows."""
        longest = max((fonts.width(word, fonts.BOLD, 1) for word in words.split()), default=1)
        size = max(
            AFAR[0],
            min(AFAR[1] if first else 2 * AFAR[1] if len(words) == 1 else AFAR[0] * 1.25, room / longest * 0.95),
        )
        return _style("banner", fonts.BOLD, size, 1.15, after=0.2 * size * self.air)

    def _after(self, share: float, *, close: bool) -> float:
        return 0 if close else share * self.size * self.air


@lru_cache(maxsize=REMEMBERED)
def _style(  # noqa: PLR0913  # one line per style reads better than a class of its own
    name: str, font: str, size: float, leading: float, *,
    ink: Color = INK, before: float = 0, after: float = 0, indent: float = 0, leads: bool = False,
) -> ParagraphStyle:  # fmt: skip
    """Make a style once for all who share it: nobody changes it afterwards."""
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        bulletFontSize=size,
        leading=size * leading,
        textColor=ink,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        keepWithNext=int(leads),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


def look_for(size: float, *, large: bool) -> Look:
    """Choose a look: large print is semi-bold too."""
    return Look(size, fonts.SEMIBOLD if large else fonts.REGULAR)
