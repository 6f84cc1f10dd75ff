"""A candidate's own pages: by their own link, or together with their own counsellor."""

import json
import re

import pytest

from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.parts import Kept
from speeddate.services.setup import frame
from speeddate.store.journal import EntryRow
from speeddate.store.progress import ConsentRow, ProgressRow
from tests.web.conftest import token
from tests.web.test_candidates import EVENING, OWN, exported, home

TOLD = next(
    each
    for each in EVENING.candidates
    if (each.counsellor, each.language) == (OWN, "nb") and any(need.kind.share == "ask" for need in each.needs)
)
NEED, *OTHERS = (need for need in TOLD.needs if need.kind.share == "ask")
NO = {f"tell-{employer.id}-{need.key}": "no" for employer in EVENING.employers for need in (NEED, *OTHERS)}


def put(client, address, **form):
    """Send a form, from the version that its page shows."""
    shown = client.get(address).text
    version = re.search(r'name="version" value="(\d+)"', shown)
    return client.post(address, data={"csrf_token": token(client), "version": version and version[1]} | form)


def press(client, address, **form):
    return client.post(address, data=form | {"csrf_token": token(client)})


def kept(house, ref=TOLD.id):
    return next((each for each in exported(house)["candidates"] if each["id"] == ref), None)


def steps_done(client, page="/me"):
    return len(re.findall(r'<li class="done">', client.get(page).text))


def test_the_five_steps_are_taken_one_after_another(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/yes", answer="yes")
    put(client, "/me/needs", **{"need-low_noise": "helps"})
    put(client, "/me/words", strengths="Jeg er god på tall.", three_things="En\nTo", questions="")
    for step in ("practised", "ready"):
        press(client, "/me/tick", step=step, done="yes")
    assert steps_done(client) == 5
    assert (kept(house)["strengths"], kept(house)["three_things"]) == ("Jeg er god på tall.", ["En", "To"])
    press(client, "/me/tick", step="practised", done="no")
    assert steps_done(client) == 4


def test_counsellor_and_candidate_see_the_same(seated):
    client, _ = seated.guest("candidates", TOLD.id)
    press(client, "/me/yes", answer="yes")
    counsellor, page = seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}"
    before = steps_done(counsellor, f"{page}/steps")
    put(counsellor, f"{page}/needs", **{"need-low_noise": "helps"})
    assert (steps_done(client), steps_done(counsellor, f"{page}/steps")) == (before + 1, before + 1)


def test_a_wish_moves_up_and_down_and_away(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/wishes", version="1", move="order ")
    for move in ("add E2", "add E1", "add E3", "up E3", "down E2", "remove E1"):
        answer = put(client, "/me/wishes", move=move)
        assert answer.status_code == 302
    assert kept(house)["wishes"] == ["E3", "E2"]


@pytest.mark.parametrize("move", ["add E99", "order E1 E1", "order E99"])
def test_a_wish_for_nobody_is_refused(house, move):
    client, _ = house.guest("candidates", TOLD.id)
    before = kept(house)
    assert put(client, "/me/wishes", move=move).status_code == 404
    assert kept(house) == before


def test_a_wish_from_an_old_page_changes_nothing_and_says_so(house):
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/words", strengths="Nytt")
    before = kept(house)
    answer = press(client, "/me/wishes", version="1", move="add E2")
    assert "trykk en gang til" in client.get(answer.location).text
    assert kept(house) == before


def test_hidden_employers_are_nowhere_on_a_candidates_pages(house):
    hide(house)
    client, _ = house.guest("candidates", TOLD.id)
    pages = [client.get(f"/me/{page}").text for page in ("", "wishes", "when", "sharing", "summary")]
    assert [each.name for each in EVENING.employers if any(each.name in page for page in pages)] == []
    before = kept(house)
    assert put(client, "/me/wishes", move="add E2").status_code == 404
    put(client, "/me/when", available="16.00-18.00")
    assert kept(house) == before | {"available": [["16:00", "18:00"]]}


def hide(house):
    with house.app.app_context():
        who = offices.organiser_of(house.session(), "Hamar")
        row = events.found(house.session(), who, house.event)
        frame.change(house.session(), who, house.event, Kept({"hide_employers": True}, row.version))


def promises(client, page, key):
    """Read what a page with needs promises about one of them."""
    need = client.get(page).text.partition(f'name="need-{key}"')[2].partition("</fieldset>")[0]
    return re.sub("<[^>]+>", "", need.rpartition("<p ")[2]).partition(">")[2].strip()


ALONG = "Arbeidsgiveren ser at du har med {}, men får ikke vite hvorfor. Mer får de vite bare hvis du sier ja."


@pytest.mark.parametrize(
    ("key", "promise"),
    [
        ("counsellor_in_room", ALONG.format("en veileder")),
        ("sign_interpreter", ALONG.format("en tolk")),
        ("companion", ALONG.format("noen")),
        ("clear_questions", "Arbeidsgiveren får vite dette bare hvis du sier ja."),
        ("warm_up", "Vi ordner dette. Arbeidsgiveren får ikke vite det."),
    ],
)
def test_who_brings_somebody_is_told_that_the_employer_sees_it(seated, key, promise):
    client, _ = seated.guest("candidates", TOLD.id)
    counsellor, page = seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}/needs"
    assert (promises(client, "/me/needs", key), promises(counsellor, page, key)) == (promise, promise)


def test_whoever_may_say_no_reads_what_the_employer_sees_anyway(house):
    client, _ = house.guest("candidates", TOLD.id)
    anyway = "Sier du nei, ser arbeidsgiveren likevel at du har med en veileder, men får ikke vite hvorfor."
    shown = []
    for key in ("clear_questions", "counsellor_in_room"):
        put(client, "/me/needs", **{f"need-{key}": "helps"})
        shown.append(anyway in client.get("/me/sharing").text)
    assert shown == [False, True]


def test_where_there_is_nothing_to_ask_about_it_still_says_whom_the_employer_sees(house):
    hide(house)
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/needs", **{"need-counsellor_in_room": "must", "need-clear_questions": "helps"})
    page = client.get("/me/sharing").text
    seen = "Arbeidsgiveren ser at du har med en veileder, men får ikke vite hvorfor."
    assert ("Det er ingenting å spørre om." in page, page.count("Arbeidsgiveren ser"), seen in page) == (True, 1, True)


def test_nothing_is_told_before_a_yes_and_no_more_after_it_is_taken_back(house):
    client, _ = house.guest("candidates", TOLD.id)
    field = f"tell-E1-{NEED.key}"
    put(client, "/me/sharing", **NO)
    assert kept(house).get("shares", {}) == {}
    put(client, "/me/sharing", **{field: "yes"})
    assert kept(house)["shares"] == {"E1": [NEED.key]}
    assert "Du sa ja" in client.get("/me/sharing").text
    put(client, "/me/sharing", withdraw=field)
    assert kept(house).get("shares", {}) == {}


def test_the_exact_words_of_an_answer_are_kept(house):
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/sharing", **{f"tell-E1-{NEED.key}": "yes"})
    with house.app.app_context():
        session = house.session()
        (row,) = session.query(ConsentRow)
        body = session.info["seal"].open(row.body)
    assert body == {"employer": "E1", "need": NEED.key, "yes": True, "words": body["words"]}
    assert body["words"]["nb"] in client.get("/me/sharing").text


def test_own_words_are_shown_only_after_a_yes(house):
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/words", strengths="Tall", wants="Lager")
    assert "Bare arbeidsgiveren du skal møte, får lese det, når planen er klar." in client.get("/me/shown").text
    press(client, "/me/shown", answer="yes")
    assert "Nå får arbeidsgiverne lese det." in client.get("/me/shown").text
    press(client, "/me/shown", answer="no")
    assert "Bare arbeidsgiveren du skal møte, får lese det, når planen er klar." in client.get("/me/shown").text


@pytest.mark.parametrize(("text", "why"), [("Ring 900 00 001", "Ta bort nummeret"), ("x" * 1001, "1000")])
def test_numbers_and_long_texts_are_not_kept(house, text, why):
    client, _ = house.guest("candidates", TOLD.id)
    before = kept(house)
    answer = put(client, "/me/words", strengths=text)
    assert (answer.status_code, why in answer.text, kept(house)) == (400, True, before)


def test_a_word_about_health_is_kept_and_asked_about(house):
    client, _ = house.guest("candidates", TOLD.id)
    put(client, "/me/words", strengths="Jeg er ufør")
    assert "Se en gang til på «ufør»" in client.get("/me").text


def test_who_asks_to_be_called_is_shown_to_their_counsellor(seated):
    client, _ = seated.guest("candidates", TOLD.id)
    press(client, "/me/tick", step="call", done="yes")
    counsellor = seated.visit("counsellor")
    assert "Ring" in counsellor.get(home(seated)).text
    press(counsellor, f"{home(seated)}/{TOLD.id}/tick", step="call", done="no")
    assert "Ring" not in counsellor.get(home(seated)).text


def test_who_withdraws_is_out_at_once_and_can_come_back_with_the_same_number(house):
    client, _ = house.guest("candidates", TOLD.id)
    number = kept(house)["number"]
    press(client, "/me/withdraw")
    assert kept(house) is None
    assert TOLD.id not in json.dumps(exported(house))
    with house.app.app_context():
        (row,) = house.session().query(ProgressRow)
        assert house.session().info["seal"].open(row.body)["away"].keys() <= {
            "id", "name", "number", "counsellor", "language",
        }  # fmt: skip
    assert client.get("/me/needs").status_code == 404
    press(client, "/me/yes", answer="yes")
    assert kept(house)["number"] == number
    assert "needs" not in kept(house)


def test_nobody_else_gets_the_number_of_who_withdrew(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/withdraw")
    organiser = house.visit("organiser")
    put(organiser, f"{home(house)}/new", name="Ny", counsellor=OWN, language="nb")
    new = exported(house)["candidates"][-1]
    assert (new["id"] == TOLD.id, new["number"] == TOLD.number) == (False, False)


def test_who_is_erased_leaves_nothing_and_the_link_opens_no_more(house):
    client, made = house.guest("candidates", TOLD.id)
    press(client, "/me/shown", answer="yes")
    press(client, "/me/erase")
    with house.app.app_context():
        assert [house.session().query(table).count() for table in (ProgressRow, ConsentRow)] == [0, 0]
    assert client.get("/me").location == "/sign-in"
    assert press(house.visitor(), f"/enter/{made.key}").status_code == 400


def test_a_candidate_sees_who_has_seen_what(seated):
    counsellor = seated.visit("counsellor")
    counsellor.get(f"{home(seated)}/{TOLD.id}/needs")
    client, _ = seated.guest("candidates", TOLD.id)
    client.get("/me/needs")
    rows = re.findall(r"<tr.*?</tr>", client.get("/me/seen").text, re.DOTALL)
    assert len([row for row in rows if "Så hva du trenger" in row]) == 1


def test_everything_comes_as_a_file(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/yes", answer="yes")
    whole = client.get("/me/mine.json").get_json()
    assert whole["candidate"] == kept(house)
    assert whole["progress"] == {"yes": True}


def test_every_change_is_noted_without_what_it_held(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/yes", answer="yes")
    put(client, "/me/words", strengths="Canary")
    with house.app.app_context():
        entries = [(entry.what, entry.about) for entry in house.session().query(EntryRow)][-2:]
    about = f"{house.event} {TOLD.id}"
    assert entries == [("candidate said yes", about), ("own words changed", about)]


def test_what_a_counsellor_looks_after_is_theirs_alone_to_tick(seated):
    counsellor, page = seated.visit("counsellor"), f"{home(seated)}/{TOLD.id}"
    press(counsellor, f"{page}/tick", step="informed", done="yes")
    assert "☑ Arbeidsgiveren vet det som er avtalt" in counsellor.get(f"{page}/steps").text
    client, _ = seated.guest("candidates", TOLD.id)
    assert press(client, "/me/tick", step="informed", done="no").status_code == 404
    assert "Arbeidsgiveren vet" not in client.get("/me").text
