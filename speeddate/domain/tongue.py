"""The language that an interpreter speaks: one code for it, however it is written, and its name for whoever reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from speeddate.domain.text import LANGUAGES, Language, Text, same
from speeddate.domain.words import rows

LOCALES: Final[Mapping[Language, str]] = {"nb": "nb", "nn": "nn", "en": "en_GB"}
NO_LANGUAGE: Final = frozenset({"mul", "und", "zxx"})
OWN: Final = frozenset({"fa_AF", "sr_ME"})
"""Forms of a language that people count as one of their own, as Dari; others, as British English, are the same one."""


def known(written: str) -> str:
    """Find the code of a language, written as its code or its name; empty when nobody here knows it."""
    return _codes().get(_alike(written), "")


def tongue(written: str) -> str:
    """Write a language as its code; one that nobody here knows, so that capitals and spaces make no difference."""
    return known(written) or _plain(written)


def named(written: str) -> Text:
    """Name a language to each reader in their own; one that nobody here knows stays as it was written."""
    return _names().get(known(written), same(written))


@cache
def suggested(language: Language) -> tuple[str, ...]:
    """List the names of all languages known here, in one language; each is read back as the language it names."""
    return tuple(sorted((name[language] for code, name in _names().items() if _whole(code) == code), key=str.casefold))


@cache
def _codes() -> Mapping[str, str]:
    """Map each way to write a language to its code; a code is that of its own language, whatever else it spells."""
    from babel.core import get_global  # noqa: PLC0415  # few events have such an interpreter

    names = _names()
    older = {_alike(old): new for old, new in get_global("language_aliases").items() if new in names}
    also = {_alike(word): row["code"] for row in rows("tongues.csv") for word in row["also"].split("|")}
    spelt = {_alike(name[language]): code for code, name in names.items() for language in LANGUAGES}
    codes = older | also | spelt | {_alike(code): code for code in names}
    return {way: _whole(code) for way, code in codes.items()}


@cache
def _names() -> Mapping[str, Text]:
    """Name each language by its code, with the code beside it where the name alone spells another's code."""
    from babel import Locale  # noqa: PLC0415  # few events have such an interpreter

    books = {language: dict(Locale.parse(LOCALES[language]).languages) for language in LANGUAGES}
    somewhere = books["en"] | books["nn"] | books["nb"]
    codes = {_alike(code): code for code in somewhere if code not in NO_LANGUAGE}

    def name(code: str, language: Language) -> str:
        word = books[language].get(code, somewhere[code])
        return word if codes.get(_alike(word), code) == code else f"{word} ({code})"

    return {code: Text(*(name(code, language) for language in LANGUAGES)) for code in codes.values()}


def _whole(code: str) -> str:
    return code if code in OWN else code.partition("_")[0]


def _alike(written: str) -> str:
    return _plain(written).replace("_", "-")


def _plain(written: str) -> str:
    return " ".join(unicodedata.normalize("NFC", written).casefold().split())
