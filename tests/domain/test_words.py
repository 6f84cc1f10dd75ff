"""The words that ship."""

import re
from collections import Counter

import pytest

from speeddate.domain.text import LANGUAGES
from speeddate.domain.words import page_rows, rows

FIELD = re.compile(r"{(\w+)}")
TABLES = ("changes", "commands", "costs", "feasibility", "files", "letters", "plans", "settings", "sheets", "templates")


def test_every_word_of_the_pages_is_there_once_and_in_three_languages():
    rows = list(page_rows())
    assert [key for key, count in Counter(row["key"] for row in rows).items() if count > 1] == []
    assert [row["key"] for row in rows if not all(row[language] for language in ("nb", "nn", "en"))] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_text_is_there_once_and_fills_in_the_same_in_each_language(table):
    told = list(rows(f"{table}.csv"))
    fields = {row["key"]: {tuple(sorted(FIELD.findall(row[each]))) for each in LANGUAGES} for row in told}
    assert [key for key, count in Counter(row["key"] for row in told).items() if count > 1] == []
    assert [row["key"] for row in told if not all(row[each] for each in LANGUAGES)] == []
    assert [key for key, each in fields.items() if len(each) > 1] == []
