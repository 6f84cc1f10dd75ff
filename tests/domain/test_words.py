"""The words that ship."""

from collections import Counter

from speeddate.domain.words import page_rows


def test_every_word_of_the_pages_is_there_once_and_in_three_languages():
    rows = list(page_rows())
    assert [key for key, count in Counter(row["key"] for row in rows).items() if count > 1] == []
    assert [row["key"] for row in rows if not all(row[language] for language in ("nb", "nn", "en"))] == []
