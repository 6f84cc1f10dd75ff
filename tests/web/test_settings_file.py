"""Settings in a file: read where they are sound and private, and refused by name where not."""

import pytest

from speeddate.domain.fault import BadInput
from speeddate.web.settings import KNOWN, read
from speeddate.web.settings_file import TEXTS, with_file


@pytest.fixture
def file(tmp_path):
    """A settings file: call it with what stands in it, and who may read it."""

    def write(text, mode=0o600):
        path = tmp_path / "speeddate.toml"
        path.write_text(text, "utf-8")
        path.chmod(mode)
        return path

    return write


def faults(path):
    with pytest.raises(BadInput) as bad:
        with_file({}, path)
    assert {fault.file for fault in bad.value.faults} == {str(path)}
    return [(fault.text, fault.column) for fault in bad.value.faults]


def test_a_file_says_it_and_the_environment_stands_over_it(file):
    path = file('SPEEDDATE_SENDER = "file@example.org"\nSPEEDDATE_ADDRESS = "https://file.example"  # ours\n')
    found = read(with_file({"SPEEDDATE_ADDRESS": "https://environment.example"}, path))
    assert (found.sender, found.address) == ("file@example.org", "https://environment.example")


def test_without_a_file_there_is_only_the_environment():
    assert with_file({"SPEEDDATE_SENDER": "x@example.org"}, None) == {"SPEEDDATE_SENDER": "x@example.org"}


def test_each_setting_may_stand_in_the_file(file):
    path = file("".join(f'{name} = "1"\n' for name in KNOWN))
    assert with_file({}, path).keys() == KNOWN


def test_a_setting_that_does_not_exist_is_refused_by_name(file):
    path = file('SPEEDDATE_SENDR = "x"\nSPEEDDATE_KEY = "x"\n')
    assert faults(path) == [(TEXTS["file.unknown"], "SPEEDDATE_SENDR"), (TEXTS["file.unknown"], "SPEEDDATE_KEY")]


@pytest.mark.parametrize("value", ["1", "true", '["a"]'])
def test_a_value_that_is_no_text_is_refused_by_name(file, value):
    assert faults(file(f"SPEEDDATE_PROXIES = {value}\n")) == [(TEXTS["file.value"], "SPEEDDATE_PROXIES")]


@pytest.mark.parametrize("text", ["SPEEDDATE_SENDER=x@example.org", "[speeddate", "A = 'x'\nA = 'x'"])
def test_a_file_in_another_form_is_refused(file, text):
    assert faults(file(text)) == [(TEXTS["file.form"], "")]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "latin.toml"
    path.write_bytes('SPEEDDATE_OIDC_NAME = "Løten"'.encode("cp1252"))
    assert faults(path) == [(TEXTS["file.form"], "")]


def test_a_file_that_is_not_there_is_told_of(tmp_path):
    assert faults(tmp_path / "none.toml") == [(TEXTS["file.gone"], "")]
    assert faults(tmp_path) == [(TEXTS["file.gone"], "")]


@pytest.mark.parametrize("name", ["SPEEDDATE_SECRET", "SPEEDDATE_KEYS", "SPEEDDATE_OIDC_SECRET", "DATABASE_URL"])
def test_a_secret_that_everybody_can_read_is_refused(file, name):
    path = file(f'{name} = "x"\n', 0o644)
    assert faults(path) == [(TEXTS["file.readable"].filled(file=path), "")]
    path.chmod(0o640)
    assert with_file({}, path) == {name: "x"}


def test_a_file_without_secrets_may_be_read_by_everybody(file):
    assert with_file({}, file('SPEEDDATE_SENDER = "x"\n', 0o644)) == {"SPEEDDATE_SENDER": "x"}
