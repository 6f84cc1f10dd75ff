"""Two people who save the same thing at once, over HTTP: one wins, the other is told and loses nothing they wrote."""

import html
from functools import partial

import pytest

from speeddate.services.access import guests
from speeddate.services.permissions import Where
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.progress import keep_progress
from tests.races.forms import fields
from tests.races.visitors import Visitor, at_once, times
from tests.web.test_candidates import EVENING
from tests.web.test_own import NEED, TOLD

PAIRS = times(few=10, all_of_them=1000)
SHOWN = next(each.number for each in EVENING.candidates if each.id == TOLD.id)
ORGANISERS = ("organiser", "organiser")
BOTH = (TOLD.id, "counsellor")  # the candidate, and their counsellor beside them
TELL = f"tell-E1-{NEED.key}"
HOURS = ("15.30–16.00", "16.10–16.40", "17.00–17.30")


def text(name):
    return lambda number, turn: {name: f"Nr{number}i{turn}"}


def hours(number, turn):
    return {"available": HOURS[number + turn % 2]}


def chosen(name, *values):
    return lambda number, _: {name: values[number]}


THINGS = {
    "who a candidate is": (ORGANISERS, f"candidates/{TOLD.id}", text("name")),
    "needs": (BOTH, "needs", chosen("need-low_noise", "must", "helps")),
    "own words": (BOTH, "words", text("strengths")),
    "sharing": (BOTH, "sharing", chosen(TELL, "yes", "no")),
    "hours": (BOTH, "when", hours),
    "an employer, by both who look after it": (("organiser", "liaison"), "employers/E1", text("line")),
    "an employer's own profile": (("E1", "E1"), "profile", text("does")),
    "interest": (("E1", "E1"), "interest", chosen(f"wanted-{SHOWN}", "1", "3")),
    "a counsellor": (("organiser", "counsellor"), "counsellors/V1", text("deputy")),
    "the frame": (ORGANISERS, "frame", text("venue")),
    "a station": (ORGANISERS, "stations/P1", text("name")),
    "a resource": (ORGANISERS, "resources/T1", text("name")),
}


@pytest.fixture
def racers(served):
    """Let people in, each with the address of a page of theirs."""
    made = {ref: _invited(served, ref) for ref in (TOLD.id, "E1")}
    with served.app.app_context(), writing(served.session()):
        keep_progress(served.session(), served.session().get_one(EventRow, served.event), TOLD.id, {"shown": True})

    def enter(who, page):
        visitor = Visitor(served.app.config["ADDRESS"])
        if who in made:
            return visitor.come(made[who].key, made[who].code if who != "E1" else None), f"{HOME[who]}/{page}"
        beside = f"candidates/{TOLD.id}/" if who == "counsellor" and "/" not in page else ""
        return visitor.come(served.link(who)), f"/events/{served.event}/{beside}{page}"

    return enter


HOME = {TOLD.id: "/me", "E1": "/my-meetings"}


def _invited(house, ref):
    list_ = "employers" if ref == "E1" else "candidates"
    with house.app.app_context(), writing(house.session()):
        return guests.invite(house.session(), "test", list_, Where(house.event, ref))


@pytest.mark.parametrize("thing", THINGS)
def test_of_two_who_save_at_once_one_wins_and_the_other_keeps_what_they_wrote(racers, thing):
    who, page, written = THINGS[thing]
    pair = [racers(each, page) for each in who]
    for turn in range(PAIRS):
        new = [written(number, turn) for number in (0, 1)]
        forms = [fields(visitor.look(address).text) | new[n] for n, (visitor, address) in enumerate(pair)]
        posts = [partial(visitor.post, address, form) for (visitor, address), form in zip(pair, forms, strict=True)]
        answers = at_once(posts)
        assert sorted(answer.status_code for answer in answers) == [302, 409]
        loser = next(number for number, answer in enumerate(answers) if answer.status_code == 409)
        visitor, address = pair[loser]
        assert holds(answers[loser].text, new[loser])
        assert holds(visitor.look(address).text, new[1 - loser])
        assert all(html.escape(said) in answers[loser].text for said in told(new[1 - loser]))
        assert visitor.post(address, fields(answers[loser].text)).status_code == 302
        assert holds(visitor.look(address).text, new[loser])


def holds(page, form):
    """Tell whether a page's form is filled in like this."""
    return {name: fields(page).get(name) for name in form} == {name: [said] for name, said in form.items()}


def told(form):
    """Give what of a form is words, which can be told beside it."""
    return [said for said in form.values() if len(said) > len("helps")]


def test_of_two_wishes_at_once_one_is_kept_and_the_other_is_asked_to_press_again(racers):
    pair = [racers(each, "wishes") for each in BOTH]
    pair[0][0].send("/me/wishes", move="order ")
    for turn in range(PAIRS):
        kept = ("E1", "E2")[turn % 2]
        forms = [fields(visitor.look(address).text) | {"move": f"order {kept}"} for visitor, address in pair]
        posts = [partial(visitor.post, address, form) for (visitor, address), form in zip(pair, forms, strict=True)]
        assert [answer.status_code for answer in at_once(posts)] == [302, 302]
        pages = [visitor.look(address).text for visitor, address in pair]
        assert sorted("trykk en gang til" in page for page in pages) == [False, True]


def test_of_two_answers_at_once_one_is_kept_and_the_other_is_told(served, racers):
    pair = [racers(each, "checklist") for each in ORGANISERS]
    answer, was = "/t8w.aids/answer", ""
    for _ in range(PAIRS):
        csrf = [fields(visitor.look(address).text)["csrf_token"][0] for visitor, address in pair]
        new = ("yes", "not_needed")
        posts = [
            partial(visitor.post, address + answer, {"csrf_token": csrf[n], "was": was, "answer": new[n]})
            for n, (visitor, address) in enumerate(pair)
        ]
        answers = at_once(posts)
        assert sorted(each.status_code for each in answers) == [302, 409]
        won = new[next(n for n, each in enumerate(answers) if each.status_code == 302)]
        cleared = {"csrf_token": csrf[0], "was": won, "answer": ""}
        assert pair[0][0].post(pair[0][1] + answer, cleared).status_code == 302
