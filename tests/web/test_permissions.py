"""Every route, by every method, for everybody: what is answered stands in `routes`."""

import pytest

from tests.web.conftest import token
from tests.web.routes import ALL, BODIES, EXPECTED, KEYS, NOBODY, REFS


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
    values = {
        "event": house.event if whose == "own" else house.foreign,
        "ref": REFS.get(endpoint.partition(".")[0]),
        "ending": "csv",
        "key": KEYS.get(endpoint),
        "number": 1,
        "mark": "0" * 16,
        "name": "check-in",
        "user": house.user("host", "Hamar" if whose == "own" else "Elverum"),
    }
    asked = next(rule for rule in house.app.url_map.iter_rules(endpoint) if method in rule.methods).arguments
    with house.app.test_request_context():
        address = house.app.url_for(endpoint, **{name: values[name] for name in asked})
    if method == "GET":
        return client.get(address)
    return client.post(address, data=BODIES.get(endpoint, {}) | {"csrf_token": token(client, "/enter/none")})


def answered(answer, endpoint):
    """Tell whether somebody got what they asked for; 400 says that a form they may send was not filled in, and 409
    that what they may do cannot be done now.
    """
    turned_away = answer.status_code == 302 and answer.location == "/sign-in" and endpoint != "doors.sign_out"
    filled_in_wrongly = answer.status_code == 400 and (endpoint.endswith(".bring") or endpoint == "copying.copy")
    return (answer.status_code in {200, 302, 409} and not turned_away) or filled_in_wrongly


def dump(house):
    with house.app.app_context():
        session = house.session()
        metadata = house.app.extensions["stored"].metadata
        return {table.name: session.execute(table.select()).all() for table in metadata.sorted_tables}
