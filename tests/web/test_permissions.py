"""Every route, by every method, for everybody: what is answered is written down here, and a new route must be added."""

import pytest

from speeddate.store.offices import ROLES
from tests.web.conftest import token

NOBODY = "nobody"
STAFF = ("organiser", "counsellor", "liaison", "host")
ALL = frozenset((NOBODY, *ROLES))
HERE = {"event": "own"}
THERE = {"event": "foreign"}

# endpoint, method, whose event, who is answered with what they asked for; the counsellor here prepares nobody
EXPECTED = (
    ("doors.sign_in", "GET", None, ALL),
    ("doors.sign_in", "POST", None, ALL),
    ("doors.enter", "GET", None, ALL),
    ("doors.enter", "POST", None, frozenset()),
    ("doors.choose_language", "POST", None, ALL),
    ("doors.sign_out", "POST", None, ALL),  # it ends where everybody signs in
    ("events.home", "GET", None, frozenset(ROLES)),
    ("events.every", "GET", None, frozenset(STAFF)),
    ("events.new", "GET", None, frozenset({"organiser"})),
    ("events.new", "POST", None, frozenset({"organiser"})),
    ("events.bring", "GET", None, frozenset({"organiser"})),
    ("events.bring", "POST", None, frozenset({"organiser"})),
    ("events.one", "GET", "own", frozenset(STAFF)),
    ("events.one", "GET", "foreign", frozenset()),
    ("events.download", "GET", "own", frozenset({"organiser"})),
    ("events.download", "GET", "foreign", frozenset()),
    ("employers.every", "GET", "own", frozenset({"organiser", "liaison"})),
    ("employers.every", "GET", "foreign", frozenset()),
    ("employers.new", "GET", "own", frozenset({"organiser", "liaison"})),
    ("employers.new", "POST", "own", frozenset({"organiser", "liaison"})),
    ("employers.new", "POST", "foreign", frozenset()),
    ("employers.one", "GET", "own", frozenset({"organiser", "liaison"})),
    ("employers.one", "GET", "foreign", frozenset()),
    ("employers.one", "POST", "own", frozenset({"organiser", "liaison"})),
    ("employers.one", "POST", "foreign", frozenset()),
    ("counsellors.every", "GET", "own", frozenset({"organiser"})),
    ("counsellors.every", "GET", "foreign", frozenset()),
    ("counsellors.seat", "POST", "own", frozenset({"organiser"})),
    ("counsellors.seat", "POST", "foreign", frozenset()),
    ("counsellors.new", "POST", "own", frozenset({"organiser"})),
    ("counsellors.new", "POST", "foreign", frozenset()),
    ("candidates.every", "GET", "own", frozenset({"organiser", "counsellor"})),
    ("candidates.every", "GET", "foreign", frozenset()),
    ("candidates.new", "GET", "own", frozenset({"organiser", "counsellor"})),
    ("candidates.new", "POST", "own", frozenset({"organiser"})),
    ("candidates.new", "POST", "foreign", frozenset()),
    ("candidates.one", "GET", "own", frozenset({"organiser"})),
    ("candidates.one", "GET", "foreign", frozenset()),
    ("candidates.one", "POST", "own", frozenset({"organiser"})),
    ("candidates.one", "POST", "foreign", frozenset()),
    ("candidates.needs", "GET", "own", frozenset()),
    ("candidates.needs", "GET", "foreign", frozenset()),
    ("candidates.needs", "POST", "own", frozenset()),
    ("candidates.needs", "POST", "foreign", frozenset()),
    ("candidates_lists.bring", "GET", "own", frozenset({"organiser", "counsellor"})),
    ("candidates_lists.bring", "GET", "foreign", frozenset()),
    ("candidates_lists.bring", "POST", "own", frozenset({"organiser", "counsellor"})),
    ("candidates_lists.bring", "POST", "foreign", frozenset()),
    ("candidates_lists.template", "GET", "own", frozenset({"organiser", "counsellor"})),
    ("candidates_lists.template", "GET", "foreign", frozenset()),
    ("candidates_lists.download", "GET", "own", frozenset({"organiser", "counsellor"})),
    ("candidates_lists.download", "GET", "foreign", frozenset()),
    ("employers_lists.bring", "GET", "own", frozenset({"organiser", "liaison"})),
    ("employers_lists.bring", "GET", "foreign", frozenset()),
    ("employers_lists.bring", "POST", "own", frozenset({"organiser", "liaison"})),
    ("employers_lists.bring", "POST", "foreign", frozenset()),
    ("employers_lists.template", "GET", "own", frozenset({"organiser", "liaison"})),
    ("employers_lists.template", "GET", "foreign", frozenset()),
    ("employers_lists.download", "GET", "own", frozenset({"organiser", "liaison"})),
    ("employers_lists.download", "GET", "foreign", frozenset()),
    ("candidates_lists.needs", "GET", "own", frozenset()),
    ("candidates_lists.needs", "GET", "foreign", frozenset()),
    ("events.delete", "GET", "own", frozenset({"organiser"})),
    ("events.delete", "GET", "foreign", frozenset()),
    ("events.delete", "POST", "own", frozenset({"organiser"})),
    ("events.delete", "POST", "foreign", frozenset()),
)
BODIES = {
    "doors.sign_in": {"email": "x@example.org"},
    "doors.choose_language": {"language": "en", "page": "/"},
    "employers.new": {"name": "Verkstedet"},
    "employers.one": {"name": "Verkstedet", "version": "1"},
    "counsellors.new": {"name": "Marit"},
    "candidates.new": {"name": "Kim", "language": "nb"},
    "candidates.one": {"name": "Kim", "language": "nb", "version": "1"},
    "events.new": {"name": "x", "date": "1.2.2027", "template": "blank"},
}


def test_every_route_has_a_line_for_each_of_its_methods(house):
    there = {
        (rule.endpoint, method)
        for rule in house.app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    assert {(endpoint, method) for endpoint, method, _, _ in EXPECTED} == there


@pytest.mark.parametrize("who", sorted(ALL))
def test_everybody_gets_what_is_theirs_and_nothing_else(house, who):
    for endpoint, method, whose, allowed in EXPECTED:
        client = house.visitor() if who == NOBODY else house.visit(who)
        answer = ask(house, client, endpoint, method, whose)
        assert (endpoint, method, whose, answered(answer, endpoint)) == (endpoint, method, whose, who in allowed)


def test_a_refusal_tells_the_same_as_a_page_that_is_not_there(house):
    client = house.visit("organiser")
    absent = "0" * 16
    answers = [client.get(f"/events/{event}").text.replace(event, absent) for event in (house.foreign, absent)]
    assert answers[0] == answers[1]


@pytest.mark.parametrize("whose", ["own", "foreign"])
@pytest.mark.parametrize("who", ["counsellor", "county", "administrator"])
def test_a_refusal_writes_nothing(house, who, whose):
    client = house.visit(who)
    before = dump(house)
    ask(house, client, "events.delete", "POST", whose)
    ask(house, client, "events.new", "POST", None)
    assert dump(house) == before


def ask(house, client, endpoint, method, whose):
    values = {"event": house.event if whose == "own" else house.foreign} if whose else {}
    values |= {"key": "x" * 22} if endpoint == "doors.enter" else {}
    values |= {"ending": "csv"} if endpoint.endswith(("_lists.template", "_lists.download")) else {}
    values |= {"ref": "E1"} if endpoint == "employers.one" else {}
    values |= {"ref": "K01"} if endpoint in {"candidates.one", "candidates.needs"} else {}
    with house.app.test_request_context():
        address = house.app.url_for(endpoint, **values)
    if method == "GET":
        return client.get(address)
    return client.post(address, data=BODIES.get(endpoint, {}) | {"csrf_token": token(client, "/enter/none")})


def answered(answer, endpoint):
    """Tell whether somebody got what they asked for; 400 says that a form they may send was not filled in."""
    turned_away = answer.status_code == 302 and answer.location == "/sign-in" and endpoint != "doors.sign_out"
    filled_in_wrongly = answer.status_code == 400 and endpoint.endswith(".bring")
    return (answer.status_code in {200, 302} and not turned_away) or filled_in_wrongly


def dump(house):
    with house.app.app_context():
        session = house.session()
        metadata = house.app.extensions["stored"].metadata
        return {table.name: session.execute(table.select()).all() for table in metadata.sorted_tables}
