"""Frames around what is to be found at a glance, and how high things stand one below another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable

from speeddate.printing.paper.flowables import Symbol
from speeddate.printing.paper.look import ACCENT, EDGE, TINT
from speeddate.printing.paper.tags import TaggedCanvas


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
