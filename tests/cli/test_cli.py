"""The commands, as somebody at a terminal meets them."""

import json
import subprocess
import sys

import pytest

from speeddate.services.files import examples
from tests.cli.terminal import IMPOSSIBLE, OVERBOOKED, SMALL, run


def test_a_plan_says_what_it_found_and_leaves_the_timetable_and_sheets(tmp_path):
    lines = run("plan", SMALL, "-o", tmp_path).output.splitlines()

    assert lines[0] == "4 av 4 får et møte. 4 møter er et førsteønske."
    assert sorted({path.name.split("-")[0] for path in tmp_path.iterdir()}) == [
        "badges.pdf", "candidate", "check", "contacts.pdf", "employer", "feedback.pdf", "run",
        "schedule.json", "signs.pdf", "timetable.pdf",
    ]  # fmt: skip


def test_a_slip_that_is_allowed_is_told_before_the_plan(tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["resources"] = [{"id": "T1", "kind": "sign_interpretor"}]
    event["candidates"][0]["avoid_employers"] = event["candidates"][0]["wishes"][:1]
    (tmp_path / "event.json").write_text(json.dumps(event))

    told = run("plan", tmp_path / "event.json", "-o", tmp_path, "--no-print", "--language", "en").output.splitlines()

    resource, wish = (line.partition(": ") for line in told[:2])
    assert resource[::2] == (
        "event.json, resources, row 1, kind",
        "Check “sign_interpretor”: no need asks for it. Did you mean “sign_interpreter”?",
    )
    assert wish[::2] == (
        "event.json, candidates, row 1, wishes",
        "Check “E1”: the candidate both wishes for and wants to avoid that meeting. It will not take place.",
    )
    assert told[2] == "4 of 4 get a meeting. 2 meetings are a first wish."


def test_a_plan_says_who_goes_without_something_that_helps(tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["candidates"][0]["needs"] = [{"key": "own_room", "strength": "helps"}]
    (tmp_path / "event.json").write_text(json.dumps(event))

    told = run("plan", tmp_path / "event.json", "-o", tmp_path, "--no-print", "--language", "en").output.splitlines()

    assert told[2] == "K1 goes without this, which helps: A separate room with a door."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nb", "Planen går ikke opp."), ("nn", "Planen går ikkje opp."), ("en", "The plan does not work out.")],
)
def test_a_clash_is_explained_in_three_languages(language, sentence, tmp_path):
    lines = run("plan", IMPOSSIBLE, "-o", tmp_path, "--language", language, status=3).output.splitlines()

    assert (lines[0].startswith(sentence), len(set(lines))) == (True, 4)


def test_json_is_one_document_also_for_a_clash(tmp_path):
    answer = run("plan", IMPOSSIBLE, "-o", tmp_path, "--json", status=3)

    assert (json.loads(answer.stdout)["status"], len(json.loads(answer.stdout)["clash"])) == ("impossible", 3)


def test_check_passes_what_was_planned(planned):
    assert run("check", SMALL, planned).output == "Alt stemmer.\n"


def test_check_finds_a_meeting_moved_by_hand_on_top_of_another(moved):
    report = json.loads(run("check", SMALL, moved, "--json", status=1).stdout)

    assert {broken["rule"] for broken in report["broken"]} == {"station", "goal"}


def test_check_names_those_whose_meetings_break_a_promise_about_a_place(moved):
    told = run("check", SMALL, moved, "--language", "en", status=1).output.splitlines()

    assert told[1] == "  – The station is taken then. (E1, K1, K2)"


def test_check_writes_figures_with_levels_as_the_plan_does(planned):
    schedule = json.loads(planned.read_text())
    wishes = next(goal for goal in schedule["goals"] if goal["key"] == "wishes")
    right, wishes["value"] = wishes["value"], [9, *wishes["value"][1:]]
    planned.write_text(json.dumps(schedule))

    told = run("check", SMALL, planned, "--language", "en", status=1).output.splitlines()

    assert told[1].endswith(f"is wrong: it is {'/'.join(map(str, right))}.")


@pytest.mark.parametrize("start", ["03:10", "23:10"])
def test_check_names_whose_meeting_is_outside_the_evening(start, planned):
    schedule = json.loads(planned.read_text())
    schedule["meetings"][0] |= {"start": start, "end": f"{start[:3]}40"}
    planned.write_text(json.dumps(schedule))

    broken = json.loads(run("check", SMALL, planned, "--json", status=1).stdout)["broken"]

    who = schedule["meetings"][0]["candidate"]
    hours = [reason["about"] for reason in broken if reason["rule"] == "opening_hours"]
    assert (hours != [], [about for about in hours if about != [who]]) == (True, [])


def test_explain_gives_reasons_and_what_would_help(tmp_path):
    run("plan", OVERBOOKED, "-o", tmp_path, "--no-print")

    lines = run(
        "explain", OVERBOOKED, tmp_path / "schedule.json", "--candidate", "K5", "--language", "en"
    ).output.splitlines()

    assert lines == [
        "K5 is without a meeting.",
        "  – The employer has no room for more meetings.",
        "  – That meeting is not on offer.",
        "  This helps: Løten Bakeri takes one more meeting.",
    ]


@pytest.mark.parametrize(
    ("language", "together"),
    [
        ("nb", "  Dette hjelper når alt blir gjort:"),
        ("nn", "  Dette hjelper når alt blir gjort:"),
        ("en", "  This helps when all of it is done:"),
    ],
)
def test_changes_that_only_help_together_are_told_as_one(language, together, tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["candidates"][0]["needs"] = [{"key": "spoken_interpreter", "params": {"lang": "arabisk"}}]
    asked = tmp_path / "event.json"
    asked.write_text(json.dumps(event))

    told = run("plan", asked, "-o", tmp_path, "--no-print", "--language", language).output.splitlines()

    assert (told[4], [line[:6] for line in told[5:7]]) == (together, ["    – ", "    – "])


@pytest.mark.parametrize(
    ("event", "candidate", "told"),
    [
        (SMALL, "K1", "schedule.json: «K1» er ikke uten møte i denne planen."),
        (SMALL, "K99", "event.json: Ingen kandidat har id-en «K99»."),
        (str(examples()["ta-sjansen"]), "K01", "meetings: Møteplanen nevner «E1», som ikke er med i arrangementet. "),
    ],
)
def test_explain_says_why_there_is_nothing_to_explain(event, candidate, told, planned):
    answer = run("explain", event, planned, "--candidate", candidate, status=2)

    assert answer.stderr.startswith(told)


def test_every_fault_is_one_line_with_its_place(tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["candidates"][0]["diagnose"] = "x"
    event["event"]["rounds"][1]["start"] = "16.1"
    event["candidates"][2]["max_meetings"] = "mange"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(event))

    lines = run("plan", wrong, "-o", tmp_path, status=2).stderr.splitlines()

    assert len(lines) == 3
    assert all(line.startswith("wrong.json, ") for line in lines)


def test_json_tells_the_place_of_each_fault_and_what_to_do_in_fields(tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["candidates"][0]["diagnose"] = "x"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(event))

    told = json.loads(run("plan", wrong, "-o", tmp_path, "--json", "--language", "en", status=2).stdout)

    [fault] = told["fault_details"]
    message = fault.pop("message")
    assert fault == {"file": "wrong.json", "sheet": "candidates", "row": 1, "column": "diagnose"}
    assert told["faults"] == [f"wrong.json, candidates, row 1, diagnose: {message}"]


def test_json_tells_the_place_of_each_doubt_in_fields(tmp_path):
    event = json.loads(examples()["small"].read_text())
    event["resources"] = [{"id": "T1", "kind": "sign_interpretor"}]
    (tmp_path / "event.json").write_text(json.dumps(event))

    told = json.loads(run("plan", tmp_path / "event.json", "-o", tmp_path, "--no-print", "--json").stdout)

    [doubt] = told["doubt_details"]
    assert [doubt[key] for key in ("file", "sheet", "row", "column")] == ["event.json", "resources", 1, "kind"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": 1}', "[" * 100_000, "\x00", '{"a": NaN}'])
def test_nonsense_is_refused_and_never_a_traceback(content, tmp_path):
    wrong = tmp_path / "wrong.json"
    wrong.write_text(content)

    answer = run("plan", wrong, "-o", tmp_path, status=2)

    assert answer.exception.__class__ is SystemExit


def test_a_missing_file_and_a_folder_that_cannot_be_written_are_said_in_one_line(tmp_path):
    blocked = tmp_path / "file"
    blocked.touch()

    missing = run("plan", tmp_path / "none.json", status=2)
    unwritable = run("plan", SMALL, "-o", blocked, status=2)

    assert [answer.stderr for answer in (missing, unwritable)] == [
        "none.json: Filen finnes ikke. Sjekk navnet.\n",
        f"{blocked}: Kan ikke skrive her: dette er en fil, ikke en mappe.\n",
    ]


@pytest.mark.parametrize("command", ["template", "example small"])
def test_what_somebody_filled_in_is_never_written_over(command, tmp_path):
    mine = tmp_path / "mine"
    mine.write_text("filled in")

    answer = run(*command.split(), "-o", mine, "--language", "en", status=2)

    assert (mine.read_text(), answer.stderr) == (
        "filled in",
        f"{mine}: This exists and is not written over. Choose another name with -o.\n",
    )


@pytest.mark.parametrize(
    ("command", "name", "told"),
    [
        ("template", "mine.csv", "The name has to end in .xlsx. Write -o mine.xlsx."),
        ("template", "mine", "The name has to end in .xlsx. Write -o mine.xlsx."),
        ("example small", "mine.xlsx", "The name has to end in .json. Write -o mine.json."),
    ],
)
def test_a_file_is_not_written_under_the_name_of_another_kind(command, name, told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    answer = run(*command.split(), "-o", name, "--language", "en", status=2)

    assert (answer.stderr, list(tmp_path.iterdir())) == (f"{name}: {told}\n", [])


def test_a_workbook_is_no_timetable_and_a_folder_is_named_although_it_is_the_one_we_are_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("template", "-o", "event.xlsx")

    told = [run(*words, status=2).stderr for words in (("check", SMALL, "event.xlsx"), ("plan", "."))]

    assert told == [
        "event.xlsx: Velg en JSON-fil.\n",
        ".: Legg CSV-filer i mappen, med navn som arrangement.csv og kandidater.csv.\n",
    ]


def test_examples_are_listed_and_written(tmp_path):
    assert "ta-sjansen" in run("example").output.splitlines()

    run("example", "small", "-o", tmp_path / "mine.json")

    assert (tmp_path / "mine.json").read_bytes() == examples()["small"].read_bytes()


@pytest.mark.parametrize("of", ["event", "schedule"])
def test_schemas_are_json(of):
    assert json.loads(run("schema", of).output)["type"] == "object"


def test_it_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "speeddate", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("speeddate, version")
