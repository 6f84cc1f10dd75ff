"""Faults in what somebody gave us: where each is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from speeddate.domain.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the file, the sheet or list in it, the row (as the person counts them), the column."""

    text: Text
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""


class BadInput(Exception):  # noqa: N818  # it is what it is called: bad input, not an error of ours
    """Raised with every fault found, so that all can be mended at once."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults
