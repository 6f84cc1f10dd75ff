"""Say in a few plain lines what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from speeddate.domain.catalogue import catalogue
from speeddate.domain.event import Event
from speeddate.domain.fault import Fault
from speeddate.domain.schedule import Reason, Schedule, Unplaced, figure
from speeddate.domain.text import Language, Text, same
from speeddate.domain.words import texts
from speeddate.goals import SENTENCES
from speeddate.services.plans.checking import Report

TEXTS: Final = texts("plans.csv")


def found(event: Event, schedule: Schedule, language: Language) -> Iterator[str]:
    """Say how good a timetable is, who goes without something that helps, and who is left out."""
    had = {meeting.candidate for meeting in schedule.meetings}
    firsts = sum(event.candidate[m.candidate].wishes[:1] == (m.employer,) for m in schedule.meetings)
    yield TEXTS["found.met"].filled(met=len(had), all=len(event.candidates), first=firsts)[language]
    open_goals = [reading for reading in schedule.goals if not reading.proven]
    proof = TEXTS["found.so_far" if open_goals else "found.best"]
    yield proof.filled(seconds=_decimal(schedule.seconds))[language]
    for reading in open_goals:
        goal = SENTENCES.get(reading.key, same(reading.key))
        figures = {"value": figure(reading.value), "bound": figure(reading.bound)}
        yield f"  {TEXTS['found.goal'].filled(goal=goal, **figures)[language]}"
    for hope in schedule.unmet:
        if hope.candidate in had:
            yield TEXTS["found.unmet"].filled(who=same(hope.candidate), need=catalogue()[hope.need].label)[language]
    for person in schedule.unplaced:
        yield from explained(person, language)


def _decimal(seconds: float) -> Text:
    """Write a figure with a decimal comma, or a point in English."""
    figure = f"{seconds:.1f}"
    return Text(figure.replace(".", ","), figure.replace(".", ","), figure)


def explained(person: Unplaced, language: Language) -> Iterator[str]:
    """Say why somebody is left out, and what would help."""
    yield TEXTS["unplaced.who"].filled(who=same(person.candidate))[language]
    yield from (f"  – {reason.text[language]}" for reason in person.because)
    yield from helping(person.advice, language)


def helping(advice: Sequence[Text], language: Language) -> Iterator[str]:
    """Say what would help."""
    match advice:
        case ():
            yield f"  {TEXTS['unplaced.no_fix'][language]}"
        case (only,):
            yield f"  {TEXTS['unplaced.fix'].filled(fix=only)[language]}"
        case several:
            yield f"  {TEXTS['unplaced.fixes'][language]}"
            yield from (f"    – {text[language]}" for text in several)


def clashing(clash: tuple[Reason, ...], language: Language) -> Iterator[str]:
    """Say what does not go together, and whom or what each of it is about: only organisers see this."""
    yield TEXTS["found.clash"][language]
    for reason in clash:
        about = f" ({', '.join(reason.about)})" if reason.about else ""
        yield f"  – {reason.text[language]}{about}"


def where(files: Sequence[Path]) -> Iterator[str]:
    """Say where the files are: a few by name, many by number."""
    by_kind: dict[str, list[Path]] = {}
    for path in files:
        by_kind.setdefault(path.name.partition("-")[0], []).append(path)
    for kind, paths in by_kind.items():
        yield str(paths[0]) if len(paths) == 1 else f"{paths[0].parent / kind}-*{paths[0].suffix} ({len(paths)})"


def left_over(files: Sequence[Path], language: Language) -> Iterator[str]:
    """Name the sheets that are not of this plan."""
    yield from (TEXTS["sheet.old"].filled(file=same(str(path)))[language] for path in files)


def checked(report: Report, language: Language) -> Iterator[str]:
    """Say what a check found."""
    if not report.broken:
        yield TEXTS["check.kept"][language]
        return
    yield TEXTS["check.broken"].filled(count=len(report.broken))[language]
    for reason in report.broken:
        about = f" ({', '.join(reason.about)})" if reason.about else ""
        yield f"  – {reason.text[language]}{about}"


def fields(fault: Fault, language: Language) -> dict[str, str | int]:
    """Write a fault as the fields that are known of it: its place, and what to do as a message."""
    place = {"file": fault.file, "sheet": fault.sheet, "row": fault.row, "column": fault.column}
    return {key: value for key, value in place.items() if value} | {"message": fault.text[language]}


def placed(fault: Fault, language: Language) -> str:
    """Write a fault on one line: file, list, row, field, what to do."""
    row = TEXTS["fault.row"].filled(row=fault.row)[language] if fault.row else ""
    place = ", ".join(filter(None, [fault.file, fault.sheet, row, fault.column]))
    return f"{place}: {fault.text[language]}" if place else fault.text[language]
