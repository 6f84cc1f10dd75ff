"""A sheet without a pen: on a screen nobody ticks a box, writes on a line or tears off a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from speeddate.printing import blocks as b


def penless(blocks: Iterable[b.Block]) -> Iterator[b.Block]:
    """Yield what there is to read: no slips, no lines to write on, and words instead of boxes to tick."""
    for block in blocks:
        match block:
            case b.WritingLines() | b.Box(edge="cut"):
                pass
            case b.Choices(question, options):
                yield from [b.Heading(question, 3)] if question else []
                yield b.Bullets(tuple(map(b.plain, options)))
            case b.Box(inside):
                yield replace(block, blocks=tuple(penless(inside)))
            case b.Beside(left, right):
                yield b.Beside(tuple(penless(left)), tuple(penless(right)))
            case b.Table():
                yield _read_only(block)
            case _:
                yield block


def _read_only(table: b.Table) -> b.Table:
    """Leave out the columns that are only boxes to tick; where cells span columns, all stay."""
    rows = (table.head, *table.rows)
    if any(cell.span > 1 for row in rows for cell in row):
        return table
    kept = [column for column, _ in enumerate(table.head) if not _ticked(table, column)]
    head, *others = (tuple(row[column] for column in kept) for row in rows)
    return b.Table(head, tuple(others), tuple(table.widths[column] for column in kept))


def _ticked(table: b.Table, column: int) -> bool:
    return bool(table.rows) and all(row[column].lines == (b.plain(b.TICK),) for row in table.rows)
