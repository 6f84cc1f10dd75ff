"""Draw an address as a code for a phone's camera."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel


class Code(NamedTuple):
    """A square of so many by so many, and the path of its dark ones, as SVG draws it."""

    size: int
    path: str


def code(address: str) -> Code:
    """Draw an address."""
    drawn: Any = QRCode(None, QRErrorCorrectLevel.M)
    drawn.addData(address)
    drawn.make()
    size = drawn.getModuleCount()
    dark = ((row, column) for row in range(size) for column in range(size) if drawn.isDark(row, column))
    return Code(size, "".join(f"M{column} {row}h1v1h-1z" for row, column in dark))
