"""Answer a command: lines for people, or one JSON document, and a status."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click

from speeddate.domain.fault import BadInput
from speeddate.domain.text import Language

BROKEN, BAD, IMPOSSIBLE, UNDECIDED = 1, 2, 3, 4


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

    def warn(self, lines: Iterable[str]) -> None:
        """Print on standard error what people should know before they use what they get; a document says it itself."""
        for line in () if self.as_json else lines:
            click.echo(line, err=True)


@contextmanager
def answering(language: Language, *, as_json: bool) -> Iterator[Answer]:
    """Answer, and turn faults in what was given into one line each."""
    from speeddate.services.plans.showing import fields, placed  # noqa: PLC0415  # start quickly

    answer = Answer(language, as_json)
    try:
        yield answer
    except BadInput as bad:
        lines = [placed(fault, language) for fault in bad.faults]
        details = [fields(fault, language) for fault in bad.faults]
        answer.give(lines, {"status": "bad_input", "faults": lines, "fault_details": details}, BAD)
