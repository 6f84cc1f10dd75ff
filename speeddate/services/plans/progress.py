"""Show how a long search or a long printing comes along, on standard error when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from speeddate.domain.text import Language
from speeddate.domain.words import texts
from speeddate.solver.climb import Step, Watch

TEXTS: Final = texts("plans.csv")
CLEAR = "\r\x1b[K"


def counted(files: Iterable[tuple[str, bytes]], language: Language) -> Iterator[tuple[str, bytes]]:
    """Pass files on, and tell how many there are so far when somebody looks; the line is gone afterwards."""
    looking = sys.stderr.isatty()
    for number, file in enumerate(files, start=1):
        if looking:
            sys.stderr.write(f"{CLEAR}{TEXTS['sheet.printing'].filled(count=number)[language]}")
            sys.stderr.flush()
        yield file
    if looking:
        sys.stderr.write(CLEAR)


@contextmanager
def shown(language: Language) -> Iterator[Watch | None]:
    """Offer something to tell of each step, or nothing when nobody looks; the line is gone afterwards."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(step: Step) -> None:
        value = "" if step.value is None else f" {step.value}"
        bound = "" if step.bound is None else f" ({step.bound})"
        sys.stderr.write(f"{CLEAR}{step.stage.text[language]}:{value}{bound}  {step.seconds:.1f} s")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write(CLEAR)
