"""Read and write the cells of a table: each kind of column turns a cell into what JSON would hold, and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from sys import intern
from typing import Any

from speeddate.domain.catalogue import catalogue
from speeddate.domain.text import Language
from speeddate.domain.tongue import named
from speeddate.exchange.clocks import (
    Cell,
    read_clock,
    read_date,
    read_windows,
    write_date,
    write_windows,
)
from speeddate.exchange.shapes import tidy
from speeddate.exchange.words import known, plain, said

BULLET = "• "
NUMBER = re.compile(r"([-+]?[0-9]+)(?:[.,]0+)?")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of column: how its cells are read and written. What cannot be read is left for the shape to refuse."""

    read: Callable[[Cell], Any]
    write: Callable[[Any, Language], str | int]


def read_text(cell: Cell) -> Cell:
    """Read words; a number that a spreadsheet made of them is read back."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell


def read_number(cell: Cell) -> Cell:
    """Read a whole number, also `15,0` and `1 000`."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    found = NUMBER.fullmatch(tidy(cell).replace(" ", "")) if isinstance(cell, str) else None
    return int(found[1]) if found else cell


def read_ids(cell: Cell) -> Cell:
    """Read ids between commas, semicolons or line breaks; the same id in many cells takes memory once."""
    words = read_text(cell)
    if not isinstance(words, str):
        return words
    return [intern(part.strip()) for part in re.split(r"[,;\n]", words) if part.strip()]


def read_numbers(cell: Cell) -> Cell:
    """Read whole numbers between commas, semicolons or line breaks."""
    parts = read_ids(cell)
    return [read_number(part) for part in parts] if isinstance(parts, list) else parts


def read_lines(cell: Cell) -> Cell:
    """Read sentences: one for each bullet, else for each line, else between semicolons."""
    words = read_text(cell)
    if not isinstance(words, str):
        return words
    if re.search(rf"(?m)^{BULLET}", words):
        parts = re.split(rf"(?m)^{BULLET}", words)
    else:
        parts = words.split("\n" if "\n" in words else ";")
    return [part.strip() for part in parts if part.strip()]


def write_lines(lines: list[str], _: Language) -> str:
    """Write sentences on lines of their own, with bullets where they would not be read back otherwise."""
    written = "\n".join(lines)
    return written if read_lines(written) == lines else "\n".join(BULLET + line for line in lines)


def read_yes(cell: Cell) -> Cell:
    """Read yes or no."""
    if isinstance(cell, bool):
        return cell
    word = known("answer").get(plain(str(read_text(cell))))
    return word == "yes" if word else cell


def read_word(cell: Cell, family: str) -> Cell:
    """Read a word that stands for a key, in any language; what follows a colon belongs to it."""
    words = read_text(cell)
    if not isinstance(words, str):
        return words
    head, colon, tail = words.partition(":")
    key = known(family).get(plain(head))
    return words if key is None else key + colon + tail.strip()


def read_words(cell: Cell, family: str) -> Cell:
    """Read a list of words that stand for keys."""
    words = read_ids(cell)
    return [read_word(word, family) for word in words] if isinstance(words, list) else words


def read_need(cell: Cell) -> Cell:
    """Read a need by its label in any language, or its key."""
    words = read_text(cell)
    return known("need").get(plain(words), words) if isinstance(words, str) else words


def write_word(key: str, language: Language, family: str) -> str:
    """Write a key as its word, where it has one."""
    head, colon, tail = key.partition(":")
    word = said(f"{family}.{head}")[language] if head in known(family).values() else head
    return word + colon + tail


def write_resource(kind: str, language: Language) -> str:
    """Write a kind of resource as its word, with the language of an interpreter by its name."""
    word, colon, spoken = write_word(kind, language, "resource").partition(":")
    return f"{word}: {named(spoken)[language]}" if colon else word


def write_spoken(spoken: str, language: Language) -> str:
    """Write the language of an interpreter by its name."""
    return named(spoken)[language]


def write_words(keys: list[str], language: Language, family: str) -> str:
    """Write a list of keys as their words."""
    return ", ".join(write_word(key, language, family) for key in keys)


def write_need(key: str, language: Language) -> str:
    """Write a need as its label."""
    return catalogue()[key].label[language]


def _list(parts: list[Any], _: Language) -> str:
    return ", ".join(map(str, parts))


def _same(value: Any, _: Language) -> Any:
    return value


def _answer(value: Any, language: Language) -> str:
    return said("answer.yes" if value else "answer.no")[language]


def _one_of(family: str) -> Kind:
    return Kind(partial(read_word, family=family), partial(write_word, family=family))


def _some_of(family: str) -> Kind:
    return Kind(partial(read_words, family=family), partial(write_words, family=family))


TEXT = Kind(read_text, _same)
WHOLE = Kind(read_number, _same)
WHOLES = Kind(read_numbers, _list)
IDS = Kind(read_ids, _list)
LINES = Kind(read_lines, write_lines)
YES = Kind(read_yes, _answer)
CLOCK = Kind(read_clock, _same)
DATE = Kind(read_date, write_date)
HOURS = Kind(read_windows, write_windows)
NEED = Kind(read_need, write_need)
STRENGTH, TONGUE = map(_one_of, ("strength", "tongue"))
RESOURCE = Kind(partial(read_word, family="resource"), write_resource)
SPOKEN = Kind(read_text, write_spoken)
FEATURES, GOALS = map(_some_of, ("feature", "goal"))
