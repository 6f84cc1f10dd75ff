"""The commands that write files for people: sheets, templates, examples and schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from speeddate.cli.answers import answering
from speeddate.cli.commands import FILE, Command, asked, spoken
from speeddate.domain.text import Language

KINDS = (
    "timetable", "run-sheet", "check-in", "contacts", "signs", "badges", "feedback",
    "resource", "employer", "counsellor", "candidate", "pack",
)  # fmt: skip


@click.command(
    name="print", cls=Command, epilog="speeddate print event.json plan/schedule.json -o paper --only timetable"
)
@click.argument("event", type=FILE)
@click.argument("schedule", type=FILE)
@click.option("-o", "--output", type=FILE, required=True)
@click.option("--only", type=click.Choice(KINDS), multiple=True)
@click.option("--profile", type=click.Choice(["standard", "large", "easy"]), default="standard", show_default=True)
@spoken
def print_(event: Path, schedule: Path, output: Path, language: Language, *, as_json: bool, **wishes: Any) -> None:
    """Print the sheets of a timetable; each in its reader's own language, unless --language says which."""
    from speeddate.services.handouts import sheets  # noqa: PLC0415  # start quickly
    from speeddate.services.plans import showing  # noqa: PLC0415  # start quickly

    lost: list[str] = []
    with answering(language, as_json=as_json) as answer:
        made = sheets.print_plan(
            event,
            schedule,
            output,
            language=asked(language),
            speaking=language,
            tell=lambda page: lost.append(sheets.missing(page, language)),
            **wishes,
        )
        old = sheets.left_over(output, made.files, wishes["only"])
        warnings = sheets.warned(made.broken, event, schedule, language)
        lines = [*lost, *showing.where(made.files), *showing.left_over(old, language)]
        files = {"files": [*map(str, made.files)], "lost": lost, "old": [*map(str, old)]}
        answer.warn(warnings)
        answer.give(lines, {"status": "printed", **files, "broken": made.broken, "warnings": warnings})


@click.command(cls=Command, epilog="speeddate template -o event.xlsx --language nn")
@click.option("-o", "--output", type=FILE, default=Path("event.xlsx"), show_default=True)
@spoken
def template(output: Path, language: Language, *, as_json: bool) -> None:
    """Write a workbook that a person can fill in."""
    from speeddate.exchange import write_template  # noqa: PLC0415  # start quickly
    from speeddate.services import files  # noqa: PLC0415

    with answering(language, as_json=as_json) as answer:
        path = files.save_new(output, write_template(language), ending=".xlsx")
        answer.give([str(path)], {"status": "written", "files": [str(path)]})


@click.command(name="example", cls=Command, epilog="speeddate example small -o event.json")
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
            path = files.save_new(output, files.example(name).read_bytes(), ending=".json")
            answer.give([str(path)], {"status": "written", "files": [str(path)]})


@click.command(cls=Command, epilog="speeddate schema event > event.schema.json")
@click.argument("of", type=click.Choice(["event", "schedule"]))
@spoken
def schema(of: Any, **_: Any) -> None:
    """Print the JSON Schema of an event or a schedule file."""
    from speeddate.exchange import schema as schema_of  # noqa: PLC0415  # start quickly

    click.echo(json.dumps(schema_of(of), ensure_ascii=False, indent=1))
