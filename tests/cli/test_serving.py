"""What an administrator does before the pages are served."""

import json
import re

import pytest
from click.testing import CliRunner

from speeddate.cli import main
from speeddate.web.settings_file import TEXTS

GOOD = {
    "SPEEDDATE_ADDRESS": "https://speeddate.example",
    "SPEEDDATE_MAIL": "smtp://127.0.0.1:25",
    "SPEEDDATE_SENDER": "post@speeddate.example",
}


@pytest.fixture
def run(tmp_path):
    made = json.loads(CliRunner().invoke(main, ["key", "--json"]).stdout)
    keys = {name: made[name] for name in ("SPEEDDATE_SECRET", "SPEEDDATE_KEYS")}
    settings = GOOD | keys | {"SPEEDDATE_DATA": str(tmp_path / "data")}
    return lambda *words, **other: CliRunner().invoke(main, words, env=settings | other)


def test_somebody_is_let_in_with_a_link_to_the_address_that_people_use(run, tmp_path):
    done = run("user", "kari@example.org", "--office", "Hamar", "--role", "organiser")
    assert done.exit_code == 0
    assert re.fullmatch(r"https://speeddate\.example/enter/[\w-]{22}\n", done.stdout)
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("command", [("serve",), ("user", "k@example.org", "--office", "Hamar", "--role", "host")])
def test_a_dangerous_configuration_is_refused_with_every_reason_and_nothing_is_made(run, tmp_path, command):
    refused = run(*command, "--language", "en", SPEEDDATE_SECRET="short", SPEEDDATE_ADDRESS="http://x")
    assert refused.exit_code == 2
    assert "SPEEDDATE_SECRET must be" in refused.stderr
    assert "SPEEDDATE_ADDRESS must be" in refused.stderr
    assert not (tmp_path / "data").exists()


def test_settings_may_stand_in_a_file(run, tmp_path):
    file = tmp_path / "speeddate.toml"
    file.write_text('SPEEDDATE_SECRET = "short"\nSPEEDDATE_SECRT = "x"\n')
    file.chmod(0o644)
    refused = run("serve", "--language", "en", "--settings", str(file))
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        f"{file}, SPEEDDATE_SECRT: There is no such setting. See docs/server.md, or remove it.",
        TEXTS["file.readable"].filled(file=file)["en"].join([f"{file}: ", ""]),
    ]
    file.write_text('SPEEDDATE_SENDER = "post@speeddate.example"\n')
    done = run("user", "k@example.org", "--office", "Hamar", "--role", "host", SPEEDDATE_SETTINGS=str(file))
    assert done.exit_code == 0
