"""Words set in type: the one place that turns them into paragraphs, all of them escaped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from speeddate.domain.text import Language
from speeddate.printing import blocks as b
from speeddate.printing.paper.flowables import Symbol
from speeddate.printing.paper.look import Look
from speeddate.printing.paper.paragraphs import Label, Narrow
from speeddate.printing.paper.tags import Part
from speeddate.printing.readable import readable

LONGEST_SMALL = 100
REMEMBERED = 8192


@dataclass(frozen=True, slots=True)
class Setter:
    """Set words and signs, in one look and language; each is drawn as a part of the document."""

    look: Look
    language: Language

    def para(self, line: b.Line, style: ParagraphStyle, part: Part | None = None, label: Label | None = None) -> Narrow:
        """Make a paragraph of a line: the only way from words to markup, and it escapes them all."""
        longest = LONGEST_SMALL if style.name == "small" else self.look.longest_line
        return Narrow(_markup(line, self.language), style, longest=longest, part=part, label=label)

    def point(self, line: b.Line, style: ParagraphStyle, mark: str, points: Part) -> Narrow:
        """Make a point of a list, with its mark before it."""
        item = points.add("LI")
        label = Label(mark, item.add("Lbl"))
        return self.para(line, style, item.add("LBody"), label)

    def symbol(self, sign: b.Sign, size: float, within: Part) -> Symbol:
        """Draw a station's sign; those who listen hear its colour and its symbol."""
        return Symbol(sign.symbol, sign.colour, size, part=within.add("Figure", alt=self.told(sign.words)))

    def told(self, words: str) -> str:
        """Make words fit for those who listen."""
        return readable(words, self.language)


@lru_cache(maxsize=REMEMBERED)
def _markup(line: b.Line, language: Language) -> str:
    """Turn words into markup, once for all sheets that say the same."""
    return "".join(_run(run, language) for run in line)


def _run(run: b.Run, language: Language) -> str:
    words = escape(_inside(run.text, language))
    return f"<b>{words}</b>" if run.strong else words


def _inside(text: str, language: Language) -> str:
    """Make a stretch of a line readable, keeping the space at its ends."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " else ""
    return f"{before}{readable(text, language)}{after}" if text.strip() else before
