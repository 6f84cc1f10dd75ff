"""Meetings moved by hand: what each place would break is what the checker finds once somebody sits there."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speeddate.domain.people import Candidate, Employer, Pin
from speeddate.exchange import read_event
from speeddate.services import files
from speeddate.services.board import moving, offering
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.board.restating import restated
from speeddate.services.board.shifting import Spot, spot_of
from speeddate.services.permissions import RefusedError
from speeddate.services.plans import planning
from speeddate.services.plans.checking import broken, check
from tests.services.evenings import evening

EVENING = read_event(files.example("ta-sjansen"))
BOARD = Board(planning.plan(EVENING).schedule)
PAIRS = [Pair.of(meeting) for meeting in BOARD.schedule.meetings]


def said(event, board):
    return {reason.text for reason in broken(event, board.schedule)}


def test_what_nobody_has_touched_stays_as_it_was_stated():
    assert restated(EVENING, BOARD.schedule) == BOARD.schedule


@given(st.sampled_from(PAIRS), st.data())
@settings(max_examples=25)
def test_a_move_breaks_what_was_said_beforehand(pair, data):
    offer = data.draw(st.sampled_from(offering.offers(EVENING, BOARD, pair.candidate, pair)))
    assert said(EVENING, moving.moved(EVENING, BOARD, pair, offer.spot)) == set(offer.breaks)


@given(st.sampled_from(PAIRS), st.data())
@settings(max_examples=25)
def test_a_swap_breaks_what_was_said_beforehand(pair, data):
    swap = data.draw(st.sampled_from(offering.swaps(EVENING, BOARD, pair)))
    assert said(EVENING, moving.swapped(EVENING, BOARD, pair, swap.other)) == set(swap.breaks)


@given(st.lists(st.tuples(st.sampled_from(PAIRS), st.integers(0, 22)), min_size=1, max_size=4))
@settings(max_examples=15)
def test_whatever_is_moved_states_what_the_checker_measures(moves):
    board = BOARD
    for pair, number in moves:
        if pair in map(Pair.of, board.schedule.meetings):
            offers = offering.offers(EVENING, board, pair.candidate, pair)
            board = moving.moved(EVENING, board, pair, offers[number % len(offers)].spot)
    assert [reason for reason in check(EVENING, board.schedule).broken if reason.rule == "goal"] == []


def test_who_is_taken_out_is_listed_and_can_come_back_to_the_same_place():
    pair = PAIRS[0]
    spot = spot_of(BOARD.meeting(pair))
    out = moving.unplaced(EVENING, BOARD, pair)
    assert [person.candidate for person in out.schedule.unplaced] == [pair.candidate]
    back = moving.placed(EVENING, out, pair.candidate, spot)
    assert back.schedule.meetings == BOARD.schedule.meetings
    assert (back.schedule.unplaced, back.schedule.status) == ((), BOARD.schedule.status)


def test_free_places_that_break_nothing_come_first():
    out = moving.unplaced(EVENING, BOARD, PAIRS[5])
    first = offering.offers(EVENING, out, PAIRS[5].candidate)[0]
    assert (first.taken, first.breaks, first.spot) == ((), (), spot_of(BOARD.meeting(PAIRS[5])))


def test_a_lock_goes_along_and_ends_when_the_meeting_does():
    pair = PAIRS[0]
    locked = moving.locked(BOARD, pair, lock=True)
    offer = offering.offers(EVENING, locked, pair.candidate, pair)[0]
    moved = moving.moved(EVENING, locked, pair, offer.spot)
    assert moved.locked == {Pair(pair.candidate, offer.spot.employer)}
    assert moving.unplaced(EVENING, locked, pair).locked == frozenset()
    assert moving.locked(locked, pair, lock=False) == BOARD


def test_a_lock_goes_along_when_two_change_places():
    locked = moving.locked(BOARD, PAIRS[0], lock=True)
    other = offering.swaps(EVENING, locked, PAIRS[0])[0].other
    assert moving.swapped(EVENING, locked, PAIRS[0], other).locked == {Pair(PAIRS[0].candidate, other.employer)}


def test_locked_meetings_are_pinned_where_they_are():
    meeting = BOARD.schedule.meetings[0]
    pin = Pin(candidate=meeting.candidate, employer=meeting.employer, start=meeting.start, station=meeting.station)
    assert moving.locked(BOARD, Pair.of(meeting), lock=True).pinned(EVENING).pins == (*EVENING.pins, pin)


def test_leaving_a_decided_meeting_is_said_to_break_that_decision():
    meeting = BOARD.schedule.meetings[0]
    event = replace(EVENING, pins=(Pin(candidate=meeting.candidate, employer=meeting.employer, start=meeting.start),))
    offers = offering.offers(event, BOARD, meeting.candidate, Pair.of(meeting))
    assert [text.en for offer in offers for text in offer.breaks if "locked" in text.en] == len(offers) * [
        "A meeting is locked at 15:30."
    ]


@pytest.mark.parametrize(
    ("candidate", "spot"),
    [
        ("K99", Spot(930, "P1", "E1")),
        ("K01", Spot(931, "P1", "E1")),
        ("K01", Spot(930, "P9", "E1")),
        ("K01", Spot(930, "P2", "E1")),
        ("K01", Spot(930, "P1", "E9")),
    ],
)
def test_nobody_is_put_where_there_is_no_place(candidate, spot):
    with pytest.raises(RefusedError):
        moving.placed(EVENING, BOARD, candidate, spot)


def test_employers_that_move_can_sit_at_any_place():
    event = replace(
        EVENING, employers_move=True, employers=(Employer(id="E1"),), candidates=(Candidate(id="K01"),), pins=()
    )
    spots = {offer.spot.station for offer in offering.offers(event, Board(empty(event)), "K01")}
    assert spots == {station.id for station in event.stations}


def empty(event):
    return replace(BOARD.schedule, meetings=(), unmet=(), unplaced=(), goals=(), event=event.id)


def test_who_was_taken_out_fits_and_who_came_when_all_was_full_does_not():
    out = moving.unplaced(EVENING, BOARD, PAIRS[0])
    crowded = evening(candidates=3, employers=1, rounds=2)
    board = Board(planning.plan(crowded).schedule)
    (left,) = (person.candidate for person in board.schedule.unplaced)
    assert (offering.fits(EVENING, out, PAIRS[0].candidate), offering.fits(crowded, board, left)) == (True, False)


def test_whether_others_could_be_let_in_is_open_again_when_somebody_is_taken_out():
    out = moving.unplaced(EVENING, BOARD, PAIRS[0])
    assert (BOARD.schedule.settled, out.schedule.settled) == (True, False)
