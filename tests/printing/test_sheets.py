from dataclasses import replace

import pytest

from speeddate.printing.sheets import SEPARATE, UnprintedError
from tests.printing.builders import ALI, EVA, JON, MEETINGS, SARA, evening, meeting, pages, plan, printed, text


def test_files_are_named_by_kind_and_id():
    assert list(printed()) == [
        "timetable.pdf",
        "employer-E1.pdf",
        "employer-E2.pdf",
        "candidate-K01.pdf",
        "candidate-K02.pdf",
        "candidate-K03.pdf",
    ]


def test_only_the_kinds_asked_for_are_printed():
    assert list(printed(kinds=("timetable",))) == ["timetable.pdf"]


def test_ids_that_are_no_file_names_become_such_and_stay_apart():
    people = (replace(SARA, id="../a"), replace(JON, id="..?a"), replace(EVA, id="A"))
    meetings = (
        meeting("../a", "E1", "P1", "15:30", "16:00"),
        meeting("..?a", "E1", "P1", "16:10", "16:40"),
        meeting("A", "E1", "P1", "17:00", "17:30"),
    )
    found = printed(evening(candidates=people), plan(meetings=meetings, unplaced=(), unmet=()), kinds=("candidate",))
    assert list(found) == ["candidate-_a.pdf", "candidate-_a-2.pdf", "candidate-A.pdf"]


def test_a_bad_record_costs_its_own_page_and_is_reported():
    lost = []
    broken = (*MEETINGS[:2], replace(MEETINGS[2], candidate="K99"))
    found = printed(schedule=plan(meetings=broken), kinds=("employer", "candidate"), report=lost.append)
    assert [(page.file, page.page) for page in lost] == [("employer-E1.pdf", "cover"), ("employer-E1.pdf", "K99")]
    assert len(pages(found["employer-E1.pdf"])) == 3
    assert "candidate-K01.pdf" in found


def test_a_page_that_cannot_be_drawn_is_left_out_and_reported(monkeypatch):
    def refuse(text, language):
        if "UTEGNELIG" in text:
            raise ValueError(text)
        return text

    monkeypatch.setattr("speeddate.printing.paper.setting.readable", refuse)
    lost = []
    event = evening(candidates=(replace(SARA, strengths="UTEGNELIG"), JON, EVA, ALI))
    found = printed(event, report=lost.append)
    assert [(page.file, page.page) for page in lost] == [("employer-E1.pdf", "K01"), ("candidate-K01.pdf", "practice")]
    assert len(pages(found["employer-E1.pdf"])) == 4


def test_with_nobody_to_tell_it_is_raised_after_all_else_is_printed():
    with pytest.raises(UnprintedError) as raised:
        printed(schedule=plan(meetings=(replace(MEETINGS[2], candidate="K99"),)), kinds=("employer",))
    assert [page.page for page in raised.value.unprinted] == ["cover", "K99"]


def test_what_is_done_instead_stands_on_the_run_sheet_and_on_no_other():
    found = printed(kinds=SEPARATE, language="nb", instead=("Vi låner et rom.", "Omar henter\nen lampe."))
    told = {name for name, content in found.items() if "Vi låner et rom." in text(content)}
    assert told == {"run-sheet.pdf"}
    assert "Dette gjør vi i stedet • Vi låner et rom. • Omar henter en lampe. Klokka" in text(found["run-sheet.pdf"])
