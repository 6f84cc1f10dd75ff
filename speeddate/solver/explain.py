"""Find the smallest reasons: what keeps somebody out, which decisions clash, and the cheapest change that helps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ortools.sat.python import cp_model as cp

from speeddate import rules
from speeddate.domain.change import Change, Fix
from speeddate.domain.event import Event
from speeddate.domain.limit import Limit
from speeddate.domain.option import Options
from speeddate.domain.schedule import UNKNOWN, Reason
from speeddate.domain.text import Text
from speeddate.solver.board import Board
from speeddate.solver.wanted import Sought, Wanted, blocked, impatient, want

FULL = Text(
    "Alle møter som passet, gikk til andre. Arrangementet er for stort til at vi kan finne den minste grunnen.",
    "Alle møte som passa, gjekk til andre. Arrangementet er for stort til at vi kan finne den minste grunnen.",
    "All meetings that would suit went to others. The event is too large for us to find the smallest reason.",
)
SHORT = Text(
    "Vi vet ikke om det finnes et møte som passer. Planen er endret for hånd, eller søket ble avsluttet for tidlig.",
    "Vi veit ikkje om det finst eit møte som passar. Planen er endra for hand, eller søket blei avslutta for tidleg.",
    "We do not know whether there is a meeting that suits. The plan was changed by hand, or the search ended early.",
)
NOBODY = Text("Det er ingen arbeidsgiver å møte.", "Det er ingen arbeidsgivar å møte.", "There is no employer to meet.")
CROWD = 150  # others: above, an explanation takes minutes
TRIES = 25
OPEN = frozenset({"station", "employer_places", "opening_hours", "pair"})  # say of others only that they have meetings


@dataclass(frozen=True, slots=True)
class Promise:
    """The limits that say the same thing: what an explanation names in one sentence."""

    reason: Reason
    limits: tuple[Limit, ...]


def clash(event: Event) -> tuple[Reason, ...]:
    """Find pins and promises that clash, none of them to spare.

    Only the pinned people matter: every limit but a pin is kept as well when a meeting less happens.
    """
    pinned = frozenset(pin.candidate for pin in event.pins)
    options, limits = _asked(event, pinned, among=pinned)
    promises = [Promise(Reason(limit.rule, limit.because, limit.about), (limit,)) for limit in limits]
    return tuple(promise.reason for promise in _smallest(options, promises, {}))


def reasons(event: Event, candidate: str, met: Collection[str], *, settled: bool = True) -> tuple[Reason, ...]:
    """Find the smallest set of promises that together keep a candidate out while all these others keep a meeting.

    What keeps a candidate out even when alone is always found. What others have to do with it is not asked above
    `CROWD` others, nor where it is not `settled` that nobody else can be let in.
    """
    because = alone(event, candidate)
    if because:
        return because
    if not settled or len(met) > CROWD:
        return (Reason("meetings", FULL),) if settled else (Reason(UNKNOWN, SHORT),)
    wanted = _wanted(event, candidate, None, met)
    options, limits = _asked(event, frozenset({candidate}), among=_there(event, wanted))
    return tuple(promise.reason for promise in _smallest(options, list(_promises(limits)), wanted))


def alone(event: Event, candidate: str, employer: str | None = None) -> tuple[Reason, ...]:
    """Find the smallest set of promises that keep a candidate out, or away from an employer, even when alone."""
    only = frozenset({candidate})
    options, limits = _asked(event, only, among=only)
    if not len(options):
        return (Reason("employers", NOBODY),)
    wanted = _wanted(event, candidate, employer)
    return tuple(promise.reason for promise in _smallest(options, list(_promises(limits)), wanted))


def fixes(event: Event, candidate: str, met: Iterable[str], *, employer: str | None = None) -> tuple[Fix, ...]:
    """Find the fewest changes that let a candidate in while all these others keep a meeting; none if none do.

    With an `employer`, into a meeting there, by changes that tell nothing of anybody else. None are looked for above
    `CROWD` others. Each is tried: the changed event is asked whether everybody gets their meetings.
    """
    wanted = _wanted(event, candidate, employer, met)
    if len(wanted) > CROWD:
        return ()
    options, limits = _asked(event, frozenset({candidate}), among=_there(event, wanted))
    if employer is not None:
        limits = [limit if discreet(event, candidate, limit) else replace(limit, fixes=()) for limit in limits]
    tried = islice(_dearer(*_changeable(options, limits, wanted)), TRIES)
    return next((some for some in tried if works(event, [fix.change for fix in some], wanted)), ())


def discreet(event: Event, candidate: str, said: Limit | Reason) -> bool:
    """Tell whether a limit, or the sentence of one, lets nobody read what another candidate needs or avoids."""
    people = {name for name in said.about if name in event.candidate}
    return people == {candidate} or (not people and said.rule in OPEN)


def works(event: Event, changes: Iterable[Change], wanted: Wanted) -> bool:
    """Make some changes, and tell whether everybody then can have their meetings."""
    for change in changes:
        event = change.made_in(event)
    options, limits = _asked(event, frozenset(), among=_there(event, wanted))
    return not blocked(options, limits, wanted)


def _wanted(event: Event, candidate: str, employer: str | None, met: Iterable[str] = ()) -> Wanted:
    """Want a candidate's meetings, or one with this employer, and those of the others who are met."""
    wanted = {Sought(name): event.candidate[name].least_meetings for name in met}
    least = event.candidate[candidate].least_meetings if employer is None else 1
    return {Sought(candidate, employer): least, **wanted}


def _there(event: Event, wanted: Wanted) -> frozenset[str]:
    """Name those whose meetings matter: the wanted ones', and what is decided."""
    return frozenset({sought.candidate for sought in wanted} | {pin.candidate for pin in event.pins})


def _asked(event: Event, lifted: frozenset[str], *, among: frozenset[str]) -> tuple[Options, list[Limit]]:
    """Make the meetings of these people, and what is asked of them: what is decided about others is left out."""
    event = replace(event, pins=tuple(pin for pin in event.pins if pin.candidate in among))
    options = rules.options(event, lifted=lifted, among=among)
    limits = (limit.demanded() for limit in rules.limits(event, options, asked=lifted))
    return options, [limit for limit in limits if len(limit.of) or limit.least]


def _promises(limits: Iterable[Limit]) -> Iterator[Promise]:
    """Gather limits that say the same: one sentence of an explanation each."""
    alike: dict[tuple[str, str], list[Limit]] = {}
    for limit in limits:
        alike.setdefault((limit.rule, limit.because.nb), []).append(limit)
    for (rule, _), same in alike.items():
        about = tuple(sorted({name for limit in same for name in limit.about}))
        yield Promise(Reason(rule, same[0].because, about), tuple(same))


def _smallest(options: Options, promises: Sequence[Promise], wanted: Wanted) -> list[Promise]:
    """Leave out promises, in halves while that goes, until none of those left is to spare."""
    if not blocked(options, [limit for promise in promises for limit in promise.limits], wanted):
        return []
    return _needed(options, [], list(promises), wanted, news=False)


def _needed(
    options: Options, kept: list[Promise], asked: list[Promise], wanted: Wanted, *, news: bool
) -> list[Promise]:
    if news and blocked(options, [limit for promise in kept for limit in promise.limits], wanted):
        return []
    if len(asked) == 1:
        return asked
    first, second = asked[: len(asked) // 2], asked[len(asked) // 2 :]
    of_second = _needed(options, kept + first, second, wanted, news=True)
    of_first = _needed(options, kept + of_second, first, wanted, news=bool(of_second))
    return of_first + of_second


Changes = dict[Change, tuple[cp.IntVar, Fix]]


def _changeable(options: Options, limits: Iterable[Limit], wanted: Wanted) -> tuple[Board, Changes]:
    """A board on which each limit holds unless one of its fixes is made."""
    limits = list(limits)
    board = Board(options, (limit for limit in limits if not limit.fixes), hopes=0)
    changes: Changes = {}
    for limit in limits:
        if limit.fixes:
            for fix in limit.fixes:
                changes.setdefault(fix.change, (board.model.new_bool_var(""), fix))
            holds = board.model.new_bool_var("")
            board.model.add_bool_or([holds, *(changes[fix.change][0] for fix in limit.fixes)])
            board.hold(limit, when=holds)
    want(board, wanted)
    board.model.minimize(cp.LinearExpr.sum([made for made, _ in changes.values()]))
    return board, changes


def _dearer(board: Board, changes: Changes) -> Iterator[tuple[Fix, ...]]:
    """Yield changes that could help, the fewest first, and never the same again."""
    asked = impatient()
    while changes and asked.solve(board.model) in (cp.OPTIMAL, cp.FEASIBLE):
        some = tuple(fix for made, fix in changes.values() if asked.boolean_value(made))
        board.model.add_bool_or([~changes[fix.change][0] for fix in some])
        yield some
