"""The command line: read, ask, answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from speeddate import __version__
from speeddate.domain.fault import BadInput
from speeddate.domain.outcome import Impossible, Planned, Undecided
from speeddate.domain.text import LANGUAGES, Language

BROKEN, BAD, IMPOSSIBLE, UNDECIDED = 1, 2, 3, 4
FILE = click.Path(path_type=Path)
KINDS = ("timetable", "employer", "candidate")


@dataclass(frozen=True)
class Answer:
    """How a command answers: in a language for people, or as one JSON document."""

    language: Language
    as_json: bool

    def give(self, lines: Iterable[str], document: dict[str, Any], status: int = 0) -> None:
        """Print the lines or the document, and end with a status."""
        if self.as_json:
            click.echo(json.dumps(document, ensure_ascii=False))
        else:
            for line in lines:
                click.echo(line, err=status == BAD)
        if status:
            sys.exit(status)


@contextmanager
def answering(language: Language, *, as_json: bool) -> Iterator[Answer]:
    """Answer, and turn faults in what was given into one line each."""
    from speeddate.services.showing import placed  # noqa: PLC0415  # start quickly

    answer = Answer(language, as_json)
    try:
        yield answer
    except BadInput as bad:
        lines = [placed(fault, language) for fault in bad.faults]
        answer.give(lines, {"status": "bad_input", "faults": lines}, BAD)


def spoken(command: Any) -> Any:
    """Give a command the two options that all have."""
    command = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")(command)
    return click.option(
        "--language", type=click.Choice(LANGUAGES), default="nb", envvar="SPEEDDATE_LANGUAGE", show_default=True
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="speeddate")
def main() -> None:
    """Plan job speed-dating events so that every accessibility need is kept."""


@main.command(epilog="Example: speeddate plan examples/ta-sjansen/event.json -o plan")
@click.argument("event", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("plan"), show_default=True, help="Folder for what is made.")
@click.option("--time-limit", type=click.FloatRange(min=0.1), help="Seconds to search; the best so far is kept.")
@click.option("--seed", type=int, default=1, show_default=True, help="Decides among plans that are equally good.")
@click.option("--keep", type=FILE, help="An earlier timetable: change as little of it as possible.")
@click.option("--no-print", is_flag=True, help="Make no sheets.")
@spoken
def plan(event: Path, output: Path, language: Language, *, as_json: bool, **wishes: Any) -> None:
    """Find the best timetable of EVENT and print its sheets."""
    from speeddate.services import making  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        _answer_plan(answer, making.make(event, output, language=language, **wishes))


def _answer_plan(answer: Answer, made: Any) -> None:
    from speeddate.services import showing  # noqa: PLC0415  # start quickly

    match made.outcome:
        case Planned(schedule):
            lines = [*showing.found(made.event, schedule, answer.language), *made.lost, *showing.where(made.files)]
            document = {"status": schedule.status, "files": [*map(str, made.files)], "lost": [*made.lost]}
            answer.give(lines, document)
        case Impossible(clash):
            texts = [reason.text[answer.language] for reason in clash]
            lines = list(showing.clashing(clash, answer.language))
            answer.give(lines, {"status": "impossible", "clash": texts}, IMPOSSIBLE)
        case Undecided(seconds):
            lines = [showing.LATE[answer.language]]
            answer.give(lines, {"status": "undecided", "seconds": seconds}, UNDECIDED)


@main.command(epilog="Example: speeddate check examples/small/event.json plan/schedule.json")
@click.argument("event", type=FILE)
@click.argument("schedule", type=FILE)
@spoken
def check(event: Path, schedule: Path, language: Language, *, as_json: bool) -> None:
    """Check every limit and goal of SCHEDULE, without the solver."""
    from speeddate.exchange import read_event, read_schedule  # noqa: PLC0415  # start quickly
    from speeddate.services import checking, showing  # noqa: PLC0415

    with answering(language, as_json=as_json) as answer:
        report = checking.check(read_event(event), read_schedule(schedule))
        broken = [{"rule": reason.rule, "text": reason.text[language]} for reason in report.broken]
        document = {"status": "broken" if broken else "kept", "broken": broken, "goals": report.values}
        answer.give(showing.checked(report, language), document, BROKEN if broken else 0)


@main.command(epilog="Example: speeddate explain examples/overbooked/event.json plan/schedule.json --candidate K05")
@click.argument("event", type=FILE)
@click.argument("schedule", type=FILE)
@click.option("--candidate", help="Only this candidate's id.")
@spoken
def explain(event: Path, schedule: Path, candidate: str | None, language: Language, *, as_json: bool) -> None:
    """Say why people are without a meeting, and what would help."""
    from speeddate.services import making, showing  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        people = making.left_out(event, schedule, candidate)
        lines = [line for person in people for line in showing.explained(person, language)]
        document = [
            {
                "candidate": person.candidate,
                "because": [reason.text[language] for reason in person.because],
                "fixes": [text[language] for text in person.advice],
            }
            for person in people
        ]
        answer.give(lines or [showing.ALL_PLACED[language]], {"status": "explained", "unplaced": document})


@main.command(name="print", epilog="Example: speeddate print event.json plan/schedule.json -o paper --only timetable")
@click.argument("event", type=FILE)
@click.argument("schedule", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="Folder for the sheets.")
@click.option("--only", type=click.Choice(KINDS), multiple=True, help="Only this kind; may be given several times.")
@click.option("--profile", type=click.Choice(["standard", "large", "easy"]), default="standard", show_default=True)
@spoken
def print_(event: Path, schedule: Path, output: Path, language: Language, *, as_json: bool, **wishes: Any) -> None:
    """Print the sheets of a timetable; each in its reader's own language, unless --language says which."""
    from speeddate.services import sheets, showing  # noqa: PLC0415  # start quickly

    lost: list[str] = []
    asked = click.get_current_context().get_parameter_source("language") is not click.core.ParameterSource.DEFAULT
    with answering(language, as_json=as_json) as answer:
        made = sheets.print_plan(
            event,
            schedule,
            output,
            language=language if asked else None,
            tell=lambda page: lost.append(sheets.missing(page, language)),
            **wishes,
        )
        answer.give([*lost, *showing.where(made)], {"status": "printed", "files": [*map(str, made)], "lost": lost})


@main.command(name="example", epilog="Example: speeddate example small -o event.json")
@click.argument("name", required=False)
@click.option("-o", "--output", type=FILE, default=Path("event.json"), show_default=True)
@spoken
def example_(name: str | None, output: Path, language: Language, *, as_json: bool) -> None:
    """List the examples, or write one to a file to start from."""
    from speeddate.services import files  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        if name is None:
            answer.give(files.examples(), {"status": "listed", "examples": [*files.examples()]})
        else:
            [path] = files.save(output.parent, [(output.name, files.example(name).read_bytes())])
            answer.give([str(path)], {"status": "written", "files": [str(path)]})


@main.command(epilog="Example: speeddate schema event > event.schema.json")
@click.argument("of", type=click.Choice(["event", "schedule"]))
def schema(of: Any) -> None:
    """Print the JSON Schema of an event or a schedule file."""
    from speeddate.exchange import schema as schema_of  # noqa: PLC0415  # start quickly

    click.echo(json.dumps(schema_of(of), ensure_ascii=False, indent=1))


@main.command(epilog="Example: speeddate demo -o demo")
@click.option("-o", "--output", type=FILE, default=Path("demo"), show_default=True)
@spoken
def demo(output: Path, language: Language, *, as_json: bool) -> None:
    """Plan the example evening of 24 candidates and 6 employers, and print its sheets."""
    from speeddate.services import files, making  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        _answer_plan(answer, making.make(files.example("ta-sjansen"), output, language=language))
