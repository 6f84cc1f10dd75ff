"""Draw realistic events from a seed: skewed popularity, realistic shares of needs, windows, avoidance, few helpers."""

from __future__ import annotations

import datetime as dt
from random import Random

from speeddate.domain.catalogue import Need, catalogue, need
from speeddate.domain.clock import DAY, Window, at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Counsellor, Employer, Resource, Station

FEATURES = sorted({str(kind.params["feature"]) for kind in catalogue().values() if "feature" in kind.params})
SHARES = {
    **dict.fromkeys(("time_to_answer", "low_noise", "clear_questions", "own_notes", "questions_ahead"), 0.15),
    **dict.fromkeys(("quiet_room", "own_room", "warm_up", "debrief", "met_at_door", "low_stimulus"), 0.10),
    **dict.fromkeys(("extra_time", "counsellor_in_room", "no_crowd", "not_first", "go_first"), 0.06),
    **dict.fromkeys(("companion", "prefer_early", "prefer_late", "even_light", "short_stay", "break_between"), 0.05),
    **dict.fromkeys(("sign_interpreter", "hearing_loop", "step_free", "shorter_meeting", "help_with_doors"), 0.03),
    **dict.fromkeys(("spoken_interpreter", "counsellor_opens", "working_dog", "dog_free", "move_time"), 0.02),
}
OWN = {"spoken_interpreter": {"lang": "ar"}}


def evening(seed: int, *, candidates: int = 24, employers: int = 6, meetings: int = 1) -> Event:
    """Draw an evening of four rounds with a break, everybody allowed to meet anybody."""
    clocks = [("15:30", "16:00"), ("16:10", "16:40"), ("17:00", "17:30"), ("17:40", "18:10")]
    rounds = tuple(Round(at(start), at(end)) for start, end in clocks)
    return _event(Random(seed), rounds, (candidates, employers), meetings=meetings, wishes=(3, 5), fair=False)


def fair(seed: int, *, candidates: int = 120, employers: int = 30, rounds: int = 6, meetings: int = 2) -> Event:
    """Draw a job fair where only wishes count and four employers in ten have two stations.

    Each need comes a third as often as at an evening for people far from working life: about half have one. A guess.
    """
    times = tuple(Round(at("10:00") + 40 * n, at("10:30") + 40 * n) for n in range(rounds))
    return _event(Random(seed), times, (candidates, employers), meetings=meetings, wishes=(5, 10), fair=True)


def _event(  # noqa: PLR0913  # a drawing of its own for each
    lots: Random,
    rounds: tuple[Round, ...],
    size: tuple[int, int],
    *,
    meetings: int,
    wishes: tuple[int, int],
    fair: bool,
) -> Event:
    people, firms = size
    names = [f"K{n:04}" for n in range(1, people + 1)]
    per_counsellor = 12 if fair else 5
    return Event(
        date=dt.date(2027, 2, 10),
        rounds=rounds,
        latest_end=rounds[-1].end + 20,
        only_wished=fair,
        **_places(lots, firms, names, two=0.4 if fair else 0.0),
        counsellors=tuple(Counsellor(id=f"V{n}") for n in range(-(-people // per_counsellor))),
        resources=_helpers(rounds, people),
        candidates=tuple(
            Candidate(
                id=name,
                counsellor=f"V{n // per_counsellor}",
                wishes=_wishes(lots, firms, lots.randint(*wishes)),
                avoid_employers=frozenset({f"E{lots.randint(1, firms)}"}) if lots.random() < 0.05 else frozenset(),
                needs=_needs(lots, as_often=1 / 3 if fair else 1),
                available=(Window(rounds[0].start, rounds[-2].end),) if lots.random() < 0.1 else DAY,
                max_meetings=meetings,
            )
            for n, name in enumerate(names)
        ),
    )


def _places(lots: Random, firms: int, names: list[str], *, two: float) -> dict[str, tuple[object, ...]]:
    stations: list[Station] = []
    employers = []
    for n in range(1, firms + 1):
        mine = []
        for _ in range(2 if lots.random() < two else 1):
            features = frozenset(feature for feature in FEATURES if lots.random() < 0.6)
            near = frozenset({stations[-1].id}) if stations and lots.random() < 0.3 else frozenset()
            stations.append(Station(id=f"P{len(stations) + 1}", features=features, near=near))
            mine.append(stations[-1].id)
        interest = {name: lots.randint(1, 3) for name in lots.sample(names, len(names) // 5)}
        employers.append(Employer(id=f"E{n}", stations=tuple(mine), interest=interest))
    return {"stations": tuple(stations), "employers": tuple(employers)}


def _helpers(rounds: tuple[Round, ...], people: int) -> tuple[Resource, ...]:
    middle = rounds[len(rounds) // 2].start
    shifts = ((Window(rounds[0].start - 10, middle),), (Window(middle - 10, rounds[-1].end + 20),))
    signing = (Resource(id=f"T{n}", kind="sign_interpreter", available=shift) for n, shift in enumerate(shifts))
    pools = {"spoken_interpreter:ar": 1 + people // 100, "quiet_place": 2 + people // 20, "host": 1 + people // 40}
    return (*signing, *(Resource(id=kind, kind=kind, capacity=count) for kind, count in pools.items()))


def _wishes(lots: Random, firms: int, count: int) -> tuple[str, ...]:
    """Draw a wish list in which the first employers are the popular ones."""
    weights = {f"E{n}": lots.random() ** (n**0.5) for n in range(1, firms + 1)}
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True)[:count])


def _needs(lots: Random, *, as_often: float) -> tuple[Need, ...]:
    return tuple(need(key, **OWN.get(key, {})) for key, share in SHARES.items() if lots.random() < share * as_often)
