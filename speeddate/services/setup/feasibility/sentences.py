"""What is said of something that is scarce: counts, rounds and things, and nobody."""

from __future__ import annotations

from typing import Final

from speeddate.domain.text import Text, same
from speeddate.domain.tongue import named as tongue_named
from speeddate.domain.words import texts
from speeddate.exchange.words import family
from speeddate.services.setup.feasibility.subjects import About, Subject
from speeddate.services.setup.feasibility.tallies import Squeeze, Tally

TEXTS: Final = texts("feasibility.csv")
FEW: Final = 3
"""Of fewer meetings it is not said that they can be in some rounds only: that could tell whose they are."""

WORDS: Final[dict[About, Text]] = {
    "places": TEXTS["short.places"],
    "feature": TEXTS["short.with"],
    "venue": TEXTS["short.with"],
    "resource": TEXTS["short.with"],
    "person": TEXTS["short.person"],
    "together": TEXTS["short.together"],
}
LANGUAGE: Final = same("{what} ({language})")


def said(subject: Subject, tally: Tally) -> Text:
    """Say what is too little; of the rounds where it is tightest when enough people are meant."""
    tight = telling(tally)
    needed, held = (tight.needed, tight.held) if tight else (tally.needed, tally.held)
    missing = subject.about in {"feature", "venue", "resource"} and not tally.room
    words = TEXTS["short.none"] if missing else WORDS[subject.about]
    when = TEXTS["when"].filled(rounds=rounds(tight)) if tight else same("")
    return words.filled(needed=meetings(needed), held=held, what=named(subject), when=when)


def meetings(count: int) -> Text:
    """Count meetings in words."""
    return TEXTS["meeting"] if count == 1 else TEXTS["meetings"].filled(count=count)


def named(subject: Subject) -> Text:
    """Name what it is that is needed."""
    if label := TEXTS.get(f"label.{subject.about}"):
        return label
    kind, _, language = subject.key.partition(":")
    what = family("resource" if subject.about == "resource" else "feature").get(kind, same(kind))
    return LANGUAGE.filled(what=what, language=tongue_named(language)) if language else what


def rounds(tight: Squeeze) -> Text:
    """Name some rounds in a row."""
    return (TEXTS["round"] if tight.first == tight.last else TEXTS["rounds"]).filled(first=tight.first, last=tight.last)


def telling(tally: Tally) -> Squeeze | None:
    """Find the rounds that may be told of: those that enough people are meant by."""
    return tally.squeeze if tally.squeeze and tally.squeeze.needed >= FEW else None
