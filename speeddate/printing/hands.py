"""Print many files with all hands the computer has: each process prints a batch of them at a time.

Sheets that go into several files are in one batch with all of these, so that each is fitted once.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import current_process, get_context
from typing import Final, NamedTuple

from speeddate.printing.drafts import Kind, drafts
from speeddate.printing.fitting import Fitter, Tell, Unprinted
from speeddate.printing.paper.pdf import bound
from speeddate.printing.press import Draft, Press

MANY: Final = 100
HANDS: Final = 4


class Printed(NamedTuple):
    """A batch of files, by their drafts' ids, without those of which nothing could be printed, and what is missing."""

    files: dict[str, bytes]
    missing: list[Unprinted]


@dataclass
class Hand:
    """One of those who print: these kinds of sheets, of this event."""

    press: Press
    kinds: Sequence[Kind]

    @cached_property
    def drafts(self) -> dict[str, Draft]:
        """All drafts of these kinds by their ids, in order."""
        return {draft.id: draft for kind in self.kinds for draft in drafts(self.press, kind)}

    def print(self, batch: Sequence[str]) -> Printed:
        """Print a batch of files, by their drafts' ids."""
        missing: list[Unprinted] = []
        fitter = Fitter(missing.append)
        files = {draft: bound(sheets) for draft in batch if (sheets := fitter.whole(self.drafts[draft]))}
        return Printed(files, missing)


def in_order(hand: Hand, tell: Tell) -> Iterator[tuple[str, bytes]]:
    """Yield the id of each draft and its file, in order: what is printed before its turn, waits for it."""
    batch_of = batches(hand.drafts.values())
    done: dict[str, bytes] = {}
    with _at_work(hand, tuple(dict.fromkeys(batch_of.values()))) as printing:
        ready = set[tuple[str, ...]]()
        for draft, batch in batch_of.items():
            if batch not in ready:
                ready.add(batch)
                printed = next(printing)
                done |= printed.files
                for page in printed.missing:
                    tell(page)
            if draft in done:
                yield draft, done.pop(draft)


def batches(every: Collection[Draft]) -> dict[str, tuple[str, ...]]:
    """Find the batch of each file: it alone, or together with those that hold the same sheets."""
    alone = {draft.id: (draft.id,) for draft in every}
    shared = [(draft.id, *(each.id for each in draft.then if each.id in alone)) for draft in every if draft.then]
    return alone | {draft: batch for batch in shared for draft in batch}


def hired() -> int:
    """Tell how many processes print, where many files are to be printed."""
    return min(os.cpu_count() or 1, HANDS)


@contextmanager
def _at_work(hand: Hand, due: Sequence[tuple[str, ...]]) -> Iterator[Iterator[Printed]]:
    """Let batches be printed, by one hand or, where they are many, by several; who leaves need not wait for all.

    Who prints beside the pages has one hand: such a process may have none of its own, and leaves the others to pages.
    """
    if len(hand.drafts) < MANY or current_process().daemon:
        yield map(hand.print, due)
        return
    pool = ProcessPoolExecutor(hired(), get_context("spawn"), _begin, (hand.press, hand.kinds))
    try:
        yield pool.map(_print, due)
    finally:
        pool.shutdown(cancel_futures=True)


_mine: list[Hand] = []


def _begin(press: Press, kinds: Sequence[Kind]) -> None:
    _mine[:] = [Hand(press, kinds)]


def _print(batch: Sequence[str]) -> Printed:
    return _mine[0].print(batch)
