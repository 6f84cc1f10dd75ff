"""Look up what files say: headings, sheet names, drop-down words and faults, in each language."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from speeddate.domain.catalogue import catalogue
from speeddate.domain.text import LANGUAGES, Language, Text, same
from speeddate.domain.words import texts

LONGEST = 60
EXAMPLES = {"stations": "P1", "employers": "E1", "counsellors": "V1", "resources": "T1", "candidates": "K01"}
MOST_CHOICES = 300  # comparing with more takes too long
TEXTS: Final = texts("exchange.csv")


def said(key: str) -> Text:
    """Find a text by its key: of words with a choice, the first. Raises KeyError."""
    return Text(*(TEXTS[key][language].split("|")[0] for language in LANGUAGES))


def family(prefix: str) -> dict[str, Text]:
    """Find all texts whose keys begin with a prefix, by the rest of the key."""
    start = f"{prefix}."
    return {key.removeprefix(start): said(key) for key in TEXTS if key.startswith(start)}


def heading(sheet: str, key: str) -> str:
    """Name the text that heads a column: the sheet's own, or the one that sheets share."""
    own = f"heading.{sheet}.{key}"
    return own if own in TEXTS else f"heading.{key}"


def plain(words: str) -> str:
    """Write words so that capitals, spaces and hyphens make no difference."""
    folded = unicodedata.normalize("NFC", words).casefold()
    return "".join(filter(str.isalnum, folded))


@cache
def known(prefix: str) -> Mapping[str, str]:
    """Map each way to write a family's words, in any language or as the key itself, to its key."""
    if prefix == "need":
        return {plain(words): key for key, kind in catalogue().items() for words in (*_languages(kind.label), key)}
    return spellings({key: f"{prefix}.{key}" for key in family(prefix)})


def spellings(keys: Mapping[str, str]) -> dict[str, str]:
    """Map each way to write some texts, given as key and name of text, to the key."""
    return {
        plain(words): key
        for key, text in keys.items()
        for words in (*(choice for way in _languages(TEXTS[text]) for choice in way.split("|")), key)
    }


def language_of(words: Iterable[str], texts: Iterable[Text]) -> Language:
    """Guess the language that most of these words are written in; bokmål when it is a draw."""
    there = {plain(word) for word in words}
    hits = {language: sum(plain(text[language]) in there for text in texts) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: hits[language])


def shown(words: object) -> Text:
    """Quote what somebody wrote: shortened, and without letters that cannot be printed."""
    quoted = "".join(letter if letter.isprintable() else "�" for letter in str(words)[: LONGEST + 1])
    return same(quoted if len(quoted) <= LONGEST else f"{quoted[:LONGEST]}…")


def close(words: str, choices: Iterable[str]) -> str:
    """Find the choice that was probably meant; empty when none is near."""
    choices = list(choices)
    if len(choices) > MOST_CHOICES:
        return ""
    by_plain = {plain(choice): choice for choice in choices}
    return next((by_plain[match] for match in difflib.get_close_matches(plain(words), by_plain, 1, 0.7)), "")


def _languages(text: Text) -> tuple[str, ...]:
    return tuple(text[language] for language in LANGUAGES)


def label(need: str) -> Text:
    """Name a need in the catalogue's words; one that is not in it, as it was written."""
    return catalogue()[need].label if need in catalogue() else shown(need)


def note(sheet: str, key: str) -> Text:
    """Explain a column; nothing where its heading says it all."""
    names = (f"note.{sheet}.{key}", f"note.{key}")
    text = next((said(name) for name in names if name in TEXTS), same(""))
    return text.filled(example=EXAMPLES.get(sheet, ""))
