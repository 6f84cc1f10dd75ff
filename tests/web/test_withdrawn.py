"""A counsellor sees among their own candidates who has said no or withdrawn, and nothing of what these needed."""

import re

from tests.web.conftest import token
from tests.web.test_candidates import EVENING, MINE, OWN

AWAY = re.compile(r"Har takket nei eller trukket seg</h3>\s*<ul[^>]*>(.*?)</ul>", re.DOTALL)
OTHER = next(each for each in EVENING.candidates if each.counsellor != OWN)


def withdraw(house, ref):
    guest, _ = house.guest("candidates", ref)
    guest.post("/me/withdraw", data={"csrf_token": token(guest)})


def test_a_candidate_who_withdraws_does_not_vanish_from_their_counsellor(seated):
    client = seated.visit("counsellor")
    assert not AWAY.search(client.get("/my-candidates").text)
    for ref in (MINE.id, OTHER.id):
        withdraw(seated, ref)
    shown = client.get("/my-candidates").text
    assert re.findall(r">([^<>\n]+)</a>", AWAY.search(shown)[1]) == [MINE.name]
    assert shown.count(f">{MINE.name}</a>") == 1
