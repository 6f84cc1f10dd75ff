"""What an organiser decides about registering goes in and out with the event."""

import datetime as dt
import json

import pytest

from speeddate.domain.deadlines import DAYS_BEFORE, usual
from speeddate.exchange import read_event, write_event_json, write_event_xlsx
from tests.exchange.builders import EVENT, faults, folder

SAID = {"needs_by": "2027-01-11", "employers_by": "2027-01-20", "candidates_by": "2027-02-10", "hide_employers": True}


@pytest.fixture
def told(tmp_path):
    path = tmp_path / "event.json"
    frame = {"date": "2027-02-10", "rounds": [{"start": "16:10", "end": "16:40"}], **SAID}
    path.write_text(json.dumps({"format": "speeddate.event/1", "event": frame}))
    return read_event(path)


def test_deadlines_and_hidden_employers_come_out_of_a_file_as_they_went_in(told):
    assert {key: json.loads(write_event_json(told))["event"][key] for key in SAID} == SAID


def test_they_come_out_of_a_workbook_too(told, tmp_path):
    path = tmp_path / "event.xlsx"
    path.write_bytes(write_event_xlsx(told))
    assert read_event(path) == told


@pytest.mark.parametrize("heading", ["Behov innen", "Arbeidsgivere innen", "Kandidater innen"])
def test_a_deadline_after_the_event_is_a_slip(tmp_path, heading):
    place = ("arrangement.csv", "", 4, heading, "Skriv en dag før arrangementet, eller samme dag.")
    assert faults(folder(tmp_path, arrangement=f"{EVENT}{heading};11.02.2027\n")) == [place]


def test_usual_deadlines_are_counted_from_the_event():
    days = [usual(which, dt.date(2027, 3, 3)) for which in DAYS_BEFORE]
    assert days == [dt.date(2027, 1, 20), dt.date(2027, 2, 10), dt.date(2027, 2, 17)]
