"""A small office with a draft; run as a program, it publishes that and kills itself before one of its statements."""

import json
import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event as happenings
from sqlalchemy import select

from speeddate.services import events, offices, planning, publishing, seats
from speeddate.services.drafts import Board
from speeddate.services.permissions import Visitor
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.offices import UserRow
from speeddate.store.plans import DraftRow, new_draft
from speeddate.store.seal import new_key
from tests.services.evenings import evening
from tests.web.conftest import app_in, enrolled

MARIT = "counsellor@hamar.example"
SMALL = evening(candidates=3, employers=2)


def letter(_, __):
    return "Subject", "Text"


@contextmanager
def office_in(folder, *, made=False):
    """Open an office in a folder: a session, an organiser and an event with a draft, kept unless they are there."""
    keys = folder / "keys.json"
    if not made:
        keys.write_text(json.dumps([new_key()]))
    app = app_in(folder, keys=tuple(json.loads(keys.read_text())))
    with app.app_context():
        session = app.extensions["stored"].session()
        yield opened(session) if made else begun(app, session)
        app.extensions["stored"].session.remove()
        app.extensions["stored"].engine.dispose()


def begun(app, session):
    for role in ("organiser", "counsellor"):
        enrolled(app, role, "Hamar")
    who = offices.organiser_of(session, "Hamar")
    event = events.add(session, who, SMALL)
    seats.seat(session, who, event, {"V1": offices.user_id(session, MARIT)})
    with writing(session):
        new_draft(session, event, who.id, "made", Board(planning.plan(SMALL).schedule).content)
    return session, who, event


def opened(session):
    user = session.scalars(select(UserRow).where(UserRow.email == "organiser@hamar.example")).one()
    return session, Visitor.of(user), session.scalars(select(EventRow)).one().id


def main(folder, number):
    with office_in(Path(folder)) as (session, who, event):
        left = [int(number)]

        def count(*_):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        version = session.scalars(select(DraftRow)).one().version
        session.rollback()
        happenings.listen(session.get_bind(), "before_cursor_execute", count)
        happenings.listen(session.get_bind(), "commit", count)
        publishing.publish(session, who, event, (1, version), letter)


if __name__ == "__main__":
    main(*sys.argv[1:])
