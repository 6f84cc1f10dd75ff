"""What a PDF tells those who listen to it: a tree of its parts, and which strokes on the paper belong to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.tables import TableRenderCB

Role = Literal[
    "Document",
    "Part",
    "Sect",
    "Div",
    "H1",
    "H2",
    "H3",
    "P",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
]
CELLS = ("TR", "TH", "TD")


@dataclass(frozen=True, slots=True)
class Stroke:
    """Marked content: its page, from 1, and its number there, from 0."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Part:
    """A part of a document, in its own language if it has one, with what it holds in reading order.

    `alt` is said in place of what is drawn. What `repeats` on later pages, as a table's head does, is told once.
    """

    role: Role
    alt: str = ""
    language: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    repeats: bool = False
    box: tuple[float, float, float, float] | None = None
    holds: list[Part | Stroke] = field(default_factory=list)

    def add(self, role: Role, **more: Any) -> Part:
        """Add a part at the end of this one."""
        part = Part(role, **more)
        self.holds.append(part)
        return part

    @property
    def drawn(self) -> bool:
        """Whether anything of it has come on paper; an empty cell counts, so that all rows are equally long."""
        return self.role in CELLS or any(isinstance(each, Stroke) or each.drawn for each in self.holds)


class TaggedCanvas(Canvas):
    """A canvas on which every stroke belongs to a part or is told to nobody; `owners` lists the parts on each page."""

    thrown = False
    _code: list[str]
    _pageNumber: int  # noqa: N815  # ReportLab's own

    def __init__(self, *options: Any, **more: Any) -> None:
        super().__init__(*options, **more)
        self.owners: dict[int, list[Part]] = {}

    @contextmanager
    def telling(self, part: Part | None) -> Iterator[None]:
        """Draw what belongs to a part; nothing is marked when what is around it is, and not told when told before."""
        if part is None:
            yield
        elif part.repeats and part.drawn:
            with self.silent():
                yield
        else:
            owners = self.owners.setdefault(self._pageNumber, [])
            part.holds.append(Stroke(self._pageNumber, len(owners)))
            self._code.append(f"/{part.role} <</MCID {len(owners)}>> BDC")
            owners.append(part)
            yield
            self._code.append("EMC")

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Draw what is only to be seen: frames, lines, footers."""
        self._code.append("/Artifact <</Type /Layout>> BDC")
        yield
        self._code.append("EMC")


class SilentLines(TableRenderCB):
    """Draw a table's backgrounds and lines silently; its cells speak for themselves."""

    def begin(self, table: Any) -> None:
        """Begin what is only to be seen."""
        table.canv._code.append("/Artifact <</Type /Layout>> BDC")  # noqa: SLF001  # no other way into the stream

    def end(self, table: Any) -> None:
        """End it."""
        table.canv._code.append("EMC")  # noqa: SLF001

    def rest(self, *_: Any) -> None:
        """Leave the cells as they are."""

    startBG = startLines = begin  # type: ignore[assignment]  # noqa: N815  # ReportLab's own names
    endBG = endLines = end  # type: ignore[assignment]  # noqa: N815
    startTable = endTable = startRow = endRow = startCell = endCell = rest  # type: ignore[assignment]  # noqa: N815
