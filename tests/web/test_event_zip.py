"""An event with pictures comes out packed, and goes in as it came out."""

import json
import warnings
import zipfile
from io import BytesIO

import pytest

from speeddate.exchange import write_event_json
from tests.exchange.builders import drawn, photo
from tests.web.test_events import bring, names
from tests.web.test_lists import EVENING

PICTURES = {"kart.png": drawn(), "hus.jpg": photo("JPEG", (60, 40))}
NAMED = json.loads(write_event_json(EVENING))
NAMED["event"] |= {"map": "kart.png"}
NAMED["employers"][0] |= {"picture": "hus.jpg"}


def packed(files, how=zipfile.ZIP_STORED):
    written = BytesIO()
    with zipfile.ZipFile(written, "w", how) as into, warnings.catch_warnings(action="ignore"):
        for name, content in files:
            into.writestr(name, content)
    return written.getvalue()


WHOLE = packed([("event.json", json.dumps(NAMED)), *PICTURES.items()])


def test_an_event_with_pictures_comes_out_as_it_went_in(house):
    client = house.visit("organiser")
    first = client.get(f"{bring(client, WHOLE, 'event.zip').location}/event.json")
    assert first.headers["Content-Disposition"] == 'attachment; filename="event.zip"'
    assert first.mimetype == "application/zip"
    again = client.get(f"{bring(client, first.data, 'event.zip').location}/event.json")
    assert again.data == first.data
    with zipfile.ZipFile(BytesIO(first.data)) as out:
        assert len(out.namelist()) == 3


def test_an_event_without_pictures_comes_out_as_before(house):
    client = house.visit("organiser")
    answer = client.get(f"/events/{house.event}/event.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="event.json"'
    assert json.loads(answer.data)["event"]["name"] == EVENING.name


@pytest.mark.parametrize(
    "name",
    ["../evil.png", "/etc/evil.png", "C:\\evil.png", "a/b.png", "..\\evil.png", "evil.sh", ".png", "a/event.json", "x/",
     "event.json\n.png"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused_by_name(house, name):
    client = house.visit("organiser")
    answer = bring(client, packed([("event.json", json.dumps(NAMED)), *PICTURES.items(), (name, b"x")]), "event.zip")
    assert answer.status_code == 400
    assert "fra zip-filen. Der kan det bare ligge event.json og bilder" in answer.text
    assert len(names(client)) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (packed([("event.json", json.dumps(NAMED))] * 2), "Filen er skadet"),
        (packed([("event.json", json.dumps(NAMED)), ("KART.png", b""), ("kart.png", b"")]), "Filen er skadet"),
        (
            packed([("event.json", json.dumps(NAMED)), ("kårt.png", b"")]).replace("å".encode(), b"\xff\xff"),
            "Filen er skadet",
        ),
        (packed([("event.json", json.dumps(NAMED)), *PICTURES.items()], zipfile.ZIP_LZMA), "Filen er skadet"),
        (WHOLE[:-200], "Filen er skadet"),
        (WHOLE.replace(b'"candidates"', b'"candidat3s"'), "Filen er skadet"),
        (packed([("event.json", json.dumps(NAMED))]), "«kart.png» finnes ikke"),
        (packed([("event.json", WHOLE), *PICTURES.items()]), "Velg en JSON-fil, et regneark"),
        (packed([("event.json", b"{}"), *((f"{n}.png", b"") for n in range(1000))]), "Filen har for mange deler"),
        (packed([("other.json", b"{}")]), "Velg en JSON-fil, et regneark"),
    ],
    ids=[
        "twice",
        "twice but for capitals",
        "named in no letters",
        "packed as nobody does",
        "cut",
        "changed",
        "no pictures",
        "nested",
        "many",
        "no event",
    ],
)
def test_what_is_no_whole_event_is_refused_with_what_to_do(house, content, told):
    client = house.visit("organiser")
    answer = bring(client, content, "event.zip")
    assert (answer.status_code, told in answer.text) == (400, True)
    assert len(names(client)) == 1
