"""Frames around what is to be found at a glance, and how high things stand one below another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from reportlab.platypus import Flowable

from speeddate.printing.paper.flowables import Symbol
from speeddate.printing.paper.look import ACCENT, EDGE, TINT
from speeddate.printing.paper.tags import TaggedCanvas

HIGH: Final = 1e6


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
        room = height - 2 * self.pad
        first = sum(reach <= room for reach in reaches(measured(self.content, width - self.taken)))
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
        if self.canv.thrown:
            return
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
        top = self.height - self.pad
        for flowable, reach in zip(self.content, reaches(measured(self.content, self.width - self.taken)), strict=True):
            flowable.drawOn(canvas, self.pad, top - reach)


def _leads(flowable: Flowable) -> bool:
    return bool(flowable.getKeepWithNext())  # type: ignore[no-untyped-call]  # ReportLab's own


class Extent(NamedTuple):
    """How high something is, and how much space it wants above and below it."""

    height: float
    above: float
    below: float


def measured(content: Iterable[Flowable], width: float) -> Iterator[Extent]:
    """Measure flowables."""
    for each in content:
        yield Extent(each.wrap(width, HIGH)[1], each.getSpaceBefore(), each.getSpaceAfter())


def reaches(extents: Iterable[Extent]) -> Iterator[float]:
    """Yield how far down things reach that stand one below another: of two spaces that meet, the larger counts."""
    reach, before = 0.0, None
    for each in extents:
        reach += each.height + (max(before.below, each.above) if before else 0)
        before = each
        yield reach


def stacked(content: Iterable[Flowable], width: float) -> float:
    """Measure how high flowables stand one below another."""
    return max(reaches(measured(content, width)), default=0.0)
