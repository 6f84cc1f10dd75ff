"""Read JSON of any shape, strictly: each key once, no NaN, not too deep, and faults with line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in the stubs
from pathlib import Path
from typing import Any

from speeddate.domain.fault import BadInput, Fault
from speeddate.domain.text import Text
from speeddate.exchange.refused import MOST_FAULTS, MOST_JSON, MOST_PIECES, OLD_EXCEL, ZIP, bytes_of, refused
from speeddate.exchange.words import said, shown

DEEPEST = 20
TOKEN = re.compile(r'["{}\[\]]|NaN|-?Infinity|[0-9]{1000,}')
COLON = re.compile(r"\s*:")


def read_json(path: Path) -> tuple[Any, list[Fault]]:
    """Read a JSON file, with what may not stand in it; raises BadInput when there is no reading it."""
    content = bytes_of(path, most=MOST_JSON)
    if content.startswith((ZIP, OLD_EXCEL)):
        raise refused(path, "file.json")
    if sum(map(content.count, (b"[", b"{", b","))) > MOST_PIECES:
        raise refused(path, "file.much")
    text = _decoded(content, path)
    try:
        return json.loads(text), _faults(text, path, MOST_FAULTS)
    except json.JSONDecodeError as error:
        raise refused(path, "json.syntax", row=error.lineno, column=str(error.colno)) from None
    except (RecursionError, ValueError):  # too deep, or a number of thousands of digits: what follows is not JSON yet
        raise BadInput(*_faults(text, path, 1)) from None


def _faults(text: str, path: Path, most: int) -> list[Fault]:
    return [replace(fault, file=path.name) for fault in islice(_strange(text), most)]


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = _position(before, len(before))
        raise refused(path, "file.encoding", row=line, column=str(column)) from None


def _strange(text: str) -> Iterator[Fault]:
    """Walk over well-formed JSON, and point at what may not stand in it."""
    keys: list[set[str]] = []
    place = 0
    while found := TOKEN.search(text, place):
        mark, place = found[0], found.end()
        if mark in {"{", "["}:
            keys.append(set())
            if len(keys) > DEEPEST:
                yield _fault("json.deep", text, found.start())
                return
        elif mark in {"}", "]"}:
            keys.pop()
        elif mark == '"':
            string, place = scanstring(text, place)
            if COLON.match(text, place):
                if string in keys[-1]:
                    yield _fault("json.twice", text, found.start(), name=shown(string))
                keys[-1].add(string)
        else:
            yield _fault("json.number", text, found.start(), number=shown(mark))


def _fault(why: str, text: str, place: int, **values: Text | str) -> Fault:
    line, column = _position(text, place)
    return Fault(said(why).filled(**values), row=line, column=str(column))


def _position(text: str, place: int) -> tuple[int, int]:
    """Count lines and columns from 1."""
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
