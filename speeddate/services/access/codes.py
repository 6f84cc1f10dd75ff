"""Draw an address as a code for a phone's camera."""

from __future__ import annotations

from typing import NamedTuple

import segno


class Code(NamedTuple):
    """A square of so many by so many, and the path of its dark ones, as SVG draws it."""

    size: int
    path: str


def code(address: str) -> Code:
    """Draw an address."""
    rows = segno.make_qr(address, error="m").matrix
    dark = ((row, column) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if cell)
    return Code(len(rows), "".join(f"M{column} {row}h1v1h-1z" for row, column in dark))
