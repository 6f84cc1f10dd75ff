"""«Why here?» says what a meeting is worth, and what other places would mean, as the checker finds; it names nobody."""

from collections import Counter
from dataclasses import replace

import pytest

from speeddate.domain.clock import Window
from speeddate.domain.people import Pin
from speeddate.domain.schedule import Meeting
from speeddate.exchange import read_event
from speeddate.services import files
from speeddate.services.board import moving
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.board.offering import offers
from speeddate.services.board.restating import restated
from speeddate.services.permissions import RefusedError
from speeddate.services.plans import planning
from speeddate.services.plans.checking import broken
from speeddate.services.why.here import Line, why_here
from tests.services.evenings import ROUNDS, changed, evening

EXAMPLE = read_event(files.example("ta-sjansen"))
BOARD = Board(planning.plan(EXAMPLE).schedule)
K01 = ("K01", "E1")
SMALL = evening(candidates=2, employers=2, rounds=2)
WISHING = changed(SMALL, "K01", wishes=("E1", "E2"))


def board_of(event, *meetings):
    """Let candidates meet employers, in a round, at the employer's own place."""
    made = tuple(
        Meeting(
            start=ROUNDS[number].start,
            end=ROUNDS[number].end,
            station=f"P{employer[1:]}",
            candidate=candidate,
            employer=employer,
            people=(),
        )
        for candidate, employer, number in meetings
    )
    schedule = planning.plan(event).schedule
    return Board(restated(event, replace(schedule, meetings=tuple(sorted(made)))))


def because(event, board, pair=K01):
    return [*why_here(event, board, *pair).because]


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (("E1", "E2"), Line("first")),
        (("E2", "E1"), Line("wish", 2)),
        (("E2",), Line("unlisted")),
        ((), Line("no_list")),
    ],
)
def test_whose_wish_a_meeting_is(wishes, said):
    event = changed(SMALL, "K01", wishes=wishes)
    assert because(event, board_of(event, ("K01", "E1", 0))) == [said]


@pytest.mark.parametrize(("interest", "said"), [(3, [Line("interest")]), (2, [Line("interest")]), (1, []), (0, [])])
def test_whom_the_employer_would_gladly_meet(interest, said):
    event = changed(WISHING, "E1", interest={"K01": interest})
    assert because(event, board_of(event, ("K01", "E1", 0))) == [Line("first"), *said]


def test_what_somebody_has_decided():
    event = replace(WISHING, pins=(Pin(candidate="K01", employer="E1"),))
    board = board_of(event, ("K01", "E1", 0))
    board = moving.locked(board, Pair(*K01), lock=True)
    assert because(event, board) == [Line("first"), Line("pinned"), Line("locked")]


def test_free_places_are_counted_by_the_wish_that_they_meet():
    board = board_of(WISHING, ("K01", "E2", 0))
    assert [*why_here(WISHING, board, "K01", "E2").instead] == [
        Line("free.better.many", 2),
        Line("free.same.one", 1),
        Line("swap.none"),
    ]
    board = board_of(WISHING, ("K01", "E1", 0))
    assert [*why_here(WISHING, board, *K01).instead][:2] == [Line("free.same.one", 1), Line("free.worse.many", 2)]


@pytest.mark.parametrize(
    ("mine", "other", "theirs", "said"),
    [
        ("E2", "E1", ("E2", "E1"), "better"),
        ("E2", "E1", ("E1", "E2"), "same"),
        ("E1", "E2", ("E2", "E1"), "worse"),
    ],
)
def test_swaps_are_counted_by_the_wishes_of_both(mine, other, theirs, said):
    event = changed(WISHING, "K02", wishes=theirs)
    board = board_of(event, ("K01", mine, 0), ("K02", other, 0))
    assert why_here(event, board, "K01", mine).instead[-1] == Line(f"swap.{said}.one", 1)


def test_of_a_swap_the_worse_off_counts_first():
    event = changed(evening(candidates=2, employers=3, rounds=2), "K01", wishes=("E1", "E2"))
    event = changed(event, "K02", wishes=("E3", "E1", "E2"))
    board = board_of(event, ("K01", "E1", 0), ("K02", "E2", 0))
    assert why_here(event, board, *K01).instead[-1] == Line("swap.better.one", 1)


def test_what_free_places_would_break_is_what_the_checker_finds():
    out = BOARD
    for meeting in BOARD.schedule.meetings[::5]:
        out = moving.unplaced(EXAMPLE, out, Pair.of(meeting))
    before, said = {reason.text for reason in broken(EXAMPLE, out.schedule)}, Counter[int]()
    for pair in map(Pair.of, out.schedule.meetings):
        free = [offer.spot for offer in offers(EXAMPLE, out, pair.candidate, pair) if not offer.taken]
        moved = [broken(EXAMPLE, moving.moved(EXAMPLE, out, pair, spot).schedule) for spot in free]
        new = [{reason.text for reason in each} - before for each in moved]
        found = why_here(EXAMPLE, out, *pair)
        assert Counter(dict(found.breaks)) == Counter(text for each in new for text in each)
        said.update(map(len, new))
    assert {0, 1} <= set(said)


def test_all_that_one_place_would_break_is_counted():
    event = changed(SMALL, "K01", avoid_employers=frozenset({"E2"}), available=(Window(0, ROUNDS[0].end),))
    found = why_here(event, board_of(event, ("K01", "E1", 0)), *K01)
    assert [count for _, count in found.breaks] == [2, 2]
    assert found.instead[0] == Line("free.breaks.many", 3)


def test_where_all_is_taken_no_place_is_free():
    assert why_here(EXAMPLE, BOARD, *Pair.of(BOARD.schedule.meetings[0])).instead[0] == Line("free.none")


def test_nobody_else_is_named():
    others = [candidate.name for candidate in EXAMPLE.candidates]
    for meeting in BOARD.schedule.meetings:
        found = why_here(EXAMPLE, BOARD, meeting.candidate, meeting.employer)
        words = " ".join(text.nb for text, _ in found.breaks)
        assert [name for name in others if name in words] == []


def test_somebody_without_a_meeting_sits_nowhere_and_a_stranger_is_refused():
    assert why_here(WISHING, board_of(WISHING, ("K01", "E1", 0)), "K02", "E1") is None
    with pytest.raises(RefusedError):
        why_here(WISHING, board_of(WISHING), "K99", "E1")
