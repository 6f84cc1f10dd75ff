"""What a person reads, in each language it is read in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One sentence or word in bokmål, nynorsk and English."""

    nb: str
    nn: str
    en: str

    def __getitem__(self, language: Language) -> str:
        """Read it in one language."""
        return str(getattr(self, language))

    def filled(self, **values: object) -> Text:
        """Fill in its `{fields}`; a value that is itself a text is read in the same language."""
        return Text(
            *(
                self[language].format(
                    **{name: value[language] if isinstance(value, Text) else value for name, value in values.items()}
                )
                for language in LANGUAGES
            )
        )


def same(words: str) -> Text:
    """Make a text of words that are the same in every language: a name, a number."""
    return Text(words, words, words)


def listed(words: Iterable[Text | str]) -> Text:
    """List words with commas between them."""
    texts = [same(word) if isinstance(word, str) else word for word in words]
    return Text(*(", ".join(text[language] for text in texts) for language in LANGUAGES))
