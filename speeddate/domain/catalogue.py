"""The catalogue of functional needs: what one may ask for, never why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from speeddate.domain.text import LANGUAGES, Text
from speeddate.domain.words import rows

Strength = Literal["must", "helps"]
Share = Literal["silent", "ask", "never"]
Value = int | str
STRENGTHS: dict[str, Strength] = {"hard": "must", "soft": "helps"}


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the catalogue: a need's words, what it demands, and what an employer may be told."""

    key: str
    group: str
    tier: int
    label: Text
    type: str
    strength: Strength
    params: Mapping[str, Value]
    scarce: bool
    lead_time_days: int
    share: Share
    employer: Text


@dataclass(frozen=True, slots=True)
class Need:
    """What one candidate asks for: a kind of need, how strongly, and its own numbers where they differ."""

    key: str
    strength: Strength
    params: Mapping[str, Value] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Look its kind up in the catalogue."""
        return catalogue()[self.key]

    @property
    def must(self) -> bool:
        """Tell whether the candidate cannot take part without it."""
        return self.strength == "must"

    def told(self, minutes: int) -> Text:
        """Say to an employer what this asks of a meeting that lasts so many minutes: never the need itself."""
        words = self.kind.employer
        if self.kind.type != "DURATION":
            return words
        return Text(*(re.sub(r"\d+", str(minutes), words[language]) for language in LANGUAGES))

    def number(self, param: str) -> int:
        """Read a parameter that is a number of minutes, people or meetings; 0 when it is not set."""
        return int(self.params.get(param, 0))

    def word(self, param: str) -> str:
        """Read a parameter that is a name; empty when it is not set."""
        return str(self.params.get(param, ""))


def need(key: str, strength: Strength | None = None, **params: Value) -> Need:
    """Make a need of its kind's defaults; raises KeyError for a key the catalogue does not hold."""
    kind = catalogue()[key]
    return Need(key, strength or kind.strength, {**kind.params, **params})


@cache
def catalogue() -> dict[str, Kind]:
    """Read the catalogue that ships with the program, by key, in its own order."""
    return {row["key"]: _kind(row) for row in rows("needs.csv")}


def _kind(row: Mapping[str, str]) -> Kind:
    return Kind(
        key=row["key"],
        group=row["group"],
        tier=int(row["tier"]),
        label=Text(row["nb"], row["nn"], row["en"]),
        type=row["constraint_type"],
        strength=STRENGTHS[row["default"]],
        params=dict(_param(pair) for pair in row["params"].split(";") if pair),
        scarce=row["scarce"] == "yes",
        lead_time_days=int(row["lead_time_days"]),
        share=row["share"],  # type: ignore[arg-type]  # the catalogue's own test holds it to the three words
        employer=Text(row["employer_nb"], row["employer_nn"], row["employer_en"]),
    )


def _param(pair: str) -> tuple[str, Value]:
    name, _, value = pair.partition("=")
    return name, int(value) if value.lstrip("-").isdigit() else value
