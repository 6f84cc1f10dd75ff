"""What is told to those who listen to a PDF: its tree, its tables and its strokes, read back from the file."""

from io import BytesIO

import page
import pikepdf

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}


def ua_failures(pdf):
    """List the PDF/UA-1 rules that a file breaks."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def own_failures(pdf):
    """List what the rules allow and people would miss: header cells, equal rows, and strokes that belong nowhere."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        parts = list(_parts(opened.Root.StructTreeRoot))
        tables = [fault for role, part in parts if role == "Table" for fault in _table_faults(part)]
        strokes = [fault for number, sheet in enumerate(opened.pages, start=1) for fault in _strokes(number, sheet)]
        figures = [
            f"no words for a {role}" for role, part in parts if role == "Figure" and not str(part.get("/Alt", ""))
        ]
        bare = [str(font) for sheet in opened.pages for font in _bare_fonts(sheet)]
    return tables + strokes + figures + bare


def told(pdf):
    """List the roles of a file's parts in reading order."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [role for role, _ in _parts(opened.Root.StructTreeRoot)]


def outline(pdf):
    """List the bookmarks of a file, nested ones after the one they lie under."""
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as found:
        return [each for item in found.root for each in (item.title, [child.title for child in item.children])]


def _parts(above):
    for part in _kids(above):
        if isinstance(part, pikepdf.Dictionary) and "/S" in part:
            yield str(part.S)[1:], part
            yield from _parts(part)


def _kids(part):
    kids = part.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _table_faults(table):
    rows = [[str(cell.S) for cell in row.K] for row in table.K]
    lengths = [sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in row.K) for row in table.K]
    if len(set(lengths)) != 1:
        yield f"rows of a table are not equally long: {lengths}"
    if set(rows[0]) != {"/TH"}:
        yield "the first row of a table names no columns"
    if any(row[0] != "/TH" or set(row[1:]) - {"/TD"} for row in rows[1:]):
        yield "the first cell of a row does not name it"


def _strokes(number, sheet):
    depth = 0
    for _, operator in pikepdf.parse_content_stream(sheet):
        match str(operator):
            case "BDC" | "BMC":
                depth += 1
            case "EMC":
                depth -= 1
            case painted if painted in PAINTS and not depth:
                yield f"page {number}: {painted} belongs to nothing"
        if depth not in (0, 1):
            yield f"page {number}: marked content inside other"
    if depth:
        yield f"page {number}: marked content does not end"


def _bare_fonts(sheet):
    for name, font in sheet.Resources.Font.items():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if "/FontFile2" not in inner.get("/FontDescriptor", {}):
            yield f"font {name} is not carried along"
