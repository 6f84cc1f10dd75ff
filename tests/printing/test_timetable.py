from dataclasses import replace

import pytest

from speeddate.domain.clock import at
from speeddate.domain.event import Round
from speeddate.domain.people import Candidate, Employer
from speeddate.domain.schedule import Reading, Unplaced
from speeddate.printing.columns import columns
from speeddate.printing.words import Voice
from tests.printing.builders import ROUNDS, evening, meeting, pages, plan, printed


def timetable(event=None, schedule=None, **more):
    return [
        " ".join(page.split())
        for page in pages(printed(event, schedule, kinds=("timetable",), **more)["timetable.pdf"])
    ]


def grand(employers, rounds):
    """Make an evening in which every employer has a meeting in every round."""
    firms = tuple(Employer(id=f"E{n}", name=f"Oppdiktet firma {n} AS") for n in range(employers))
    people = tuple(
        Candidate(id=f"K{n}", name="Alexandra-Marie", number=str(100 + n)) for n in range(employers * len(rounds))
    )
    meetings = tuple(
        meeting(
            f"K{r * employers + e}", f"E{e}", f"E{e}", f"{start // 60}:{start % 60:02}", f"{end // 60}:{end % 60:02}"
        )
        for r, (start, end) in enumerate(rounds)
        for e in range(employers)
    )
    return (
        evening(rounds=rounds, stations=(), employers=firms, candidates=people),
        plan(meetings=meetings, unplaced=(), unmet=()),
    )


def test_the_whole_plan_stands_on_one_page():
    assert timetable() == [
        (
            "Lever arket tilbake. Vi makulerer det samme dag. "
            "Versjon 3 · Skrevet ut 1. februar 2027, 12.05 · Side 1 av 1 "
            "Møteplan for Ta sjansen Prøveby Onsdag 10. februar 2027, Eksempelgata 11, Prøveby "
            "Møteplass Runde 1 15.30–16.00 Runde 2 16.10–16.40 Pause 16.40– 17.00 Runde 3 17.00–17.30 "
            "Runde 4 17.40–18.10 "
            "Plass 1 Løten Bakeri 7 Sara 16.10–16.55 12 17.05–17.35 3 Eva "
            "Plass 2 Oppdiktet Sport AS 3 Eva "
            "Uten møte • 21 Ali: Tolken er opptatt da. "
            "Møter etter ønske 1. ønske 1 2. ønske 0 Uten ønske 3 "
            "3 av 4 får et møte. 1 møte er et førsteønske. 1 ting som hjelper, mangler. "
            "1 starter senere enn runden. Bevist best."
        )
    ]


def test_twenty_four_candidates_and_six_employers_fit_on_one_page():
    assert len(timetable(*grand(6, ROUNDS))) == 1


def test_a_large_event_goes_on_over_pages_that_repeat_the_headings():
    found = timetable(*grand(20, ROUNDS))
    assert len(found) > 1
    assert all("Møteplass Runde 1 15.30–16.00" in page for page in found if "Oppdiktet firma" in page)
    assert all(any(f"Oppdiktet firma {n} AS" in page for page in found) for n in range(20))


@pytest.mark.parametrize("employers", range(5, 13))
def test_no_station_is_left_alone_on_a_page_in_large_print(employers):
    found = timetable(*grand(employers, ROUNDS), profile="large")

    assert [page.count("Oppdiktet firma") for page in found if page.count("Oppdiktet firma") == 1] == []
    assert sum(page.count("Oppdiktet firma") for page in found) == employers


@pytest.mark.parametrize("employers", range(6, 13))
def test_no_page_ends_between_the_title_of_the_bars_and_the_bars(employers):
    event, schedule = grand(employers, ROUNDS)
    wished = tuple(replace(each, wishes=("E0", "E1", "E2", "E3", "E4")) for each in event.candidates)
    found = timetable(replace(event, candidates=wished), schedule)
    titled = next(page for page in found if "Møter etter ønske" in page)
    assert ("1. ønske" in titled, "5. ønske" in titled) == (True, True)


def test_many_rounds_become_several_tables():
    rounds = tuple(Round(at("08:00") + 40 * n, at("08:30") + 40 * n) for n in range(12))
    found = " ".join(timetable(*grand(3, rounds)))
    assert found.count("Møteplass Runde") == 2
    assert all(f"Runde {n} " in found for n in range(1, 13))


@pytest.mark.parametrize("count", [4, 5])
def test_no_time_is_broken_over_two_lines_in_large_print(count):
    rounds = tuple(Round(at("08:00") + 50 * n, at("08:30") + 50 * n) for n in range(count))
    found = " ".join(timetable(*grand(2, rounds), profile="large"))
    times = [Voice("nb").clock(minute) for column in columns(rounds) for minute in (column.start, column.end)]
    assert [time for time in times if time not in found] == []


def test_a_guest_at_a_station_is_named_in_the_cell():
    moved = replace(plan().meetings[2], station="E2")
    assert (
        "3 Eva 3 Eva Løten Bakeri"
        in timetable(schedule=plan(meetings=(*plan().meetings[:2], moved, plan().meetings[3])))[0]
    )


def test_nobody_left_out_is_said():
    assert "Ingen er uten møte." in timetable(schedule=plan(unplaced=()))[0]


def test_somebody_left_out_without_a_known_reason_is_still_listed():
    assert "• 21 Ali: Det er ikke funnet noen grunn." in timetable(schedule=plan(unplaced=(Unplaced("K04"),)))[0]


def test_a_goal_that_is_not_proven_shows_how_good_it_could_be():
    schedule = plan(
        status="feasible", goals=(Reading("met", 3, 4, proven=False), Reading("waiting", 0, 0, proven=True))
    )
    assert timetable(schedule=schedule)[0].endswith(
        "3 av 4 får et møte (best mulig er 4). Ingen må vente. Ikke bevist best."
    )


def test_no_plan_is_said_to_be_better_than_the_best_possible_because_it_breaks_something():
    schedule = plan(status="feasible", goals=(Reading("waiting", 190, 200, proven=False),))
    assert timetable(schedule=schedule)[0].endswith("190 minutter med venting. Ikke bevist best.")


@pytest.mark.parametrize(
    ("key", "one"),
    [
        ("met", "1 of 4 gets a meeting."),
        ("meetings", "1 meeting in all."),
        ("wishes", "1 meeting is a first wish."),
        ("comfort", "1 thing that helps is missing."),
        ("interest", "The employers' interest is 1."),
        ("on_time", "1 starts later than its round."),
        ("waiting", "1 minute of waiting."),
        ("unchanged", "1 gets something new."),
    ],
)
def test_one_of_a_thing_is_told_as_one(key, one):
    value = (4, 0) if key == "wishes" else 1  # three meetings are of people without wishes
    found = timetable(schedule=plan(goals=(Reading(key, value, value, proven=True),)), language="en")[0]
    assert found.endswith(f"{one} Proven best.")


def test_it_is_spoken_in_the_language_asked_for():
    assert "Uten møte" in timetable()[0]
    assert "Utan møte" in timetable(language="nn")[0]
    assert "Without a meeting" in timetable(language="en")[0]
