"""What somebody looks for on the board is let through, and nothing else."""

import pytest

from speeddate.domain.schedule import Meeting
from speeddate.services.board.boards import Shown
from speeddate.services.board.drafts import Board
from speeddate.services.board.sieves import Sieve
from tests.printing.builders import plan
from tests.services.evenings import changed, evening

NAMED = changed(evening(candidates=3, employers=2), "K01", name="Sara", number="107")


def shown(*meetings, event=NAMED):
    """Show a plan of meetings, each given as who meets whom in which round."""
    made = [
        Meeting(
            candidate=who,
            employer=firm,
            station=f"P{firm[1:]}",
            start=event.rounds[turn].start,
            end=event.rounds[turn].end,
        )
        for who, firm, turn in meetings
    ]
    return Shown(event, Board(plan(meetings=tuple(sorted(made)), unmet=(), unplaced=())))


WELL = shown(("K01", "E1", 0), ("K02", "E2", 0), ("K03", "E1", 1))
CLASHING = shown(("K01", "E1", 0), ("K03", "E1", 0), ("K02", "E2", 0))


def through(sieve):
    return [[each.id for each in part] for part in (sieve.stations, sieve.employers, sieve.candidates)]


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("", [["P1", "P2"], ["E1", "E2"], ["K01", "K02", "K03"]]),
        ("sara", [["P1"], ["E1"], ["K01"]]),
        ("107", [["P1"], ["E1"], ["K01"]]),
        ("e2", [["P2"], ["E2"], ["K02"]]),
        ("P1", [["P1"], ["E1"], ["K01", "K03"]]),
        ("nobody", [[], [], []]),
    ],
)
def test_words_let_through_who_sits_with_whom_and_where(find, found):
    assert through(Sieve(WELL, find)) == found


def test_only_what_has_to_be_looked_at_is_let_through():
    assert through(Sieve(CLASHING, only=True)) == [["P1"], ["E1"], ["K01", "K03"]]


def test_nothing_is_let_through_where_all_is_well():
    assert through(Sieve(WELL, only=True)) == [[], [], []]


def test_whoever_is_without_a_meeting_has_to_be_looked_at():
    assert through(Sieve(shown(("K01", "E1", 0)), only=True))[2] == ["K02", "K03"]


def test_whoever_is_without_a_meeting_is_found_by_name():
    assert through(Sieve(shown(("K02", "E2", 0)), "sara"))[2] == ["K01"]


def test_a_place_where_nobody_sits_is_found_by_its_employer():
    assert through(Sieve(shown(("K02", "E2", 0)), "e1"))[0] == ["P1"]


def test_a_name_that_is_looked_for_is_marked_and_its_neighbour_is_not():
    sieve = Sieve(WELL, "sara")
    assert [sieve.marks(seat) for seat in WELL.seats] == [True, False, False]


def test_the_only_meeting_of_a_candidate_is_the_chosen_one():
    assert WELL.chosen("K01", "").meeting.employer == "E1"


def test_no_meeting_is_chosen_for_a_candidate_who_can_have_more():
    more = changed(NAMED, "K01", max_meetings=2)
    assert shown(("K01", "E1", 0), event=more).chosen("K01", "") is None


def test_the_meeting_that_was_asked_for_is_the_chosen_one():
    more = changed(NAMED, "K01", max_meetings=2)
    two = shown(("K01", "E1", 0), ("K01", "E2", 1), event=more)
    assert two.chosen("K01", "E2").meeting.start == more.rounds[1].start
