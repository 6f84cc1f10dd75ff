"""Whatever is wrong with a file is said at once: where it stands, and what to do."""

import zipfile

import pytest
from openpyxl import Workbook

from speeddate.domain.fault import BadInput
from speeddate.domain.text import LANGUAGES
from speeddate.exchange import read_event, write_template
from tests.exchange.builders import faults, folder, saved, workbook

MEGABYTE = 1_000_000


def test_every_fault_of_a_folder_is_told_at_once_with_its_place(tmp_path):
    candidates = "Id;Navn;Ønsker;Flest møter;Alder\nK01;Sara;E9;to;31\nK01;Ali;E1;;\n;;;;\n;Eva;E1;;\n"
    needs = "Kandidat;Behov\nK01;Tegnspråktokl\nK77;Lite støy\n"

    assert faults(folder(tmp_path, kandidater=candidates, behov=needs, runder="Start;Slutt\n16.10;25.00\n")) == [
        (
            "kandidater.csv", "", 1, "Alder",
            ("Ingen kolonne heter «Alder». Bruk overskriftene i malen. "
             "Helse, diagnose, fødselsdato og fødselsnummer blir aldri lagret."),
        ),
        ("kandidater.csv", "", 2, "Flest møter", "Skriv et helt tall."),
        ("kandidater.csv", "", 2, "Id", "«K01» står på flere rader. Gi hver rad sin egen id, eller ta bort en rad."),
        ("kandidater.csv", "", 2, "Ønsker", "«E9» finnes ikke blant arbeidsgiverne. Sjekk skrivemåten."),
        ("kandidater.csv", "", 3, "Id", "«K01» står på flere rader. Gi hver rad sin egen id, eller ta bort en rad."),
        ("kandidater.csv", "", 5, "Id", "Fyll ut «Id»."),
        ("behov.csv", "", 2, "Behov", "«Tegnspråktokl» er ikke et behov i katalogen. Mente du «Tegnspråktolk»?"),
        ("behov.csv", "", 3, "Kandidat", "«K77» finnes ikke blant kandidatene. Sjekk skrivemåten."),
        ("behov.csv", "", 3, "Behov", "«Lite støy» er ikke et behov i katalogen. Mente du «Rom med lite støy»?"),
        ("runder.csv", "", 2, "Slutt", "Skriv klokkeslettet med 4 siffer, for eksempel 16.10."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Behov_C2", "Velg en av disse: må ha, hjelper."),
        ("Kandidater_K2", "Velg en av disse: bokmål, nynorsk, engelsk."),
    ],
)
def test_what_can_be_chosen_is_told_in_the_words_of_the_workbook(cell, told, tmp_path):
    [fault] = faults(workbook(tmp_path, write_template("nb"), **{cell: "samisk"}))

    assert fault[4] == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("=1+1", "Skriv verdien selv, ikke en formel."),
        ('=HYPERLINK("http://127.0.0.1")', "Skriv verdien selv, ikke en formel."),
        ("#REF!", "Skriv verdien. Her står det en feil fra regnearket."),
        (True, "Skriv tekst her."),
    ],
)
def test_a_cell_that_is_no_value_is_refused_and_never_counted(value, told, tmp_path):
    path = workbook(tmp_path, write_template("nb"), Kandidater_B2=value)

    assert faults(path) == [("event.xlsx", "Kandidater", 2, "Navn", told)]


def test_a_cell_that_a_need_has_no_use_for_is_to_be_emptied(tmp_path):
    path = workbook(tmp_path, write_template("nb"), Behov_F3=10)

    assert faults(path) == [
        ("event.xlsx", "Behov", 3, "Minutter", "«Rom med lite støy» bruker ikke det som står her. Tøm cellen.")
    ]


def test_a_missing_sheet_of_candidates_is_told_where_one_is_named(tmp_path):
    folder(tmp_path, behov="Kandidat;Behov\nK01;Rom med lite støy\n", kandidater="Id;Navn\n")

    assert [fault[4] for fault in faults(tmp_path)] == ["«K01» finnes ikke: kandidatene mangler. Fyll ut dem først."]


def test_an_empty_sheet_of_employers_is_told_as_such_where_they_are_wished_for(tmp_path):
    [fault] = faults(folder(tmp_path, arbeidsgivere="Id;Navn\n"))

    assert fault == ("kandidater.csv", "", 2, "Ønsker", "«E1» finnes ikke: arbeidsgiverne mangler. Fyll ut dem først.")


@pytest.mark.parametrize(
    ("start", "told"), [("16.13", ["Ingen runde starter da. Velg ett av disse: 16.10, 17.00."]), ("16.25", [])]
)
def test_a_meeting_locked_at_a_time_that_no_round_starts_is_refused(start, told, tmp_path):
    pins = f"Kandidat;Arbeidsgiver;Start\nK01;E1;{start}\n"

    assert [fault[4] for fault in faults(folder(tmp_path, **{"låste møter": pins}))] == told


def test_an_open_quotation_mark_is_told_by_its_row(tmp_path):
    [fault] = faults(folder(tmp_path, kandidater='Id;Navn\nK01;"Sara\n'))

    assert fault == ("kandidater.csv", "", 2, "", "Sjekk hermetegnene: ett er åpnet og ikke lukket.")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"%PDF-1.4", "Velg en JSON-fil, et regneark (.xlsx) eller en mappe med CSV-filer."),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(90), "Ta bort passordet hvis filen har ett, og lagre den som .xlsx."),
        ("a.xlsx", b"PK\x03\x04" + bytes(90), "Filen er skadet. Åpne den, og lagre den på nytt som .xlsx."),
        ("a.json", b"{" + b" " * 20 * MEGABYTE, "Filen er større enn 20 MB. Ta bort det som ikke trengs."),
        ("a.json", b"[" * 600_000, "Filen har for mange deler. Ta bort det som ikke trengs."),
    ],
)
def test_a_file_of_another_kind_or_size_is_refused(name, content, told, tmp_path):
    (tmp_path / name).write_bytes(content)

    assert faults(tmp_path / name) == [(name, "", None, "", told)]


def packed(tmp_path, how=zipfile.ZIP_DEFLATED, **parts):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", how) as file:
        for name, content in ({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"} | parts).items():
            file.writestr(name, content)
    return tmp_path / "a.xlsx"


def test_a_file_that_unpacks_too_big_is_refused_before_it_is_unpacked(tmp_path):
    bomb = packed(tmp_path, **{"xl/sharedStrings.xml": bytes(101 * MEGABYTE)})

    assert faults(bomb)[0][4] == "Filen er større enn 100 MB når den pakkes ut. Ta bort det som ikke trengs."


@pytest.mark.parametrize(
    "part",
    [
        b"<sst>" + b"<si/>" * 1_000_001 + b"</sst>",
        b"<a>" * 60,
        b"<row>" + b"<c/>" * 20_001 + b"</row>",
    ],
)
def test_a_workbook_of_more_cells_than_anybody_needs_is_refused(part, tmp_path):
    [fault] = faults(packed(tmp_path, **{"xl/sharedStrings.xml": part}))

    assert fault[4] == "Filen har for mange deler. Ta bort det som ikke trengs."


def test_a_workbook_whose_parts_are_named_in_no_letters_is_refused(tmp_path):
    book = packed(tmp_path, **{"xl/å.xml": b"<a/>"})
    book.write_bytes(book.read_bytes().replace("å".encode(), b"\xff\xff"))

    assert faults(book)[0][4].startswith("Filen er skadet.")


def test_a_workbook_packed_as_no_spreadsheet_does_is_refused(tmp_path):
    with zipfile.ZipFile(saved(Workbook(), tmp_path)) as book:
        parts = {name: book.read(name) for name in book.namelist()}

    assert faults(packed(tmp_path, **parts))[0][4].startswith("Bruk malen:")
    assert faults(packed(tmp_path, zipfile.ZIP_LZMA, **parts))[0][4].startswith("Filen er skadet.")


def test_a_workbook_that_declares_entities_is_refused(tmp_path):
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'

    assert faults(packed(tmp_path, **{"xl/sharedStrings.xml": laughs}))[0][4].startswith("Filen er skadet.")


def test_a_workbook_without_our_sheets_and_a_folder_without_files_say_what_belongs_there(tmp_path):
    (tmp_path / "empty").mkdir()

    assert [faults(saved(Workbook(), tmp_path))[0][4], faults(tmp_path / "empty")[0][4]] == [
        "Bruk malen: her er ingen ark vi kjenner, som Arrangement og Kandidater.",
        "Legg CSV-filer i mappen, med navn som arrangement.csv og kandidater.csv.",
    ]


@pytest.mark.parametrize("file", ["kandidater", "arbeidsgivere", "runder", "arrangement"])
def test_of_a_file_that_cannot_be_read_nothing_else_is_told(file, tmp_path):
    needs, interest = "Kandidat;Behov\nK01;Eget rom med dør\n", "Arbeidsgiver;Kandidat;Interesse\nE1;K01;3\n"
    folder(tmp_path, behov=needs, interesse=interest, **{"låste-møter": "Kandidat;Arbeidsgiver;Start\nK01;E1;16.10\n"})
    (tmp_path / f"{file}.csv").write_text('Id;Navn\n"K01;Sara\n')

    assert faults(tmp_path) == [
        (f"{file}.csv", "", 2, "", "Sjekk hermetegnene: ett er åpnet og ikke lukket."),
    ]


@pytest.mark.parametrize("sheet", ["Runder", "Arrangement"])
def test_a_sheet_that_is_missing_is_told_by_its_name(sheet, tmp_path):
    (folder(tmp_path) / f"{sheet.casefold()}.csv").unlink()

    assert [fault[4] for fault in faults(tmp_path)] == [f"Fyll ut arket «{sheet}»."]


def test_a_fault_is_told_in_three_languages(tmp_path):
    with pytest.raises(BadInput) as bad:
        read_event(tmp_path / "no.json")

    assert [bad.value.faults[0].text[language] for language in LANGUAGES] == [
        "Filen finnes ikke. Sjekk navnet.",
        "Fila finst ikkje. Sjekk namnet.",
        "There is no such file. Check its name.",
    ]
