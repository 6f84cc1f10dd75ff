"""What a candidate can take with them is all that is kept about them, and a yes taken back holds on paper at once."""

import json
import re
from dataclasses import replace

from speeddate.services import events
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.sheets import Made, keep_sheets, sheets_of
from speeddate.store.tables import metadata
from tests.printing.builders import meeting, plan, printed, text
from tests.web.test_own import NEED, NO, TOLD, press, put

EXPORTED = {"part": "candidate", "progress": "progress", "consent": "answers", "guest": "link"}
OTHERS = {"seat", "sheet"}  # which users are counsellors; and sheets, which say what is here and go with a deletion


def test_every_table_about_a_candidate_is_in_what_they_can_take_with_them(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/yes", answer="yes")
    put(client, "/me/sharing", **NO)
    mine = json.loads(client.get("/me/mine.json").data)
    about = {table.name for table in metadata.sorted_tables if {"event_id", "ref"} <= set(table.columns.keys())}
    assert about - OTHERS == set(EXPORTED)
    assert [part for part in EXPORTED.values() if not mine[part]] == []
    assert set(mine) == {*EXPORTED.values(), "seen", "meetings"}
    assert [meeting["candidate"] for meeting in mine["meetings"]] == [TOLD.id]


def test_every_answer_is_there_with_its_words_also_after_withdrawing(house):
    client, _ = house.guest("candidates", TOLD.id)
    field = f"tell-E1-{NEED.key}"
    for answer in (NO, {field: "yes"}, {"withdraw": field}):
        put(client, "/me/sharing", **answer)
    press(client, "/me/withdraw")
    mine = json.loads(client.get("/me/mine.json").data)
    said = [answer for answer in mine["answers"] if (answer["employer"], answer["need"]) == ("E1", NEED.key)]
    assert [answer["yes"] for answer in said] == [False, True, False]
    assert {answer["words"]["nb"] for answer in said} == {NEED.told(30)["nb"]}


def test_who_has_withdrawn_still_finds_what_is_kept_and_who_has_seen_it(house):
    client, _ = house.guest("candidates", TOLD.id)
    press(client, "/me/withdraw")
    shown = client.get("/me").text
    links = re.findall(r'href="(/me/[^"]+)"', shown)
    assert {"/me/seen", "/me/mine.json", "/me/erase"} <= set(links)
    assert [client.get(link).status_code for link in links] == [200] * len(links)
    assert client.get("/me/words").status_code == 404


def test_no_other_table_has_a_key_for_a_person_of_an_event():
    known = {"id", "event_id", "ref", "user_id", "office_id", "guest_id"}
    keys = {column.name for table in metadata.sorted_tables for column in table.columns if column.foreign_keys}
    assert keys - known == {"done_by", "owner"}  # of the checklist: both are users


def test_a_sentence_is_on_the_employers_paper_only_while_the_yes_stands(house):
    client, _ = house.guest("candidates", TOLD.id)
    field, sentence = f"tell-E1-{NEED.key}", NEED.told(30)["nb"]
    put(client, "/me/sharing", **NO)
    assert sentence not in sheet(house)
    put(client, "/me/sharing", **{field: "yes"})
    assert sentence in sheet(house)
    put(client, "/me/sharing", withdraw=field)
    assert sentence not in sheet(house)


def test_who_withdraws_is_on_no_paper_made_from_then_on(house):
    client, _ = house.guest("candidates", TOLD.id)
    assert TOLD.name in sheet(house)
    press(client, "/me/withdraw")
    assert TOLD.id not in {each.id for each in stored(house).candidates}


def stored(house):
    with house.app.app_context():
        return events.opened(house.session(), house.session().get_one(EventRow, house.event))


def sheet(house):
    """Print what the first employer gets, of a plan in which they meet."""
    event = stored(house)
    start = "15:30"
    met = meeting(TOLD.id, "E1", event.stations[0].id, start, "16:00")
    schedule = replace(plan(), event=event.id, meetings=(met,), unplaced=(), unmet=())
    return text(printed(event, schedule, kinds=("employer",), language="nb")["employer-E1.pdf"])


def test_no_printed_sheet_outlives_a_yes_that_is_taken_back_nor_who_withdraws(house):
    client, _ = house.guest("candidates", TOLD.id)
    for act in (lambda: put(client, "/me/sharing", **NO), lambda: press(client, "/me/withdraw")):
        with house.app.app_context(), writing(house.session()):
            keep_sheets(house.session(), house.event, 1, "nb", [Made("check-in.pdf", "check-in", "", "x", b"%PDF")])
        act()
        with house.app.app_context():
            assert [(row.recalled, row.body) for row in sheets_of(house.session(), house.event)] == [(True, b"")]
