"""Workbooks and folders of CSV files carry the same event as JSON does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from benchmarks.events import evening
from speeddate.domain.catalogue import catalogue
from speeddate.domain.text import LANGUAGES
from speeddate.exchange import (
    read_event,
    read_event_with_warnings,
    write_event_csv,
    write_event_json,
    write_event_xlsx,
    write_template,
)
from speeddate.exchange.cells import LINES, RESOURCE
from speeddate.exchange.choices import lists
from speeddate.exchange.clocks import read_clock, read_date
from speeddate.exchange.unfolded import sheets_of
from speeddate.exchange.written import content_of
from speeddate.rules.shared_resource import kind_of
from speeddate.services.files import examples
from tests.exchange.builders import event_file, folder, workbook

NEEDS = "Kandidat;Behov;Tolkens språk\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", examples())
def test_every_example_survives_a_workbook_a_folder_and_json(example, language, tmp_path):
    event = read_event(examples()[example])
    for name, content in (("a.xlsx", write_event_xlsx(event, language)), ("a.json", write_event_json(event))):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "csv").mkdir()
    write_event_csv(event, tmp_path / "csv", language)

    assert [read_event(tmp_path / name) == event for name in ("a.xlsx", "a.json", "csv")] == [True, True, True]


@pytest.mark.parametrize("seed", range(30))
def test_drawn_evenings_survive_a_workbook(seed, tmp_path):
    event = evening(seed)
    (tmp_path / "event.xlsx").write_bytes(write_event_xlsx(event, LANGUAGES[seed % 3]))

    assert read_event(tmp_path / "event.xlsx") == event


def test_what_an_employer_demands_and_offers_survives_a_workbook_a_folder_and_json(tmp_path):
    told = {"licences": "Førerkort B", "safety": "Vernesko", "jobs": 2, "placements": 3, "visits": 1, "returning": True}
    event = read_event(event_file(tmp_path, employers=[{"id": "E1", **told}]))
    (tmp_path / "a.xlsx").write_bytes(write_event_xlsx(event, "nn"))
    (tmp_path / "csv").mkdir()
    write_event_csv(event, tmp_path / "csv", "en")

    assert {key: getattr(event.employers[0], key) for key in told} == told
    assert [read_event(tmp_path / name) == event for name in ("a.xlsx", "csv")] == [True, True]


@pytest.mark.parametrize(
    ("booked", "asked"),
    [
        ("Arabisk", "arabisk "), ("ar", "Arabisk"), ("Arabic", "AR"), ("sorani", "sentralkurdisk"), ("prs", "Dari"),
        (" nord  KURDISK", "Nord kurdisk"),
    ],
)  # fmt: skip
def test_an_interpreters_language_is_the_same_however_it_is_spelt(booked, asked, tmp_path):
    folder(
        tmp_path,
        ressurser=f"Id;Type\nT1;tolk:{booked}\n",
        behov=f"{NEEDS}K01;Tolk til et annet språk;{asked}\n",
    )
    event = json.loads(write_event_json(read_event(tmp_path)))
    event["resources"][0]["kind"] = f"spoken_interpreter:{booked}"
    event["candidates"][0]["needs"][0]["params"]["lang"] = asked
    (tmp_path / "event.json").write_text(json.dumps(event))

    for path in (tmp_path, tmp_path / "event.json"):
        read = read_event(path)
        assert kind_of(read.candidates[0].needs[0]) == read.resources[0].kind


@pytest.mark.parametrize(
    ("language", "kind", "asked"),
    [
        ("nb", "tolk til et annet språk: arabisk", "arabisk"),
        ("nn", "tolk til eit anna språk: arabisk", "arabisk"),
        ("en", "interpreter for another language: Arabic", "Arabic"),
    ],
)
def test_a_workbook_names_the_language_of_an_interpreter_and_json_has_its_code(language, kind, asked, tmp_path):
    folder(tmp_path, ressurser="Id;Type\nT1;tolk: Arabic\n", behov=f"{NEEDS}K01;Tolk til et annet språk;arabisk\n")
    event = read_event(tmp_path)
    sheets, content = sheets_of(event, language), content_of(event)

    assert (sheets["resources"][1][1], sheets["needs"][1][6]) == (kind, asked)
    assert content["resources"][0]["kind"] == "spoken_interpreter:ar"
    assert content["candidates"][0]["needs"][0]["params"] == {"lang": "ar"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_reads_back_as_an_event_of_three(language, tmp_path):
    (tmp_path / "template.xlsx").write_bytes(write_template(language))

    assert len(read_event(tmp_path / "template.xlsx").candidates) == 3


@pytest.mark.parametrize(
    ("language", "sheets"),
    [
        ("nb", ["Slik gjør du", "Arrangement", "Runder", "Møteplasser"]),
        ("nn", ["Slik gjer du", "Arrangement", "Rundar", "Møteplassar"]),
        ("en", ["How to", "Event", "Rounds", "Stations"]),
    ],
)
def test_the_template_begins_with_instructions_in_its_language(language, sheets, tmp_path):
    (tmp_path / "template.xlsx").write_bytes(write_template(language))

    assert load_workbook(tmp_path / "template.xlsx").sheetnames[:4] == sheets


def test_the_template_offers_the_needs_to_choose_from(tmp_path):
    (tmp_path / "template.xlsx").write_bytes(write_template("nb"))
    sheet = load_workbook(tmp_path / "template.xlsx")["Behov"]

    assert len(sheet.data_validations.dataValidation) == 3


def test_a_list_of_ids_to_choose_from_ends_with_the_last_that_is_filled_in(tmp_path):
    (tmp_path / "template.xlsx").write_bytes(write_template("nb"))
    sheet = load_workbook(tmp_path / "template.xlsx")["Behov"]

    ids = "'Kandidater'!$A$2:$A$5001"
    assert sheet.data_validations.dataValidation[0].formula1 == (
        f"OFFSET('Kandidater'!$A$2,0,0,MAX(1,SUMPRODUCT(MAX(({ids}<>\"\")*ROW({ids})))-1),1)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_offers_nothing_that_it_refuses_or_doubts(language):
    resources = [kind.params["resource"] for kind in catalogue().values() if "resource" in kind.params]

    offered = [RESOURCE.read(word) for word in lists(language)["resource"]]

    assert (sorted(offered), [word for word in offered if word not in resources]) == (sorted(set(offered)), [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_of_norwegian_spreadsheets_are_read(encoding, tmp_path):
    assert read_event(folder(tmp_path, encoding=encoding)).employers[0].name == "Løten Bakeri"


def test_files_that_a_spreadsheet_named_after_the_workbook_and_the_sheet_are_read(tmp_path):
    for path in list(folder(tmp_path).iterdir()):
        path.rename(tmp_path / f"ta-sjansen-{path.name.capitalize()}")

    assert [candidate.name for candidate in read_event(tmp_path).candidates] == ["Sara"]


@pytest.mark.parametrize(
    "candidates",
    [
        "Id;Navn;Ønsker\nK01;Sara;E1\n;;\n;;\n",
        "Id\tNavn\tØnsker\r\nK01\tSara\tE1\r\n",
        "sep=,\nId,Navn,Ønsker\nK01,Sara,E1\n",
        'ID ; navn;"ønsker"\nK01; Sara ;" E1 "\n\n\n',
        "Id,Name,Wishes\nK01,Sara,E1\n",
    ],
)
def test_separators_blank_rows_and_spaces_make_no_difference(candidates, tmp_path):
    [sara] = read_event(folder(tmp_path, kandidater=candidates)).candidates

    assert (sara.id, sara.name, sara.wishes) == ("K01", "Sara", ("E1",))


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("16.10", "16:10"), ("16:10", "16:10"), ("kl. 16.10", "16:10"), ("1610", "16:10"), ("16", "16:00"),
        ("16,10", "16:10"), (" 9.05 ", "09:05"), ("16:10:00", "16:10"), (0.6736111111, "16:10"), ("0,6736111", "16:10"),
        ("16. okt", "16:10"), ("24:00", "24:00"), (16, "16:00"),
    ],
)  # fmt: skip
def test_clock_times_are_read_as_people_write_them(cell, clock):
    assert read_clock(cell) == clock


@pytest.mark.parametrize("cell", ["25.00", "16.60", "snart", "", "-1", True, 16.1, "16.10.2027"])
def test_what_is_no_clock_time_is_left_as_it_was(cell):
    assert read_clock(cell) is cell


@pytest.mark.parametrize("cell", ["10.02.2027", "10. 2. 2027", "2027-02-10", "2027-02-10 00:00:00", 46428])
def test_dates_are_read_as_people_write_them(cell):
    assert read_date(cell) == "2027-02-10"


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20), max_size=4))
def test_any_sentences_survive_one_cell(lines):
    written = LINES.write(lines, "nb")

    assert LINES.read(written) == lines


def test_words_a_spreadsheet_would_count_with_stay_words(tmp_path):
    (tmp_path / "in").mkdir()
    event = read_event(folder(tmp_path / "in", kandidater="Id;Navn\nK01;'=1+1\n"))
    write_event_csv(event, tmp_path)

    assert (event.candidates[0].name, "'=1+1" in (tmp_path / "kandidater.csv").read_text("utf-8-sig")) == ("=1+1", True)


def test_numbers_dates_and_times_typed_into_a_spreadsheet_are_read(tmp_path):
    path = workbook(tmp_path, write_template("nb"), Kandidater_B2=7, Runder_A2=0.6458333333, Runder_B2="16,00")
    event = read_event(path)

    assert (event.candidates[0].name, event.rounds[0].start) == ("7", 930)


def test_a_slip_in_what_a_station_has_is_doubted_with_the_word_that_was_meant(tmp_path):
    path = workbook(tmp_path, write_template("nb"), Møteplasser_C2="lite støi")

    [doubt] = read_event_with_warnings(path)[1]

    assert (doubt.row, doubt.text.nb) == (2, "Sjekk «lite støi»: ingen behov spør etter det. Mente du «lite støy»?")
