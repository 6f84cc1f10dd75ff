"""The commands that make timetables and check them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from speeddate.cli.answers import BROKEN, IMPOSSIBLE, UNDECIDED, Answer, answering
from speeddate.cli.commands import FILE, Command, asked, spoken
from speeddate.domain.outcome import Impossible, Planned, Undecided
from speeddate.domain.text import Language


@click.command(cls=Command, epilog="speeddate plan examples/ta-sjansen/event.json -o plan")
@click.argument("event", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("plan"), show_default=True)
@click.option("--time-limit", type=click.FloatRange(min=0.1))
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--keep", type=FILE)
@click.option("--no-print", is_flag=True)
@spoken
def plan(event: Path, output: Path, language: Language, *, as_json: bool, **wishes: Any) -> None:
    """Find the best timetable of EVENT and print its sheets."""
    from speeddate.services.handouts import making  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        answer_plan(answer, making.make(event, output, language=language, otherwise=asked(language) or "nb", **wishes))


def answer_plan(answer: Answer, made: Any) -> None:
    """Answer with a plan, or say why there is none."""
    from speeddate.services.plans import showing  # noqa: PLC0415  # start quickly

    doubts = [showing.placed(doubt, answer.language) for doubt in made.doubts]
    doubted = {"doubts": doubts, "doubt_details": [showing.fields(doubt, answer.language) for doubt in made.doubts]}
    match made.outcome:
        case Planned(schedule):
            found = showing.found(made.event, schedule, answer.language)
            old = showing.left_over(made.old, answer.language)
            lines = [*doubts, *found, *made.lost, *showing.where(made.files), *old]
            document = {"status": schedule.status, "files": [*map(str, made.files)], "lost": [*made.lost]}
            answer.give(lines, {**document, "old": [*map(str, made.old)], **doubted})
        case Impossible(clash):
            said = [{"text": reason.text[answer.language], "about": [*reason.about]} for reason in clash]
            lines = [*doubts, *showing.clashing(clash, answer.language)]
            answer.give(lines, {"status": "impossible", "clash": said, **doubted}, IMPOSSIBLE)
        case Undecided(seconds):
            lines = [*doubts, showing.TEXTS["found.late"][answer.language]]
            answer.give(lines, {"status": "undecided", "seconds": seconds, **doubted}, UNDECIDED)


@click.command(cls=Command, epilog="speeddate check examples/ta-sjansen/event.json plan/schedule.json")
@click.argument("event", type=FILE)
@click.argument("schedule", type=FILE)
@spoken
def check(event: Path, schedule: Path, language: Language, *, as_json: bool) -> None:
    """Check every limit and goal of SCHEDULE, without the solver."""
    from speeddate.exchange import read_event, read_schedule  # noqa: PLC0415  # start quickly
    from speeddate.services.plans import checking, showing  # noqa: PLC0415

    with answering(language, as_json=as_json) as answer:
        report = checking.check(read_event(event), read_schedule(schedule))
        broken = [
            {"rule": reason.rule, "text": reason.text[language], "about": [*reason.about]} for reason in report.broken
        ]
        document = {"status": "broken" if broken else "kept", "broken": broken, "goals": report.values}
        answer.give(showing.checked(report, language), document, BROKEN if broken else 0)
