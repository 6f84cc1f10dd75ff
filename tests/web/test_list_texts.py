"""Text that attacks is shown as text in lists, and comes out and in again as it was; no file breaks a page."""

import csv
import json
import random
import zipfile
from io import BytesIO, StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from speeddate.exchange import write_event_json
from speeddate.services.access import offices
from speeddate.services.registration import seats
from tests.web.listed import confirm, home, send
from tests.web.test_candidates import EVENING, OWN, exported
from tests.web.test_event_zip import WHOLE
from tests.web.test_events import bring

WRITTEN = (
    "<b>Ola</b>", "<script>alert(1)</script>", "=1+1", "=cmd|' /C calc'!A0", "-2", "+47 900 00 001", "@x", "'=1+1",
    "''x", "\u202eOla\u202c", "\u200bOla", "1.0", "007", "1e5", "TRUE", "_x0041_", "a;b,c", '"sitat"', "sep=;",
    "{{7*7}}", "%s", "Ŋ đ č ŧ", "æ\u0300", "x" * 60,
)  # fmt: skip
COUNTED = ("=", "+", "-", "@", "\t", "\r")
MUTATIONS = 40


@pytest.fixture
def written(house):
    """Bring in an event in which everybody is called what attacks, and say the same of employers."""
    event = json.loads(write_event_json(EVENING))
    for number, text in enumerate(WRITTEN):
        event["candidates"][number % 24] |= {"name": text, "strengths": f"{text}\n{text}", "questions": [text, "?"]}
        event["candidates"][number % 24] |= {"counsellor": OWN}
        said = {"name": text, "does": f"{text}\n\n{text}", "questions": [text, f"• {text}"]}
        event["employers"].append({"id": f"X{number}", "stations": ["P1"]} | said)
    client = house.visit("organiser")
    made = bring(client, json.dumps(event).encode(), "event.json").location.rpartition("/")[2]
    with house.app.app_context():
        session = house.session()
        who = offices.organiser_of(session, "Hamar")
        seats.seat(session, who, made, {OWN: offices.user_id(session, "counsellor@hamar.example")})
    house.event = made
    return house


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(("role", "kind"), [("counsellor", "candidates"), ("liaison", "employers")])
def test_text_that_attacks_comes_out_and_in_as_it_was(written, role, kind, ending):
    client = written.visit(role)
    out = client.get(f"{home(written, kind)}/{kind}.{ending}").data
    assert "Det er ingenting å hente inn" in send(client, written, out, kind=kind).text


def test_no_cell_is_a_formula(written):
    client = written.visit("counsellor")
    book = load_workbook(BytesIO(client.get(f"{home(written)}/candidates.xlsx").data))
    cells = [cell for row in book["Kandidater"].iter_rows() for cell in row if cell.value is not None]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    text = client.get(f"{home(written)}/candidates.csv").data.decode("utf-8-sig")
    assert [cell for row in csv.reader(StringIO(text), delimiter=";") for cell in row if cell[:1] in COUNTED] == []


def test_markup_in_a_list_is_text_on_its_page(house):
    client = house.visit("organiser")
    answer = send(client, house, "Navn;Ønsker\n<b>Ola;<script>\n", ending="csv")
    assert "«&lt;script&gt;» finnes ikke" in answer.text
    answer = send(client, house, "Navn\n<b>Ola\n<script>alert(1)</script>\n", ending="csv")
    assert "<bdi>&lt;b&gt;Ola</bdi>" in answer.text
    assert [tag for tag in ("<b>Ola", "<script>alert") if tag in answer.text] == []
    confirm(client, house, answer)
    assert [each["name"] for each in exported(house)["candidates"][-2:]] == ["<b>Ola", "<script>alert(1)</script>"]


@pytest.mark.parametrize("name", ["Ol\x00a", "O\x07la", "Ola\nNordmann"])
def test_a_name_with_characters_that_nobody_sees_is_refused(house, name):
    answer = send(house.visit("organiser"), house, f'Navn\n"{name}"\n', ending="csv")
    assert answer.status_code == 400


def test_whatever_is_broken_in_a_file_no_page_breaks(house):
    """Bytes of a sound file, or of what is packed in it, are lost, doubled or changed."""
    organiser, liaison = house.visit("organiser"), house.visit("liaison")
    lists = [
        (kind, client, client.get(f"{home(house, kind)}/{kind}.{ending}").data)
        for kind, client in (("candidates", organiser), ("employers", liaison))
        for ending in ("xlsx", "csv")
    ]
    whole = [WHOLE, write_event_json(EVENING)]
    before = exported(house)

    @settings(max_examples=MUTATIONS, suppress_health_check=list(HealthCheck))
    @given(st.integers(0), st.booleans())
    def fuzz(seed, inside):
        lots = random.Random(seed)
        for kind, client, content in lists:
            answer = send(client, house, mutated(content, lots, inside=inside), kind=kind)
            assert answer.status_code in {200, 400}
        for content in whole:
            assert bring(organiser, mutated(content, lots, inside=inside), "event").status_code in {302, 400}

    fuzz()
    assert exported(house) == before


def mutated(content, lots, *, inside):
    if not (inside and content.startswith(b"PK")):
        return changed(content, lots)
    with zipfile.ZipFile(BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in lots.sample(sorted(parts), lots.randint(1, 2)):
        parts[name] = changed(parts[name], lots)
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as into:
        for name, part in parts.items():
            into.writestr(name, part)
    return written.getvalue()


def changed(content, lots):
    for _ in range(lots.randint(1, 6)):
        start = lots.randrange(len(content) + 1)
        end = min(len(content), start + lots.choice((1, 1, 2, 8, 100, 3000)))
        new = lots.choice((b"", content[start:end] * 2, lots.randbytes(end - start), b'"', b"<", b"\0", b"9" * 400))
        content = content[:start] + new + content[end:]
    return content
