"""What is said of something that is scarce: counts, rounds and things, and nobody."""

from __future__ import annotations

from typing import Final

from speeddate.domain.text import Text, same
from speeddate.domain.tongue import named as tongue_named
from speeddate.exchange.words import family
from speeddate.services.setup.feasibility.subjects import About, Subject
from speeddate.services.setup.feasibility.tallies import Squeeze, Tally

FEW: Final = 3
"""Of fewer meetings it is not said that they can be in some rounds only: that could tell whose they are."""

PLACES: Final = Text(
    "Det trengs {needed}{when}. Det er plass til {held}.",
    "Det trengst {needed}{when}. Det er plass til {held}.",
    "This is needed: {needed}{when}. There is room for {held}.",
)
WITH: Final = Text(
    "Det trengs {needed} med dette: {what}{when}. Det rekker til {held}.",
    "Det trengst {needed} med dette: {what}{when}. Det rekk til {held}.",
    "This is needed: {needed} with {what}{when}. There is enough for {held}.",
)
NONE: Final = Text(
    "Det trengs {needed} med dette: {what}. Det er ikke noe av det ennå.",
    "Det trengst {needed} med dette: {what}. Det er ikkje noko av det enno.",
    "This is needed: {needed} with {what}. There is none of it yet.",
)
PERSON: Final = Text(
    "Veiledere må være med på {needed}{when}. De rekker {held}.",
    "Rettleiarar må vere med på {needed}{when}. Dei rekk {held}.",
    "Counsellors have to be there for {needed}{when}. They can be at {held}.",
)
TOGETHER: Final = Text(
    "Til sammen går det ikke opp. Når alt som må være på plass, er det, blir det høyst {held} av {needed}.",
    "Til saman går det ikkje opp. Når alt som må vere på plass, er det, blir det høgst {held} av {needed}.",
    "All together it does not work out. With everything in place that has to be, at most {held} of {needed} fit in.",
)
WORDS: Final[dict[About, Text]] = {
    "places": PLACES,
    "feature": WITH,
    "venue": WITH,
    "resource": WITH,
    "person": PERSON,
    "together": TOGETHER,
}
WHEN: Final = Text(
    " – de kan bare være i {rounds}", " – dei kan berre vere i {rounds}", " – they can only be in {rounds}"
)
ROUND: Final = Text("runde {first}", "runde {first}", "round {first}")
ROUNDS: Final = Text("runde {first}–{last}", "runde {first}–{last}", "rounds {first}–{last}")
MEETING: Final = Text("1 møte", "1 møte", "1 meeting")
MEETINGS: Final = Text("{count} møter", "{count} møte", "{count} meetings")
LABELS: Final[dict[About, Text]] = {
    "places": Text("møter i alt", "møte i alt", "meetings in all"),
    "person": Text("veileder som er med", "rettleiar som er med", "counsellor who is there"),
    "together": Text("alt sammen", "alt saman", "everything together"),
}
LANGUAGE: Final = Text("{what} ({language})", "{what} ({language})", "{what} ({language})")


def said(subject: Subject, tally: Tally) -> Text:
    """Say what is too little; of the rounds where it is tightest when enough people are meant."""
    tight = telling(tally)
    needed, held = (tight.needed, tight.held) if tight else (tally.needed, tally.held)
    words = NONE if subject.about in {"feature", "venue", "resource"} and not tally.room else WORDS[subject.about]
    when = WHEN.filled(rounds=rounds(tight)) if tight else same("")
    return words.filled(needed=meetings(needed), held=held, what=named(subject), when=when)


def meetings(count: int) -> Text:
    """Count meetings in words."""
    return MEETING if count == 1 else MEETINGS.filled(count=count)


def named(subject: Subject) -> Text:
    """Name what it is that is needed."""
    if subject.about in LABELS:
        return LABELS[subject.about]
    kind, _, language = subject.key.partition(":")
    what = family("resource" if subject.about == "resource" else "feature").get(kind, same(kind))
    return LANGUAGE.filled(what=what, language=tongue_named(language)) if language else what


def rounds(tight: Squeeze) -> Text:
    """Name some rounds in a row."""
    return (ROUND if tight.first == tight.last else ROUNDS).filled(first=tight.first, last=tight.last)


def telling(tally: Tally) -> Squeeze | None:
    """Find the rounds that may be told of: those that enough people are meant by."""
    return tally.squeeze if tally.squeeze and tally.squeeze.needed >= FEW else None
