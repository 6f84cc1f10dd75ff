"""Show how a long search comes along, on standard error when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from speeddate.domain.text import Language
from speeddate.solver.climb import Step, Watch

CLEAR = "\r\x1b[K"


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
