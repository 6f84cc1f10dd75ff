"""The words that ship are as easy as they are meant to be."""

import pytest

from speeddate.domain.text import LANGUAGES
from speeddate.domain.words import page_rows, rows
from speeddate.printing.words import sheet_text
from tests.printing.lix import lix, sentences

NORWEGIAN = ("nb", "nn")
KEYS = sorted({row["key"] for name in ("texts.csv", "sheets.csv") for row in rows(name)})


def texts(prefixes, language, profile="standard"):
    return [sheet_text(key, profile)[language] for key in KEYS if key.startswith(prefixes)]


PACK = ("pack.", "practice.")
OWN_PAGES = ("own.", "own_words.", "when.", "wishes.", "shown.", "summary.", ("withdraw.", "erase."), "code.", "seen.")


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize(
    ("prefixes", "profile", "most"),
    [
        (PACK, "easy", 25), (PACK, "standard", 32), (("card.",), "standard", 28),
        (("consent.",), "standard", 30), (("sms.",), "standard", 30),
    ],
)  # fmt: skip
def test_no_set_of_texts_is_harder_than_it_may_be(prefixes, profile, most, language):
    assert lix(texts(prefixes, language, profile)) <= most


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("page", OWN_PAGES)
def test_no_page_of_a_candidates_own_is_harder_than_its_sheets(page, language):
    assert lix([row[language] for row in page_rows() if row["key"].startswith(page)]) <= 32


@pytest.mark.parametrize("language", NORWEGIAN)
def test_what_an_employer_is_told_is_easy_too(language):
    assert lix([row[f"employer_{language}"] for row in rows("needs.csv")]) <= 28


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("profile", "mean", "longest"), [("standard", 12, 18), ("easy", 8, 12)])
def test_no_sentence_of_a_pack_is_long(profile, mean, longest, language):
    told = list(sentences(texts(PACK, language, profile)))
    assert sum(map(len, told)) / len(told) <= mean
    assert [" ".join(words) for words in told if len(words) > longest] == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_no_word_of_a_pack_or_card_is_too_long_to_read_in_one_go(language):
    words = {word for sentence in sentences(texts((*PACK, "card."), language)) for word in sentence}
    assert sorted(word for word in words if len(word) > 18) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_hides_a_place_to_break_a_word_or_shouts(language):
    told = [sheet_text(key)[language] for key in KEYS]
    known = {"QR", "PDF", "SMS", "NAV", "CV"}
    assert [text for text in told if "\u00ad" in text or "!!" in text] == []
    shouted = {word for sentence in sentences(told) for word in sentence if len(word) > 1 and word.isupper()}
    assert shouted - known == set()


def test_the_measure_counts_words_and_long_words():
    assert (
        lix(["Dette er en kort tekst. Den har to setninger med noen vanskelighetsgrader i."] * 3) == 6.5 + 100 * 2 / 13
    )
