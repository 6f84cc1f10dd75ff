"""Another language: the page comes back in it with all that is being filled in, and nothing is kept yet."""

import re
from io import BytesIO

import pytest

from tests.races.forms import fields
from tests.web.conftest import token
from tests.web.passwords import key_in

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
    ("organiser", "{home}/counsellors/V1/candidates", {"candidates": ["K01", "K03"], "to": "V2"}),
    ("organiser", "{home}/counsellors/new", {"name": "Halvferdig"}),
    ("administrator", "/admin/users/new", {"name": "Halvferdig", "roles": ["host"]}),
    ("candidate", "/me/needs", {"need-good_chair": "helps", "need-spoken_interpreter": "must", SPOKEN: "somali"}),
    ("candidate", "/me/words", {"strengths": "Å bake\nog å ro", "use_number": "y"}),
    ("candidate", "/me/when", {"available": "fra fem"}),
    ("employer", "/my-meetings/profile", {"does": "Vi baker"}),
    ("nobody", "/sign-in", {"email": "halv"}),
    ("locked", "/me/code", {"code": "12 3"}),
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


def test_an_address_filled_in_beside_other_things_stays_too(house):
    page, client = f"/events/{house.event}/employers/E1/invite", house.visit("organiser")
    before = client.get(page).text
    assert f'<form id="filling" method="post" action="{page}/mail"' in before
    answer = client.post(f"{page}/mail", data=fields(before) | {"email": "halv", "speak": "en"})
    assert (answer.status_code, '<html lang="en">' in answer.text) == (200, True)
    assert fields(answer.text)["email"] == ["halv"]
    assert plain(fields(client.get(page).text)) == plain(fields(before))


def test_who_counsellors_are_stays_chosen_and_is_not_saved_yet(house):
    page, client = f"/events/{house.event}/counsellors", house.visit("organiser")
    before = client.get(page).text
    someone = re.search(r'<option value="(\w+)"', before)[1]
    answer = client.post(page, data=fields(before) | {"seat-V2": someone, "speak": "en"})
    assert '<html lang="en">' in answer.text
    assert fields(answer.text)["seat-V2"] == [someone]
    assert fields(client.get(page).text)["seat-V2"] == [""]


def test_the_key_for_the_app_stays_while_the_password_is_left_out(house):
    page, client = "/account/password", house.visit("organiser")
    before = client.get(page).text
    answer = client.post(page, data=fields(before) | {"password": "x" * 12, "speak": "nn"}).text
    assert '<form id="filling"' in before
    assert '<html lang="nn">' in answer
    assert (key_in(answer)[0], fields(answer)["password"]) == (key_in(before)[0], [""])


def test_after_a_clash_on_the_checklist_another_language_leads_to_the_checklist(house):
    page, client = f"/events/{house.event}/checklist", house.visit("organiser")
    clash = {"csrf_token": token(client, page), "was": "yes", "answer": "waiting"}
    told = client.post(f"{page}/t8w.aids/answer", data=clash)
    answer = client.post("/language", data=fields(told.text) | {"speak": "en"})
    assert (told.status_code, answer.location) == (409, page)


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
        case "locked":
            return house.guest("candidates", "K01", unlocked=False)[0]
        case "nobody":
            return house.visitor()
        case _:
            return house.visit(who)


def plain(sent):
    """What is filled in, as people see it: lines end as they do, and a token is no word."""
    told = {name: [value.replace("\r\n", "\n").lstrip("\n") for value in values] for name, values in sent.items()}
    return {name: values for name, values in told.items() if name not in {"csrf_token", "page"} and any(values)}
