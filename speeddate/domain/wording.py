"""Look up the texts that ship with the program."""

from __future__ import annotations

from functools import cache
from typing import Literal

from speeddate.domain.text import Text
from speeddate.domain.words import rows

Profile = Literal["standard", "easy"]


def wording(key: str, profile: Profile = "standard") -> Text:
    """Find a text by its key: the easy one where there is one and it is asked for. Raises KeyError."""
    texts = _texts()
    return texts.get((key, profile)) or texts[key, "standard"]


@cache
def _texts() -> dict[tuple[str, str], Text]:
    return {(row["key"], row["profile"]): _text(row) for row in rows("texts.csv")}


def _text(row: dict[str, str]) -> Text:
    return Text(row["nb"], row["nn"], row["en"])
