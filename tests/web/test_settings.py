"""A production server that would be dangerous does not start, and says why."""

from dataclasses import replace
from pathlib import Path

import pytest

from speeddate.store.seal import new_key
from speeddate.web.settings import LEAST_SECRET, TEXTS, Provider, Settings, dangers, database_in, read

GOOD = Settings(
    data=Path("nowhere"),
    database=database_in(Path("nowhere")),
    secret="0123456789abcdef" * 4,
    keys=(new_key(),),
    address="https://speeddate.example",
    mail="smtp+tls://name:password@post.example:587",
    sender="post@speeddate.example",
)
BAD = (
    ("secret", {"secret": ""}),
    ("secret", {"secret": "secret"}),
    ("secret", {"secret": "a" * 64}),
    ("keys", {"keys": ()}),
    ("keys", {"keys": ("key",)}),
    ("keys", {"keys": (new_key(), "x")}),
    ("address", {"address": ""}),
    ("address", {"address": "http://speeddate.example"}),
    ("address", {"address": "https://"}),
    ("mail", {"mail": ""}),
    ("mail", {"mail": "post.example"}),
    ("mail", {"sender": "nobody"}),
    ("debug", {"debug": True}),
    ("proxies", {"proxies": -1}),
    ("provider", {"provider": Provider("http://provider.example", "speeddate", "secret", "")}),
    ("provider", {"provider": Provider("https://provider.example", "speeddate", "", "")}),
    ("provider", {"provider": Provider("https://provider.example", "", "secret", "")}),
)


def test_a_good_configuration_has_no_dangers():
    assert list(dangers(GOOD)) == []


@pytest.mark.parametrize(("why", "wrong"), BAD)
def test_each_danger_is_refused_with_its_reason(why, wrong):
    assert list(dangers(replace(GOOD, **wrong))) == [TEXTS[f"danger.{why}"].filled(least=LEAST_SECRET)]


def test_a_data_folder_that_others_can_read_is_refused(tmp_path):
    tmp_path.chmod(0o755)
    assert list(dangers(replace(GOOD, data=tmp_path))) == [TEXTS["danger.readable"].filled(folder=tmp_path)]
    tmp_path.chmod(0o700)
    assert list(dangers(replace(GOOD, data=tmp_path))) == []


def test_settings_come_from_the_environment():
    found = read({
        "SPEEDDATE_DATA": "/srv/x", "SPEEDDATE_SECRET": "s", "SPEEDDATE_KEYS": "a,b", "SPEEDDATE_MAIL": "smtp://m",
        "SPEEDDATE_ADDRESS": "https://a", "SPEEDDATE_SENDER": "p@a", "FLASK_DEBUG": "1",
    })  # fmt: skip
    assert (found.data, found.secret, found.keys, found.debug) == (Path("/srv/x"), "s", ("a", "b"), True)
    assert found.database == "sqlite:////srv/x/speeddate.sqlite"
    assert read({"DATABASE_URL": "postgresql+psycopg://x"}).database == "postgresql+psycopg://x"
    assert read({"SPEEDDATE_PROXIES": "two"}).proxies == -1
    assert read({}).provider is None
    provider = read({"SPEEDDATE_OIDC_ISSUER": "https://id.example/", "SPEEDDATE_OIDC_CLIENT": "c"}).provider
    assert provider == Provider("https://id.example", "c", "", "id.example")
