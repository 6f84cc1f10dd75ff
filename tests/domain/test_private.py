"""What does not belong in free text is found."""

import pytest

from speeddate.domain.private import numbers_in, private_words_in, unasked_words_in


@pytest.mark.parametrize(
    "text", ["900 00 001", "90000001", "010203 45678", "01020345678", "kim@example.org", "ring 90.00.00.01"]
)
def test_numbers_and_addresses_of_people_are_found(text):
    assert numbers_in(f"Kim, {text}, kommer.")


@pytest.mark.parametrize(
    "text", ["klokka 07.30 til 15.30", "37,5 timer", "10.02.2027", "80 % stilling", "2 til 3 kasser på 20 kg"]
)
def test_other_numbers_are_left_alone(text):
    assert not numbers_in(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er på AAP og har en diagnose", ["AAP", "diagnose"]),
        ("Uføretrygdet, sykemeldt", ["Uføretrygdet", "sykemeldt"]),
        ("Sjukemeld", ["Sjukemeld"]),
        ("Vi kjører ruskene ut og baker brød", []),
        ("I am on benefits", ["benefits"]),
    ],
)
def test_words_about_health_and_benefits_are_found(text, words):
    assert list(private_words_in(text)) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Har du barn, eller er du gravid?", ["barn", "gravid"]),
        ("Er du medlem av ei fagforeining?", ["fagforeining"]),
        ("Hvordan er helsa di? Hva slags tro har du?", ["helsa", "tro"]),
        ("Do you have a family? How is your health?", ["family", "health"]),
        ("Tror du at du liker å bake? Er du kjent i byen?", []),
        ("Hva vet du om helsefag og sykkelreparasjon?", []),
    ],
)
def test_what_an_employer_must_not_ask_is_found(question, words):
    assert list(unasked_words_in(question)) == words
