"""Help, and what is said when a command is called wrongly, in the reader's language."""

import json

import pytest
from click.testing import CliRunner

from speeddate.cli import main
from speeddate.cli.papers import KINDS
from speeddate.domain.text import LANGUAGES
from speeddate.domain.words import rows
from speeddate.exchange import read_event

TEXTS = {row["key"]: row for row in rows("commands.csv")}


def called(*words):
    return CliRunner().invoke(main, list(words))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", main.commands)
def test_every_command_says_what_it_does_and_gives_an_example(command, language):
    shown = " ".join(called(command, "--help", "--language", language).output.split())

    assert [part in shown for part in (TEXTS[f"command.{command}"][language], f"speeddate {command} ")] == [True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left_in_the_help(language, monkeypatch):
    monkeypatch.setenv("SPEEDDATE_LANGUAGE", language)
    helps = " ".join(called(*words, "--help").output for words in ((), *((name,) for name in main.commands)))

    assert [word for word in ("Usage:", "Options:", "Show this", "default") if word in helps] == (
        ["Usage:", "Options:", "Show this"] if language == "en" else []
    )


def test_no_text_of_the_help_is_unused(monkeypatch):
    monkeypatch.setenv("SPEEDDATE_LANGUAGE", "en")
    helps = " ".join(" ".join(called(*words, "-h").output.split()) for words in ((), *((c,) for c in main.commands)))

    assert [
        key for key, row in TEXTS.items() if key.startswith(("command.", "option.")) and row["en"] not in helps
    ] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["plan"], "Skriv også EVENT."),
        (["print", "a", "b"], "Skriv også --output."),
        (["plan", "a", "--sed", "3"], "Det finnes ikke noe valg som heter --sed. Se speeddate plan --help."),
        (["plna"], "Det finnes ingen kommando som heter «plna». Se speeddate --help."),
        (["plan", "a", "--seed", "x"], "--seed: Skriv et tall som passer. Se speeddate plan --help."),
        (["plan", "a", "--time-limit", "0"], "--time-limit: Skriv et tall som passer. Se speeddate plan --help."),
        (["print", "a", "b", "-o", "c", "--only", "x"], f"--only: Velg en av disse: {', '.join(KINDS)}."),
        (["--json=x", "plan"], "Skriv --json etter kommandoen, som her: speeddate plan event.xlsx --json …"),
        (["plan", "a", "-o"], "Sjekk det som skal stå rett etter -o. Se speeddate plan --help."),
        (["schema"], "OF: Velg en av disse: event, schedule."),
        (
            ["template", "a", "b"],
            'Kommandoen er ikke skrevet riktig. Navn med mellomrom må ha "hermetegn". Se speeddate template --help.',
        ),
    ],
)
def test_a_wrong_call_says_what_to_write_instead(words, told):
    answer = called(*words)

    assert (answer.exit_code, answer.stdout, answer.stderr) == (2, "", f"{told}\n")


def test_a_wrong_call_is_one_document_when_json_is_asked_for():
    answer = called("plan", "--json", "--language", "nn")

    assert json.loads(answer.stdout) == {
        "status": "bad_input",
        "faults": ["Skriv òg EVENT."],
        "fault_details": [{"message": "Skriv òg EVENT."}],
    }


def test_no_words_at_all_show_the_help():
    assert called().output == called("--help").output


def test_the_template_can_be_read_at_once(tmp_path):
    answer = called("template", "-o", str(tmp_path / "event.xlsx"), "--language", "nn", "--json")

    [path] = json.loads(answer.stdout)["files"]
    assert read_event(tmp_path / "event.xlsx").name == "Døme på arrangement"
    assert path == str(tmp_path / "event.xlsx")
