"""An event names pictures in the folder of its file or below; each that cannot be used says what to do."""

import json
from io import BytesIO

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from speeddate.domain.fault import BadInput
from speeddate.domain.text import LANGUAGES
from speeddate.exchange import (
    event_schema,
    picture_files,
    read_event,
    write_event_csv,
    write_event_json,
    write_event_xlsx,
    write_template,
)
from tests.exchange.builders import drawn, event_file, faults, folder, photo, workbook

HERE = "i mappen der denne filen ligger"
ADDRESS = "https://example.org/ta-sjansen"
NO_ADDRESS = f"Skriv hele nettadressen, for eksempel {ADDRESS}."


def test_all_four_pictures_and_the_address_are_read_from_folders_below(tmp_path):
    (tmp_path / "bilder").mkdir()
    for number, name in enumerate(("kart", "hus", "vei", "per"), 1):
        (tmp_path / "bilder" / f"{name}.png").write_bytes(drawn(size=(number, 1)))
    employer = {"id": "E1", "map": "./bilder/vei.png", "picture": "bilder/per.png"}
    path = event_file(
        tmp_path, employers=[employer], map="bilder/kart.png", picture="bilder\\hus.png", address=f" {ADDRESS} "
    )

    event = read_event(path)

    pictures = (event.map, event.picture, event.employers[0].map, event.employers[0].picture)
    assert ([picture.width for picture in pictures], event.address) == ([1, 2, 3, 4], ADDRESS)


def test_an_event_without_pictures_has_none(tmp_path):
    event = read_event(event_file(tmp_path, map="", picture=""))

    assert (event.map, event.picture, event.employers[0].picture, event.address) == (None, None, None, "")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("kart.png", f"«kart.png» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet."),
        ("bygningen.png", f"«bygningen.png» finnes ikke {HERE}. Mente du «bygning.png»?"),
        ("..", f"«..» ligger ikke {HERE}. Legg bildet der, og skriv bare navnet på det."),
        ("a/../../b.png", f"«a/../../b.png» ligger ikke {HERE}. Legg bildet der, og skriv bare navnet på det."),
        ("..\\b.png", f"«..\\b.png» ligger ikke {HERE}. Legg bildet der, og skriv bare navnet på det."),
        ("/etc/passwd", f"«/etc/passwd» ligger ikke {HERE}. Legg bildet der, og skriv bare navnet på det."),
        ("C:\\kart.png", f"«C:\\kart.png» ligger ikke {HERE}. Legg bildet der, og skriv bare navnet på det."),
        ("out.png", f"«out.png» ligger ikke {HERE}. Legg bildet der, og skriv bare navnet på det."),
        ("xx.jpg", f"«xx.jpg» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet."),
        (".", f"«.» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet."),
        ("å" * 200, f"«{'å' * 60}…» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet."),
    ],
)
def test_a_picture_that_is_not_in_the_folder_of_the_file_is_refused(name, told, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    for place in (tmp_path / "b.png", home / "bygning.png"):
        place.write_bytes(drawn())
    (home / "out.png").symlink_to(tmp_path / "b.png")
    (home / "xx.jpg").symlink_to("xx.jpg")

    assert faults(event_file(home, map=name)) == [("event.json", "event", None, "map", told)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(5_000_000), "er større enn 5 MB. Lagre bildet i mindre størrelse."),
        (
            drawn(size=(4000, 3001), mode="1", colour=0),
            "har mer enn 8 millioner bildepunkter. Lagre bildet i mindre størrelse.",
        ),
        (
            drawn("JPEG", size=(8000, 5001), colour=0),
            "har mer enn 40 millioner bildepunkter. Lagre bildet i mindre størrelse.",
        ),
        (
            drawn("JPEG", size=(4000, 3001), colour=0, progressive=True),
            "har mer enn 8 millioner bildepunkter. Lagre bildet i mindre størrelse.",
        ),
        (
            drawn(size=(20_000, 10_000), mode="1", colour=0),
            "har mer enn 8 millioner bildepunkter. Lagre bildet i mindre størrelse.",
        ),
        (drawn("GIF"), "er ikke et bilde vi kan lese. Lagre det som JPEG eller PNG."),
        (b"", "er ikke et bilde vi kan lese. Lagre det som JPEG eller PNG."),
        (b"<svg/>", "er ikke et bilde vi kan lese. Lagre det som JPEG eller PNG."),
        (photo("JPEG")[:9000], "er skadet. Åpne bildet, og lagre det på nytt som JPEG eller PNG."),
        (photo("PNG")[:9000], "er skadet. Åpne bildet, og lagre det på nytt som JPEG eller PNG."),
        (
            drawn().replace(b"IDAT", b"IDAT\x00", 1),
            "er skadet. Åpne bildet, og lagre det på nytt som JPEG eller PNG.",
        ),
        (b"\xff\xd8\xff", "er skadet. Åpne bildet, og lagre det på nytt som JPEG eller PNG."),
    ],
    ids=[
        "heavy",
        "large",
        "large photo",
        "large web photo",
        "huge",
        "gif",
        "empty",
        "drawing",
        "half a photo",
        "half a PNG",
        "broken PNG",
        "no more",
    ],
)
def test_what_is_no_whole_picture_of_a_sensible_size_is_refused(content, told, tmp_path):
    (tmp_path / "a.png").write_bytes(content)

    assert faults(event_file(tmp_path, map="a.png")) == [("event.json", "event", None, "map", f"«a.png» {told}")]


@pytest.mark.parametrize("address", ["www.example.org", "https://", "ftp://example.org", "https://a b.org", 7])
def test_what_is_no_web_address_is_refused(address, tmp_path):
    assert faults(event_file(tmp_path, address=address)) == [("event.json", "event", None, "address", NO_ADDRESS)]


@pytest.mark.parametrize(
    ("address", "sound"), [("", True), (ADDRESS, True), ("http://10.0.0.5:8000/", True), ("www.example.org", False)]
)
def test_the_schema_takes_the_addresses_that_are_read(address, sound, tmp_path):
    path = event_file(tmp_path, address=address)
    accepted = Draft202012Validator(event_schema()).is_valid(json.loads(path.read_text("utf-8")))

    assert (accepted, faults(path) == []) == (sound, sound)


def test_every_fault_of_pictures_is_told_at_once_among_the_others(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no")
    employers = [{"id": "E1", "picture": "a.png"}, {"id": "E2", "picture": 5, "map": "b.png", "stations": ["P9"]}]

    assert faults(event_file(tmp_path, employers=employers, map="b.png", address="x")) == [
        ("event.json", "event", None, "address", NO_ADDRESS),
        ("event.json", "event", None, "map", f"«b.png» finnes ikke {HERE}. Mente du «a.png»?"),
        (
            "event.json", "employers", 1, "picture",
            "«a.png» er ikke et bilde vi kan lese. Lagre det som JPEG eller PNG.",
        ),
        ("event.json", "employers", 2, "picture", "Skriv tekst her."),
        ("event.json", "employers", 2, "stations", "«P9» finnes ikke: møteplassene mangler. Fyll ut dem først."),
        ("event.json", "employers", 2, "map", f"«b.png» finnes ikke {HERE}. Mente du «a.png»?"),
    ]  # fmt: skip


def test_a_fault_of_a_picture_in_tables_names_the_row_and_the_heading(tmp_path):
    event = f"Felt;Verdi\nDato;10.02.2027\nKart;kart.png\nBilde av døra;hus.png\nNettadresse;{ADDRESS} her\n"
    employers = "Id;Navn;Bilde\nE1;Løten Bakeri;per.png\n"

    assert faults(folder(tmp_path, arrangement=event, arbeidsgivere=employers)) == [
        ("arrangement.csv", "", 3, "Kart", f"«kart.png» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet."),
        (
            "arrangement.csv", "", 4, "Bilde av døra",
            f"«hus.png» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet.",
        ),
        ("arrangement.csv", "", 5, "Nettadresse", NO_ADDRESS),
        ("arbeidsgivere.csv", "", 2, "Bilde", f"«per.png» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet."),
    ]  # fmt: skip


def test_a_fault_of_a_picture_in_a_workbook_names_the_sheet(tmp_path):
    path = workbook(tmp_path, write_template("nb"), Arbeidsgivere_V2="per.png")

    assert faults(path) == [
        (
            "event.xlsx", "Arbeidsgivere", 2, "Bilde av den som kommer",
            f"«per.png» finnes ikke {HERE}. Legg bildet der, eller sjekk navnet.",
        )
    ]  # fmt: skip


def test_a_fault_of_a_picture_is_told_in_three_languages(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no")
    path = event_file(tmp_path, map="a.png")

    with pytest.raises(BadInput) as bad:
        read_event(path)

    assert [bad.value.faults[0].text[language] for language in LANGUAGES] == [
        "«a.png» er ikke et bilde vi kan lese. Lagre det som JPEG eller PNG.",
        "«a.png» er ikkje eit bilete vi kan lese. Lagre det som JPEG eller PNG.",
        "“a.png” is not a picture we can read. Save it as JPEG or PNG.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_and_address_survive_a_workbook_a_folder_and_json(language, tmp_path):
    source, there = tmp_path / "source", tmp_path / "there"
    for place in (source, there):
        place.mkdir()
    for name, content in {"kart.png": drawn(), "hus.jpg": photo("JPEG"), "per.jpg": photo("JPEG", (30, 40))}.items():
        (source / name).write_bytes(content)
    employers = [{"id": "E1", "map": "kart.png", "picture": "per.jpg"}]
    event = read_event(event_file(source, employers=employers, map="kart.png", picture="hus.jpg", address=ADDRESS))
    files = {"a.json": write_event_json(event), "a.xlsx": write_event_xlsx(event, language)}
    for name, content in {**files, **picture_files(event)}.items():
        (there / name).write_bytes(content)
    (tmp_path / "csv").mkdir()
    paths = write_event_csv(event, tmp_path / "csv", language)

    assert [read_event(path) for path in (there / "a.json", there / "a.xlsx", tmp_path / "csv")] == [event] * 3
    assert sorted(path.name for path in paths) == sorted(path.name for path in (tmp_path / "csv").iterdir())


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("nb", ["Kart", "Bilde av døra", "Nettadresse", "Kart", "Bilde av den som kommer"]),
        ("nn", ["Kart", "Bilete av døra", "Nettadresse", "Kart", "Bilete av den som kjem"]),
        ("en", ["Map", "Picture of the door", "Web address", "Map", "Picture of who comes"]),
    ],
)
def test_the_template_has_room_for_pictures_in_each_language(language, headings):
    book = load_workbook(BytesIO(write_template(language)))
    event, employers = book.worksheets[1], book.worksheets[4]

    assert [event.cell(row, 1).value for row in (12, 13, 14)] + [c.value for c in employers[1]][-2:] == headings
