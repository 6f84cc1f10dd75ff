"""Draw tiny events, richer than the solver's own: more meetings fit in, so that more promises collide."""

from dataclasses import replace
from random import Random

from speeddate.domain.catalogue import need
from speeddate.domain.clock import DAY, Window, at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Employer, Pin, Resource, Station
from tests.properties.naive import kind
from tests.solver.tiny import FEATURES, OWN, TIMED, tiny

EVENINGS = (
    (Round(at("15:30"), at("16:00")), Round(at("16:10"), at("16:40")), Round(at("17:00"), at("17:30"))),
    (Round(at("15:30"), at("16:00")), Round(at("16:05"), at("16:35")), Round(at("16:50"), at("17:20"))),
    (Round(at("15:30"), at("16:00")), Round(at("16:15"), at("16:45")), Round(at("17:05"), at("17:25"))),
)
HALVES = (Window(at("15:00"), at("16:10")), Window(at("16:30"), at("18:00")))
HOURS = (DAY, DAY, DAY, DAY, (Window(at("15:30"), at("16:45")),), HALVES)
THEMES = (
    TIMED,
    ["sign_interpreter", "text_interpreter", "sign_interpreter", "extra_time"],
    ["tactile_interpreter", "quiet_room", "lie_down", "guide_in_building", "help_with_doors", "parking_at_door"],
    ["working_dog", "dog_free"],
    ["hearing_loop"],
    ["short_stay", "same_room", "quiet_room"],
    ["warm_up", "debrief", "counsellor_in_room", "met_at_door", "counsellor_opens"],
    ["working_dog", "dog_free", "hearing_loop", "no_crowd", "same_room", "accessible_toilet"],
    ["go_first", "not_first", "prefer_early", "prefer_late", "time_window", "short_stay", "break_between", "move_time"],
    ["extra_time", "shorter_meeting", "time_to_answer", "spoken_interpreter", "few_meetings", "same_room"],
)
PARAMS = {**OWN, "no_crowd": {"max_waiting": 1}}
RESTING = {"sign_interpreter", "text_interpreter"}
PAIRS = {"tactile_interpreter"}
CONTRARY = {"working_dog", "dog_free"}


def drawn(seed: int) -> Event:
    """Take a tiny event, and let its people, places and hours vary more."""
    lots = Random(seed)
    rounds = lots.choice(EVENINGS)
    event = replace(
        tiny(seed),
        rounds=rounds,
        late_start_minutes=lots.choice([(0, 10), (0, 5, 10), (0, 4)]),
        latest_end=lots.choice([max(rounds).end, at("17:45"), at("18:00")]),
        arrive_minutes=lots.choice([10, 15, 20]),
        turnaround_minutes=lots.choice([0, 5, 5]),
        only_wished=lots.random() < 0.05,
        stations=_stations(lots),
    )
    theme = lots.choice(THEMES)
    event = replace(
        event,
        employers=tuple(_employer(lots, employer) for employer in event.employers),
        candidates=tuple(_candidate(lots, candidate, event, theme) for candidate in event.candidates),
        counsellors=tuple(replace(counsellor, available=lots.choice(HOURS)) for counsellor in event.counsellors),
    )
    return replace(event, resources=_resources(lots, event), pins=_pins(lots, event))


def _stations(lots: Random) -> tuple[Station, ...]:
    share = lots.choice([1, 1, 0.8])
    near = {"P1": {"P2"}, "P2": {"P2", "P3"}, "P3": set()}
    return tuple(
        Station(
            id=name,
            features=frozenset(feature for feature in FEATURES if lots.random() < share),
            near=frozenset(near[name]),
        )
        for name in near
    )


def _employer(lots: Random, employer: Employer) -> Employer:
    stations = lots.choice([employer.stations, employer.stations, (*employer.stations, "P3")])
    return replace(employer, stations=stations, available=lots.choice(HOURS), max_meetings=lots.choice([2, 3, 4]))


def _candidate(lots: Random, candidate: Candidate, event: Event, theme: list[str]) -> Candidate:
    keys = sorted(set(lots.sample(theme, min(len(theme), lots.randint(0, 3)))))
    if set(keys) >= CONTRARY:
        keys.remove("dog_free")
    return replace(
        candidate,
        needs=tuple(need(key, lots.choice(["must", "must", "helps"]), **PARAMS.get(key, {})) for key in keys),
        avoid_employers=frozenset({lots.choice(event.employers).id} if lots.random() < 0.05 else ()),
        available=lots.choice(HOURS),
        max_meetings=lots.choice([1, 2, 2]),
    )


def _resources(lots: Random, event: Event) -> tuple[Resource, ...]:
    wanted = {kind(need) for candidate in event.candidates for need in candidate.asks("resource")}
    return tuple(
        Resource(
            id=f"{name}-{number}",
            kind=name,
            capacity=1 if name in RESTING else lots.choice([1, 1, 2]),
            available=lots.choice(HOURS),
        )
        for name in sorted(wanted)
        for number in range(lots.choice([0, 2, 2] if name in PAIRS else [0, 1, 1, 1, 2, 2]))
    )


def _pins(lots: Random, event: Event) -> tuple[Pin, ...]:
    if lots.random() < 0.95:
        return ()
    start = lots.choice([None, lots.choice(event.rounds).start])
    employer = lots.choice(event.employers)
    return (Pin(candidate="K1", employer=employer.id, start=start, station=lots.choice([None, *employer.stations])),)
