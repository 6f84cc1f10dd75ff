"""Say what all limits about one person's time say together of any two of that person's meetings.

A fold hears one limit at a time, and nothing of what is only hoped for. So it can promise a short stay and a long break
between the meetings, though no two times keep both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from speeddate.domain.clock import Ints
from speeddate.domain.limit import NEVER, Limit
from speeddate.solver.board import Apart, Evening
from speeddate.solver.fold import Fold, timed

Table = NDArray[np.bool_]


def pairs(evening: Evening, at: Fold) -> Iterator[Apart]:
    """Yield folded options of one person that no times let happen both, or only once a hope is given up."""
    for mine, limits in zip(evening.options.of_candidate.values(), _personal(evening), strict=True):
        asked = [limit for limit in limits if timed(limit) and limit.where is None]
        if len(asked) > 1:  # of one alone the fold has heard
            could = min((limit.most for limit in limits if _counts(limit, mine)), default=len(mine))
            yield from _of_one(mine, asked, at, could)


def _personal(evening: Evening) -> list[list[Limit]]:
    """Gather, by person, the limits that are about nobody else's meetings."""
    people = evening.options.of_candidate.values()
    who = np.zeros(len(evening.options), dtype=np.int32)
    for number, mine in enumerate(people):
        who[mine] = number
    found: list[list[Limit]] = [[] for _ in people]
    for limit in evening.limits:
        whose = who[limit.of]
        if len(whose) and (whose == whose[0]).all():
            found[whose[0]].append(limit)
    return found


def _counts(limit: Limit, mine: Ints) -> bool:
    """Tell whether a limit counts all meetings of a person, and never looks away."""
    return limit.busy is None and limit.takes is None and limit.excuse is None and len(limit.of) == len(mine)


def _of_one(mine: Ints, limits: Sequence[Limit], at: Fold, could: int) -> Iterator[Apart]:
    order = np.argsort(at.of_option[mine], kind="stable")
    some, edges = np.unique(at.of_option[mine[order]], return_index=True)
    matches = at.options.match[some]
    same = matches[:, None] == matches
    clashes = _clashes(limits, mine[order])
    told: dict[tuple[int, ...], Table] = {}
    for kept in _subsets(sorted(clashes)):
        clash = np.logical_or.reduce([clashes[hope] for hope in kept])
        told[kept] = ~np.logical_or.reduceat(np.logical_or.reduceat(~clash, edges, axis=0), edges, axis=1)
        before = [told[less] for less in combinations(kept, len(kept) - 1) if less in told]
        for group in _groups(told[kept] & ~np.logical_or.reduce([same, *before]), told[kept] | same):
            yield Apart(some[group], unless=kept[1:], could=could)


def _subsets(hopes: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield which hopes could be kept, few first; what is never excused always is."""
    first, *rest = hopes
    for size in range(len(rest) + 1):
        for some in combinations(rest, size):
            yield (first, *some)


def _clashes(limits: Sequence[Limit], mine: Ints) -> dict[int, Table]:
    """Find, for each hope, which two of these options the limits do not allow together while it is kept."""
    order = np.argsort(mine)
    clashes = {NEVER: np.zeros((len(mine), len(mine)), dtype=bool)}
    for limit in limits:
        place = order[np.searchsorted(mine, limit.of, sorter=order)]
        begins, ends = limit.busy or (np.zeros(len(place)), np.ones(len(place)))
        takes = np.ones(len(place)) if limit.takes is None else limit.takes
        hopes = np.full(len(place), NEVER) if limit.excuse is None else limit.excuse
        both = (begins[:, None] < ends) & (begins < ends[:, None]) & (takes[:, None] + takes > limit.most)
        for hope in np.unique(hopes).tolist():
            heard = (hopes == NEVER) | (hopes == hope)
            one, other = np.nonzero(both & heard & heard[:, None])
            clashes.setdefault(hope, np.zeros_like(clashes[NEVER]))[place[one], place[other]] = True
    return clashes


def _groups(wanted: Table, allowed: Table) -> Iterator[list[int]]:
    """Yield groups, any two of whom are allowed together, until any wanted two have been together in one."""
    left = wanted.copy()
    while left.any():
        one, other = divmod(int(left.argmax()), len(left))
        group, with_all = [one, other], allowed[one] & allowed[other]
        with_all[group] = False
        for more in np.flatnonzero(with_all).tolist():
            if with_all[more]:
                group.append(more)
                with_all &= allowed[more]
        left[np.ix_(group, group)] = False
        yield group
