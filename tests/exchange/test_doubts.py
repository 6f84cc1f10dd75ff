"""What is allowed and yet may be a slip, or promise something that nobody keeps."""

import re
from pathlib import Path

import pytest

import speeddate
from speeddate.domain.catalogue import catalogue
from speeddate.exchange import read_event_with_warnings
from speeddate.exchange.doubts import UNHEEDED
from tests.exchange.builders import folder

READERS = ("domain", "rules", "goals", "solver", "services", "printing")
READING = re.compile(r'(?:number|word|asks)\("(\w+)"\)|"(\w+)" in need\.params')


def doubts(path):
    return [(doubt.file, doubt.row, doubt.column, doubt.text.nb) for doubt in read_event_with_warnings(path)[1]]


@pytest.mark.parametrize("need", ["Kunne ta pause når jeg vil", "Beskjed når det er 5 minutter igjen"])
def test_minutes_that_change_nothing_are_doubted(need, tmp_path):
    folder(tmp_path, behov=f"Kandidat;Behov;Minutter\nK01;{need};15\n")

    assert doubts(tmp_path) == [
        (
            "behov.csv", 2, "Minutter",
            f"Sjekk dette: for «{need}» endrer det verken møteplanen eller arkene. Avtal det med dem det gjelder.",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("row", ["Kunne ta pause når jeg vil;", "Kunne ta pause når jeg vil;5", "Lengre møte;20"])
def test_minutes_that_count_or_are_as_they_always_are_give_no_doubt(row, tmp_path):
    folder(tmp_path, behov=f"Kandidat;Behov;Minutter\nK01;{row}\n")

    assert doubts(tmp_path) == []


def test_a_language_that_nobody_knows_is_doubted_with_the_interpreter_and_with_the_candidate(tmp_path):
    folder(
        tmp_path,
        ressurser="Id;Type\nT1;tolk: Elvisk\nT2;tolk: arabisk\nT3;tegnspråktolk\n",
        behov="Kandidat;Behov;Tolkens språk\nK01;Lengre møte;\nK01;Tolk til et annet språk;alvisk\n",
    )

    told = "Sjekk «{name}»: vi kjenner ikke det språket. Skriv det likt hos tolken og hos kandidaten."
    assert doubts(tmp_path) == [
        ("ressurser.csv", 2, "Type", told.format(name="Elvisk")),
        ("behov.csv", 3, "Tolkens språk", told.format(name="alvisk")),
    ]


def test_exactly_what_no_rule_and_no_sheet_reads_is_doubted():
    home = Path(speeddate.__file__).parent
    code = "".join(path.read_text("utf-8") for part in READERS for path in sorted((home / part).rglob("*.py")))
    read = {one or other for one, other in READING.findall(code)}

    assert {param for kind in catalogue().values() for param in kind.params} - read == UNHEEDED
