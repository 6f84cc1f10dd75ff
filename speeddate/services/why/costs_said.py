"""Say in plain sentences why two do not meet, or what their meeting would cost the others, naming nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from speeddate.domain.cost import Answer, Arranged, Barred, Priced
from speeddate.domain.event import Event
from speeddate.domain.text import Language, Text, listed, same
from speeddate.domain.words import texts
from speeddate.goals import SENTENCES
from speeddate.services.plans.figures import figured
from speeddate.services.plans.showing import helping

TEXTS: Final = texts("costs.csv")


def kind(answer: Answer) -> str:
    """Name an answer by one word: what a program reads, and whose headline there is."""
    match answer:
        case Arranged():
            return "arranged"
        case Barred():
            return "barred"
        case Priced():
            return "priced"
        case _:
            return "undecided"


def said(event: Event, answer: Answer, candidate: str, employer: str, language: Language) -> Iterator[str]:
    """Say how it stands between the two, and then why, or what it costs."""
    names = {"who": same(candidate), "firm": _firm(event, employer)}
    yield TEXTS[kind(answer)].filled(**names)[language]
    match answer:
        case Barred(because, fixes):
            yield from (f"  – {reason.text[language]}" for reason in because)
            yield from helping(tuple(fix.text for fix in fixes), language)
        case Priced():
            yield from (f"  – {text[language]}" for text in sentences(event, answer, candidate))
            if answer.goals:
                yield TEXTS["goals"][language]
                yield from (f"  – {text[language]}" for text in figures(answer))


def document(event: Event, answer: Answer, candidate: str, language: Language) -> dict[str, Any]:
    """Write an answer as a program reads it."""
    found: dict[str, Any] = {"status": kind(answer)}
    match answer:
        case Barred(because, fixes):
            found |= {"because": [reason.text[language] for reason in because]}
            found |= {"fixes": [fix.text[language] for fix in fixes]}
        case Priced():
            found |= {"lost": dict(answer.lost), "gained": dict(answer.gained), "moved": answer.moved}
            found |= {"more": answer.more, "proven": answer.proven, "gives_up": [*answer.gives_up]}
            found["goals"] = [asdict(goal) for goal in answer.goals]
            found["text"] = [text[language] for text in sentences(event, answer, candidate)]
    return found


def sentences(event: Event, cost: Priced, candidate: str) -> Iterator[Text]:
    """Say what a meeting costs: the others, by number only, and the candidate."""
    if cost.free:
        yield TEXTS["free"]
    if cost.tie:
        yield TEXTS["tie"]
    yield from (_counted(f"lost.{loss}", count) for loss, count in cost.lost.items())
    yield from (_counted(f"gained.{gain}", count) for gain, count in cost.gained.items())
    if cost.moved:
        yield _counted("moved", cost.moved)
    if cost.more:
        yield TEXTS["more"]
    if cost.gives_up:
        firms = listed(_firm(event, name) for name in cost.gives_up)
        yield TEXTS["gives_up"].filled(who=same(candidate), firms=firms)
    if not cost.proven:
        yield TEXTS["unproven"]


def figures(cost: Priced) -> Iterator[Text]:
    """Say what each goal comes to without the meeting and with it, where that is not the same."""
    for goal in cost.goals:
        before, after = figured(goal.key, goal.before), figured(goal.key, goal.after)
        yield TEXTS["goal"].filled(goal=SENTENCES[goal.key], before=before, after=after)


def _counted(key: str, count: int) -> Text:
    return TEXTS[f"{key}.one"] if count == 1 else TEXTS[f"{key}.many"].filled(count=count)


def _firm(event: Event, employer: str) -> Text:
    return same(event.employer[employer].name or employer)
