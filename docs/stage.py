"""The stage that the pictures are taken on: the example evening, served, with guests, a plan and another draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Final

from flask import Flask
from sqlalchemy import select
from werkzeug.serving import make_server

from speeddate.services import files
from speeddate.services.access import guests, offices
from speeddate.services.board import drafts, editing, moving, solving
from speeddate.services.board.drafts import Pair
from speeddate.services.board.solved import solve
from speeddate.services.permissions import Where
from speeddate.services.versions import publishing
from speeddate.store.database import writing
from speeddate.store.events import EventRow
from speeddate.store.progress import keep_progress
from speeddate.web.demo import OFFICE, demo_app, settle

EVENING: Final = "ta-sjansen"
SHOWN: Final = ("K03", "K04", "K05")  # those who have said yes to being shown to employers
INVITED: Final[Mapping[str, tuple[guests.Kind, str]]] = {
    "candidate": ("candidates", "K04"),
    "employer": ("employers", "E1"),
}


@contextmanager
def served(data: Path) -> Iterator[tuple[str, dict[str, str], str]]:
    """Serve the example evening; gives its address, the link of everybody who comes, and the code of the candidate."""
    holder = make_server("127.0.0.1", 0, lambda *_: [], threaded=True)
    app = demo_app(data, holder.server_port)
    holder.app = app
    thread = Thread(target=holder.serve_forever)
    links: dict[str, str] = {**settle(app, files.example(EVENING)).links}
    event, invited, code = prepared(app)
    planned(app)
    thread.start()
    try:
        yield event, links | invited, code
    finally:
        holder.shutdown()
        thread.join()
        holder.server_close()
        with app.app_context():
            app.extensions["stored"].engine.dispose()


def prepared(app: Flask) -> tuple[str, dict[str, str], str]:
    """Invite a candidate and an employer, and let some candidates be shown to employers."""
    address, links, code = app.config["ADDRESS"], {"nobody": f"{app.config['ADDRESS']}/sign-in"}, ""
    with app.app_context(), writing(session := app.extensions["stored"].session()):
        event = session.scalars(select(EventRow)).one()
        for ref in SHOWN:
            keep_progress(session, event, ref, {"yes": True, "shown": True})
        for who, (list_, ref) in INVITED.items():
            invitation = guests.invite(session, "pictures", list_, Where(event.id, ref))
            links[who] = f"{address}/enter/{invitation.key}"
            code = code if list_ == "employers" else invitation.code
        return f"{address}/events/{event.id}", links, code


def planned(app: Flask) -> None:
    """Make a plan, publish it, and begin another draft in which somebody is taken out."""
    with app.app_context():
        session = app.extensions["stored"].session()
        who, event = offices.organiser_of(session, OFFICE), session.scalars(select(EventRow)).one().id
        for _ in range(2):
            solve(session, solving.ask(session, who, event))
        publishing.publish(session, who, event, (1, 1), lambda *_: ("", ""))
        _, draft = drafts.opened(session, who, session.get_one(EventRow, event), 2)
        pair = Pair.of(draft.board.schedule.meetings[0])
        editing.edit(session, who, event, (2, 1), "unplaced", lambda whole, held: moving.unplaced(whole, held, pair))
