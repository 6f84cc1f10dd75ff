"""Tiny random events in which the rules collide, and a search through every plan of one."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import combinations
from random import Random

from speeddate import goals, rules
from speeddate.domain.catalogue import catalogue, need
from speeddate.domain.clock import DAY, Window, at
from speeddate.domain.event import Event, Round
from speeddate.domain.limit import Numbers
from speeddate.domain.people import Candidate, Counsellor, Employer, Resource, Station

ROUNDS = (Round(at("15:30"), at("16:00")), Round(at("16:10"), at("16:40")), Round(at("17:00"), at("17:30")))
OWN = {"time_window": {"from": at("15:30"), "to": at("16:45")}, "spoken_interpreter": {"lang": "ar"}}
FEATURES = sorted({str(kind.params["feature"]) for kind in catalogue().values() if "feature" in kind.params})
TIMED = [
    key
    for key, kind in catalogue().items()
    if kind.params
    and kind.type not in {"MATERIAL", "CONDUCT", "CONTACT", "EMPLOYER_TASK", "PRE_VISIT", "STATION_LAYOUT"}
]


MOVED, OFTEN = 10**6, 0.1  # drawn apart, so that all else stays as it is


def tiny(seed: int) -> Event:
    """Draw an event of two or three candidates, one or two employers, two or three rounds."""
    lots = Random(seed)
    employers = [f"E{n}" for n in range(1, lots.randint(1, 2) + 1)]
    stations = tuple(Station(id=f"P{n}", features=_some(lots, FEATURES, 0.7), near=frozenset({"P1"})) for n in (1, 2))
    return Event(
        date=dt.date(2027, 2, 10),
        rounds=ROUNDS[: lots.randint(2, 3)],
        late_start_minutes=(0, 10),
        latest_end=at("17:45"),
        employers_move=Random(seed + MOVED).random() < OFTEN,
        venue_features=_some(lots, ["accessible_toilet"], 0.5),
        stations=stations,
        employers=tuple(
            Employer(
                id=name,
                stations=(f"P{n}",),
                interest={"K1": lots.randint(0, 3), "K2": 1},
                max_meetings=lots.randint(1, 3),
            )
            for n, name in enumerate(employers, 1)
        ),
        counsellors=(Counsellor(id="V1", available=lots.choice([DAY, (Window(at("15:00"), at("16:45")),)])),),
        resources=tuple(
            Resource(id=f"R{n}", kind=kind)
            for n, kind in enumerate(["sign_interpreter", "quiet_place", "host", "spoken_interpreter:ar"])
            if lots.random() < 0.7
        ),
        candidates=tuple(_candidate(lots, n, employers) for n in range(1, lots.randint(2, 3) + 1)),
    )


def _candidate(lots: Random, number: int, employers: list[str]) -> Candidate:
    keys = lots.sample(TIMED, lots.choice([0, 1, 2, 3]))
    return Candidate(
        id=f"K{number}",
        counsellor=lots.choice(["V1", "V1", ""]),
        wishes=tuple(lots.sample(employers, lots.randint(0, len(employers)))),
        max_meetings=lots.choice([1, 1, 2]),
        avoid_candidates=frozenset({"K1"}) if number == 2 and lots.random() < 0.2 else frozenset(),
        needs=tuple(need(key, lots.choice(["must", "helps"]), **_own(key, number)) for key in keys),
    )


def _own(key: str, number: int) -> dict[str, object]:
    """What a need says of its own: a crowd is two for the first candidate, three for the second."""
    return {"max_waiting": number} if key == "no_crowd" else OWN.get(key, {})


def _some(lots: Random, names: list[str], share: float) -> frozenset[str]:
    return frozenset(name for name in names if lots.random() < share)


def best(event: Event, among: Callable[[Numbers, Numbers], bool] = lambda *_: True) -> tuple[int, ...]:
    """Try every plan, or those among which it asks for; return the best figures, stage by stage."""
    options = rules.options(event)
    limits = list(rules.limits(event, options))
    stages = list(goals.stages(event, options))
    best_yet: tuple[int, ...] = ()
    for chosen in _plans(len(options), limits):
        for given_up in _hopes(event, options, chosen):
            kept = all(limit.kept_by(chosen, given_up) for limit in limits if limit.excuse is not None)
            if kept and among(chosen, given_up):
                figures = tuple(stage.sign * stage.measure.of(options, chosen, given_up) for stage in stages)
                best_yet = max(best_yet, figures)
    return tuple(figure * stage.sign for figure, stage in zip(best_yet, stages, strict=True))


def _plans(count: int, limits: list) -> Iterator[frozenset[int]]:
    musts = [limit.demanded() for limit in limits]
    concerned = {id(limit): frozenset(limit.of.tolist()) for limit in musts}
    growing = [frozenset[int]()]
    while growing:
        yield from growing
        growing = [
            wider
            for plan in growing
            for option in range(max(plan, default=-1) + 1, count)
            for wider in [plan | {option}]
            if all(limit.kept_by(wider) for limit in musts if option in concerned[id(limit)])
        ]


def _hopes(event: Event, options: rules.Options, chosen: frozenset[int]) -> Iterator[frozenset[int]]:
    here = {options.at(option).candidate for option in chosen}
    hopes = [number for number, hope in enumerate(event.hopes) if hope.candidate in here]
    for size in range(len(hopes) + 1):
        yield from map(frozenset, combinations(hopes, size))
