"""No fault hides another: each is told in the first run, whatever else is wrong."""

import json

import pytest
from openpyxl import Workbook

from speeddate.domain.fault import BadInput
from speeddate.exchange import read_schedule
from tests.exchange.builders import faults, folder, saved

SOUND = {
    "Arrangement": [
        "Felt;Verdi", "Id;prove", "Dato;10.02.2027", "Tidssone;Europe/Oslo", "Seneste slutt;18.30", "Svar innen;",
        "Minutter mellom møtene;5", "Minutter etter rundens start;0, 5", "Mål;lite venting", "Minutter å gå;4",
        "Bare ønskede møter;nei",
    ],
    "Runder": ["Start;Slutt", "15.00;15.20", "15.30;16.00", "16.10;16.40", "17.00;17.30", "17.40;18.10"],
    "Møteplasser": ["Id;Dette har plassen;Nær", "P1;lite støy;P2", "P2;;"],
    "Arbeidsgivere": ["Id;Navn;Plasser;Flest møter;Til stede", "E1;Løten;P1;2;15.30-18.00", "E2;Vang;P2;;"],
    "Veiledere": ["Id;Navn;Til stede", "V1;Mia;15.00-18.00"],
    "Ressurser": ["Id;Hva det er;Så mange om gangen;Til stede", "T1;tegnspråktolk;1;", "T2;tolk:arabisk;1;"],
    "Kandidater": [
        "Id;Navn;Veileder;Ønsker;Vil slippe kandidat;Til stede;Færrest møter;Flest møter;Målform;Klar på kort varsel",
        "K01;Sara;V1;E1;K02;15.30-18.00;1;1;bokmål;nei", "K02;Ali;;E2;;;1;2;;",
    ],
    "Behov": [
        "Kandidat;Behov;Hvor viktig;Fra;Til;Minutter;Høyst;Tolkens språk;Kan fortelles til;Annet",
        "K01;time_window;må ha;16.00;17.00;;;;E1;", "K01;break_between;hjelper;;;20;;;E1;",
        "K02;few_meetings;må ha;;;;1;;;", "K02;spoken_interpreter;må ha;;;;;arabisk;;", "K02;low_noise;;;;;;;E1;",
    ],
    "Interesse": ["Arbeidsgiver;Kandidat;Interesse", "E1;K01;2", "E2;K02;3"],
    "Låste møter": ["Kandidat;Arbeidsgiver;Start;Plass", "K01;E1;16.10;P1"],
}  # fmt: skip
SLIPS = [
    "Arrangement_B2=a,b", "Arrangement_B4=Mars", "Arrangement_B5=15.00", "Arrangement_B6=01.01.2027",
    "Arrangement_B7=fem", "Arrangement_B8=0, x", "Arrangement_B9=rikdom", "Arrangement_B10=999", "Arrangement_B11=tja",
    "Runder_B2=14.50", "Runder_B3=25.00", "Runder_A5=16.20", "Møteplasser_B1=Alder", "Møteplasser_C2=P9, P2, P2",
    "Arbeidsgivere_C2=P9", "Arbeidsgivere_D2=to", "Arbeidsgivere_E2=18-15", "Veiledere_C2=x-17",
    "Ressurser_C2=3", "Ressurser_B3=spoken_interpreter", "Ressurser_D3=hele dagen",
    "Kandidater_C2=V9", "Kandidater_D2=E9", "Kandidater_E2=K01", "Kandidater_F2=16-25", "Kandidater_G2=tre",
    "Kandidater_I2=klingon", "Kandidater_J2=tja", "Kandidater_G3=5",
    "Behov_A2=K77", "Behov_C2=litt", "Behov_D2=25.00", "Behov_F2=30", "Behov_I2=E9", "Behov_J2=tull",
    "Behov_A3=", "Behov_B3=pause", "Behov_F3=ti", "Behov_G4=0", "Behov_H5=", "Behov_I6=E1, E8", "Behov_J6=tull=1",
    "Interesse_A2=E9", "Interesse_B2=K99", "Interesse_C2=7", "Interesse_B3=", "Interesse_C3=",
    "Låste møter_A2=", "Låste møter_B2=E9", "Låste møter_C2=99", "Låste møter_D2=P9",
]  # fmt: skip


def with_slips(tmp_path, *slips):
    book = Workbook()
    for sheet, rows in SOUND.items():
        book.create_sheet(sheet)
        for row in rows:
            book[sheet].append(row.split(";"))
    for slip in slips:
        place, _, value = slip.partition("=")
        sheet, cell = place.split("_")
        book[sheet][cell] = value
    return faults(saved(book, tmp_path))


def test_a_sound_workbook_has_no_faults(tmp_path):
    assert with_slips(tmp_path) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_among_all_the_others_as_it_is_told_alone(slip, tmp_path):
    alone, together = set(with_slips(tmp_path, slip)), set(with_slips(tmp_path, *SLIPS))

    assert (len(alone) > 0, alone - together) == (True, set())


def test_a_round_that_cannot_be_read_does_not_hide_the_order_of_the_others(tmp_path):
    event = "Felt;Verdi\nDato;10.02.2027\nTidssone;Mars\nSeneste slutt;16.00\n"
    rounds = "Start;Slutt\n15.00;25.00\n16.00;16.30\n16.20;16.50\n17.30;17.00\n16.40;x\n"

    assert [fault[2:4] for fault in faults(folder(tmp_path, arrangement=event, runder=rounds))] == [
        (2, "Slutt"), (4, "Start"), (5, "Slutt"), (6, "Slutt"), (6, "Start"), (3, "Tidssone"), (4, "Seneste slutt"),
    ]  # fmt: skip


def test_a_long_round_is_told_to_overlap_all_that_start_before_it_ends(tmp_path):
    rounds = "Start;Slutt\n15.00;17.00\n15.10;15.20\n16.00;16.30\n"

    assert [fault[2:4] for fault in faults(folder(tmp_path, runder=rounds))] == [(3, "Start"), (4, "Start")]


def test_a_date_that_cannot_be_read_does_not_hide_the_order_of_the_rounds(tmp_path):
    event, rounds = "Felt;Verdi\nDato;snart\n", "Start;Slutt\n15.00;16.00\n15.10;16.20\n"

    assert [fault[3] for fault in faults(folder(tmp_path, arrangement=event, runder=rounds))] == ["Dato", "Start"]


def test_an_unknown_candidate_does_not_hide_the_rest_of_a_need(tmp_path):
    needs = "Kandidat;Behov;Fra;Minutter;Kan fortelles til\nK77;Lite støyen;25.00;ti;E9\nK78;time_window;;;\n"

    assert [fault[2:4] for fault in faults(folder(tmp_path, behov=needs))] == [
        (2, "Kandidat"), (2, "Kan fortelles til"), (2, "Behov"), (2, "Fra"), (2, "Minutter"),
        (3, "Kandidat"), (3, "Fra"),
    ]  # fmt: skip


def test_who_may_be_told_is_checked_on_every_row(tmp_path):
    needs = "Kandidat;Behov;Kan fortelles til\nK01;no_photo;E9, E1\nK01;low_noise;E9, E1\nK01;;E9, E1\n"

    assert [fault[2:4] for fault in faults(folder(tmp_path, behov=needs))] == [
        (2, "Kan fortelles til"), (2, "Kan fortelles til"), (3, "Kan fortelles til"),
        (4, "Behov"), (4, "Kan fortelles til"),
    ]  # fmt: skip


def test_a_need_of_nobody_is_told_although_a_candidate_lacks_an_id(tmp_path):
    tables = {"kandidater": "Id;Navn;Ønsker\n;Eva;E9\n", "behov": "Kandidat;Behov\n;low_noise\n"}

    assert [fault[0:4:3] for fault in faults(folder(tmp_path, **tables))] == [
        ("behov.csv", "Kandidat"), ("kandidater.csv", "Id"), ("kandidater.csv", "Ønsker"),
    ]  # fmt: skip


def test_an_interest_that_stands_twice_or_is_in_nobody_is_checked_too(tmp_path):
    interest = "Arbeidsgiver;Kandidat;Interesse\nE1;K01;8\nE1;K01;9\nE1;;7\nE1;;6\n"

    assert [fault[2:4] for fault in faults(folder(tmp_path, interesse=interest))] == [
        (2, "Interesse"), (3, "Kandidat"), (3, "Interesse"),
        (4, "Kandidat"), (4, "Interesse"), (5, "Kandidat"), (5, "Interesse"),
    ]  # fmt: skip


def test_what_stands_under_a_misspelt_heading_or_sheet_is_checked_as_what_was_meant(tmp_path):
    tables = {"kandidater": "Idd;Ønskr\nK01;E9\n", "behovv": "Kandidat;Behov\nK01;low_noise\nK77;low_noise\n"}

    assert [fault[2:4] for fault in faults(folder(tmp_path, **tables))] == [
        (None, ""), (3, "Kandidat"), (1, "Idd"), (1, "Ønskr"), (2, "Ønskr"),
    ]  # fmt: skip


def test_a_formula_is_told_as_a_formula_wherever_it_stands(tmp_path):
    slips = ("Behov_A2==1", "Behov_B2==1", "Behov_I3==1", "Behov_J3==1", "Interesse_B2==1", "Interesse_C3==1")
    told = {(fault[1:4], fault[4]) for fault in with_slips(tmp_path, *slips, "Veiledere_B1==1", "Arrangement_A4==1")}

    assert told == {
        (place, "Skriv verdien selv, ikke en formel.")
        for place in [
            ("Behov", 2, "Kandidat"), ("Behov", 2, "Behov"), ("Behov", 3, "Kan fortelles til"), ("Behov", 3, "Annet"),
            ("Interesse", 2, "Kandidat"), ("Interesse", 3, "Interesse"),
            ("Veiledere", 1, "B"), ("Arrangement", 4, "A"),
        ]
    }  # fmt: skip


def test_a_key_that_stands_twice_does_not_hide_the_rest_of_a_file(tmp_path):
    rounds = [{"start": "16:00", "end": 5}, {"start": "17:00", "end": "16:30"}]
    candidate = {"wishes": ["E8", 5], "available": [["17:00", "16:00"], ["x"]], "shares": {"E7": [5]}}
    event = {
        "event": {"date": "x", "rounds": rounds},
        "employers": [{"interest": {"K9": 7}}],
        "candidates": [candidate],
    }
    text = json.dumps(event)[:-1] + ', "format": "speeddate.event/1", "format": "speeddate.event/1"}'
    (tmp_path / "a.json").write_text(text)

    assert {fault[1:4] for fault in faults(tmp_path / "a.json")} == {
        ("", 1, "279"), ("event", None, "date"), ("rounds", 1, "end"), ("rounds", 2, "end"), ("employers", 1, "id"),
        ("employers", 1, "interest.K9"), ("candidates", 1, "id"), ("candidates", 1, "wishes"),
        ("candidates", 1, "wishes.2"), ("candidates", 1, "available"), ("candidates", 1, "available.2.1"),
        ("candidates", 1, "shares.E7"), ("candidates", 1, "shares.E7.1"),
    }  # fmt: skip


def test_a_key_that_stands_twice_in_a_timetable_does_not_hide_what_is_missing(tmp_path):
    (tmp_path / "a.json").write_text('{"format": "speeddate.schedule/1", "format": "speeddate.schedule/1"}')

    with pytest.raises(BadInput) as bad:
        read_schedule(tmp_path / "a.json")

    assert len(bad.value.faults) == 2
