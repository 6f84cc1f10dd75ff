"""The checklist: dates counted from the event, ticks, answers, and whose each thing is."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from speeddate.domain.checklist import todos
from speeddate.services.access import offices
from speeddate.services.events import found
from speeddate.services.setup.todos import checklist
from speeddate.store.journal import EntryRow
from tests.web.conftest import token

DAY = dt.date(2027, 2, 10)
PAIRS = 20
STAFF = ("organiser", "counsellor", "liaison", "host")


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("t8w.date", "2026-12-16"), ("t10d.publish", "2027-01-31"), ("t2d.print", "2027-02-08"),
        ("t0.brief", "2027-02-10"), ("t1d.thanks", "2027-02-11"), ("t7after.answers", "2027-02-17"),
        ("t3m.check", "2027-05-10"), ("t6m.learn", "2027-08-10"),
    ],
)  # fmt: skip
def test_days_are_counted_from_the_event(key, day):
    assert todos()[key].due(DAY).isoformat() == day


@pytest.mark.parametrize(("date", "day"), [("2027-08-31", "2028-02-29"), ("2026-08-31", "2027-02-28")])
def test_months_end_when_they_end(date, day):
    assert todos()["t6m.check"].due(dt.date.fromisoformat(date)).isoformat() == day


def test_everything_on_the_list_has_a_day_and_stands_in_the_order_of_days(house):
    days = [thing.due for thing in things(house)]
    assert len(days) == 32
    assert days == sorted(days)


def test_another_day_for_the_event_moves_the_list(house):
    client, page = house.visit("organiser"), f"/events/{house.event}/frame"
    form = {"csrf_token": token(client, page), "version": "1", "name": "x", "date": "11.2.2027"}
    client.post(page, data=form | {"round-0-start": "9", "round-0-end": "10", "arrive_minutes": "15"})
    assert thing(house, "t8w.date").due.isoformat() == "2026-12-17"


@pytest.mark.parametrize("role", STAFF)
def test_all_who_work_with_it_may_tick_and_it_is_told_who_did(house, role):
    assert tick(house, role=role).status_code == 302
    assert thing(house).done_by == f"{role}@hamar.example"
    assert f"Gjort av {role}@hamar.example" in house.visit("host").get(home(house)).text


def test_ticking_twice_keeps_who_was_first(house):
    tick(house, role="host")
    tick(house, role="organiser")
    assert thing(house).done_by == "host@hamar.example"
    assert len(noted(house, "todo done")) == 1


def test_what_was_ticked_by_mistake_is_open_again(house):
    tick(house)
    tick(house, done="no")
    assert (thing(house).done, thing(house).done_by, thing(house).done_on) == (False, "", None)
    assert noted(house, "todo opened") == [f"{house.event} t8w.walk"]


@pytest.mark.parametrize(("back", "where"), [("road", "#checklist"), ("list", "/checklist#t8w.walk")])
def test_whoever_ticks_comes_back_to_where_they_were(house, back, where):
    assert tick(house, back=back).location == f"/events/{house.event}{where}"


@pytest.mark.parametrize("back", ["road", "list"])
def test_whoever_ticks_is_told_that_it_is_saved(house, back):
    client = house.visit("host")
    form = {"csrf_token": token(client, "/events"), "done": "yes", "back": back}
    text = client.post(f"{home(house)}/t8w.walk", data=form, follow_redirects=True).text
    assert re.findall(r'role="status"><div[^>]*>([^<]+)<', text) == ["Lagret."]


@pytest.mark.parametrize("key", ["t9w.none", "t8w", "t8w.aids"])
def test_what_is_not_on_the_list_cannot_be_ticked(house, key):
    assert tick(house, key=key).status_code == 404


@pytest.mark.parametrize(("given", "done"), [("yes", True), ("not_needed", True), ("waiting", False), ("", False)])
def test_the_assistive_technology_centre_has_answers_of_its_own(house, given, done):
    answer(house, "waiting" if given == "" else "", "waiting")
    answer(house, "waiting", given)
    assert (thing(house, "t8w.aids").answer, thing(house, "t8w.aids").done) == (given, done)


@pytest.mark.parametrize(("key", "given"), [("t8w.aids", "maybe"), ("t8w.walk", "yes")])
def test_other_answers_and_questions_are_refused(house, key, given):
    assert answer(house, "", given, key=key).status_code == 404


def test_whoever_answers_otherwise_than_somebody_before_them_sees_both(house):
    answer(house, "", "waiting")
    late = answer(house, "", "not_needed")
    assert late.status_code == 409
    assert "Lagret nå: «Svar: venter på svar». Du svarte: «Svar: trengs ikke»" in late.text
    assert thing(house, "t8w.aids").answer == "waiting"
    assert answer(house, re.search(r'name="was" value="(\w+)"', late.text)[1], "not_needed").status_code == 302


def test_of_two_who_answer_otherwise_at_once_one_is_told(house):
    clients, ready = [house.visit("organiser"), house.visit("host")], Barrier(2)
    csrf = [token(client, home(house)) for client in clients]

    def post(number, was, new):
        ready.wait()
        form = {"csrf_token": csrf[number], "was": was, "answer": new}
        return clients[number].post(f"{home(house)}/t8w.aids/answer", data=form).status_code

    with ThreadPoolExecutor(2) as both:
        for _ in range(PAIRS):
            was = thing(house, "t8w.aids").answer
            others = [new for new in ("yes", "not_needed", "waiting") if new != was][:2]
            assert sorted(both.map(post, range(2), [was] * 2, others)) == [302, 409]


def test_many_who_tick_at_once_lose_nothing(house):
    keys = [key for key, todo in todos().items() if not todo.asks]
    clients = [house.visit(role) for role in STAFF]
    csrf = [token(client, home(house)) for client in clients]

    def post(number):
        for key in keys[number::2]:
            clients[number].post(f"{home(house)}/{key}", data={"csrf_token": csrf[number], "done": "yes"})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: [post(n)] if n < 2 else [same(clients[n], csrf[n], keys, home(house))], range(4)))
    assert [each.todo.key for each in things(house) if each.done] == keys
    assert len(noted(house, "todo done")) == len(keys)


def test_what_should_have_been_done_is_marked_in_words(house):
    past(house)
    text = house.visit("host").get(home(house)).text
    assert len(re.findall("⚠", text)) == 14
    assert "Skulle vært gjort før i dag: 14." in text


def test_things_are_given_to_people_of_the_office(house):
    mine = user(house, "host")
    assert assign(house, **{"owner-t0.set_up": mine, "was-t0.set_up": ""}).status_code == 302
    assert thing(house, "t0.set_up").owner_name == "host@hamar.example"
    assert "Ansvarlig: host@hamar.example" in house.visit("counsellor").get(home(house)).text


@pytest.mark.parametrize("whom", ["nobody-here", "elverum", "county"])
def test_things_are_given_to_nobody_else(house, whom):
    known = {"elverum": lambda: user(house, "host", "Elverum"), "county": lambda: user(house, "county")}
    other = known.get(whom, lambda: whom)()
    assert assign(house, **{"owner-t0.set_up": other, "was-t0.set_up": ""}).status_code == 404


def test_what_somebody_else_has_given_meanwhile_is_told_and_not_taken(house):
    host, liaison = user(house, "host"), user(house, "liaison")
    assign(house, **{"owner-t0.set_up": host, "was-t0.set_up": ""})
    late = assign(house, **{
        "owner-t0.set_up": liaison, "was-t0.set_up": "", "owner-t0.brief": liaison, "was-t0.brief": "",
    })  # fmt: skip
    assert late.status_code == 409
    assert re.findall(r"</a>\s*: ([^<]*)</li>", late.text) == ["host@hamar.example"]
    assert late.text.count(f'value="{liaison}" selected') == 2
    assert (thing(house, "t0.set_up").owner, thing(house, "t0.brief").owner) == (host, "")


def test_what_one_does_not_touch_stays_as_somebody_else_has_set_it(house):
    host, liaison = user(house, "host"), user(house, "liaison")
    assign(house, **{"owner-t0.set_up": host, "was-t0.set_up": ""})
    assign(house, **{"owner-t0.set_up": "", "was-t0.set_up": "", "owner-t0.brief": liaison, "was-t0.brief": ""})
    assert (thing(house, "t0.set_up").owner, thing(house, "t0.brief").owner) == (host, liaison)


def home(house):
    return f"/events/{house.event}/checklist"


def things(house):
    with house.app.app_context():
        session = house.session()
        who = offices.organiser_of(session, "Hamar")
        return checklist(session, who, found(session, who, house.event))


def thing(house, key="t8w.walk"):
    return next(each for each in things(house) if each.todo.key == key)


def noted(house, what):
    with house.app.app_context():
        return [entry.about for entry in house.session().query(EntryRow).filter_by(what=what)]


def user(house, role, office="Hamar"):
    with house.app.app_context():
        return offices.user_id(house.session(), f"{role}@{office.lower()}.example")


def tick(house, role="organiser", key="t8w.walk", done="yes", back="list"):
    client = house.visit(role)
    form = {"csrf_token": token(client, "/events"), "done": done, "back": back}
    return client.post(f"{home(house)}/{key}", data=form)


def answer(house, was, new, key="t8w.aids"):
    client = house.visit("counsellor")
    form = {"csrf_token": token(client, "/events"), "was": was, "answer": new}
    return client.post(f"{home(house)}/{key}/answer", data=form)


def assign(house, **form):
    client = house.visit("organiser")
    return client.post(f"{home(house)}/owners", data=form | {"csrf_token": token(client, "/events")})


def same(client, csrf, keys, page):
    for key in keys:
        client.post(f"{page}/{key}", data={"csrf_token": csrf, "done": "yes"})


def past(house):
    """Move the event to twelve days from now: what is to be done two weeks before, and earlier, is late."""
    client, page = house.visit("organiser"), f"/events/{house.event}/frame"
    date = (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=12)).strftime("%d.%m.%Y")
    form = {"csrf_token": token(client, page), "version": "1", "name": "x", "date": date}
    client.post(page, data=form | {"round-0-start": "9", "round-0-end": "10", "arrive_minutes": "15"})
