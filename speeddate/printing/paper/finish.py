"""The last hand on a PDF: its tree of parts, its title and language where readers look for them, and clean fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from speeddate.printing.paper.tags import Part, Stroke

BFCHAR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
MOST_CHARACTERS = 100
UA = "http://www.aiim.org/pdfua/ns/id/"


def finished(drawn: bytes, whole: Part, owners: Mapping[int, Sequence[Part]], *, title: str, language: str) -> bytes:
    """Tag what was drawn, by PDF/UA-1 (ISO 14289-1): the same input gives the same bytes."""
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _tag(pdf, whole, owners)
        for font in _fonts(pdf):
            _mend(font)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String(language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about.register_xml_namespace(UA, "pdfuaid")
            about["dc:title"], about["dc:language"] = title, {language}
            about["pdf:Producer"], about["pdfuaid:part"] = "speeddate", "1"
        saved = BytesIO()
        pdf.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()


def _tag(pdf: pikepdf.Pdf, whole: Part, owners: Mapping[int, Sequence[Part]]) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pages = list(pdf.pages)
    written: dict[int, pikepdf.Object] = {}

    def write(part: Part, above: pikepdf.Object) -> pikepdf.Object:
        first = next((each.page for each in part.holds if isinstance(each, Stroke)), 0)
        here = pdf.make_indirect(Dictionary({"/S": Name(f"/{part.role}"), "/P": above, **_told(part)}))
        written[id(part)] = here
        if first:
            here.Pg = pages[first - 1].obj
        here.K = Array(_held(part, here, first))
        return here

    def _held(part: Part, here: pikepdf.Object, first: int) -> Iterator[pikepdf.Object | int]:
        """Yield what a part holds: strokes on its first page by their numbers, those on later ones with their page."""
        for each in part.holds:
            if isinstance(each, Stroke):
                yield each.number if each.page == first else _elsewhere(each)
            elif each.drawn:
                yield write(each, here)

    def _elsewhere(stroke: Stroke) -> Dictionary:
        return Dictionary(Type=Name.MCR, Pg=pages[stroke.page - 1].obj, MCID=stroke.number)

    tree.K = Array([write(whole, tree)])
    numbers = Array()
    for number, page in enumerate(pages):
        page.StructParents, page.Tabs = number, Name.S
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array([written[id(part)] for part in owners.get(number + 1, ())])))
    tree.ParentTree, tree.ParentTreeNextKey = pdf.make_indirect(Dictionary(Nums=numbers)), len(pages)
    pdf.Root.StructTreeRoot = tree


def _told(part: Part) -> dict[str, Any]:
    """Find what a part says of itself: what is read in its place, in which language, and what kind of thing it is."""
    told: dict[str, Any] = {"/Alt": String(part.alt)} if part.alt else {}
    if part.language:
        told["/Lang"] = String(part.language)
    if part.box:
        told["/A"] = Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in part.box]))
    elif part.attributes:
        told["/A"] = Dictionary({f"/{key}": _said(value) for key, value in part.attributes.items()})
    return told


def _said(value: str | int) -> pikepdf.Object | int:
    return value if isinstance(value, int) else Name(f"/{value}")


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the fonts, without those that ReportLab lists and no sheet uses; tests see to it that none does."""
    for page in pdf.pages:
        fonts = page.Resources.Font
        for key in [key for key, font in fonts.items() if "/FontDescriptor" not in font]:
            del fonts[key]
    yield from (each for each in pdf.objects if isinstance(each, Dictionary) and "/ToUnicode" in each)


def _mend(font: pikepdf.Object) -> None:
    """Write again which letters a font's signs stand for: without empty ones, and no more at a time than allowed."""
    head, rest = font.ToUnicode.read_bytes().split(b"endcodespacerange\n", 1)
    pairs = [b"<%s> <%s>\n" % found.groups() for found in BFCHAR.finditer(rest) if int(found[2], 16)]
    runs = [pairs[first : first + MOST_CHARACTERS] for first in range(0, len(pairs), MOST_CHARACTERS)]
    body = b"".join(b"%d beginbfchar\n%bendbfchar\n" % (len(run), b"".join(run)) for run in runs)
    font.ToUnicode.write(head + b"endcodespacerange\n" + body + rest[rest.index(b"endcmap") :])
