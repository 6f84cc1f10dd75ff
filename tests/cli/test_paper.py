"""The sheets that commands print: which, in which language, and what is said about them."""

import json

from pypdf import PdfReader

from speeddate.services.files import examples
from tests.cli.terminal import SMALL, run


def language_of(pdf):
    return PdfReader(pdf).trailer["/Root"]["/Lang"]


def test_print_makes_only_what_was_asked_for(planned, tmp_path):
    run("print", SMALL, planned, "-o", tmp_path / "paper", "--only", "timetable", "--profile", "large")

    assert [path.name for path in (tmp_path / "paper").iterdir()] == ["timetable.pdf"]


def test_a_broken_timetable_is_printed_with_a_warning_that_says_how_to_see_what_is_broken(moved, tmp_path):
    words = ("print", SMALL, moved, "-o", tmp_path / "paper", "--only", "timetable", "--language", "en")

    answer, document = run(*words), json.loads(run(*words, "--json").stdout)

    warning = (
        "Faults in the timetable: 2. The sheets are printed all the same. "
        f"This shows the faults: speeddate check {SMALL} {moved}"
    )
    assert answer.stderr == f"{warning}\n"
    assert (document["status"], document["broken"], document["warnings"]) == ("printed", 2, [warning])
    assert (tmp_path / "paper" / "timetable.pdf").exists()


def test_a_sound_timetable_is_printed_without_any_warning(planned, tmp_path):
    assert run("print", SMALL, planned, "-o", tmp_path / "paper", "--only", "timetable").stderr == ""


def test_each_reader_keeps_their_own_language_whatever_the_organiser_speaks(planned, tmp_path, monkeypatch):
    run("print", SMALL, planned, "-o", tmp_path / "quiet", "--only", "candidate")
    monkeypatch.setenv("SPEEDDATE_LANGUAGE", "en")
    run("print", SMALL, planned, "-o", tmp_path / "spoken", "--only", "candidate")
    run("print", SMALL, planned, "-o", tmp_path / "asked", "--only", "candidate", "--language", "en")

    quiet, spoken, asked = (
        PdfReader(tmp_path / folder / "candidate-K1.pdf").pages[0].extract_text().splitlines()[0]
        for folder in ("quiet", "spoken", "asked")
    )

    assert (quiet == spoken, asked) == (True, "This sheet is yours. You decide who sees it.")


def test_a_plan_prints_in_the_language_asked_for_and_each_candidates_own(tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["candidates"][0]["language"] = "nn"
    (tmp_path / "event.json").write_text(json.dumps(event))

    run("plan", tmp_path / "event.json", "-o", tmp_path, "--language", "en")

    files = ("timetable", "employer-E1", "candidate-K1", "candidate-K2")
    assert [language_of(tmp_path / f"{name}.pdf") for name in files] == ["en-GB", "en-GB", "nn-NO", "en-GB"]


def test_the_sheet_of_somebody_who_lost_their_meeting_is_pointed_at(planned, tmp_path):
    paper = tmp_path / "paper"
    run("print", SMALL, planned, "-o", paper)
    schedule = json.loads(planned.read_text())
    gone = schedule["meetings"].pop()["candidate"]
    planned.write_text(json.dumps(schedule))

    lines = run("print", SMALL, planned, "-o", paper, "--language", "en").output.splitlines()

    assert lines[-1] == f"{paper / f'candidate-{gone}.pdf'}: This sheet is from an earlier plan. Delete it."
