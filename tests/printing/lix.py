"""LIX, the Nordic measure of how hard a text is: words in a sentence, and how many of them are long."""

import re

LONG = 6
FEWEST = 30
# Placeholders count as nothing: names, numbers, places and times say nothing about how hard a text is.
FILLED = re.compile(r"\{\w+\}")
CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def sentences(texts):
    """Split texts into sentences, each a list of its words; a heading or a point of a list is a sentence."""
    for text in texts:
        for part in re.split(r"[.!?:…]+(?:\s|$)", CLOCK.sub(" ", FILLED.sub(" ", text))):
            if words := WORD.findall(part):
                yield words


def lix(texts):
    """Measure texts; raises ValueError where they are too short to measure."""
    told = list(sentences(texts))
    words = [word for sentence in told for word in sentence]
    if len(words) < FEWEST:
        raise ValueError(len(words))
    return len(words) / len(told) + 100 * sum(len(word) > LONG for word in words) / len(words)
