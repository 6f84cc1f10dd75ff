"""What becomes of an earlier plan when another is made."""

import json

import pytest
from pypdf import PdfReader

from speeddate.services.files import examples
from tests.cli.terminal import SMALL, run


def test_a_plan_that_is_kept_stays_as_it_was(planned, tmp_path):
    run("plan", SMALL, "-o", tmp_path / "again", "--no-print", "--seed", 9, "--keep", planned)

    before, after = (json.loads(path.read_text()) for path in (planned, tmp_path / "again" / "schedule.json"))
    assert (after["meetings"], after["version"]) == (before["meetings"], 2)


def test_a_plan_is_kept_as_far_as_it_can_be_and_says_what_cannot_when_an_employer_is_gone(planned, tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["employers"].pop()
    for candidate in event["candidates"]:
        candidate["wishes"] = ["E1"]
        candidate["needs"] = [{"key": "no_late_changes"}]
    (tmp_path / "event.json").write_text(json.dumps(event))

    told = run(
        "plan", tmp_path / "event.json", "-o", tmp_path / "again", "--no-print", "--keep", planned, "--language", "en"
    ).output.splitlines()

    before, after = (json.loads(path.read_text())["meetings"] for path in (planned, tmp_path / "again/schedule.json"))
    assert after == [meeting for meeting in before if meeting["employer"] == "E1"]
    assert told[0] == (
        "schedule.json: The employer “E2” is no longer part of the event. This cannot stay as in the earlier plan: "
        "K4 with E2 at 15:30, K3 with E2 at 16:10. Tell those whom it concerns."
    )


def test_a_candidate_who_is_gone_is_named_and_counts_as_no_change(planned, tmp_path):
    event = json.loads(examples()["small"].read_text())
    del event["candidates"][1]
    (tmp_path / "event.json").write_text(json.dumps(event))

    answer = run("plan", tmp_path / "event.json", "-o", tmp_path, "--no-print", "--keep", planned, "--json")

    [doubt] = json.loads(answer.stdout)["doubts"]
    changes = {goal["key"]: goal["value"] for goal in json.loads(planned.read_text())["goals"]}["unchanged"]
    assert (doubt.split(".")[1], changes) == ("json: Kandidaten «K2» er ikke med i arrangementet lenger", 0)


def test_who_wants_no_changes_keeps_time_and_employer_when_only_the_place_is_gone(planned, tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["stations"] = [{"id": "P1"}]
    event["employers"][0]["stations"] = ["P1"]
    event["candidates"][0]["needs"] = [{"key": "no_late_changes"}]
    (tmp_path / "event.json").write_text(json.dumps(event))

    run("plan", tmp_path / "event.json", "-o", tmp_path / "again", "--no-print", "--keep", planned, "--seed", 4)

    before, after = (
        next(m for m in json.loads(path.read_text())["meetings"] if m["candidate"] == "K1")
        for path in (planned, tmp_path / "again" / "schedule.json")
    )
    assert after == before | {"station": "P1"}


def test_a_plan_that_takes_the_place_of_another_is_the_next_version_and_says_so_on_paper(planned, tmp_path):
    run("plan", SMALL, "-o", tmp_path, "--language", "en")

    paper = PdfReader(tmp_path / "timetable.pdf").pages[0].extract_text()
    assert (json.loads(planned.read_text())["version"], "Version 2" in paper) == (2, True)


@pytest.mark.parametrize(
    "there", ["no timetable", '{"format": "speeddate.schedule/1", "event": "other", "version": 7}']
)
def test_a_plan_that_takes_the_place_of_something_else_is_the_first_version(there, tmp_path):
    (tmp_path / "schedule.json").write_text(there)

    run("plan", SMALL, "-o", tmp_path, "--no-print")

    assert json.loads((tmp_path / "schedule.json").read_text())["version"] == 1
