"""The stations' symbols on paper."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor

from speeddate.printing.paper.look import INK
from speeddate.printing.shapes import FILLS, LINE, OUTLINES, Outline


def draw_symbol(canvas: Any, symbol: str, colour: str, corner: tuple[float, float], size: float) -> None:  # untyped
    """Draw a symbol in its colour into a square with this lower left corner."""
    canvas.saveState()
    canvas.translate(*corner)
    canvas.scale(size, size)
    canvas.setLineWidth(LINE)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(HexColor(FILLS[colour]))
    for outline in OUTLINES[symbol]:
        canvas.drawPath(_path(canvas, outline), stroke=1, fill=1)
    canvas.restoreState()


def _path(canvas: Any, outline: Outline) -> Any:
    path = canvas.beginPath()
    for step in outline:
        match step.to:
            case "M":
                path.moveTo(*step.at)
            case "L":
                path.lineTo(*step.at)
            case "C":
                path.curveTo(*step.at)
            case "Z":
                path.close()
    return path
