"""Every route, by every method, for everybody: what is answered is written down here, and a new route must be added."""

import pytest

from speeddate.store.offices import ROLES
from tests.web.conftest import token

NOBODY = "nobody"
STAFF = ("organiser", "counsellor", "liaison", "host")
ALL = frozenset((NOBODY, *ROLES))
HERE = {"event": "own"}
THERE = {"event": "foreign"}

# a candidate's own pages are for them and for their own counsellor; nobody here is either
BY_GET = (
    "home",
    "yes",
    "needs",
    "when",
    "own_words",
    "ranked",
    "sharing",
    "shown",
    "summary",
    "sights",
    "everything",
    "withdraw",
    "erase",
)
BY_POST = ("yes", "tick", "needs", "when", "own_words", "ranked", "sharing", "shown", "withdraw", "erase")
AT = (("me", (None,), ("code",)), ("candidate", ("own", "foreign"), ("link",)))
OWN_PAGES = tuple(
    (f"{pages}.{page}", method, whose, frozenset())
    for pages, whoses, more in AT
    for method, each in (("GET", BY_GET + more), ("POST", BY_POST + more))
    for page in each
    for whose in whoses
)

# endpoint, method, whose event, who is answered with what they asked for; the counsellor here prepares nobody
EXPECTED = (
    ("doors.sign_in", "GET", None, ALL),
    ("doors.sign_in", "POST", None, ALL),
    ("doors.enter", "GET", None, ALL),
    ("doors.enter", "POST", None, frozenset()),
    ("doors.choose_language", "POST", None, ALL),
    ("doors.sign_out", "POST", None, ALL),  # it ends where everybody signs in
    ("passwords.sign_in", "GET", None, ALL),
    ("passwords.sign_in", "POST", None, frozenset()),  # nobody has a password there
    ("passwords.account", "GET", None, frozenset(ROLES)),
    ("passwords.choose", "GET", None, frozenset(ROLES)),
    ("passwords.choose", "POST", None, frozenset()),  # nobody has shown that their app is connected
    ("passwords.remove", "GET", None, frozenset(ROLES)),
    ("passwords.remove", "POST", None, frozenset(ROLES)),
    ("oidc.go", "GET", None, frozenset()),  # none is configured
    ("oidc.back", "GET", None, frozenset()),
    ("admin.every", "GET", None, frozenset({"administrator"})),
    ("admin.journal", "GET", None, frozenset({"administrator"})),
    ("admin.new", "GET", None, frozenset({"administrator"})),
    ("admin.new", "POST", None, frozenset({"administrator"})),
    ("admin.one", "GET", "own", frozenset({"administrator"})),
    ("admin.one", "GET", "foreign", frozenset({"administrator"})),  # the whole installation is theirs to look after
    ("admin.one", "POST", "own", frozenset({"administrator"})),
    ("admin.one", "POST", "foreign", frozenset({"administrator"})),
    ("admin.close", "POST", "own", frozenset({"administrator"})),
    ("admin.close", "POST", "foreign", frozenset({"administrator"})),
    ("admin.reopen", "POST", "own", frozenset({"administrator"})),
    ("admin.reopen", "POST", "foreign", frozenset({"administrator"})),
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
    *OWN_PAGES,
    ("candidate.shut", "POST", "own", frozenset()),
    ("candidate.shut", "POST", "foreign", frozenset()),
    ("frame.one", "GET", "own", frozenset({"organiser"})),
    ("frame.one", "GET", "foreign", frozenset()),
    ("frame.save", "POST", "own", frozenset({"organiser"})),
    ("frame.save", "POST", "foreign", frozenset()),
    ("stations.every", "GET", "own", frozenset({"organiser"})),
    ("stations.every", "GET", "foreign", frozenset()),
    ("stations.new", "GET", "own", frozenset({"organiser"})),
    ("stations.new", "GET", "foreign", frozenset()),
    ("stations.new", "POST", "own", frozenset({"organiser"})),
    ("stations.new", "POST", "foreign", frozenset()),
    ("stations.one", "GET", "own", frozenset({"organiser"})),
    ("stations.one", "GET", "foreign", frozenset()),
    ("stations.one", "POST", "own", frozenset({"organiser"})),
    ("stations.one", "POST", "foreign", frozenset()),
    ("stations.remove", "GET", "own", frozenset({"organiser"})),
    ("stations.remove", "GET", "foreign", frozenset()),
    ("stations.remove", "POST", "own", frozenset({"organiser"})),
    ("stations.remove", "POST", "foreign", frozenset()),
    ("resources.every", "GET", "own", frozenset({"organiser"})),
    ("resources.every", "GET", "foreign", frozenset()),
    ("resources.new", "GET", "own", frozenset({"organiser"})),
    ("resources.new", "GET", "foreign", frozenset()),
    ("resources.new", "POST", "own", frozenset({"organiser"})),
    ("resources.new", "POST", "foreign", frozenset()),
    ("resources.one", "GET", "own", frozenset({"organiser"})),
    ("resources.one", "GET", "foreign", frozenset()),
    ("resources.one", "POST", "own", frozenset({"organiser"})),
    ("resources.one", "POST", "foreign", frozenset()),
    ("resources.remove", "GET", "own", frozenset({"organiser"})),
    ("resources.remove", "GET", "foreign", frozenset()),
    ("resources.remove", "POST", "own", frozenset({"organiser"})),
    ("resources.remove", "POST", "foreign", frozenset()),
    ("checklist.every", "GET", "own", frozenset(STAFF)),
    ("checklist.every", "GET", "foreign", frozenset()),
    ("checklist.tick", "POST", "own", frozenset(STAFF)),
    ("checklist.tick", "POST", "foreign", frozenset()),
    ("checklist.answer", "POST", "own", frozenset(STAFF)),
    ("checklist.answer", "POST", "foreign", frozenset()),
    ("checklist.owners", "GET", "own", frozenset({"organiser"})),
    ("checklist.owners", "GET", "foreign", frozenset()),
    ("checklist.assign", "POST", "own", frozenset({"organiser"})),
    ("checklist.assign", "POST", "foreign", frozenset()),
    ("copying.copy", "GET", None, frozenset({"organiser"})),
    ("copying.copy", "POST", None, frozenset({"organiser"})),
    ("events.delete", "GET", "own", frozenset({"organiser"})),
    ("events.delete", "GET", "foreign", frozenset()),
    ("events.delete", "POST", "own", frozenset({"organiser"})),
    ("events.delete", "POST", "foreign", frozenset()),
)
BODIES = {
    "checklist.tick": {"done": "yes"},
    "checklist.answer": {"answer": "waiting"},
    "frame.save": {"name": "x", "date": "1.2.2027", "version": "1", "round-0-start": "9", "round-0-end": "10"},
    "stations.new": {"name": "Hjørnet"},
    "stations.one": {"name": "Hjørnet", "version": "1"},
    "resources.new": {"kind": "host", "capacity": "1"},
    "resources.one": {"kind": "host", "capacity": "1", "version": "1"},
    "doors.sign_in": {"email": "x@example.org"},
    "passwords.sign_in": {"email": "x@example.org", "password": "x", "code": "1"},
    "admin.new": {"email": "kim@example.org", "name": "Kim", "roles": "host", "language": "nb", "office": "Hamar"},
    "admin.one": {"name": "Kim", "roles": "host", "language": "nb", "version": "1"},
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
    if endpoint in {"admin.one", "admin.close", "admin.reopen"}:
        values = {"user": house.user("host", "Hamar" if whose == "own" else "Elverum")}
    values |= {"ref": "E1"} if endpoint == "employers.one" else {}
    values |= {"ref": "K01"} if endpoint == "candidates.one" or endpoint.startswith("candidate.") else {}
    values |= {"key": "t8w.aids"} if endpoint == "checklist.answer" else {}
    values |= {"key": "t0.brief"} if endpoint == "checklist.tick" else {}
    values |= {"ref": "P1"} if endpoint in {"stations.one", "stations.remove"} else {}
    values |= {"ref": "T1"} if endpoint in {"resources.one", "resources.remove"} else {}
    with house.app.test_request_context():
        address = house.app.url_for(endpoint, **values)
    if method == "GET":
        return client.get(address)
    return client.post(address, data=BODIES.get(endpoint, {}) | {"csrf_token": token(client, "/enter/none")})


def answered(answer, endpoint):
    """Tell whether somebody got what they asked for; 400 says that a form they may send was not filled in."""
    turned_away = answer.status_code == 302 and answer.location == "/sign-in" and endpoint != "doors.sign_out"
    filled_in_wrongly = answer.status_code == 400 and endpoint in {"events.bring", "copying.copy"}
    return (answer.status_code in {200, 302} and not turned_away) or filled_in_wrongly


def dump(house):
    with house.app.app_context():
        session = house.session()
        metadata = house.app.extensions["stored"].metadata
        return {table.name: session.execute(table.select()).all() for table in metadata.sorted_tables}
