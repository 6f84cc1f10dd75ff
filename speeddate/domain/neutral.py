"""Write places so that anybody may see them: on one line, and with nothing that shows contact with the office."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from speeddate.domain.private import private_words_in

OFFICE: Final = re.compile(
    r"(?<![^\W_])nav(?:s?(?![^\W_])|-?kontor|-?hus|-?bygg)|velferdsforvalt|velferdsetat|welfare admin", re.IGNORECASE
)
PARTS: Final = re.compile(r"[,;\r\n\u0085\u2028\u2029\v\f]+")


def neutral(place: str) -> str:
    """Write a place on one line, without those of its parts that name the office, health or benefits."""
    parts = (plain(part) for part in PARTS.split(place))
    return ", ".join(part for part in parts if part and not tells(part))


def tells(words: str) -> bool:
    """Tell whether words show contact with the office, or may say something about health or benefits."""
    return OFFICE.search(words) is not None or any(private_words_in(words))


def plain(words: str) -> str:
    """Write words on one line, without letters that steer and are not seen."""
    return " ".join("".join(map(_seen, words)).split())


def _seen(letter: str) -> str:
    """Keep a letter; of what parts words, keep a space, and of all else that is not seen, nothing."""
    kind = unicodedata.category(letter)
    return " " if kind == "Cc" or kind[0] == "Z" else "" if kind[0] == "C" else letter
