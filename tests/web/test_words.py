"""The words of all pages at once: three languages, the same values in each, none unused and none twice."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import speeddate.web
from speeddate.domain.words import page_rows
from speeddate.web.factory import TEMPLATES

ROWS = {row["key"]: row for row in page_rows()}
PACKAGE = Path(speeddate.web.__file__).parents[1]
PLACES = (*PACKAGE.joinpath("web").rglob("*.py"), *next(filter(Path.is_dir, TEMPLATES)).rglob("*.html"))
TABLES = sorted(PACKAGE.joinpath("domain", "words").rglob("*.csv"))
SOURCE = "\n".join(path.read_text("utf-8") for path in PLACES)
BOKMAL = re.compile(r"\b(ikke|jeg|hva|fra|dere|hvem|noen|noe|en|et|ble|mulig|deltaker|velge|gjøre)\b", re.IGNORECASE)


def test_no_text_stands_twice():
    assert [key for key, times in Counter(row["key"] for row in page_rows()).items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_text_is_cut_off_at_a_comma(table):
    """A cell with commas and no quotation marks around it ends at the first of them."""
    lines = [*csv.reader(table.read_text("utf-8").splitlines())]
    assert [cells for cells in lines if len(cells) != len(lines[0])] == []


@pytest.mark.parametrize("key", ROWS)
def test_every_text_exists_in_three_languages_and_asks_for_the_same_values(key):
    said = [ROWS[key][language] for language in ("nb", "nn", "en")]
    assert all(said)
    assert len({frozenset(re.findall(r"{(\w+)}", text)) for text in said}) == 1


@pytest.mark.parametrize("key", ROWS)
def test_no_bokmal_leaks_into_nynorsk(key):
    assert BOKMAL.findall(ROWS[key]["nn"]) == []


@pytest.mark.parametrize("key", ROWS)
def test_every_text_is_used(key):
    """By its whole key, or by a beginning that a page puts the rest to: say('need.group.' ~ group)."""
    steps = key.split(".")
    begun = [".".join(steps[:n]) + "." for n in range(1, len(steps))]
    ways = (f"'{key}'", f'"{key}"', *(f"'{part}' ~" for part in begun), *(f'"{part}{{' for part in begun))
    assert any(way in SOURCE for way in ways)
