"""Say in a few plain lines what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from speeddate.domain.catalogue import catalogue
from speeddate.domain.event import Event
from speeddate.domain.fault import Fault
from speeddate.domain.schedule import Reason, Schedule, Unplaced, figure
from speeddate.domain.text import Language, Text, same
from speeddate.goals import SENTENCES
from speeddate.services.plans.checking import Report

MET = Text(
    "{met} av {all} får et møte. {first} møter er et førsteønske.",
    "{met} av {all} får eit møte. {first} møte er eit førsteønske.",
    "{met} of {all} get a meeting. {first} meetings are a first wish.",
)
BEST = Text("Bevist best på {seconds} s.", "Prova best på {seconds} s.", "Proven best in {seconds} s.")
SO_FAR = Text(
    "Best så langt, etter {seconds} s. Dette er ikke bevist:",
    "Best så langt, etter {seconds} s. Dette er ikkje prova:",
    "Best so far, after {seconds} s. This is not proven:",
)
GOAL = Text(
    "  {goal}: {value}, kan bli {bound}", "  {goal}: {value}, kan bli {bound}", "  {goal}: {value}, could be {bound}"
)
UNMET = Text(
    "{who} får ikke dette, som hjelper: {need}.",
    "{who} får ikkje dette, som hjelper: {need}.",
    "{who} goes without this, which helps: {need}.",
)
OUT = Text("{who} er uten møte.", "{who} er utan møte.", "{who} is without a meeting.")
FIX = Text("  Dette hjelper: {fix}", "  Dette hjelper: {fix}", "  This helps: {fix}")
FIXES = Text(
    "  Dette hjelper når alt blir gjort:", "  Dette hjelper når alt blir gjort:", "  This helps when all of it is done:"
)
NO_FIX = Text("  Ingen enkel endring hjelper.", "  Inga enkel endring hjelper.", "  No simple change helps.")
CLASH = Text(
    "Planen går ikke opp. Disse går ikke sammen:",
    "Planen går ikkje opp. Desse går ikkje saman:",
    "The plan does not work out. These clash:",
)
LATE = Text(
    "Søket stanset før det var en plan. Gi det mer tid.",
    "Søket stansa før det var ein plan. Gi det meir tid.",
    "The search ended before there was a plan. Give it more time.",
)
OLD = Text(
    "{file}: Dette arket er fra en tidligere plan. Slett det.",
    "{file}: Dette arket er frå ein tidlegare plan. Slett det.",
    "{file}: This sheet is from an earlier plan. Delete it.",
)
KEPT = Text("Alt stemmer.", "Alt stemmer.", "Everything is in order.")
BROKEN = Text("Dette stemmer ikke ({count}):", "Dette stemmer ikkje ({count}):", "This is not in order ({count}):")
PLACE = Text("rad {row}", "rad {row}", "row {row}")
ALL_PLACED = Text("Alle har møte.", "Alle har møte.", "Everyone has a meeting.")


def found(event: Event, schedule: Schedule, language: Language) -> Iterator[str]:
    """Say how good a timetable is, who goes without something that helps, and who is left out."""
    had = {meeting.candidate for meeting in schedule.meetings}
    firsts = sum(event.candidate[m.candidate].wishes[:1] == (m.employer,) for m in schedule.meetings)
    yield MET.filled(met=len(had), all=len(event.candidates), first=firsts)[language]
    open_goals = [reading for reading in schedule.goals if not reading.proven]
    yield (SO_FAR if open_goals else BEST).filled(seconds=_decimal(schedule.seconds))[language]
    for reading in open_goals:
        yield GOAL.filled(
            goal=SENTENCES.get(reading.key, same(reading.key)),
            value=figure(reading.value),
            bound=figure(reading.bound),
        )[language]
    for hope in schedule.unmet:
        if hope.candidate in had:
            yield UNMET.filled(who=same(hope.candidate), need=catalogue()[hope.need].label)[language]
    for person in schedule.unplaced:
        yield from explained(person, language)


def _decimal(seconds: float) -> Text:
    """Write a figure with a decimal comma, or a point in English."""
    figure = f"{seconds:.1f}"
    return Text(figure.replace(".", ","), figure.replace(".", ","), figure)


def explained(person: Unplaced, language: Language) -> Iterator[str]:
    """Say why somebody is left out, and what would help."""
    yield OUT.filled(who=same(person.candidate))[language]
    yield from (f"  – {reason.text[language]}" for reason in person.because)
    yield from helping(person.advice, language)


def helping(advice: Sequence[Text], language: Language) -> Iterator[str]:
    """Say what would help."""
    match advice:
        case ():
            yield NO_FIX[language]
        case (only,):
            yield FIX.filled(fix=only)[language]
        case several:
            yield FIXES[language]
            yield from (f"    – {text[language]}" for text in several)


def clashing(clash: tuple[Reason, ...], language: Language) -> Iterator[str]:
    """Say what does not go together, and whom or what each of it is about: only organisers see this."""
    yield CLASH[language]
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
    yield from (OLD.filled(file=same(str(path)))[language] for path in files)


def checked(report: Report, language: Language) -> Iterator[str]:
    """Say what a check found."""
    if not report.broken:
        yield KEPT[language]
        return
    yield BROKEN.filled(count=len(report.broken))[language]
    for reason in report.broken:
        about = f" ({', '.join(reason.about)})" if reason.about else ""
        yield f"  – {reason.text[language]}{about}"


def fields(fault: Fault, language: Language) -> dict[str, str | int]:
    """Write a fault as the fields that are known of it: its place, and what to do as a message."""
    place = {"file": fault.file, "sheet": fault.sheet, "row": fault.row, "column": fault.column}
    return {key: value for key, value in place.items() if value} | {"message": fault.text[language]}


def placed(fault: Fault, language: Language) -> str:
    """Write a fault on one line: file, list, row, field, what to do."""
    row = PLACE.filled(row=fault.row)[language] if fault.row else ""
    place = ", ".join(filter(None, [fault.file, fault.sheet, row, fault.column]))
    return f"{place}: {fault.text[language]}" if place else fault.text[language]
