"""Whoever and whatever a broken promise is about is named on the board so that two of a kind are told apart."""

import pytest

from speeddate.domain.people import Resource
from speeddate.domain.text import LANGUAGES
from speeddate.printing import thing
from speeddate.services.board.boards import names
from tests.services.evenings import changed, evening, interpreter

EVENT = changed(
    evening(
        candidates=2,
        employers=1,
        resources=(interpreter("T1"), interpreter("T2"), Resource(id="Q1", kind="quiet_place", name="Biblioteket")),
    ),
    "K01",
    name="Sara",
    number="107",
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "107 Sara, tegnspråktolk T1, tegnspråktolk T2, Biblioteket, K02"),
        ("nn", "107 Sara, teiknspråktolk T1, teiknspråktolk T2, Biblioteket, K02"),
        ("en", "107 Sara, sign-language interpreter T1, sign-language interpreter T2, Biblioteket, K02"),
    ],
)
def test_two_interpreters_without_names_are_told_apart_on_the_board(language, told):
    assert names(EVENT, ("K01", "T1", "T2", "Q1", "K02"), language) == told


def test_two_interpreters_of_one_name_are_told_apart_by_their_ids():
    event = evening(resources=tuple(Resource(id=ref, kind="sign_interpreter", name="Tolk") for ref in ("T1", "T2")))
    assert names(event, ("T1", "T2"), "nb") == "Tolk T1, Tolk T2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_that_no_sheet_knows_is_called_as_it_was_written(language):
    assert thing.called(Resource(id="X1", kind="projektor"), ())[language] == "projektor X1"
