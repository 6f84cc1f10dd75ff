"""Elements of a web page, made so that words are never markup."""

from __future__ import annotations

from base64 import b64encode
from xml.etree.ElementTree import Element, SubElement

from speeddate.printing import blocks as b
from speeddate.printing.readable import tidy
from speeddate.printing.shapes import FILLS, LINE, OUTLINES, Outline

INK = "#1A1D21"
PNG = b"\x89PNG"


def add(above: Element, element: str, text: str = "", /, **attributes: str) -> Element:
    """Add an element with these words; `class_` and the like lose the underline that Python needs."""
    made = SubElement(above, element, {key.rstrip("_").replace("_", "-"): each for key, each in attributes.items()})
    made.text = text or None
    return made


def line(above: Element, words: b.Line) -> None:
    """Add the runs of a line to an element, the strong ones as such."""
    last: Element | None = None
    for run in words:
        text = _inside(run.text)
        if run.strong:
            last = add(above, "strong", text)
        elif last is None:
            above.text = (above.text or "") + text
        else:
            last.tail = (last.tail or "") + text


def _inside(text: str) -> str:
    """Tidy a stretch of a line, keeping the space at its ends."""
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " else ""
    return f"{before}{tidy(text)}{after}" if text.strip() else before


def sign(above: Element, drawn: b.Sign) -> None:
    """Draw a station's sign, and say its colour and symbol to those who listen."""
    svg = add(above, "svg", class_="sign", viewBox="0 0 1 1", role="img", aria_label=tidy(drawn.words))
    upright = {"transform": "matrix(1 0 0 -1 0 1)", "fill": FILLS[drawn.colour]}
    shape = SubElement(svg, "g", {**upright, "stroke": INK, "stroke-width": str(LINE), "stroke-linejoin": "round"})
    for outline in OUTLINES[drawn.symbol]:
        add(shape, "path", d=_drawn(outline))


def _drawn(outline: Outline) -> str:
    return " ".join(step.to + " ".join(f"{number:.4g}" for number in step.at) for step in outline)


def picture(above: Element, image: b.Image) -> None:
    """Add a picture inside the page."""
    kind = "png" if image.content.startswith(PNG) else "jpeg"
    source = f"data:image/{kind};base64,{b64encode(image.content).decode('ascii')}"
    add(above, "img", src=source, alt=tidy(image.words), width=str(image.width), height=str(image.height))
