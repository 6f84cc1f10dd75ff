"""What is printed: a sheet of pages, each of blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from speeddate.domain.text import Language
from speeddate.printing.blocks import Block

Fit = Literal["flow", "pair", "snug", "poster"]


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks that begin on a new page, and flow over as many as they need.

    `snug` ones rather shrink a little than take another page, `poster` ones grow to fill theirs; `pair` ones rather
    shrink than take a third page and, where that is not enough, leave out all that is not in `core`.
    """

    blocks: tuple[Block, ...]
    fit: Fit = "flow"
    core: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document: its pages, and what stands below every one of them."""

    title: str
    language: Language
    pages: tuple[Page, ...]
    footer: str = ""
    stamp: str = ""
    numbered: Callable[[int, int], str]
    lying: bool = False
