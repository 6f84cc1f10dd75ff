"""What each route answers, by each of its methods, to whom: a route without a line here fails the build."""

from speeddate.store.offices import ROLES
from tests.web.conftest import GUESTS

NOBODY = "nobody"
ALL = frozenset((NOBODY, *ROLES, *GUESTS))
NONE = frozenset()
STAFF = frozenset(("organiser", "counsellor", "liaison", "host"))
ORGANISER = frozenset({"organiser"})
LIAISONS = frozenset({"organiser", "liaison"})
PREPARING = frozenset({"organiser", "counsellor"})
ADMINISTRATOR = frozenset({"administrator"})
CANDIDATE = frozenset({"candidate"})
EMPLOYER = frozenset({"employer"})


def anywhere(endpoint, methods, allowed):
    """Tell of a route that belongs to no event: for each of its methods, who is answered."""
    return [(endpoint, method, None, allowed) for method in methods.split()]


def within(endpoint, methods, allowed):
    """Tell of a route within an event: who is answered about their own, and nobody about another office's."""
    answered = {"own": allowed, "foreign": NONE}
    return [(endpoint, method, whose, who) for method in methods.split() for whose, who in answered.items()]


def own(pages, methods):
    """Tell of a candidate's own pages: theirs at /me, and their own counsellor's beside the list: nobody is that."""
    for page in pages.split():
        yield from anywhere(f"me.{page}", methods, CANDIDATE)
        yield from within(f"candidate.{page}", methods, NONE)


# in this order: what takes something away comes last
EXPECTED = (
    *anywhere("doors.sign_in", "GET POST", ALL),
    *anywhere("doors.enter", "GET", ALL),
    *anywhere("doors.enter", "POST", NONE),
    *anywhere("doors.choose_language", "POST", ALL),
    *anywhere("doors.sign_out", "POST", ALL),  # it ends where everybody signs in
    *anywhere("passwords.sign_in", "GET", ALL),
    *anywhere("passwords.sign_in", "POST", NONE),  # nobody has a password there
    *anywhere("passwords.account", "GET", frozenset(ROLES)),
    *anywhere("passwords.choose", "GET", frozenset(ROLES)),
    *anywhere("passwords.choose", "POST", NONE),  # nobody has shown that their app is connected
    *anywhere("passwords.remove", "GET POST", frozenset(ROLES)),
    *anywhere("oidc.go", "GET", NONE),  # none is configured
    *anywhere("oidc.back", "GET", NONE),
    *anywhere("admin.every", "GET", ADMINISTRATOR),
    *anywhere("admin.journal", "GET", ADMINISTRATOR),
    *anywhere("admin.new", "GET POST", ADMINISTRATOR),
    *(
        (f"admin.{page}", method, whose, ADMINISTRATOR)  # the whole installation is theirs to look after
        for page, method in (("one", "GET"), ("one", "POST"), ("close", "POST"), ("reopen", "POST"))
        for whose in ("own", "foreign")
    ),
    *anywhere("events.home", "GET", frozenset({*ROLES, *GUESTS})),
    *anywhere("events.every", "GET", STAFF),
    *anywhere("mine.every", "GET", frozenset({"counsellor"})),
    *anywhere("events.new", "GET POST", ORGANISER),
    *anywhere("events.bring", "GET POST", ORGANISER),
    *anywhere("copying.copy", "GET POST", ORGANISER),
    *within("events.one", "GET", STAFF),
    *within("events.download", "GET", ORGANISER),
    *within("frame.one", "GET", ORGANISER),
    *within("possible.one", "GET", ORGANISER),
    *within("checklist.every", "GET", STAFF),
    *within("checklist.tick", "POST", STAFF),
    *within("checklist.answer", "POST", STAFF),
    *within("checklist.owners", "GET", ORGANISER),
    *within("checklist.assign", "POST", ORGANISER),
    *within("stations.every", "GET", ORGANISER),
    *within("stations.new", "GET POST", ORGANISER),
    *within("stations.one", "GET POST", ORGANISER),
    *within("resources.every", "GET", ORGANISER),
    *within("resources.new", "GET POST", ORGANISER),
    *within("resources.one", "GET POST", ORGANISER),
    *within("employers.every", "GET", LIAISONS),
    *within("employers.new", "GET POST", LIAISONS),
    *within("employers.one", "GET POST", LIAISONS),
    *within("counsellors.every", "GET", ORGANISER),
    *within("counsellors.seat", "POST", ORGANISER),
    *within("counsellors.new", "GET POST", ORGANISER),
    *within("counsellors.one", "GET POST", ORGANISER),
    *within("candidates.every", "GET", PREPARING),
    *within("candidates.new", "GET", PREPARING),
    *within("candidates.new", "POST", ORGANISER),
    *within("candidates.one", "GET POST", ORGANISER),
    *within("candidates_lists.bring", "GET POST", PREPARING),
    *within("candidates_lists.template", "GET", PREPARING),
    *within("candidates_lists.download", "GET", PREPARING),
    *within("candidates_lists.needs", "GET", NONE),
    *within("employers_lists.bring", "GET POST", LIAISONS),
    *within("employers_lists.template", "GET", LIAISONS),
    *within("employers_lists.download", "GET", LIAISONS),
    *anywhere("me.code", "GET", CANDIDATE),
    *anywhere("me.code", "POST", NONE),  # nobody knows it
    *own("home yes needs when own_words ranked sharing shown summary sights everything withdraw erase mine", "GET"),
    *own("own_words tick needs when ranked sharing shown withdraw yes erase", "POST"),
    *within("candidate.link", "GET POST", NONE),
    *within("candidate.shut", "POST", NONE),
    *within("inviting.page", "GET", LIAISONS),
    *within("inviting.link", "POST", LIAISONS),
    *within("inviting.mail", "POST", LIAISONS),
    *within("inviting.shut", "POST", LIAISONS),
    *anywhere("firm.home", "GET", EMPLOYER),
    *anywhere("firm.profile", "GET POST", EMPLOYER),
    *anywhere("firm.wanted", "GET POST", EMPLOYER),
    *within("plans.board", "GET", ORGANISER),
    *within("plans.one", "GET POST", ORGANISER),
    *within("plans.instead", "GET POST", ORGANISER),
    *within("publishing.publish", "GET", ORGANISER),
    *within("publishing.publish", "POST", ORGANISER),
    *within("publishing.version", "GET", ORGANISER),
    *within("publishing.compared", "GET", ORGANISER),
    *within("reasons.why", "GET", ORGANISER),
    *within("reasons.here", "GET", ORGANISER),
    *within("reasons.longer", "GET POST", ORGANISER),
    *within("reasons.stop", "POST", ORGANISER),
    *within("reasons.take", "POST", ORGANISER),
    *within("plans.step", "POST", ORGANISER),
    *within("plans.home", "GET", ORGANISER),
    *within("plans.make", "POST", ORGANISER),
    *within("plans.making", "GET", ORGANISER),
    *within("plans.stop", "POST", ORGANISER),
    *within("sheets.every", "GET", frozenset({"organiser", "counsellor", "host"})),
    *within("sheets.make", "POST", ORGANISER),
    *within("sheets.one", "GET", NONE),  # none is made
    *within("sheets.pack", "GET", NONE),
    *anywhere("firm.meetings", "GET", EMPLOYER),
    *anywhere("firm.calendar", "GET", EMPLOYER),
    *within("evening.counsellor", "GET", NONE),
    *within("evening.counsellors_calendar", "GET", NONE),
    *within("evening.check_in", "GET", frozenset({"organiser", "host"})),
    *within("evening.run_sheet", "GET", frozenset({"organiser", "host"})),
    *within("frame.save", "POST", ORGANISER),
    *within("counsellors.hand_over", "GET POST", ORGANISER),
    *within("counsellors.remove", "GET POST", ORGANISER),
    *within("employers.remove", "GET POST", LIAISONS),
    *within("candidates.remove", "GET POST", ORGANISER),
    *within("stations.remove", "GET POST", ORGANISER),
    *within("resources.remove", "GET POST", ORGANISER),
    *within("events.delete", "GET POST", ORGANISER),
)  # fmt: skip

REFS = {
    "employers": "E1", "inviting": "E1", "candidates": "K01", "candidate": "K01", "counsellors": "V1", "stations": "P1",
    "resources": "T1", "plans": "K01", "reasons": "K01", "evening": "V1",
}  # fmt: skip
KEYS = {"doors.enter": "x" * 22, "checklist.answer": "t8w.aids", "checklist.tick": "t0.brief"}
BODIES = {
    "admin.new": {"email": "kim@example.org", "name": "Kim", "roles": "host", "language": "nb", "office": "Hamar"},
    "admin.one": {"name": "Kim", "roles": "host", "language": "nb", "version": "1"},
    "candidates.new": {"name": "Kim", "language": "nb"},
    "candidates.one": {"name": "Kim", "language": "nb", "version": "1"},
    "checklist.answer": {"answer": "waiting"},
    "checklist.tick": {"done": "yes"},
    "counsellors.hand_over": {"candidates": "K01", "to": "V2"},
    "counsellors.new": {"name": "Marit"},
    "counsellors.one": {"name": "Marit", "version": "1"},
    "doors.choose_language": {"language": "en", "page": "/"},
    "doors.sign_in": {"email": "x@example.org"},
    "employers.new": {"name": "Verkstedet"},
    "employers.one": {"name": "Verkstedet", "version": "1"},
    "events.new": {"name": "x", "date": "1.2.2099", "template": "blank"},
    "firm.profile": {"name": "Verkstedet", "version": "1"},
    "firm.wanted": {"version": "2"},
    "frame.save": {"name": "x", "date": "1.2.2027", "version": "1", "round-0-start": "9", "round-0-end": "10"},
    "inviting.mail": {"email": "x@example.org"},
    "me.own_words": {"strengths": "x", "version": "1"},
    "me.ranked": {"move": "add E1", "version": "1"},
    "me.tick": {"step": "ready", "done": "yes"},
    "me.yes": {"answer": "yes"},
    "plans.one": {"deed": "lock:E1", "version": "1"},
    "reasons.longer": {"employer": "E1"},
    "reasons.take": {"employer": "E1", "version": "1"},
    "plans.step": {"by": "undo", "version": "1"},
    "passwords.sign_in": {"email": "x@example.org", "password": "x", "code": "1"},
    "resources.new": {"kind": "host", "capacity": "1"},
    "resources.one": {"kind": "host", "capacity": "1", "version": "1"},
    "stations.new": {"name": "Hjørnet"},
    "stations.one": {"name": "Hjørnet", "version": "1"},
}
