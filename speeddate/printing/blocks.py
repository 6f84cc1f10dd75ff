"""What a sheet is made of, whoever draws it: headings, paragraphs, lists, tables, and boxes."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal, NamedTuple


class Run(NamedTuple):
    """A stretch of words; strong ones stand out."""

    text: str
    strong: bool = False


Line = tuple[Run, ...]
Mark = Literal["bullet", "number", "quote"]
Tone = Literal["body", "strong", "small"]
Edge = Literal["frame", "cut"]
TICK: Final = "☐"


@dataclass(frozen=True, slots=True)
class Sign:
    """A station's colour and symbol, and the words for both."""

    colour: str
    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the page's own."""

    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line
    tone: Tone = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list: of points, of steps in order, or of sentences to say."""

    lines: tuple[Line, ...]
    mark: Mark = "bullet"


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with boxes to tick, side by side in so many columns."""

    question: str
    options: tuple[str, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on by hand."""

    count: int = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, a station's sign before them, or nothing but shade; it may span columns."""

    lines: tuple[Line, ...] = ()
    sign: Sign | None = None
    shaded: bool = False
    framed: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head is repeated on every page, its first column names the rows; widths are shares of the whole.

    The spans of the cells in a row add up to the number of widths.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two short stretches side by side, the left one read first; one below the other where they are long."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Something to find at a glance, in a frame; a cut edge means that it can be torn off."""

    blocks: tuple[Block, ...]
    edge: Edge = "frame"
    sign: Sign | None = None


class Bar(NamedTuple):
    """One bar of a chart: what it counts, and how many."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below another, each with its label and number; `words` say the same to those who listen."""

    bars: tuple[Bar, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards of one size to cut apart: on each a name in large letters, and lines below it."""

    cards: tuple[tuple[Line, ...], ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Banner:
    """Words to read from afar, under a station's sign if it has one."""

    words: tuple[str, ...]
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, as PNG or JPEG with its size in pixels; `words` say what it shows."""

    content: bytes
    width: int
    height: int
    words: str

    def __repr__(self) -> str:
        """Tell pictures apart without writing them out."""
        return f"Image({sha256(self.content).hexdigest()}, {self.width}, {self.height}, {self.words!r})"


@dataclass(frozen=True, slots=True)
class Code:
    """A web address as a square for a phone's camera, with the address in letters below it."""

    address: str
    words: str


Block = (
    Heading
    | Paragraph
    | Bullets
    | Choices
    | WritingLines
    | Table
    | Beside
    | Box
    | Chart
    | Cards
    | Banner
    | Image
    | Code
)


def plain(text: str) -> Line:
    """Make a line of words that all look the same; empty words make an empty line."""
    return (Run(text),) if text else ()


def strong(text: str) -> Line:
    """Make a line of words that stand out; empty words make an empty line."""
    return (Run(text, strong=True),) if text else ()


def joined(lines: tuple[Line, ...]) -> Line:
    """Set sentences one after another, leaving out the empty ones."""
    kept = [line for line in lines if line]
    return tuple(run for n, line in enumerate(kept) for run in ((Run(" "), *line) if n else line))
