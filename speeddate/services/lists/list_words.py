"""Look at what people wrote in a list, where it is new: numbers and surnames are refused, private words asked about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from speeddate.domain.fault import Fault
from speeddate.domain.private import numbers_in, private_words_in
from speeddate.domain.text import Text
from speeddate.domain.wording import wording
from speeddate.exchange.raw import Place
from speeddate.exchange.shapes import tidy
from speeddate.exchange.words import said, shown
from speeddate.services.lists.list_merging import Merging

FREE: Final = {
    "candidates": ("name", "strengths", "wants", "three_things", "questions"),
    "employers": ("line", "does", "looks_for", "pace", "body_work", "interviewer", "interviewer_role", "questions"),
}
WORDS: Final = {"employers": ("name", "hours")}
NAMELESS: Final = {"candidates": "number", "employers": "id"}


def unfit(merging: Merging) -> Iterator[Fault]:
    """Yield every number in free text, and every candidate's surname."""
    for place, key, text in _new(merging):
        if key in FREE[merging.scope.kind] and numbers_in(text):
            yield place.fault(wording("error.number_in_text"), key)
        elif merging.scope.kind == "candidates" and key == "name" and len(text.split()) > 1:
            yield place.fault(wording("error.surname"), key)


def doubtful(merging: Merging) -> Iterator[Fault]:
    """Yield every word that may say something private, and everybody new who is called as somebody of theirs."""
    for place, key, text in _new(merging):
        for word in dict.fromkeys(private_words_in(text)):
            yield place.fault(_about(word), key)
    theirs = (each for each in merging.there.values() if merging.scope.registers(each))
    names = {tidy(each.get("name", "")).casefold() for each in theirs} - {""}
    for place, ref in _placed(merging):
        name = str(merging.content[ref].get("name", ""))
        if ref not in merging.there and tidy(name).casefold() in names:
            key = place.headings.get(NAMELESS[merging.scope.kind], "")
            yield place.fault(said("list.same_name").filled(name=shown(name), key=shown(key)), "name")


def _about(word: str) -> Text:
    return wording("error.word").filled(word=shown(word))


def _new(merging: Merging) -> Iterator[tuple[Place, str, str]]:
    """Yield every free text that differs from what is there, line by line where it has several."""
    kind = merging.scope.kind
    for place, ref in _placed(merging):
        before, after = merging.there.get(ref, {}), merging.content[ref]
        for key in (*FREE[kind], *WORDS.get(kind, ())):
            known = set(_texts(before.get(key)))
            yield from ((place, key, text) for text in _texts(after.get(key)) if text not in known)


def _placed(merging: Merging) -> Iterator[tuple[Place, str]]:
    placed = ((merging.file.place(row), ref) for row, ref in merging.rows.items())
    return ((place, ref) for place, ref in placed if place)


def _texts(written: object) -> list[str]:
    lines = written if isinstance(written, list) else [written]
    return [tidy(line) for line in lines if isinstance(line, str)]
