"""What is printed of a picture is its pixels alone, upright, on white, and no larger than it takes."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from speeddate.exchange import read_event
from tests.exchange.builders import drawn, event_file, photo

GPS = {0x8825: {1: "N", 2: (60.0, 47.0, 0.0)}, 0x0112: 6}


def read(home, content, name="a.png"):
    (home / name).write_bytes(content)
    return read_event(event_file(home, map=name)).map


def opened(picture):
    return Image.open(BytesIO(picture.content))


@pytest.mark.parametrize(("kind", "quality"), [("JPEG", 60), ("JPEG", 85), ("PNG", None)])
def test_nothing_but_the_pixels_is_kept_of_a_picture(kind, quality, tmp_path):
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "secret")
    exif = Image.Exif()
    exif.update(GPS | {0x010E: "secret"})
    own = (
        {"comment": b"secret", "xmp": b"secret", "quality": quality, "optimize": True}
        if kind == "JPEG"
        else {"pnginfo": told}
    )

    content = drawn(kind, exif=exif, icc_profile=b"secret", dpi=(72, 72), **own)
    picture = read(tmp_path, content + b"secret")

    with opened(picture) as image:
        assert (image.format, dict(image.getexif()), image.size, b"secret" in picture.content) == (
            kind, {}, (20, 40), False,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_a_picture_stands_as_its_camera_was_held(orientation, corner, tmp_path):
    pixels = Image.new("RGB", (2, 2), "white")
    pixels.putpixel((0, 0), (0, 0, 0))
    exif, written = Image.Exif(), BytesIO()
    exif[0x0112] = orientation
    pixels.save(written, "PNG", exif=exif)

    with opened(read(tmp_path, written.getvalue())) as image:
        assert image.getpixel(corner) == (0, 0, 0)


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("RGBA", (200, 0, 0, 0), (255, 255, 255)), ("LA", (0, 255), (0, 0, 0)), ("P", 0, (0, 0, 0)),
        ("1", 1, (255, 255, 255)), ("I;16", 200 * 256, (200, 200, 200)),
    ],
)  # fmt: skip
def test_what_is_transparent_is_white_and_every_kind_of_colour_is_seen(mode, colour, seen, tmp_path):
    with opened(read(tmp_path, drawn(mode=mode, colour=colour))) as image:
        assert (image.mode, image.getpixel((0, 0))) == ("RGB", seen)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_is_scaled_down_and_a_small_one_is_not_scaled_up(kind, tmp_path):
    large, small = read(tmp_path, drawn(kind, size=(4000, 2000))), read(tmp_path, drawn(kind, size=(30, 10)))

    assert [(large.width, large.height), (small.width, small.height)] == [(1600, 800), (30, 10)]


@pytest.mark.parametrize(("size", "kind"), [((100, 80), "PNG"), ((900, 700), "JPEG")])
def test_a_png_that_stays_large_becomes_a_jpeg(size, kind, tmp_path):
    with opened(read(tmp_path, photo("PNG", size))) as image:
        assert image.format == kind


def test_the_content_and_not_the_name_says_what_a_picture_is(tmp_path):
    with opened(read(tmp_path, drawn("JPEG", mode="CMYK", colour=(0, 0, 0, 0)), "a.png")) as image:
        assert (image.format, image.getpixel((0, 0))) == ("JPEG", (255, 255, 255))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_same_picture_gives_the_same_bytes_twice(kind, tmp_path):
    content = photo(kind, (300, 200))

    assert read(tmp_path, content) == read(tmp_path, content)


def test_a_jpeg_that_was_drawn_here_stays_as_it_is_and_one_with_words_after_it_does_not(tmp_path):
    once = read(tmp_path, photo("JPEG", (300, 200)))

    again, tailed = read(tmp_path, once.content), read(tmp_path, once.content + b"secret")

    assert (again == once, b"secret" in tailed.content) == (True, False)
