"""What is changed of one candidate is read alone, and is refused exactly where the whole event would be."""

import pytest

from speeddate.domain.fault import BadInput
from speeddate.exchange import read_event, read_event_content
from speeddate.services import events, files, parts
from speeddate.services.access import offices
from speeddate.store.events import content_of, part_row, pictures_of
from speeddate.store.seal import seal_of

WRONG = {
    "a name that is nobody's": {"wishes": ["E99"]},
    "a name that was nearly right": {"counsellor": "V11"},
    "themself": {"avoid_candidates": ["K01"]},
    "a wish twice": {"wishes": ["E1", "E1"]},
    "a need that is none": {"needs": [{"key": "step_fre"}]},
    "somebody who is not there": {"needs": [{"key": "avoid_person", "params": {"candidate": "K99"}}]},
    "hours that end before they start": {"available": [["17:00", "16:00"]]},
    "a sentence about no need of theirs": {"shares": {"E1": ["step_free"]}},
    "a field that there is none of": {"age": "19"},
}
RIGHT = {
    "whom they wish for": {"wishes": ["E2", "E1"], "avoid_employers": ["E3"]},
    "whom they avoid": {"needs": [{"key": "avoid_person", "params": {"candidate": "K02"}}], "shares": {}},
    "whom they do not want to run into": {"avoid_candidates": ["K02", "K03"], "counsellor": "V2"},
    "nothing at all": {"needs": [], "shares": {}, "wishes": [], "available": []},
}


@pytest.fixture
def event(app):
    with app.app_context():
        session = app.extensions["stored"].session()
        offices.enrol(session, office="Hamar", email="kari@example.org", name="Kari", roles=["organiser"])
        who = offices.organiser_of(session, "Hamar")
        row = events.found(session, who, events.add(session, who, read_event(files.example("ta-sjansen"))))
        yield session, row
        session.rollback()


def told(session, event, change):
    """Tell what is wrong after a change, read alone and read as a whole."""
    row = part_row(session, event, "candidates", "K01")
    content = seal_of(session).open(row.body) | change
    row.body = seal_of(session).close(content)
    session.flush()
    asked = (
        lambda: parts.sound_part(session, event, "candidates", content),
        lambda: read_event_content(content_of(session, event), pictures_of(session, event)),
    )
    return [faults(ask) for ask in asked]


def faults(ask):
    try:
        ask()
    except BadInput as bad:
        return [str(fault) for fault in bad.faults]
    return []


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_told_as_in_the_whole_event(event, what):
    alone, whole = told(*event, WRONG[what])
    assert alone == whole != []


@pytest.mark.parametrize("what", RIGHT)
def test_what_is_right_is_so_without_reading_anybody_else(event, monkeypatch, what):
    monkeypatch.setattr(parts, "sound", None)
    assert told(*event, RIGHT[what]) == [[], []]
