"""Fold options that differ only in time: who meets whom comes first, and the clock is asked afterwards.

What limits say about the clock is weakened to totals over the evening and over parts of it, unless a limit is open:
then its times are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from speeddate.domain.clock import Ints
from speeddate.domain.goal import Changed, Fewest, GivenUp, Measure, Reached, Stage, Total
from speeddate.domain.limit import NEVER, Limit
from speeddate.domain.option import Options
from speeddate.solver.parts import Times, covered, parts

LOTS = np.uint64(0x9E3779B97F4A7C15)
ALONE = 2.0  # options that a folded one stands for


@dataclass(frozen=True, eq=False)
class Fold:
    """Options with less time in them: `of_option` is the folded option of each, `whole` and `options` both sides."""

    whole: Options
    options: Options
    of_option: Ints

    @cached_property
    def sizes(self) -> Ints:
        """How many options each folded one stands for."""
        return np.bincount(self.of_option, minlength=len(self.options)).astype(np.int32)

    def together(self, of: Ints) -> Ints:
        """Find the folded options of which all are among these."""
        folds, counts = np.unique(self.of_option[np.unique(of)], return_counts=True)
        whole: Ints = folds[counts == self.sizes[folds]].astype(np.int32)
        return whole

    def any(self, of: Ints) -> Ints:
        """Find the folded options of which one is among these."""
        return np.unique(self.of_option[of]).astype(np.int32)

    def knows(self, of: Ints) -> bool:
        """Tell whether nearly all of these stand for themselves: then it costs nothing to know their times."""
        return len(of) > 0 and float(self.sizes[self.of_option[of]].mean()) < ALONE


def fold(options: Options, limits: Sequence[Limit], opened: Collection[int]) -> Fold:
    """Fold the options that no limit tells apart: limits about the clock do only when they are open."""
    marks = np.zeros(len(options), dtype=np.uint64)
    for number, limit in enumerate(limits):
        if number in opened or not (timed(limit) or _whole(limit, options)):
            for of, mark in _marks(number + 1, limit, timed=number in opened):
                np.add.at(marks, of, mark)
    rows = np.stack([options.match.astype(np.uint64), options.crew.astype(np.uint64), marks])
    _, first, of_option = np.unique(rows, axis=1, return_index=True, return_inverse=True)
    columns = (options.match, options.crew, options.start, options.end, options.late, options.extra)
    less = Options(options.matches, options.crews, *(column[first] for column in columns))
    return Fold(options, less, of_option.astype(np.int32).ravel())


def _whole(limit: Limit, options: Options) -> bool:
    """Tell whether a limit in all counts every option of its matches alike, as totals do."""
    if limit.excuse is not None or limit.takes is not None or limit.where is not None:
        return False
    matches, counts = np.unique(options.match[limit.of], return_counts=True)
    return bool((counts == options.sizes[matches]).all())


def timed(limit: Limit) -> bool:
    """Tell whether a limit asks about the clock: how meetings stand to one another."""
    return limit.busy is not None or limit.where is not None or (limit.most > 0 and limit.takes is not None)


def _marks(number: int, limit: Limit, *, timed: bool) -> Iterator[tuple[Ints, np.ndarray]]:
    """Yield the options of a limit, and numbers that tell each from those that count otherwise."""
    nothing = np.zeros(len(limit.of), dtype=np.int32)
    asking = limit.of if limit.where is None else limit.where
    excuse = limit.excuse if limit.excuse is not None else np.full(len(asking), NEVER)
    takes = limit.takes if limit.takes is not None else nothing + 1
    times = limit.busy if timed and limit.busy is not None else (nothing, nothing)
    if limit.where is None:
        yield limit.of, _mark(number, (excuse, takes, *times))
    else:
        yield limit.of, _mark(number, (takes, *times))
        yield limit.where, _mark(-number, (excuse,))


def _mark(number: int, columns: Sequence[Ints]) -> np.ndarray:
    mark = np.full(len(columns[0]), number, dtype=np.int64).astype(np.uint64)
    for column in columns:
        mark = (mark ^ (mark >> np.uint64(29))) * LOTS + column.astype(np.int64).astype(np.uint64)
    return (mark ^ (mark >> np.uint64(32))) * LOTS


def folded(limit: Limit, at: Fold, *, opened: bool) -> Iterator[Limit]:
    """Say of folded options what a limit says of options, or the most of it that needs no clock."""
    if opened or not timed(limit):
        yield _same(limit, at)
    elif limit.busy is not None:
        yield from _totals(limit, at)


def _same(limit: Limit, at: Fold) -> Limit:
    """Fold the rows of a limit: those of one folded option are alike."""
    if limit.where is not None:
        asking = _same(replace(limit, of=limit.where, where=None, busy=None, takes=None), at)
        return replace(_same(limit.everywhere(), at), where=asking.of, excuse=asking.excuse)
    columns = [at.of_option[limit.of], *(limit.busy or ()), limit.takes, limit.excuse]
    rows = np.unique(np.stack([column for column in columns if column is not None]), axis=1).astype(np.int32)
    parts = iter(rows)
    of = next(parts)
    busy = None if limit.busy is None else (next(parts), next(parts))
    takes = None if limit.takes is None else next(parts)
    excuse = None if limit.excuse is None else next(parts)
    return replace(limit, of=of, busy=busy, takes=takes, excuse=excuse)


def _totals(limit: Limit, at: Fold) -> Iterator[Limit]:
    """Count over the evening, and over parts of it, what may happen at one moment: so many, so many minutes in all."""
    assert limit.busy is not None
    begins, ends = limit.busy
    always = limit.excuse is None or limit.excuse == NEVER
    must = np.flatnonzero((begins < ends) & always)
    of = at.together(limit.of[must])
    if not len(of):
        return
    rows = must[np.isin(at.of_option[limit.of[must]], of)]
    place = np.searchsorted(of, at.of_option[limit.of[rows]]).astype(np.int32)
    times = Times.of(place, begins[rows], ends[rows])
    for most, takes in parts(times, at.options.match[of], limit.most):
        some = takes > 0
        yield Limit(rule=limit.rule, of=of[some], most=most, because=limit.because, takes=takes[some])
    lengths = np.full(len(at.options), 1 << 30)
    np.minimum.at(lengths, at.of_option[limit.of[rows]], ends[rows] - begins[rows])
    minutes = limit.most * covered(begins[rows], ends[rows])
    if minutes < lengths[of].sum():
        takes = lengths[of].astype(np.int32)
        yield Limit(rule=limit.rule, of=of, most=int(minutes), because=limit.because, takes=takes)


def folded_stage(stage: Stage, at: Fold) -> Stage | None:
    """Measure a stage over folded options; None when it asks about the clock.

    Who is changed is measured by whom they meet and where: at most as many as when the time counts too.
    """
    measure = _folded_measure(stage.measure, at)
    return None if measure is None else replace(stage, measure=measure)


def _folded_measure(measure: Measure, at: Fold) -> Measure | None:
    match measure:
        case Total(weights):
            first = np.zeros(len(at.options), dtype=np.int32)
            first[at.of_option] = weights
            return Total(first) if (first[at.of_option] == weights).all() else None
        case Reached(groups):
            return (
                Reached(tuple((at.any(group), reach) for group, reach in groups))
                if _split(at, (g for g, _ in groups))
                else None
            )
        case Fewest(groups):
            return Fewest(tuple(map(at.any, groups))) if _split(at, groups) else None
        case GivenUp():
            return measure
        case Changed(groups):
            return Changed(tuple((at.any(group), tuple(map(at.any, before))) for group, before in groups))
    return None


def _split(at: Fold, groups: Iterable[Ints]) -> bool:
    """Tell whether groups hold folded options whole."""
    return all(len(at.together(group)) == len(at.any(group)) for group in groups)
