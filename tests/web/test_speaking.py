"""Another language: the page comes back in it with all that is being filled in, and nothing is kept yet."""

import pytest

from tests.races.forms import fields

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
