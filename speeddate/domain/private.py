"""Find in free text what does not belong there: people's numbers, and words about health or benefits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

DATE: Final = r"\d\d?\.\d\d?\.\d{4}(?!\d)"
NUMBER: Final = r"(?:\d[ .-]?){8}(?:(?:[ .-]?\d){3})?(?!\d)"
ADDRESS: Final = r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+"
NUMBERS: Final = re.compile(rf"(?<!\d)(?!{DATE}){NUMBER}|{ADDRESS}")
BEGINNINGS: Final = (
    "ufør", "diagnos", "sykemeld", "sjukemeld", "rusproblem", "rusmid", "trygd", "sosialhjelp", "autis", "depresjon",
    "angst", "psykisk", "disab",
)  # fmt: skip
WHOLE: Final = ("aap", "kvp", "ips", "rus", "adhd", "benefits?")
WORDS: Final = re.compile(rf"\b(?:(?:{'|'.join(BEGINNINGS)})\w*|(?:{'|'.join(WHOLE)})\b)", re.IGNORECASE)


def numbers_in(text: str) -> bool:
    """Tell whether a text holds something like a telephone number, a national id or an e-mail address."""
    return NUMBERS.search(text) is not None


def private_words_in(text: str) -> Iterator[str]:
    """Yield the words of a text that may say something about somebody's health or benefits."""
    return (found[0] for found in WORDS.finditer(text))
