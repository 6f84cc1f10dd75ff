"""A counsellor's own candidates: how far each is, who would like a call, and when each meets somebody."""

import re

from tests.web.conftest import token
from tests.web.test_candidates import EVENING, OWN

THEIRS = [each.id for each in EVENING.candidates if each.counsellor == OWN]


def test_a_counsellor_sees_their_own_candidates_over_all_events(seated):
    client, _ = seated.guest("candidates", THEIRS[0])
    client.post("/me/tick", data={"csrf_token": token(client), "step": "call", "done": "yes"})
    shown = seated.visit("counsellor").get("/my-candidates").text
    assert re.findall(r"/candidates/(\w+)/steps", shown) == THEIRS
    assert "1 vil at du ringer." in shown


def test_a_counsellor_sees_when_their_candidates_meet_somebody_and_where_the_sheets_are(seated):
    page = seated.visit("counsellor").get("/my-candidates").text
    rows = re.findall(r"/candidates/(\w+)/steps.*?<td[^>]*>([^<>]*)</td>", page, re.DOTALL)
    meet = {each.id for each in EVENING.candidates[: len(EVENING.employers)]}  # in the plan of the house
    assert rows == [(ref, "15.30–16.00" if ref in meet else "Ingen") for ref in THEIRS]
    assert f"/events/{seated.event}/sheets" in page


def test_whoever_is_nobodys_counsellor_is_told_whom_to_ask(house):
    assert "Be arrangøren om å velge deg." in house.visit("counsellor").get("/my-candidates").text
