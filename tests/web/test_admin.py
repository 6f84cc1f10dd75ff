"""An administrator looks after users, and sees nothing of events."""

from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from threading import Barrier

import pytest
from sqlalchemy import select, update

from speeddate.services import events
from speeddate.services.access import offices, passwords, users
from speeddate.services.access.users import LastError
from speeddate.services.permissions import Visitor
from speeddate.store.database import writing
from speeddate.store.journal import EntryRow
from speeddate.store.offices import UserRow
from tests.web.conftest import token
from tests.web.passwords import NOON, knock, set_up

KIM = {"email": " Kim@Example.org", "name": "Kim", "roles": ["host", "liaison"], "language": "nn", "office": "Hamar"}


def send(client, page, **form):
    return client.post(page, data={"csrf_token": token(client, "/account")} | form)


def row(house, email):
    with house.app.app_context():
        return house.session().scalars(select(UserRow).where(UserRow.email == email)).one()


def test_somebody_new_is_told_where_the_door_is_and_comes_in(house, tmp_path):
    send(house.visit("administrator"), "/admin/users/new", **KIM).close()
    kim = row(house, "kim@example.org")
    assert (kim.name, kim.roles, kim.language, kim.closed) == ("Kim", ["host", "liaison"], "nn", False)
    (letter,) = (message_from_bytes(path.read_bytes()) for path in (tmp_path / "mail").iterdir())
    assert (letter["To"], letter["Subject"]) == ("kim@example.org", "Du kan logge inn")
    assert "http://localhost/sign-in " in letter.get_payload(decode=True).decode()
    assert "/enter/" not in letter.get_payload(decode=True).decode()


def test_a_new_office_is_made_with_its_first_user(house):
    send(house.visit("administrator"), "/admin/users/new", **KIM | {"office": "", "office_new": " Løten "})
    with house.app.app_context():
        assert users.offices(house.session(), administrator(house)) == ["Elverum", "Hamar", "Løten"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "kim"}, "Skriv en e-postadresse med @ i midten"),
        ({"email": "host@elverum.example"}, "Adressen er registrert fra før"),
        ({"name": " "}, "Skriv hva brukeren heter"),
        ({"roles": []}, "Velg minst én rolle"),
        ({"roles": ["king"]}, "Velg minst én rolle"),
        ({"office": ""}, "Velg et kontor"),
        ({"office": "", "office_new": "x" * 121}, "Skriv kortere"),
    ],
)
def test_what_is_wrong_with_somebody_new_is_told_and_nobody_is_let_in(house, wrong, said):
    answer = send(house.visit("administrator"), "/admin/users/new", **KIM | wrong)
    assert answer.status_code == 400
    assert said in answer.text
    with house.app.app_context():
        assert house.session().scalars(select(UserRow).where(UserRow.email == "kim@example.org")).all() == []


def test_roles_that_were_changed_hold_at_once(house):
    host = house.visit("host")
    assert host.get("/events/new").status_code == 404
    form = {"name": "Ola", "roles": ["organiser"], "language": "en", "version": 1}
    assert send(house.visit("administrator"), f"/admin/users/{house.user('host')}", **form).status_code == 302
    assert host.get("/events/new").status_code == 200


def test_whoever_saves_later_sees_both_and_loses_nothing(house):
    first, second, page = (
        house.visit("administrator"),
        house.visit("administrator"),
        f"/admin/users/{house.user('host')}",
    )
    send(first, page, name="Ane", roles=["host"], language="nb", version=1)
    answer = send(second, page, name="Tor", roles=["county"], language="nb", version=1)
    assert answer.status_code == 409
    assert ("<dd>Ane</dd>" in answer.text, 'value="Tor"' in answer.text) == (True, True)
    assert row(house, "host@hamar.example").name == "Ane"
    assert send(second, page, name="Tor", roles=["county"], language="nb", version=2).status_code == 302


def test_whoever_is_shut_out_is_out_at_once_and_by_every_door(house, monkeypatch):
    monkeypatch.setattr(passwords, "now", lambda: NOON)
    host = house.visit("host")
    holder = set_up(host, "host@hamar.example")
    link = house.link("host")
    send(house.visit("administrator"), f"/admin/users/{house.user('host')}/close")
    assert host.get("/events").status_code == 302
    again = house.visitor()
    assert again.post(f"/enter/{link}", data={"csrf_token": token(again)}).status_code == 400
    assert knock(again, holder).status_code == 400
    assert "Stengt" in house.visit("administrator").get("/admin").text


def test_whoever_is_let_in_again_has_no_old_session(house):
    host, client, user = house.visit("host"), house.visit("administrator"), house.user("host")
    send(client, f"/admin/users/{user}/close")
    send(client, f"/admin/users/{user}/reopen")
    assert host.get("/events").status_code == 302
    assert house.visit("host").get("/events").status_code == 200


@pytest.fixture
def alone(house):
    """Leave one administrator, and give their page and address."""
    client = house.visit("administrator")
    send(client, f"/admin/users/{house.user('administrator', 'Elverum')}/close")
    return client, f"/admin/users/{house.user('administrator')}"


def test_the_last_administrator_cannot_close_themselves(house, alone):
    client, page = alone
    answer = client.get(send(client, f"{page}/close").location)
    assert "Gjør en annen til administrator først" in answer.text
    assert client.get("/admin").status_code == 200


def test_the_last_administrator_cannot_demote_themselves(house, alone):
    client, page = alone
    with house.app.app_context(), writing(house.session()):
        mine = update(UserRow).where(UserRow.email == "administrator@hamar.example")
        house.session().execute(mine.values(roles=["administrator", "host"]))
    answer = send(client, page, name="Kari", roles=["host"], language="nb", version=1)
    assert (answer.status_code, "Gjør en annen til administrator først" in answer.text) == (400, True)
    assert client.get("/admin").status_code == 200


def test_two_administrators_who_leave_at_once_do_not_both_leave(house):
    ready, ids = Barrier(2), [house.user("administrator", office) for office in ("Hamar", "Elverum")]

    def leave(user):
        with house.app.app_context():
            ready.wait()
            try:
                users.close(house.session(), administrator(house), user)
            except LastError:
                return "stays"
            return "left"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(leave, ids)) == ["left", "stays"]


def test_nobody_gives_themselves_a_role(house):
    client = house.visit("administrator")
    form = {"name": "Kari", "roles": ["administrator", "organiser"], "language": "nb", "version": 1}
    answer = send(client, f"/admin/users/{house.user('administrator')}", **form)
    assert (answer.status_code, "Be en annen administrator" in answer.text) == (400, True)
    assert row(house, "administrator@hamar.example").roles == ["administrator"]


def test_an_administrator_sees_nothing_of_events(house):
    client = house.visit("administrator")
    pages = ["/admin", "/admin/journal", "/admin/users/new", f"/admin/users/{house.user('host')}"]
    texts = "".join(client.get(page).text for page in pages)
    with house.app.app_context():
        organiser = offices.organiser_of(house.session(), "Hamar")
        event = events.opened(house.session(), events.found(house.session(), organiser, house.event))
    told = [event.name, house.event, *(each.name for each in (*event.candidates, *event.employers))]
    assert [word for word in told if word and word in texts] == []
    assert client.get(f"/events/{house.event}").status_code == 404


def test_the_journal_is_whole_and_when_it_is_not_that_is_told(house):
    client = house.visit("administrator")
    assert "Ja, loggen er hel." in client.get("/admin/journal").text
    with house.app.app_context(), writing(house.session()):
        house.session().execute(update(EntryRow).where(EntryRow.number == 3).values(who="somebody"))
    answer = client.get("/admin/journal").text
    assert "ved disse linjene: 3." in answer
    assert "Ja, loggen er hel." not in answer


def test_everything_done_to_a_user_is_in_the_journal(house):
    client, user = house.visit("administrator"), house.user("host")
    send(client, f"/admin/users/{user}", name="Ola", roles=["host"], language="nb", version=1)
    send(client, f"/admin/users/{user}/close")
    send(client, f"/admin/users/{user}/reopen")
    me = house.user("administrator")
    with house.app.app_context():
        done = house.session().execute(select(EntryRow.who, EntryRow.what).where(EntryRow.about == user)).all()
    assert done[-3:] == [(me, "user changed"), (me, "user closed"), (me, "user reopened")]


def test_whoever_has_nothing_but_users_to_look_after_comes_to_them(house):
    assert house.visit("administrator").get("/").location == "/admin"


def administrator(house):
    """Act for an administrator."""
    return Visitor("a" * 16, "", "", frozenset({"administrator"}), "nb")
