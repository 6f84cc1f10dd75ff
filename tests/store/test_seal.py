"""What is about people is sealed."""

import pytest

from speeddate.store.seal import Seal, SealBrokenError, new_key


def test_what_is_sealed_is_opened_as_it_was():
    seal = Seal([new_key()])
    assert seal.open(seal.close({"name": "Máret", "needs": [{"key": "x"}]})) == {
        "name": "Máret",
        "needs": [{"key": "x"}],
    }


def test_an_older_key_opens_what_it_has_sealed():
    old, new = new_key(), new_key()
    assert Seal([new, old]).open(Seal([old]).close({"a": 1})) == {"a": 1}


def test_another_key_opens_nothing():
    with pytest.raises(SealBrokenError):
        Seal([new_key()]).open(Seal([new_key()]).close({"a": 1}))


def test_what_somebody_changed_is_not_opened():
    seal = Seal([new_key()])
    sealed = bytearray(seal.close({"a": 1}))
    sealed[20] ^= 1
    with pytest.raises(SealBrokenError):
        seal.open(bytes(sealed))


def test_the_same_record_looks_different_each_time():
    seal = Seal([new_key()])
    assert seal.close({"a": 1}) != seal.close({"a": 1})
