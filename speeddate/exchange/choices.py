"""Say which cells of a workbook offer a list to choose from, and what is on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from speeddate.domain.catalogue import catalogue
from speeddate.domain.text import Language
from speeddate.exchange.built import OWN_FIELD
from speeddate.exchange.words import family, said

LAST = 5001
LISTS = ("need", "strength", "answer", "tongue", "resource", "feature", "goal")
ON_LIST = {
    ("event", "only_wished"): "answer",
    ("event", "hide_employers"): "answer",
    ("event", "employers_move"): "answer",
    ("employers", "returning"): "answer",
    ("resources", "kind"): "resource",
    ("candidates", "language"): "tongue",
    ("candidates", "standby"): "answer",
    ("candidates", "use_number"): "answer",
    ("candidates", "share_questions"): "answer",
    ("needs", "need"): "need",
    ("needs", "strength"): "strength",
}
BY_ID = {
    ("candidates", "counsellor"): "counsellors",
    ("needs", "candidate"): "candidates",
    ("interest", "employer"): "employers",
    ("interest", "candidate"): "candidates",
    ("pins", "candidate"): "candidates",
    ("pins", "employer"): "employers",
    ("pins", "station"): "stations",
}
INTEREST = ("interest", "interest")
OPEN = {("resources", "kind")}


def lists(language: Language) -> dict[str, list[str]]:
    """List the words of every family; who to avoid has columns of its own, and is not on the list of needs."""
    needs = [kind.label[language] for key, kind in catalogue().items() if key not in OWN_FIELD]
    return {"need": needs} | {name: [text[language] for text in family(name).values()] for name in LISTS[1:]}


def choice(sheet: str, key: str, language: Language) -> Mapping[str, Any] | None:
    """Describe the drop-down of a column as the writer of workbooks wants it."""
    source: Any = None
    if name := ON_LIST.get((sheet, key)):
        column = chr(ord("A") + LISTS.index(name))
        source = f"={_quoted('lists', language)}!${column}$2:${column}${len(lists(language)[name]) + 1}"
    elif among := BY_ID.get((sheet, key)):
        source = _ids(_quoted(among, language))
    elif (sheet, key) == INTEREST:
        source = [0, 1, 2, 3]
    if source is None:
        return None
    return {
        "validate": "list",
        "source": source,
        "error_type": "information" if (sheet, key) in OPEN else "stop",
        "error_title": said("choice.title")[language],
        "error_message": said("choice.message")[language],
    }


def _ids(sheet: str) -> str:
    """Refer to the ids of a sheet, down to the last that is filled in, so that a list does not end in blank lines."""
    ids = f"{sheet}!$A$2:$A${LAST}"
    return f'=OFFSET({sheet}!$A$2,0,0,MAX(1,SUMPRODUCT(MAX(({ids}<>"")*ROW({ids})))-1),1)'


def _quoted(sheet: str, language: Language) -> str:
    return f"'{said(f'sheet.{sheet}')[language]}'"
