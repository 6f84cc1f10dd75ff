"""A small office with a draft."""

from contextlib import contextmanager

from speeddate.services import events
from speeddate.services.access import offices
from speeddate.services.board.drafts import Board
from speeddate.services.plans import planning
from speeddate.services.registration import seats
from speeddate.store.database import writing
from speeddate.store.plans import new_draft
from tests.services.evenings import evening
from tests.web.conftest import app_in, enrolled

MARIT = "counsellor@hamar.example"
SMALL = evening(candidates=3, employers=2)


def letter(*_):
    return "Subject", "Text"


@contextmanager
def office_in(folder):
    """Open an office in a folder: a session, an organiser and an event with a draft."""
    app = app_in(folder)
    with app.app_context():
        session = app.extensions["stored"].session()
        yield begun(app, session)
        app.extensions["stored"].session.remove()
        app.extensions["stored"].engine.dispose()


def begun(app, session, small=SMALL):
    for role in ("organiser", "counsellor"):
        enrolled(app, role, "Hamar")
    who = offices.organiser_of(session, "Hamar")
    event = events.add(session, who, small)
    seats.seat(session, who, event, {"V1": offices.user_id(session, MARIT)})
    with writing(session):
        new_draft(session, event, who.id, "made", Board(planning.plan(small).schedule).content)
    return session, who, event
