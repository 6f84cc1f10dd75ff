"""What bars an option, as limits: none of these happen, unless a hope is given up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from speeddate.domain.change import Fix
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options, Proposal
from speeddate.domain.text import Text
from speeddate.rules.possible import bars, hours_of
from speeddate.rules.rule import Bar, Hours, Rule

Key = tuple[str, Text, tuple[str, ...], int | None, tuple[Fix, ...]]


def barred(event: Event, rules: Sequence[Rule], options: Options, asked: frozenset[str]) -> Iterator[Limit]:
    """Yield what hopes would miss and, for candidates asked about, what stands against them outright.

    Bars with the same sentence about the same people are one limit.
    """
    hoping = {hope.candidate for hope in event.hopes}
    found: dict[Key, list[int]] = defaultdict(list)
    kept: dict[Key, tuple[str, Bar]] = {}
    for candidate in sorted((hoping | asked) & options.of_candidate.keys()):
        for rule, bar, of in _against(event, rules, options, candidate):
            if of and (bar.hope is not None or candidate in asked):
                key: Key = (rule.key, bar.because, bar.about, bar.hope, bar.fixes)
                kept[key] = (rule.key, bar)
                found[key] += of
    for key, of in found.items():
        yield _limit(*kept[key], sorted(set(of)))


def _limit(rule: str, bar: Bar, of: list[int]) -> Limit:
    excuse = None if bar.hope is None else np.full(len(of), bar.hope, np.int32)
    columns = np.array(of, np.int32)
    return Limit(rule=rule, of=columns, most=0, because=bar.because, about=bar.about, excuse=excuse, fixes=bar.fixes)


def _against(
    event: Event, rules: Sequence[Rule], options: Options, candidate: str
) -> Iterator[tuple[Rule, Bar, list[int]]]:
    alike: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for option in options.of_candidate[candidate].tolist():
        alike[int(options.match[option]), int(options.crew[option]), int(options.extra[option])].append(option)
    for of in alike.values():
        proposal = proposal_of(event, options, of[0])
        for rule in rules:
            for bar in bars(event, (rule,), proposal):
                yield rule, bar, of
            for hours in hours_of(event, (rule,), proposal):
                yield rule, hours, _outside(options, of, hours)


def _outside(options: Options, of: list[int], hours: Hours) -> list[int]:
    return [option for option in of if not hours.hold(int(options.start[option]), int(options.end[option]))]


def proposal_of(event: Event, options: Options, option: int) -> Proposal:
    """Look up the people and place of an option."""
    match, crew = options.at(option), options.crews[int(options.crew[option])]
    return Proposal(
        event.candidate[match.candidate],
        event.employer[match.employer],
        event.station[match.station],
        tuple(event.resource[resource] for resource in crew),
        int(options.extra[option]),
    )
