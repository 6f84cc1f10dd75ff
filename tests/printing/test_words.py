import re
from pathlib import Path

import pytest

import speeddate.printing
from speeddate.domain.text import LANGUAGES
from speeddate.domain.words import rows
from speeddate.printing.words import Voice, sheet_text

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(speeddate.printing.__file__).parent.rglob("*.py"))
OWN = [row["key"] for row in rows("sheets.csv")]
PREFIXES = "|".join(sorted({key.split(".")[0] for key in (*OWN, *(row["key"] for row in rows("texts.csv")))}))
QUOTED = re.findall(rf"""(["'])((?:{PREFIXES})\.[a-z0-9_.]+)\1""", SOURCE)
NAMED = sorted({key for _, key in QUOTED if not key.endswith(".css")})
BUILT = ("goal.", "kind.", "run.", "resource.", "interpreter.method_", "interpreter.people", "practice.", "timetable.")
BOKMAL = re.compile(r"\b(ikke|jeg|hva|fra|dere|hvem|noen|noe|en|et|ble|mulig|deltaker)\b", re.IGNORECASE)


@pytest.mark.parametrize("key", NAMED)
def test_every_text_that_is_used_exists_in_three_languages(key):
    assert [language for language in LANGUAGES if not sheet_text(key)[language]] == []


@pytest.mark.parametrize("key", OWN)
def test_every_text_of_the_sheets_asks_for_the_same_values_in_each_language(key):
    fields = {frozenset(re.findall(r"{(\w+)}", sheet_text(key)[language])) for language in LANGUAGES}
    assert len(fields) == 1


@pytest.mark.parametrize("key", OWN)
def test_no_bokmal_leaks_into_nynorsk(key):
    assert BOKMAL.findall(sheet_text(key).nn) == []


def test_no_text_of_the_sheets_is_unused():
    built = {key for key in OWN if key.startswith(BUILT)}
    assert sorted(set(OWN) - set(NAMED) - built) == []


def test_dates_times_and_lists_are_read_as_people_read_them():
    from datetime import date, datetime  # noqa: PLC0415

    moment = datetime(2027, 2, 1, 9, 5)  # noqa: DTZ001  # local already
    said = [(v.date(date(2027, 2, 10)), v.moment(moment), v.listed("abc")) for v in map(Voice, LANGUAGES)]
    assert said == [
        ("onsdag 10.\u00a0februar 2027", "1.\u00a0februar 2027, 09.05", "a, b og c"),
        ("onsdag 10.\u00a0februar 2027", "1.\u00a0februar 2027, 09.05", "a, b og c"),
        ("Wednesday 10\u00a0February 2027", "1\u00a0February 2027, 09:05", "a, b and c"),
    ]


def test_a_sentence_without_its_value_is_left_out():
    assert Voice("nb").line("pack.12.text", counsellor="Berit", counsellor_phone="") == ()
