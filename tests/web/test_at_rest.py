"""A data folder that somebody has copied tells nothing about people without the key, which is not in it."""

import json
import re
import shutil

from speeddate.exchange import write_event_json
from speeddate.services.access import passwords
from tests.web.conftest import DAY
from tests.web.passwords import NOON, PASSWORD, set_up
from tests.web.test_candidates import EVENING
from tests.web.test_own import press, put

MAIL = "mail"  # where letters go that a server without a mail server would have sent


def canaries():
    """Make an event in which all that is about people is a canary."""
    content = json.loads(write_event_json(EVENING))
    content["event"] |= {"date": DAY.isoformat(), "answer_by": DAY.isoformat()}
    for each in content["candidates"]:
        each |= {key: f"Canary{key}" for key in ("name", "strengths", "wants")}
        each |= {"questions": ["CanaryQuestion"], "three_things": ["CanaryThing"]}
    for number, each in enumerate(content["candidates"]):
        each["number"] = f"7070{number:02d}"
    for list_ in ("employers", "counsellors"):
        for each in content[list_]:
            each |= {"name": f"Canary{list_}"}
    for each in content["counsellors"]:
        each |= {"phone": "900 00 099", "deputy": "CanaryDeputy"}
    return content


def test_a_copied_folder_without_the_key_shows_no_canary(house, tmp_path, monkeypatch):
    monkeypatch.setattr(passwords, "now", lambda: NOON)
    event = house.bring(canaries())
    client, made = house.guest("candidates", "K01", event)
    press(client, "/me/yes", answer="yes")
    put(client, "/me/words", strengths="CanaryOwnWords")
    need = re.search(r"tell-E1-\w+", client.get("/me/sharing").text)
    put(client, "/me/sharing", **({need[0]: "yes"} if need else {}))
    press(client, "/me/shown", answer="yes")
    press(house.guest("candidates", "K02", event)[0], "/me/withdraw")
    holder = set_up(house.visit("organiser"), "organiser@hamar.example")
    needs = [need.key for candidate in EVENING.candidates for need in candidate.needs]
    secret = [made.key, made.code, holder.secret, PASSWORD, *holder.spare, "900 00 099", "707001", *needs]
    assert found(tmp_path, secret) == []


def found(folder, secret):
    """Search every file of a copy, but letters, for canaries and what is secret."""
    copy = shutil.copytree(folder, folder.with_name(f"{folder.name}-copy"), ignore=shutil.ignore_patterns(MAIL))
    words = [b"Canary", *(word.encode() for word in secret)]
    files = [path for path in copy.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"speeddate.sqlite", "speeddate.sqlite-wal"}
    return [(path.name, word) for path in files for word in words if word in path.read_bytes()]


def test_a_canary_that_is_not_sealed_would_be_found(house, tmp_path):
    house.visit("organiser")
    assert found(tmp_path, ["organiser@hamar.example"]) != []
