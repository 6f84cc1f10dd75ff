"""Find in free text what does not belong there: people's numbers, words about health or benefits, what nobody asks."""

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
UNASKED_BEGINNINGS: Final = (
    "sykdom", "sjukdom", "sykefravær", "sjukefråvær", "funksjonsneds", "gravid", "familie", "samboer",
    "sambuar", "kjæreste", "kjærast", "religi", "trossamfunn", "trussamfunn", "fagforen", "fagforein", "politisk",
    "legning", "etnisk", "hudfarge", "pregnan", "illness", "family", "families", "marri", "ethnic",
)  # fmt: skip
UNASKED_WHOLE: Final = (
    "helse", "helsa", "helsen", "syke?", "sjuke?", "tro", "trua", "tru", "gift", "barn", "barna", "parti", "health",
    "faith", "sick", "children", "trade unions?", "politics", "political",
)  # fmt: skip


def _any_of(beginnings: tuple[str, ...], whole: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{'|'.join(beginnings)})\w*|(?:{'|'.join(whole)})\b)", re.IGNORECASE)


WORDS: Final = _any_of(BEGINNINGS, WHOLE)
UNASKED: Final = _any_of(UNASKED_BEGINNINGS, UNASKED_WHOLE)


def numbers_in(text: str) -> bool:
    """Tell whether a text holds something like a telephone number, a national id or an e-mail address."""
    return NUMBERS.search(text) is not None


def private_words_in(text: str) -> Iterator[str]:
    """Yield the words of a text that may say something about somebody's health or benefits."""
    return (found[0] for found in WORDS.finditer(text))


def unasked_words_in(question: str) -> Iterator[str]:
    """Yield the words of a question that may ask for what an employer must not: aml. §§ 9-3, 13-4; ldl. § 30."""
    return (found[0] for found in UNASKED.finditer(question))
