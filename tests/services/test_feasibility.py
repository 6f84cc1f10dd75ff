"""Before anybody is invited: what is too little is said in counts, and what could be done about it has been tried."""

import datetime as dt
from dataclasses import replace

import pytest

from speeddate.domain.catalogue import need
from speeddate.domain.clock import Window, at
from speeddate.domain.event import Event, Round
from speeddate.domain.people import Candidate, Resource, Station
from speeddate.services.setup.feasibility import feasibility
from tests.services.evenings import asking, changed, evening, interpreter

OTHERS = {f"K{n:02}": ["own_notes"] for n in range(20, 25)}  # enough have told what they need
EARLY = (Window(at("15:00"), at("16:05")),)


def needing(event, key, count):
    return asking(event, OTHERS | {f"K{n:02}": [key] for n in range(1, count + 1)})


def said(event, language="nb"):
    return [(each.text[language], [cure[language] for cure in each.cures]) for each in feasibility(event).shortages]


def things(event):
    return {each.label.nb: (each.needed, each.room, each.state) for each in feasibility(event).things}


def looped(count, **more):
    features = [frozenset({"hearing_loop"})] * count + [frozenset()] * (6 - count)
    return tuple(Station(id=f"P{n}", name=f"Plass {n}", features=has, **more) for n, has in enumerate(features, 1))


def test_the_example_evening_is_just_enough():
    told = feasibility(evening())
    assert (told.places.needed, told.places.room, told.places.state, told.shortages) == (24, 24, "full", ())


def test_too_many_candidates_for_the_places():
    assert said(evening(candidates=26)) == [
        (
            "Det trengs 26 møter. Det er plass til 24.",
            ["Legg til en runde, en møteplass eller en arbeidsgiver. Det mangler plass til 2."],
        )
    ]


def test_an_employer_that_takes_few_has_few_places():
    assert [text for text, _ in said(changed(evening(), "E1", max_meetings=2))] == [
        "Det trengs 24 møter. Det er plass til 22."
    ]


def test_those_who_can_only_come_early_are_counted_against_the_early_places():
    event = evening(candidates=10)
    for n in range(1, 9):
        event = changed(event, f"K{n:02}", available=EARLY)
    assert said(event) == [
        (
            "Det trengs 8 møter – de kan bare være i runde 1. Det er plass til 6.",
            ["Spør veilederne om noen kan komme på en annen tid, eller få flere plasser i runde 1."],
        )
    ]


def test_a_round_in_which_few_can_come_leaves_places_empty():
    event = evening(candidates=6, employers=3)
    for n in range(1, 5):
        event = changed(event, f"K{n:02}", available=EARLY)
    turns = feasibility(changed(event, "E3", available=EARLY)).turns
    assert [(turn.comers, turn.places, turn.filled) for turn in turns] == [(6, 3, 3), (2, 2, 2), (2, 2, 2), (2, 2, 2)]


def test_no_station_has_what_some_must_have():
    event = needing(evening(stations=looped(0)), "hearing_loop", 5)
    assert said(event) == [
        (
            "Det trengs 5 møter med dette: teleslynge. Det er ikke noe av det ennå.",
            ["Gi Plass 1, Plass 2 dette: teleslynge."],
        )
    ]


def test_one_station_is_too_few_for_those_who_must_have_what_it_has():
    event = needing(evening(stations=looped(1)), "hearing_loop", 5)
    assert said(event) == [
        ("Det trengs 5 møter med dette: teleslynge. Det rekker til 4.", ["Gi Plass 2 dette: teleslynge."])
    ]
    assert things(event) == {"teleslynge": (5, 4, "short")}


def test_what_helps_is_not_counted():
    event = asking(evening(), {f"K{n:02}": ["hearing_loop"] for n in range(1, 6)}, "helps")
    assert (said(event), things(event)) == ([], {})


def test_where_no_station_can_help_the_counsellors_are_asked():
    event = needing(evening(stations=looped(6)), "hearing_loop", 7)
    for n in range(1, 8):
        event = changed(event, f"K{n:02}", available=EARLY)
    text, cures = said(event)[1]
    assert text == "Det trengs 7 møter med dette: teleslynge – de kan bare være i runde 1. Det rekker til 6."
    assert cures == ["Spør veilederne om det kan løses på en annen måte eller til en annen tid."]


def test_of_few_people_it_is_not_said_that_they_can_come_to_few_rounds():
    event = changed(needing(evening(employers=6, stations=looped(1)), "hearing_loop", 2), "K01", available=EARLY)
    event = changed(event, "K02", available=EARLY)
    assert [text for text, _ in said(event)] == ["Det trengs 2 møter med dette: teleslynge. Det rekker til 1."]


def test_the_venue_lacks_what_some_must_have():
    event = needing(evening(), "accessible_toilet", 2)
    assert said(event) == [
        (
            "Det trengs 2 møter med dette: tilrettelagt toalett. Det er ikke noe av det ennå.",
            ["Finn et lokale med dette: tilrettelagt toalett."],
        )
    ]
    assert things(replace(event, venue_features=frozenset({"accessible_toilet"}))) == {
        "tilrettelagt toalett": (2, 24, "fine")
    }


def test_four_who_sign_at_the_same_time_and_one_interpreter():
    event = replace(needing(evening(), "sign_interpreter", 4), resources=(interpreter(),))
    for n in range(1, 5):
        event = changed(event, f"K{n:02}", available=EARLY)
    assert said(event) == [
        (
            "Det trengs 4 møter med dette: tegnspråktolk – de kan bare være i runde 1. Det rekker til 1.",
            ["Skaff 3 til av dette: tegnspråktolk."],
        )
    ]


def test_an_interpreter_who_leaves_early_stays_or_gets_company():
    there = (Window(at("15:00"), at("17:00")),)
    event = replace(needing(evening(), "sign_interpreter", 3), resources=(interpreter(available=there),))
    assert said(event) == [
        (
            "Det trengs 3 møter med dette: tegnspråktolk – de kan bare være i runde 1–2. Det rekker til 2.",
            [
                "La dette være her til 17.30: tegnspråktolk.",
                "Skaff 1 til av dette, som er her fra start til slutt: tegnspråktolk.",
            ],
        )
    ]


def test_an_interpreter_who_comes_as_the_first_meetings_begin_is_too_late_for_them():
    there = (Window(at("15:30"), at("16:45")),)
    pair = tuple(interpreter(name, available=there) for name in ("T1", "T2"))
    event = replace(needing(evening(), "sign_interpreter", 4), resources=pair, late_start_minutes=(0, 5, 10))
    assert things(event) == {"tegnspråktolk": (4, 2, "short")}
    assert said(event)[0][1][0] == "La dette være her til 18.15: tegnspråktolk."


def test_an_interpreter_who_comes_late_comes_earlier():
    there = (Window(at("17:35"), at("18:30")),)
    event = replace(needing(evening(), "sign_interpreter", 2), resources=(interpreter(available=there),))
    assert said(event)[0][1][0] == "La dette være her fra 16.45: tegnspråktolk."


def test_nobody_works_longer_than_they_may_without_a_rest():
    rounds = tuple(Round(600 + 35 * n, 630 + 35 * n) for n in range(4))
    event = replace(needing(evening(), "sign_interpreter", 4), rounds=rounds, latest_end=0, resources=(interpreter(),))
    event = replace(event, late_start_minutes=(0,))
    assert things(event) == {"tegnspråktolk": (4, 3, "short")}


def test_things_that_are_lent_out_serve_as_many_at_once_as_there_are():
    places = Resource(id="R1", kind="quiet_place", capacity=2)
    event = replace(needing(evening(rounds=1), "quiet_room", 3), resources=(places,))
    assert things(event) == {"plass i stille rom": (3, 2, "short")}


def test_two_are_needed_together():
    pair = tuple(Resource(id=name, kind="tactile_interpreter") for name in ("T1", "T2", "T3"))
    event = replace(needing(evening(rounds=1), "tactile_interpreter", 2), resources=pair)
    assert things(event) == {"tolk som bruker hendene": (2, 1, "short")}


def test_an_interpreter_of_a_language_is_named_with_it():
    event = asking(evening(), OTHERS)
    event = changed(event, "K01", needs=(need("spoken_interpreter", lang="ar"),))
    assert things(event) == {"tolk til et annet språk (arabisk)": (1, 0, "short")}


def test_one_counsellor_is_wanted_in_more_rooms_than_there_are_rounds():
    (text, cures), *others = said(needing(evening(), "counsellor_in_room", 5))
    assert (text, others) == ("Veiledere må være med på 5 møter. De rekker 4.", [])
    assert cures == [
        "La en veileder til være med, la veilederne være her lenger, og se til at alle kandidater har en veileder."
    ]


def test_whoever_has_no_counsellor_is_counted_and_not_told_apart():
    event = changed(needing(evening(), "counsellor_in_room", 3), "K01", counsellor="")
    assert [text for text, _ in said(event)] == ["Veiledere må være med på 3 møter. De rekker 2."]


def test_a_counsellor_who_is_in_the_room_is_busy_all_the_time():
    event = asking(evening(), OTHERS | {f"K{n:02}": ["warm_up", "counsellor_in_room"] for n in range(1, 6)})
    assert things(event) == {"veileder som er med": (5, 4, "short")}


def test_what_takes_no_time_keeps_nobody_busy():
    event = asking(evening(rounds=1, candidates=6), {})
    for n in range(1, 7):
        event = changed(event, f"K{n:02}", needs=(need("warm_up", "must", before_min=0),))
    assert things(event) == {"veileder som er med": (6, 6, "fine")}


def test_whoever_has_a_shorter_meeting_needs_less_time():
    event = evening(rounds=1, candidates=1)
    event = changed(asking(event, {"K01": ["shorter_meeting"]}), "K01", available=(Window(at("15:30"), at("15:50")),))
    assert said(event) == []


@pytest.mark.parametrize("strength", ["must", "helps"])
def test_employers_come_to_those_who_stay_in_the_one_room_that_they_can_use(strength):
    event = asking(evening(employers=2, stations=looped(1)[:2]), OTHERS)
    needs = (need("hearing_loop", "must"), need("same_room", strength))
    assert said(changed(event, "K01", needs=needs, min_meetings=2, max_meetings=2))[1:] == []


def test_each_alone_is_enough_and_together_they_are_not():
    event = asking(evening(stations=looped(3)), OTHERS | {"K01": ["hearing_loop", "step_free"]})
    stepless = tuple(
        replace(one, features=one.features | ({"step_free"} if n > 3 else set()))
        for n, one in enumerate(event.stations)
    )
    assert [text for text, _ in said(replace(event, stations=stepless))] == [
        "Til sammen går det ikke opp. Når alt som må være på plass, er det, blir det høyst 23 av 24 møter."
    ]


def test_while_few_have_told_what_they_need_it_is_not_said_what_that_is():
    event = asking(evening(), {"K01": ["hearing_loop"]})
    told = feasibility(event)
    assert (told.secret, told.things) == (True, ())
    assert said(event) == [
        (
            "Det er for lite av noe som må være på plass.",
            ["Spør veilederne. Her står det hva det er, når minst 5 kandidater har sagt hva de trenger."],
        )
    ]


@pytest.mark.parametrize(("count", "secret"), [(4, True), (5, False)])
def test_four_are_too_few_for_telling_and_five_are_enough(count, secret):
    event = asking(evening(), {f"K{n:02}": ["own_notes"] for n in range(1, count + 1)})
    assert feasibility(event).secret is secret


def test_employers_are_counted_with_those_who_wish_for_them():
    event = changed(changed(evening(), "K01", wishes=("E2", "E1")), "K02", wishes=("E2",))
    firms = [(firm.name, firm.places, firm.wished, firm.first) for firm in feasibility(event).firms]
    assert firms[:3] == [("E1", 4, 1, 0), ("E2", 4, 2, 2), ("E3", 4, 0, 0)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"candidates": (Candidate(id="K1", needs=(need("hearing_loop"), need("sign_interpreter")), wishes=()),)},
        {"stations": (Station(id="P1"),), "employers_move": True},
        {"candidates": (Candidate(id="K1"),), "only_wished": True},
    ],
)
def test_an_event_that_has_only_begun_is_counted_as_well(more):
    told = feasibility(Event(date=dt.date(2027, 2, 10), rounds=(Round(600, 630),), **more))
    assert (told.begun, told.shortages) == (False, ())


def test_where_employers_move_there_are_as_many_places_as_rooms_and_employers():
    event = replace(evening(candidates=5, employers=2, rounds=2), employers_move=True)
    event = replace(event, stations=tuple(Station(id=f"P{n}") for n in range(3)))
    told = feasibility(event)
    assert (told.places.room, [turn.places for turn in told.turns], len(told.shortages)) == (4, [2, 2], 1)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_sentence_is_whole_in_every_language(language):
    event = replace(needing(evening(candidates=26), "sign_interpreter", 6), resources=(interpreter(),))
    for n in range(1, 4):
        event = changed(event, f"K{n:02}", available=EARLY)
    sentences = [text for text, cures in said(event, language) for text in (text, *cures)]
    assert len(sentences) == 4
    assert [text for text in sentences if "{" in text or "K0" in text] == []
