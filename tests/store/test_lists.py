"""Lists that are brought in at once, on both databases: one wins, the other is told what would happen now."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.lists import list_imports
from speeddate.services.lists.list_sealing import Sent
from speeddate.store.events import parts_of

TURNS = 10


@pytest.mark.parametrize("rows", ["Navn\nKim\n", "Id;Navn\nK1;Turn{turn}\n"], ids=["added", "changed"])
def test_of_two_lists_at_once_one_is_written_and_the_other_is_shown_again(app, rows):
    with app.app_context():
        session = app.extensions["stored"].session()
        offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=["organiser"])
        who = offices.organiser_of(session, "Hamar")
        made = events.add(session, who, read_event(files.example("small")))
        before = len(parts_of(session, events.found(session, who, made), "candidates"))
        session.rollback()
    for turn in range(TURNS):
        ready, content = Barrier(2), rows.format(turn=turn).encode()

        def press(_, ready=ready, content=content):
            with app.app_context():
                session = app.extensions["stored"].session()
                shown = list_imports.previewed(session, who, made, "candidates", Sent("list.csv", content))
                session.rollback()
                ready.wait()
                try:
                    list_imports.bring_in(session, who, made, "candidates", Sent("list.csv", content, mark=shown.mark))
                except list_imports.OutdatedError:
                    return "shown again"
                finally:
                    session.rollback()
                return "written"

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(press, range(2))) == ["shown again", "written"]
    with app.app_context():
        session = app.extensions["stored"].session()
        there = parts_of(session, events.found(session, who, made), "candidates")
        session.rollback()
    assert len(there) == before + (TURNS if rows.startswith("Navn") else 0)
