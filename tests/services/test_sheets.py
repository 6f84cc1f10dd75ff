"""What stands on the sheets, and what never may."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from speeddate.domain.catalogue import catalogue
from speeddate.domain.people import Counsellor
from speeddate.domain.text import LANGUAGES
from speeddate.printing.sheets import print_sheets
from speeddate.services.plans.planning import plan
from tests.services.evenings import asking, changed, evening

NOON = dt.datetime(2027, 2, 1, 12, 0, tzinfo=dt.UTC)
KEYS = ["low_noise", "own_room", "avoid_person", "quiet_room"]


def words(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture(scope="module")
def printed():
    event = asking(evening(candidates=4, employers=2, rounds=2), {"K01": KEYS}, "helps")
    event = replace(event, counsellors=(Counsellor(id="V1", name="Marit", phone="900 00 001"),))
    event = changed(event, "K01", name="Sara Kanarifugl", strengths="<b>Rydde</b> & vaske", wishes=("E1", "E2"))
    event = changed(changed(event, "E1", name="Løten Bakeri"), "E2", name="Nordlys Lager")
    schedule = plan(event).schedule
    return event, schedule, {
        language: dict(print_sheets(event, schedule, language=language, printed_at=NOON)) for language in LANGUAGES
    }  # fmt: skip


def test_everybody_has_a_file_and_so_has_the_whole_house(printed):
    _, _, sheets = printed

    house = {"timetable", "run-sheet", "check-in", "contacts", "signs", "badges", "feedback"}
    people = {"employer-E1", "employer-E2", "counsellor-V1", *(f"candidate-K0{n}" for n in range(1, 5))}
    assert {name.removesuffix(".pdf") for name in sheets["nb"] if not name.startswith("resource")} == house | people


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_employers_pages_hold_no_surname_no_need_and_nobody_elses_meetings(printed, language):
    _, _, sheets = printed
    text = words(sheets[language]["employer-E1.pdf"])

    forbidden = {"Kanarifugl", "Nordlys", "NAV", "Nav-", *(catalogue()[key].label[language] for key in KEYS)}

    assert {word for word in forbidden if word in text} == set()
    assert "Løten Bakeri" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_in_own_words_is_text(printed, language):
    _, _, sheets = printed

    assert "<b>Rydde</b> & vaske" in words(sheets[language]["candidate-K01.pdf"])


def test_no_field_is_left_unfilled(printed):
    _, _, sheets = printed

    for by_name in sheets.values():
        for pdf in by_name.values():
            assert not {"{", "None"} & set(words(pdf).replace("{", " { ").split())


def test_only_our_own_typeface_is_used(printed):
    _, _, sheets = printed

    for pdf in sheets["nb"].values():
        for page in PdfReader(BytesIO(pdf)).pages:
            fonts = page["/Resources"].get("/Font", {}).values()
            assert all("SourceSans3" in font.get_object()["/BaseFont"] for font in fonts)


def test_the_same_plan_prints_to_the_same_bytes(printed):
    event, schedule, sheets = printed

    assert dict(print_sheets(event, schedule, language="nb", printed_at=NOON)) == sheets["nb"]


def test_who_withdraws_a_sentence_changes_that_employers_sheet_alone():
    event = asking(evening(candidates=4, employers=2, rounds=2), {"K01": ["time_to_answer"]}, "helps")
    event = changed(event, "K01", shares={"E1": ("time_to_answer",), "E2": ("time_to_answer",)})
    schedule = plan(event).schedule
    employer = next(meeting.employer for meeting in schedule.meetings if meeting.candidate == "K01")

    before, after = (
        {name: words(pdf) for name, pdf in print_sheets(one, schedule, language="nb", printed_at=NOON)}
        for one in (event, changed(event, "K01", shares={}))
    )

    employers = {name for name in before if name.startswith("employer") and before[name] != after[name]}
    assert [name for name in employers if employer in name] == list(employers) != []
