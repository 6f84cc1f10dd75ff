"""The evenings that speeddate has to manage, or explain."""

from collections import Counter
from dataclasses import replace

import pytest

from speeddate.domain.catalogue import need
from speeddate.domain.clock import Window, at
from speeddate.domain.event import Round
from speeddate.domain.outcome import Impossible, Planned
from speeddate.domain.people import Candidate, Counsellor, Pin, Resource
from speeddate.services.plans.planning import plan
from speeddate.solver import explain, reach
from tests.services.evenings import asking, changed, evening, interpreter


def planned(event, **wishes):
    outcome = plan(event, **wishes)
    assert isinstance(outcome, Planned)
    return outcome.schedule


def figure(schedule, key):
    return next(reading.value for reading in schedule.goals if reading.key == key)


def meeting(schedule, name):
    return next(meeting for meeting in schedule.meetings if meeting.candidate == name)


def test_an_evening_without_needs_gives_everybody_a_meeting_on_time():
    schedule = planned(evening())

    assert (figure(schedule, "met"), figure(schedule, "on_time"), schedule.status) == (24, 0, "optimal")


def test_three_who_sign_share_one_interpreter_at_different_times():
    event = replace(evening(), resources=(interpreter(),))

    schedule = planned(asking(event, {name: ["sign_interpreter"] for name in ("K01", "K02", "K03")}))

    starts = {meeting(schedule, name).start for name in ("K01", "K02", "K03")}
    assert (figure(schedule, "met"), len(starts)) == (24, 3)


def test_four_in_a_row_are_more_than_an_interpreter_can_take():
    back_to_back = tuple(
        r._replace(start=at("15:30") + 35 * n, end=at("16:00") + 35 * n) for n, r in enumerate(evening().rounds)
    )
    event = replace(evening(), rounds=back_to_back, resources=(interpreter(),), late_start_minutes=(0,))

    schedule = planned(asking(event, {f"K0{n}": ["sign_interpreter"] for n in range(1, 5)}))

    assert len(schedule.unplaced) == 1
    assert schedule.unplaced[0].fixes


def test_two_loops_beside_each_other_are_never_on_together():
    event = evening(candidates=8, employers=2, rounds=4)
    event = changed(event, "P1", features=frozenset({"hearing_loop"}), near=frozenset({"P2"}))
    event = changed(event, "P2", features=frozenset({"hearing_loop"}))

    schedule = planned(asking(event, {"K01": ["hearing_loop"], "K02": ["hearing_loop"]}))

    assert meeting(schedule, "K01").start != meeting(schedule, "K02").start
    assert figure(schedule, "met") == 8


def test_a_set_of_microphones_needs_time_to_be_moved():
    kit = Resource(id="A1", kind="amp_kit")
    event = replace(evening(candidates=2, employers=2, rounds=1), resources=(kit,), late_start_minutes=(0,))

    schedule = planned(asking(event, {"K01": ["talk_amplifier"], "K02": ["talk_amplifier"]}))

    assert figure(schedule, "met") == 1


def test_a_counsellor_wanted_in_two_rooms_is_in_them_one_after_the_other():
    needs = {"K01": ["counsellor_in_room", "debrief"], "K02": ["counsellor_in_room", "debrief"]}

    schedule = planned(asking(evening(candidates=5, employers=5), needs))

    first, second = sorted(meeting(schedule, name) for name in needs)
    assert second.start >= first.end + 10
    assert (first.people, second.people) == (("V1",), ("V1",))


def test_a_longer_meeting_moves_only_its_own_employers_next_one():
    event = evening(candidates=8, employers=2, rounds=4)
    pins = (Pin(candidate="K01", employer="E1", start=at("16:10")),)

    schedule = planned(replace(asking(event, {"K01": ["extra_time"]}), pins=pins))

    longer = meeting(schedule, "K01")
    assert (longer.end - longer.start, figure(schedule, "met"), figure(schedule, "on_time")) == (45, 8, 0)


def test_a_working_dog_and_a_room_without_animals_are_at_different_stations():
    event = changed(evening(candidates=2, employers=2), "P1", features=frozenset({"dog_ok"}))

    schedule = planned(asking(event, {"K01": ["working_dog"], "K02": ["dog_free"]}))

    assert (meeting(schedule, "K01").station, meeting(schedule, "K02").station) == ("P1", "P2")


def test_a_window_and_an_avoided_employer_are_kept():
    event = changed(evening(), "K01", available=(Window(at("16:00"), at("17:00")),), avoid_employers=frozenset({"E2"}))

    mine = meeting(planned(event), "K01")

    assert mine.start == at("16:10")
    assert mine.employer != "E2"


def test_a_need_that_no_station_meets_leaves_one_out_with_a_change_that_helps():
    schedule = planned(asking(evening(), {"K01": ["step_free"]}))

    [left_out] = schedule.unplaced
    assert (left_out.candidate, [reason.rule for reason in left_out.because]) == ("K01", ["station_feature"])
    assert len(left_out.fixes) == 1


def test_seven_candidates_and_six_places_leave_one_out():
    schedule = planned(evening(candidates=7, employers=6, rounds=1))

    assert (figure(schedule, "met"), len(schedule.unplaced)) == (6, 1)


def test_the_worst_off_comes_before_the_sum():
    schedule = planned(asking(evening(candidates=2, employers=2), {"K01": ["low_noise", "even_light"]}, "helps"))

    assert figure(schedule, "comfort") == (2, 2)


def test_keeping_an_earlier_plan_changes_nobody_when_nothing_has_changed():
    event = evening(candidates=8, employers=3)
    earlier = planned(event, seed=5)

    again = planned(event, seed=6, earlier=earlier)

    assert (again.meetings, figure(again, "unchanged"), again.version) == (earlier.meetings, 0, 2)


def test_one_who_leaves_changes_nobody_else():
    event = evening(candidates=8, employers=3)
    earlier = planned(event)
    fewer = replace(event, candidates=event.candidates[:-1])

    again = planned(fewer, earlier=earlier)

    assert {m for m in earlier.meetings if m.candidate != "K08"} == set(again.meetings)


def test_when_an_employer_cancels_only_its_own_candidates_get_other_meetings():
    event = evening(candidates=8, employers=3)
    earlier = planned(event)
    had = {m.candidate for m in earlier.meetings if m.employer == "E3"}

    again = planned(replace(event, employers=event.employers[:2]), earlier=earlier)

    kept = {m for m in earlier.meetings if m.candidate not in had}
    assert (figure(again, "met"), figure(again, "unchanged"), kept - set(again.meetings)) == (8, len(had), set())


def test_where_meetings_are_no_goal_few_changes_come_first():
    event = replace(evening(candidates=6, employers=3), goals=("met", "wishes"))

    again = planned(event, earlier=planned(event))

    assert (figure(again, "unchanged"), figure(again, "met")) == (0, 6)


def test_a_large_event_keeps_an_earlier_plan(monkeypatch):
    monkeypatch.setattr(reach, "LARGE", 0)
    event = evening(candidates=8, employers=3)
    earlier = planned(event)

    assert planned(event, earlier=earlier).meetings == earlier.meetings


def test_one_who_needs_an_interpreter_for_something_short_lets_the_others_work_as_long_as_they_may():
    event = asking(evening(resources=(interpreter(),)), {"K01": ["sign_interpreter"], "K02": ["sign_interpreter"]})
    event = changed(event, "K03", needs=(need("quiet_room", resource="sign_interpreter"),))

    assert figure(planned(event), "met") == 24


def test_of_one_who_can_be_placed_nothing_is_said():
    assert explain.reasons(evening(candidates=2, employers=2), "K01", ["K02"]) == ()


def test_at_a_large_event_it_is_said_that_others_came_first(monkeypatch):
    monkeypatch.setattr(explain, "CROWD", 3)
    schedule = planned(evening(candidates=5, employers=1))

    assert [(unplaced.because[0].text, unplaced.fixes) for unplaced in schedule.unplaced] == [(explain.FULL, ())]


def test_a_small_change_of_the_event_changes_few():
    event = evening(candidates=8, employers=3)
    earlier = planned(event)
    first = earlier.meetings[0].candidate

    again = planned(changed(event, first, avoid_employers=frozenset({earlier.meetings[0].employer})), earlier=earlier)

    assert (figure(again, "met"), figure(again, "unchanged")) == (8, 1)


def test_ten_cases_of_twelve_minutes_share_two_specialists_who_are_in_one_room_at_a_time():
    rounds = tuple(Round(at("09:00") + 20 * n, at("09:12") + 20 * n) for n in range(5))
    event = evening(candidates=10, employers=2, rounds=0, counsellors=(Counsellor(id="V1"), Counsellor(id="V2")))
    event = replace(event, rounds=rounds, latest_end=at("11:00"))
    event = asking(event, {f"K{n:02}": ["counsellor_in_room"] for n in range(1, 11)})
    for n in range(2, 11, 2):
        event = changed(event, f"K{n:02}", counsellor="V2")

    schedule = planned(event)

    there = Counter((person, m.start) for m in schedule.meetings for person in m.people)
    assert (figure(schedule, "met"), sorted(there.values())) == (10, [1] * 10)


def test_the_same_input_and_seed_give_the_same_plan():
    assert planned(evening(), seed=3).meetings == planned(evening(), seed=3).meetings


@pytest.mark.parametrize(
    ("event", "met"),
    [
        (evening(candidates=0), 0),
        (evening(candidates=0, employers=0), 0),
        (evening(candidates=3, employers=0), 0),
        (evening(candidates=1), 1),
        (evening(candidates=2, employers=6), 2),
        (replace(evening(), candidates=tuple(Candidate(id=f"K{n}", wishes=("E1", "E2")) for n in range(24))), 24),
        (replace(evening(candidates=30, employers=1), late_start_minutes=tuple(range(0, 20, 5))), 4),
    ],
    ids=["nobody", "nothing", "no employers", "one", "more employers", "equal wishes", "overbooked"],
)
def test_an_unusual_evening_gets_a_plan_or_a_reason(event, met):
    schedule = planned(event)

    assert (figure(schedule, "met"), len(schedule.unplaced)) == (met, len(event.candidates) - met)
    assert all(person.because for person in schedule.unplaced)


def test_an_overbooked_employer_on_a_grid_of_five_minutes_is_settled():
    fine = tuple(range(0, 30, 5))
    event = replace(evening(candidates=30, employers=1), late_start_minutes=fine)
    longer = asking(event, {f"K{n:02}": ["extra_time"] for n in range(1, 16)})

    assert planned(longer, seconds=30).status == "optimal"


def test_everybody_needing_the_one_interpreter_gets_a_plan_with_reasons():
    event = replace(evening(candidates=12, employers=3), resources=(interpreter(),))

    schedule = planned(asking(event, {c.id: ["sign_interpreter"] for c in event.candidates}))

    assert figure(schedule, "met") == 4
    assert all(person.because and person.fixes for person in schedule.unplaced)


def test_pins_that_clash_are_named_with_what_they_break_and_nothing_more():
    event = replace(
        evening(candidates=6),
        pins=(
            Pin(candidate="K01", employer="E1", start=at("15:30")),
            Pin(candidate="K02", employer="E1", start=at("15:30")),
            Pin(candidate="K03", employer="E2", start=at("15:30")),
        ),
    )

    outcome = plan(event)

    assert isinstance(outcome, Impossible)
    assert sorted(reason.rule for reason in outcome.clash) == ["pinned", "pinned", "station"]


def test_a_pin_against_a_need_names_the_two():
    event = replace(asking(evening(), {"K01": ["step_free"]}), pins=(Pin(candidate="K01", employer="E1"),))

    outcome = plan(event)

    assert sorted(reason.rule for reason in outcome.clash) == ["pinned", "station_feature"]


def test_who_wants_no_changes_keeps_the_time_when_planned_again():
    event = asking(evening(candidates=8, employers=3), {"K01": ["no_late_changes"]})
    earlier = planned(event)
    busier = replace(changed(event, "V1"), counsellors=(Counsellor(id="V1"), Counsellor(id="V2")))

    again = planned(busier, earlier=earlier)

    assert meeting(again, "K01") == meeting(earlier, "K01")
