from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from speeddate.domain.text import LANGUAGES
from tests.printing.builders import ALI, BAKERY, EVA, JON, SARA, SHOP, evening, pages, plan, printed, text

LONG = " ".join(f"ord{n}" for n in range(700))


def fonts_of(pdf):
    found = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            shown = font.get_object()
            found.add((shown["/BaseFont"].split("+")[-1], "/FontFile2" in shown.get("/FontDescriptor", {})))
    return found


def placed(pdf):
    """List every piece of text with where it begins, and the size of its page."""
    found = []
    for page in PdfReader(BytesIO(pdf)).pages:
        box = page.mediabox
        page.extract_text(
            visitor_text=lambda words, cm, tm, *_, box=box: found.append((words, tm[4] + cm[4], tm[5] + cm[5], box))
        )
    return [each for each in found if each[0].strip()]


@pytest.mark.parametrize("profile", ["standard", "large", "easy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_prints_in_each_language_and_size(language, profile):
    assert {name.split("-")[0].removesuffix(".pdf") for name in printed(language=language, profile=profile)} == {
        "timetable", "employer", "candidate"
    }  # fmt: skip


@pytest.mark.parametrize("profile", ["standard", "large"])
def test_every_font_is_carried_along(profile):
    for pdf in printed(profile=profile).values():
        assert {name for name, embedded in fonts_of(pdf) if not embedded} == set()


def test_the_same_input_gives_the_same_bytes():
    assert printed() == printed()


def test_a_file_says_its_language_and_title_and_names_nobody():
    reader = PdfReader(BytesIO(printed(kinds=("candidate",))["candidate-K02.pdf"]))
    assert (reader.trailer["/Root"]["/Lang"], reader.metadata.title) == ("nn-NO", "Møtet ditt")


def test_pages_are_numbered_to_the_last():
    found = pages(printed(kinds=("candidate",))["candidate-K01.pdf"])
    assert [f"Side {n} av {len(found)}" in page for n, page in enumerate(found, start=1)] == [True] * len(found)


def test_no_line_of_a_pack_is_longer_than_people_like_to_read():
    event = evening(candidates=(replace(SARA, strengths="illi " * 90, wants=LONG), JON, EVA, ALI))
    for profile, longest in (("standard", 65), ("large", 55)):
        for page in pages(printed(event, kinds=("candidate",), profile=profile)["candidate-K01.pdf"]):
            assert [line for line in page.split("\n")[2:] if len(line.lstrip("•–123. ")) > longest] == []


def test_long_texts_flow_over_pages_and_nothing_is_lost_or_outside():
    sara = replace(SARA, strengths=LONG, three_things=(LONG, "x" * 500), questions=(LONG,), share_questions=True)
    bakery = replace(BAKERY, name=f"Oppdiktet {'V' * 250}", line=LONG, questions=(LONG,))
    event = evening(candidates=(sara, JON, EVA, ALI), employers=(bakery, SHOP))
    for name, pdf in printed(event).items():
        assert [x for words, x, y, box in placed(pdf) if not (0 < x < box.right and 0 < y < box.top)] == []
        if name in {"employer-E1.pdf", "candidate-K01.pdf"}:
            words = text(pdf)
            assert [word for word in LONG.split() if word not in words] == []
            assert words.replace(" ", "").count("x" * 500) == 1


@pytest.mark.parametrize("lines", range(1, 13))
def test_no_page_begins_with_the_last_point_of_a_list(lines):
    event = evening(candidates=(replace(SARA, strengths="Ord.\n" * lines), JON, EVA, ALI))
    found = pages(printed(event, kinds=("candidate",))["candidate-K01.pdf"])
    begun = [page.split("\n")[2:4] for page in found]
    assert [first for first, second in begun if first.startswith("•") and not second.startswith("•")] == []


def test_markup_in_names_and_texts_is_printed_as_it_was_written():
    sara = replace(SARA, name="<b>Sara</b>", strengths="<para>5 < 6 &amp; {first_name}</para>")
    bakery = replace(BAKERY, name="A<i>B</i> & C")
    event = evening(candidates=(sara, JON, EVA, ALI), employers=(bakery, SHOP))
    pack = text(printed(event, kinds=("candidate",))["candidate-K01.pdf"])
    assert "Hei, <b>Sara</b>." in pack
    assert "<para>5 < 6 &amp; {first_name}</para>" in pack
    assert "A<i>B</i> & C" in pack


def test_letters_of_sapmi_and_vietnam_are_printed():
    sara = replace(SARA, name="Áŋŋá", strengths="Čáhci, đ ŧ ž. Nguyễn Thị Ánh.")
    pack = text(printed(evening(candidates=(sara, JON, EVA, ALI)), kinds=("candidate",))["candidate-K01.pdf"])
    assert "Hei, Áŋŋá." in pack
    assert "Čáhci, đ ŧ ž. Nguyễn Thị Ánh." in pack


def test_a_name_the_font_cannot_draw_becomes_the_number_with_a_note():
    sara = replace(SARA, name="سارة")
    found = printed(evening(candidates=(sara, JON, EVA, ALI)), language="nb")
    assert "Hei, deltaker 7." in text(found["candidate-K01.pdf"])
    assert "Navnet har bokstaver vi ikke kan skrive her. Derfor står nummeret." in text(found["candidate-K01.pdf"])
    assert "Du møter deltaker 7." in text(found["employer-E1.pdf"])


def test_stations_beyond_six_combine_colours_and_symbols_anew():
    from speeddate.domain.people import Station  # noqa: PLC0415  # only here
    from speeddate.printing.place import marks  # noqa: PLC0415

    event = evening(stations=tuple(Station(id=f"P{n}") for n in range(1, 37)))
    assert len({marks(event, station.id) for station in event.stations[:36]}) == 36


def test_an_event_with_nothing_but_a_date_and_a_meeting_prints():
    assert len(printed(evening(name="", venue="", answer_by=None), plan(goals=(), unplaced=()))) == 6
