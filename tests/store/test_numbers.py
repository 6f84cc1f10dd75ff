"""A candidate's number is theirs alone, whatever this process remembers of the others."""

from dataclasses import replace

from speeddate.exchange import read_event
from speeddate.services import events, files
from speeddate.services.access import offices
from speeddate.services.parts import kept
from speeddate.services.permissions import Where
from speeddate.services.registration import candidates
from speeddate.store.database import writing
from speeddate.store.events import append, part_row, parts_of
from speeddate.store.numbers import numbers_of


def test_numbers_are_those_kept_also_after_some_were_changed_removed_and_put_back(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=["organiser"])
        who = offices.organiser_of(session, "Hamar")
        made = events.add(session, who, read_event(files.example("small")))

        def agree():
            event = events.found(session, who, made)
            there = {each["id"]: each.get("number", "") for each in parts_of(session, event, "candidates")}
            return numbers_of(session, event) == there

        assert agree()
        added = candidates.add(session, who, made, {"name": "Kim"})
        assert agree()
        event = events.found(session, who, made)
        known = kept(session, part_row(session, event, "candidates", added))
        candidates.change(session, who, Where(made, added), replace(known, content={"number": "4711"}))
        assert agree()
        with writing(session):
            row = part_row(session, events.found(session, who, made), "candidates", added)
            session.delete(row)
        assert agree()
        with writing(session):
            append(session, events.found(session, who, made), "candidates", {"id": added, "number": "4712"})
        assert agree()
        session.rollback()
