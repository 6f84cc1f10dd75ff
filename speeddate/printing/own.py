"""What people wrote themselves, as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speeddate.printing.blocks import Block, Bullets, Mark, Paragraph, plain
from speeddate.printing.readable import paragraphs


def own_words(words: str) -> Iterator[Block]:
    """Set own words as a paragraph, or as a list where several lines were written."""
    lines = tuple(plain(line) for line in paragraphs(words))
    if len(lines) == 1:
        yield Paragraph(lines[0])
    elif lines:
        yield Bullets(lines)


def own_list(several: Iterable[str], mark: Mark = "bullet") -> Iterator[Block]:
    """Set a list of own words; nothing when all are empty."""
    if lines := tuple(plain(" ".join(parts)) for words in several if (parts := paragraphs(words))):
        yield Bullets(lines, mark)
