"""Why somebody is without a meeting is told of a plan that was changed by hand, too."""

from dataclasses import replace

import pytest

from speeddate.domain.clock import Window, at
from speeddate.services.board import moving
from speeddate.services.board.drafts import Board, Pair
from speeddate.services.board.offering import offers
from speeddate.services.plans import planning
from speeddate.services.why.reasons import why_without
from tests.services.evenings import asking, evening, interpreter

WANTING = ("K01", "K02", "K03")
EVENT = asking(
    evening(candidates=4, employers=2, resources=(interpreter(available=(Window(at("16:00"), at("16:45")),)),)),
    {name: ["sign_interpreter"] for name in WANTING},
)


def here(work, *given):
    return work(*given)


@pytest.fixture(scope="module")
def board():
    return Board(planning.plan(EVENT, workers=1).schedule)


def out_of(board):
    met = {meeting.candidate for meeting in board.schedule.meetings}
    return [name for name in WANTING if name not in met]


def test_the_reasons_stay_when_somebody_else_was_put_in_where_it_breaks_a_promise(board):
    asked, put_in = out_of(board)
    before = why_without(EVENT, board, asked, here)
    by_hand = moving.placed(EVENT, board, put_in, offers(EVENT, board, put_in)[0].spot)
    after = why_without(EVENT, by_hand, asked, here)
    assert before.known
    assert (after.because, after.advice) == (before.because, before.advice)


def test_where_somebody_was_taken_out_nobody_knows_why_another_is_without(board):
    there = next(name for name in WANTING if name not in out_of(board))
    pair = next(Pair.of(meeting) for meeting in board.schedule.meetings if meeting.candidate == there)
    out = why_without(EVENT, moving.unplaced(EVENT, board, pair), out_of(board)[0], here)
    assert (out.known, out.advice) == (False, ())
    assert "endret for hånd" in out.because[0].text.nb


def test_whoever_has_a_meeting_is_not_told_why_they_have_none(board):
    assert why_without(EVENT, replace(board), "K04", here) is None
