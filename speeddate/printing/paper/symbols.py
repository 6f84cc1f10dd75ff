"""The stations' symbols, drawn: dark outlines that tell them apart without their colour."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any, Final

from reportlab.lib.colors import HexColor

from speeddate.printing.paper.look import INK

FILLS: Final = {
    "blue": HexColor("#2F6DB5"),
    "yellow": HexColor("#F4C534"),
    "green": HexColor("#4E9A5B"),
    "orange": HexColor("#E9862B"),
    "purple": HexColor("#8A5FB0"),
    "white": HexColor("#FFFFFF"),
}
Point = tuple[float, float]
HALF = 0.5


def draw_symbol(canvas: Any, symbol: str, colour: str, corner: Point, size: float) -> None:  # untyped
    """Draw a symbol in its colour into a square with this lower left corner."""
    canvas.saveState()
    canvas.translate(*corner)
    canvas.scale(size, size)
    canvas.setLineWidth(0.045)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(FILLS[colour])
    DRAWN[symbol](canvas)
    canvas.restoreState()


def _outline(canvas: Any, *points: Point) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _around(radius: float, angle: float) -> Point:
    return HALF + radius * sin(angle), HALF + radius * cos(angle)


def _star(canvas: Any) -> None:
    _outline(canvas, *(_around(0.2 if n % 2 else 0.48, n * pi / 5) for n in range(10)))


def _sun(canvas: Any) -> None:
    for ray in range(8):
        canvas.line(*_around(0.34, ray * pi / 4), *_around(0.47, ray * pi / 4))
    canvas.circle(HALF, HALF, 0.26, stroke=1, fill=1)


def _moon(canvas: Any) -> None:
    path = canvas.beginPath()
    path.moveTo(0.62, 0.95)
    path.curveTo(0.02, 0.98, 0.02, 0.02, 0.62, 0.05)
    path.curveTo(0.34, 0.28, 0.34, 0.72, 0.62, 0.95)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _heart(canvas: Any) -> None:
    path = canvas.beginPath()
    path.moveTo(HALF, 0.07)
    path.curveTo(-0.16, HALF, 0.1, 1.12, HALF, 0.74)
    path.curveTo(0.9, 1.12, 1.16, HALF, HALF, 0.07)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _tree(canvas: Any) -> None:
    canvas.rect(0.43, 0.05, 0.14, 0.25, stroke=1, fill=1)
    _outline(canvas, (0.1, 0.28), (0.9, 0.28), (0.5, 0.68))
    _outline(canvas, (0.2, 0.55), (0.8, 0.55), (0.5, 0.95))


def _house(canvas: Any) -> None:
    _outline(canvas, (0.17, 0.06), (0.83, 0.06), (0.83, 0.5), (0.17, 0.5))
    _outline(canvas, (0.05, 0.5), (0.95, 0.5), (0.5, 0.94))
    canvas.rect(0.42, 0.06, 0.16, 0.26, stroke=1, fill=0)


DRAWN: Final = {"star": _star, "sun": _sun, "moon": _moon, "heart": _heart, "tree": _tree, "house": _house}
