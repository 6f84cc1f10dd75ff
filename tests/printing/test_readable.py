import pytest

from speeddate.printing.readable import paragraphs, printable, readable, tidy


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("to\u0007 ord\tog  mer", "to ord og mer"),
        ("A\u030a", "Å"),
        ("\u202eommvendt\u202c \u2066ord\u2069", "ommvendt ord"),
        ("myk\u00adbindestrek\u200b", "mykbindestrek"),
        ("900\u00a000\u00a0001", "900\u00a000\u00a0001"),
    ],
)
def test_a_text_is_tidied(written, printed):
    assert tidy(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Jeg liker katter 🐈🐈", "Jeg liker katter [bilde]"),
        ("سارة", "[bokstaver vi ikke kan skrive]"),
        ("a \ud800 b", "a [bokstaver vi ikke kan skrive] b"),
        ("👩🏽‍🍳!", "[bilde]!"),
    ],
)
def test_what_the_font_cannot_draw_is_named(written, printed):
    assert readable(written, "nb") == printed


def test_a_name_is_printable_when_the_font_has_all_its_letters():
    assert [printable(name) for name in ("Áŋŋá Nguyễn", "سارة", "Sara 🙂")] == [True, False, False]


def test_lines_are_kept_apart_and_empty_ones_left_out():
    assert paragraphs("en\r\n\n  to \u2028tre\n") == ("en", "to", "tre")
