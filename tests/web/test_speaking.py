"""Another language: the page comes back in it with all that is being filled in, and nothing is kept yet."""

import re
from io import BytesIO

import pytest

from tests.races.forms import fields
from tests.web.conftest import token

HALF = {"date": "når som helst", "phone": "900 00 0xx", "email": "halv", "version": "0"}
SPOKEN = "need-spoken_interpreter-lang"
PAGES = [
    ("organiser", "/events/new", {"name": "Halvferdig", "template": "match_meeting"}),
    ("organiser", "/events/new/copy", {"name": "Halvferdig"}),
    ("organiser", "{home}/frame", {"name": "Halvferdig", "round-0-start": "noe", "turnaround_minutes": "x"}),
    ("organiser", "{home}/employers/new", {"name": "Halvferdig", "pace": "Tidlig\nopp"}),
    ("organiser", "{home}/employers/E1", {"name": "Halvferdig"}),
    ("organiser", "{home}/candidates/new", {"name": "Halvferdig"}),
    ("organiser", "{home}/candidates/K01", {"name": "Halvferdig"}),
    ("organiser", "{home}/stations/new", {"name": "Halvferdig", "features": ["hearing_loop", "quiet"]}),
    ("organiser", "{home}/resources/new", {"name": "Halvferdig", "available": "17–"}),
    ("organiser", "{home}/counsellors/V1", {"name": "Halvferdig"}),
    ("administrator", "/admin/users/new", {"name": "Halvferdig", "roles": ["host"]}),
    ("candidate", "/me/needs", {"need-good_chair": "helps", "need-spoken_interpreter": "must", SPOKEN: "somali"}),
    ("candidate", "/me/words", {"strengths": "Å bake\nog å ro", "use_number": "y"}),
    ("candidate", "/me/when", {"available": "fra fem"}),
    ("employer", "/my-meetings/profile", {"does": "Vi baker"}),
    ("nobody", "/sign-in", {"email": "halv"}),
    ("nobody", "/sign-in/password", {"email": "halv"}),
]  # fmt: skip


@pytest.mark.parametrize(("who", "page", "filled"), PAGES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_half_filled_in_stays_so_in_another_language(house, who, page, filled):
    page = page.format(home=f"/events/{house.event}")
    client = came(house, who)
    before = fields(client.get(page).text)
    known = {name: value for name, value in (HALF | filled).items() if name in before or name in filled}
    sent = before | {name: value if isinstance(value, list) else [value] for name, value in known.items()}
    answer = client.post(page, data=sent | {"speak": "nn"})
    assert answer.status_code == 200
    assert '<html lang="nn">' in answer.text
    assert 'aria-invalid="true"' not in answer.text
    assert plain(fields(answer.text)) == plain(sent)
    assert plain(fields(client.get(page).text)) == plain(before)


BESIDE = [
    ("counsellors", "/new", {"name": "Halvferdig", "phone": "900 00 0xx"}),
    ("employers/E1/invite", "/mail", {"email": "halv"}),
]


@pytest.mark.parametrize(("page", "to", "filled"), BESIDE)
def test_what_is_filled_in_beside_other_things_stays_too(house, page, to, filled):
    page, client = f"/events/{house.event}/{page}", house.visit("organiser")
    before = client.get(page).text
    assert f'<form id="filling" method="post" action="{page}{to}"' in before
    answer = client.post(page + to, data=fields(before) | filled | {"speak": "en"})
    assert (answer.status_code, '<html lang="en">' in answer.text) == (200, True)
    there = fields(answer.text)
    assert {name: there[name] for name in filled} == {name: [value] for name, value in filled.items()}
    assert plain(fields(client.get(page).text)) == plain(fields(before))


def test_whose_things_are_stays_chosen_and_a_change_by_others_is_still_found(house):
    page, client = f"/events/{house.event}/checklist/owners", house.visit("organiser")
    before = client.get(page).text
    mine = re.search(r'<option value="(\w+)"', before)[1]
    chosen = fields(before) | {"owner-t0.brief": [mine]}
    client.post(page, data=chosen | {"owner-t0.brief": "", "owner-t0.set_up": mine})
    answer = fields(client.post(page, data=chosen | {"speak": "nn"}).text)
    assert (answer["owner-t0.brief"], answer["was-t0.set_up"]) == ([mine], [""])


def test_what_a_list_would_do_is_told_in_another_language(house):
    page, client = f"/events/{house.event}/employers/import", house.visit("organiser")
    list_ = (BytesIO("id;name\nE1;Nytt navn\n".encode("utf-8-sig")), "list.csv")
    before = client.post(page, data={"csrf_token": token(client, page), "file": list_}).text
    sent = fields(before)
    answer = client.post(page, data=sent | {"speak": "en"})
    assert (answer.status_code, '<html lang="en">' in answer.text) == (200, True)
    assert "Nytt navn" in before
    assert "Nytt navn" in answer.text
    assert "Nytt navn" not in client.get(f"/events/{house.event}/employers").text


def came(house, who):
    match who:
        case "candidate":
            return house.guest("candidates", "K01")[0]
        case "nobody":
            return house.visitor()
        case _:
            return house.visit(who)


def plain(sent):
    """What is filled in, as people see it: lines end as they do, and a token is no word."""
    told = {name: [value.replace("\r\n", "\n").lstrip("\n") for value in values] for name, values in sent.items()}
    return {name: values for name, values in told.items() if name not in {"csrf_token", "page"} and any(values)}
