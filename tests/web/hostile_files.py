"""Files that would take a server down, each small enough to send."""

import json
import struct
import zipfile
from io import BytesIO

from PIL import Image
from xlsxwriter import Workbook

ENDLESS = 200_000_000
EVENT = {"format": "speeddate.event/1", "event": {"date": "2027-01-01", "rounds": [{"start": "16:00", "end": "17:00"}]}}
SHELL = {"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}
LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


def packed(**files):
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in files.items():
            into.writestr(name, content)
    return written.getvalue()


def workbook(headings, *, rows, cell):
    """Write a sheet of candidates that holds the same in all its cells."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Kandidater")
        sheet.write_row(0, 0, headings)
        for row in range(1, rows + 1):
            for column in range(len(headings)):
                sheet.write_string(row, column, cell)
    return written.getvalue()


def with_words(words):
    """Write a sound workbook, one cell of which holds these words."""
    with zipfile.ZipFile(BytesIO(workbook(["Navn"], rows=1, cell="KIM"))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"KIM", words)
    return packed(**parts)


def lying(content):
    """Say in its own list of files that the bomb is small."""
    return content.replace(struct.pack("<I", ENDLESS), struct.pack("<I", 1000))


def bomb():
    return packed(**SHELL, **{"xl/worksheets/sheet1.xml": bytes(ENDLESS)})


def packed_bomb():
    return packed(**{"event.json": json.dumps(EVENT), "a.png": bytes(ENDLESS)})


def pictures(kind, *, size, mode, number, **how):
    """Pack an event whose employers each have a picture of nothing."""
    written, ending = BytesIO(), {"PNG": "png", "JPEG": "jpg"}[kind]
    Image.new(mode, size).save(written, kind, **how)
    names = [f"a{n}.{ending}" for n in range(number)]
    employers = [{"id": f"E{n}", "map": name} for n, name in enumerate(names)]
    event = json.dumps(EVENT | {"employers": employers})
    return packed(**{"event.json": event}, **dict.fromkeys(names, written.getvalue()))


def event(**lists):
    return json.dumps(EVENT | lists).encode()


def rows(headings, row, number):
    return (headings + "\n" + (row + "\n") * number).encode()


def redeclared(content):
    """Say of each part of a workbook that it is written in letters that nobody knows."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as whole, zipfile.ZipFile(written, "w") as into:
        for name in whole.namelist():
            into.writestr(name, whole.read(name).replace(b"UTF-8", b"UTF-X"))
    return written.getvalue()


UNKNOWN = [{"id": f"K{n}"} | {f"x{i}": 1 for i in range(90)} for n in range(4900)]
ASKING = [{"id": f"K{n}", "needs": [{"key": "zzz"}] * 95} for n in range(2500)]


IDS = ",".join(f"E{n}" for n in range(60))

LISTS = {
    "bomb.xlsx": bomb,
    "lying.xlsx": lambda: lying(bomb()),
    "laughs.xlsx": lambda: packed(**SHELL, **{"xl/sharedStrings.xml": LAUGHS}),
    "nested.xlsx": lambda: packed(**{"a.xlsx": workbook(["Navn"], rows=1, cell="Kim")}),
    "rows.xlsx": lambda: workbook(["Navn"], rows=100_000, cell="Kim"),
    "cell.xlsx": lambda: with_words(b"x" * 90_000_000),
    "repeated.xlsx": lambda: workbook(["Navn", "Ønsker", "Er god på"], rows=9_000, cell="E1," * 10_000),
    "ids.xlsx": lambda: workbook(["Ønsker", "Vil slippe arbeidsgiver", "Vil slippe kandidat"], rows=5_000, cell=IDS),
    "picture.xlsx": lambda: b"\x89PNG\r\n\x1a\n" + bytes(1_000_000),
    "letters.xlsx": lambda: redeclared(workbook(["Navn"], rows=9, cell="Kim")),
    "broken.xlsx": lambda: workbook(["Navn"], rows=9, cell="Kim")[:-700],
    "empty.xlsx": lambda: b"",
    "empty.csv": lambda: b"",
    "rows.csv": lambda: rows("Navn", "Kim", 100_000),
    "wide.csv": lambda: rows(";".join(["Navn"] * 100_000), "Kim", 1),
    "twice.csv": lambda: rows("Navn;Nummer;navn", "Kim;1;Mia", 1),
    "cell.csv": lambda: rows("Navn", "x" * 1_900_000, 1),
    "cells.csv": lambda: rows("Navn", "x" * 100_000, 19),
    "quote.csv": lambda: b'Navn\n"' + b"x\n" * 900_000,
    "faults.csv": lambda: rows("Navn;Flest møter;Veileder", "a b;x;V99", 9_000),
    "bytes.csv": lambda: b"Navn\n" + bytes(range(128, 256)) * 1000,
    "half.csv": lambda: "Navn\nKim\n".encode("utf-16")[:-1],
    "nul.csv": lambda: b"Navn\nK\0im\n",
    "program.csv": lambda: b"\x7fELF" + bytes(1_000_000),
    "page.csv": lambda: b"<html><script>alert(1)</script>",
    "large.csv": lambda: rows("Navn", "Kim", 900_000),
}
EVENTS = {
    "bomb.xlsx": bomb,
    "cell.xlsx": LISTS["cell.xlsx"],
    "ids.xlsx": LISTS["ids.xlsx"],
    "bomb.zip": packed_bomb,
    "lying.zip": lambda: lying(packed_bomb()),
    "nested.zip": lambda: packed(**{"event.json": packed_bomb()}),
    "unknown.json": lambda: event(candidates=UNKNOWN),
    "needs.json": lambda: event(candidates=ASKING),
    "packed.zip": lambda: packed(**{"event.json": event(candidates=UNKNOWN)}),
    "deep.json": lambda: b"[" * 90_000,
    "pixels.zip": lambda: pictures("PNG", size=(7000, 7000), mode="1", number=1),
    "photos.zip": lambda: pictures("JPEG", size=(8000, 5000), mode="RGB", number=9),
}
SOUND = {
    "pictures.zip": lambda: pictures("PNG", size=(2900, 2750), mode="RGBA", number=9),
    "photos.zip": lambda: pictures("JPEG", size=(8000, 5000), mode="CMYK", number=3),
}
