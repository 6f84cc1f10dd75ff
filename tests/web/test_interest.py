"""Whom employers would like to meet: what they see of candidates, and what becomes of their answers."""

import re

import pytest

from speeddate.services.permissions import Guest, Where
from speeddate.services.registration import interest
from speeddate.services.registration.seen import seen
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.journal import EntryRow
from speeddate.store.progress import keep_progress
from tests.web.conftest import token
from tests.web.test_candidates import EVENING, exported, save

PAGE = "/my-meetings/interest"
KNOWN = {each.id: each for each in EVENING.candidates}
AVOIDING = next(each for each in EVENING.candidates if each.avoid_employers)


def answer(house, *refs, shown=True):
    """Let candidates say yes or no to being shown."""
    with house.app.app_context(), writing(house.session()):
        event = house.session().get_one(EventRow, house.event)
        for ref in refs:
            keep_progress(house.session(), event, ref, {"shown": shown})
            if not shown:
                interest.forget(house.session(), event, ref)


def numbers(client):
    return re.findall(r"Kandidat (\w+)</legend>", client.get(PAGE).text)


def kept(house, employer=0):
    return exported(house)["employers"][employer].get("interest", {})


def test_nobody_is_shown_who_has_not_said_yes(house):
    client = house.visit("employer")
    assert "Ingen har sagt ja til å bli vist ennå" in client.get(PAGE).text
    answer(house, "K01", "K03")
    answer(house, "K02", shown=False)
    assert numbers(client) == sorted(KNOWN[ref].number for ref in ("K01", "K03"))


def test_whom_to_meet_is_not_done_while_nobody_is_shown(house):
    client, told, said = house.visit("employer"), [], kept(house)
    someone = next(each for each in EVENING.candidates if each.id not in said and "E1" not in each.avoid_employers)
    for refs in ((), (someone.id,)):
        answer(house, *refs)
        told.append(step(client))
    save(client, PAGE, **{f"wanted-{someone.number}": "3"})
    assert said != {}
    assert [*told, step(client)] == ["ingen er vist for dere ennå", "ikke ferdig", "ferdig"]


def step(client):
    """Read how far they are with whom they want to meet."""
    return re.search(r"Hvem vil dere møte\?</a>\s*<span[^>]*>\(([^)]+)\)", client.get("/my-meetings").text)[1]


@pytest.mark.parametrize("yes", ["yes", 1, "true", None])
def test_nothing_but_a_yes_is_a_yes(house, yes):
    answer(house, "K01", shown=yes)
    assert numbers(house.visit("employer")) == []


def test_they_are_in_the_order_of_their_numbers_whoever_is_wanted(house):
    answer(house, *KNOWN)
    shown = numbers(house.visit("employer"))
    assert shown == sorted(shown, key=int)


def test_what_they_can_and_want_is_shown_and_nothing_else(house):
    answer(house, "K01")
    text, sara = house.visit("employer").get(PAGE).text, KNOWN["K01"]
    assert [words in text for words in (sara.number, sara.strengths, sara.wants)] == [True] * 3
    hidden = (sara.name, sara.id, *sara.three_things, *sara.questions, "tegnspråk", "teiknspråk", "Marit")
    assert [words for words in hidden if words in text] == []


def test_whoever_does_not_want_to_meet_an_employer_is_not_shown_to_them(house):
    answer(house, AVOIDING.id)
    (avoided, *_) = AVOIDING.avoid_employers
    other = next(each.id for each in EVENING.employers if each.id not in AVOIDING.avoid_employers)
    assert numbers(house.come(house.invited("employers", avoided))) == []
    assert numbers(house.come(house.invited("employers", other))) == [AVOIDING.number]


def test_an_answer_is_kept_and_stands_on_the_page(house):
    answer(house, "K03", "K05")
    client = house.visit("employer")
    said = {f"wanted-{KNOWN['K03'].number}": "3", f"wanted-{KNOWN['K05'].number}": "0"}
    assert save(client, PAGE, **said).location == "/my-meetings"
    assert (kept(house)["K03"], kept(house)["K05"]) == (3, 0)
    checked = dict(re.findall(r'name="wanted-(\w+)" value="(\w*)" checked', client.get(PAGE).text))
    assert checked == {KNOWN["K03"].number: "3", KNOWN["K05"].number: "0"}


def test_an_answer_can_be_taken_back(house):
    answer(house, "K03")
    client, name = house.visit("employer"), f"wanted-{KNOWN['K03'].number}"
    save(client, PAGE, **{name: "3"})
    save(client, PAGE, **{name: ""})
    assert "K03" not in kept(house)


@pytest.mark.parametrize("nonsense", ["4", "-1", "x", "3 "])
def test_nonsense_is_no_answer(house, nonsense):
    answer(house, "K03")
    save(house.visit("employer"), PAGE, **{f"wanted-{KNOWN['K03'].number}": nonsense})
    assert "K03" not in kept(house)


def test_nobody_can_answer_about_who_is_not_shown(house):
    answer(house, "K01")
    before = kept(house)
    sent = {f"wanted-{KNOWN['K03'].number}": "3", "wanted-K05": "3", "wanted-x": "2"}
    save(house.visit("employer"), PAGE, **sent)
    assert kept(house) == {ref: said for ref, said in before.items() if ref != "K01"}


def test_whoever_takes_their_yes_back_is_gone_at_once_and_so_is_the_interest(house):
    answer(house, "K01", "K03")
    client = house.visit("employer")
    save(client, PAGE, **{f"wanted-{KNOWN[ref].number}": "3" for ref in ("K01", "K03")})
    version = re.search(r'name="version" value="(\d+)"', client.get(PAGE).text)[1]
    answer(house, "K01", shown=False)
    assert numbers(client) == [KNOWN["K03"].number]
    assert ("K01" in kept(house), kept(house)["K03"]) == (False, 3)
    late = save(client, PAGE, version, **{f"wanted-{KNOWN['K01'].number}": "3"})
    assert late.status_code == 409
    assert KNOWN["K01"].number not in late.text
    assert "K01" not in kept(house)


def test_whoever_was_later_sees_both_and_loses_nothing(house):
    answer(house, "K03")
    client, name = house.visit("employer"), f"wanted-{KNOWN['K03'].number}"
    version = re.search(r'name="version" value="(\d+)"', client.get(PAGE).text)[1]
    save(client, PAGE, version, **{name: "3"})
    second = save(client, PAGE, version, **{name: "1"})
    assert second.status_code == 409
    assert re.search(rf'name="{name}" value="1" checked', second.text)
    assert "Lagret nå: Veldig gjerne" in second.text
    again = re.search(r'name="version" value="(\d+)"', second.text)[1]
    assert save(client, PAGE, again, **{name: "1"}).status_code == 302
    assert kept(house)["K03"] == 1


def test_each_candidate_can_see_who_has_seen_them_also_when_the_link_is_new_or_shut(house):
    answer(house, "K01", "K03")
    house.visit("employer").get(PAGE)
    answer(house, "K03", shown=False)
    house.visit("employer").get(PAGE)
    house.come(house.invited("employers", "E2")).get(PAGE)
    with house.app.app_context():
        session = house.session()
        names = [employers_who_saw(session, Where(house.event, ref)) for ref in ("K01", "K03", "K05")]
        first, second = EVENING.employers[0].name, EVENING.employers[1].name
        assert names == [[second, first, first], [first], []]
        entries = session.query(EntryRow).filter_by(what="shown to employer")
        assert sorted(entry.about.partition(" ")[2] for entry in entries) == ["K01", "K01", "K01", "K03"]


def employers_who_saw(session, where):
    """List the employers a candidate sees that they were shown to, the latest first."""
    them = Guest("", "candidates", where, "nb", knows_code=True)
    return [sight.who for sight in seen(session, them, where) if sight.what == "shown to employer"]


def test_a_page_from_elsewhere_cannot_answer(house):
    answer(house, "K03")
    client = house.visit("employer")
    client.post(PAGE, data={f"wanted-{KNOWN['K03'].number}": "3", "version": "1"})
    assert "K03" not in kept(house)
    assert token(client, PAGE)
