"""The command that explains a timetable: who is without a meeting, and what a meeting would cost."""

from __future__ import annotations

from pathlib import Path

import click

from speeddate.cli.answers import UNDECIDED, Answer, answering
from speeddate.cli.commands import FILE, Command, required, spoken
from speeddate.domain.text import Language

OVERBOOKED = "examples/overbooked/event.json plan/schedule.json"


@click.command(cls=Command, epilog=f"speeddate explain {OVERBOOKED} --candidate K5 --employer E1")
@click.argument("event", type=FILE)
@click.argument("schedule", type=FILE)
@click.option("--candidate")
@click.option("--employer")
@click.option("--time-limit", type=click.FloatRange(min=0.1), default=2.0, show_default=True)
@spoken
def explain(  # noqa: PLR0913  # each is an option
    event: Path,
    schedule: Path,
    language: Language,
    *,
    candidate: str | None,
    employer: str | None,
    time_limit: float,
    as_json: bool,
) -> None:
    """Say why people are without a meeting, or what a meeting would cost, and what would help."""
    if employer is not None and candidate is None:
        raise required("candidate")
    with answering(language, as_json=as_json) as answer:
        if candidate is not None and employer is not None:
            _wished(answer, (event, schedule), candidate, employer, time_limit)
        else:
            _left_out(answer, event, schedule, candidate)


def _left_out(answer: Answer, event: Path, schedule: Path, candidate: str | None) -> None:
    from speeddate.services.handouts import making  # noqa: PLC0415  # start quickly
    from speeddate.services.plans import showing  # noqa: PLC0415  # start quickly

    people = making.left_out(event, schedule, candidate)
    lines = [line for person in people for line in showing.explained(person, answer.language)]
    document = [
        {
            "candidate": person.candidate,
            "because": [reason.text[answer.language] for reason in person.because],
            "fixes": [text[answer.language] for text in person.advice],
        }
        for person in people
    ]
    lines = lines or [showing.TEXTS["unplaced.nobody"][answer.language]]
    answer.give(lines, {"status": "explained", "unplaced": document})


def _wished(answer: Answer, files: tuple[Path, Path], candidate: str, employer: str, time_limit: float) -> None:
    from speeddate.services.handouts import making  # noqa: PLC0415  # start quickly
    from speeddate.services.why import costs_said  # noqa: PLC0415  # start quickly

    language = answer.language
    event, found = making.why_not(*files, candidate, employer, language=language, time_limit=time_limit)
    document = {"candidate": candidate, "employer": employer, **costs_said.document(event, found, candidate, language)}
    lines = costs_said.said(event, found, candidate, employer, language)
    answer.give(lines, document, UNDECIDED if document["status"] == "undecided" else 0)
