"""Deadlines of the frame, as those are told of them who have something left to do."""

from tests.web.conftest import deadline
from tests.web.test_candidates import home
from tests.web.test_own import TOLD, press, put


def test_candidate_and_counsellor_are_told_of_deadlines_while_steps_are_left(seated):
    deadline(seated, "needs_by", "2098-12-24")
    deadline(seated, "candidates_by", "2020-12-24")
    client, _ = seated.guest("candidates", TOLD.id)
    pages = ((client, "/me"), (seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}/steps"))
    told = ["innen onsdag 24. desember 2098", "fristen var torsdag 24. desember 2020, men det er ikke for sent"]
    assert [[words in who.get(page).text for words in told] for who, page in pages] == [[True, True], [True, True]]
    press(client, "/me/yes", answer="yes")
    put(client, "/me/needs", **{"need-low_noise": "helps"})
    put(client, "/me/words", strengths="Jeg er god på tall.", three_things="", questions="")
    assert [[words in who.get(page).text for words in told] for who, page in pages] == [[False, False], [False, False]]
