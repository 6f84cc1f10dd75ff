"""Draw a picture again from its pixels alone: upright, on white, no bigger than print needs, with no metadata."""

from __future__ import annotations

import warnings
from functools import cache
from io import BytesIO
from typing import Literal

from PIL import Image

from speeddate.domain.picture import Picture
from speeddate.exchange.refused import MEGABYTE

LONGEST = 1600
MILLION = 1_000_000
MOST_PIXELS = 40 * MILLION
MOST_AT_ONCE = 8 * MILLION  # of a picture that cannot be unpacked smaller than it is
MOST_PNG = MEGABYTE
BAND = 256  # rows of pixels
QUALITY = 85
DEEP = "I;16"
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
Encoding = Literal["PNG", "JPEG"]
STARTS: dict[bytes, Encoding] = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
FRAME, END = b"\xff\xc0", b"\xff\xd9"


class UnfitError(Exception):
    """Raised with the reason why a picture cannot be used."""

    def __init__(self, why: str, most: int = MOST_PIXELS) -> None:
        super().__init__(why)
        self.why, self.most = why, most // MILLION


def redrawn(content: bytes) -> Picture:
    """Draw a PNG or JPEG again, at most `LONGEST` pixels long; raises UnfitError.

    A picture that was drawn here before stays as it is, byte for byte: a JPEG would lose by one more round.
    """
    encoding = next((encoding for start, encoding in STARTS.items() if content.startswith(start)), None)
    if encoding is None:
        raise UnfitError("kind")
    try:
        with warnings.catch_warnings(action="ignore"):
            return _redrawn(content, encoding)
    except UnfitError:
        raise
    except Image.DecompressionBombError:
        raise UnfitError("pixels", MOST_AT_ONCE) from None
    except Exception:  # noqa: BLE001  # it raises almost anything on a damaged picture
        raise UnfitError("broken") from None


def pixels(content: bytes) -> int:
    """Count the pixels that a picture says it has, without unpacking it; none, where it is no picture of ours."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(content), formats=["PNG", "JPEG"]) as image:
            return image.width * image.height
    except Exception:  # noqa: BLE001  # it raises almost anything on a damaged picture
        return 0


def _redrawn(content: bytes, encoding: Encoding) -> Picture:
    with Image.open(BytesIO(content), formats=[encoding]) as image:
        most = MOST_AT_ONCE if encoding == "PNG" or image.info.get("progressive") else MOST_PIXELS
        if image.width * image.height > most:
            raise UnfitError("pixels", most)
        image.verify()
    paper, turn, drawn_here = _unpacked(content, encoding)  # by now only the paper is left in memory
    paper.thumbnail((LONGEST, LONGEST))
    paper = paper if turn is None else paper.transpose(turn)
    return Picture(content if drawn_here else _encoded(paper, encoding), paper.width, paper.height)


def _unpacked(content: bytes, encoding: Encoding) -> tuple[Image.Image, Image.Transpose | None, bool]:
    """Unpack a picture onto paper; tell how to turn it upright, and whether it was drawn here before."""
    with Image.open(BytesIO(content), formats=[encoding]) as image:
        drawn_here = _drawn_here(image, content)
        longest = max(image.size)  # a large photo is unpacked no larger than it takes
        image.draft(None, (image.width * LONGEST // longest, image.height * LONGEST // longest))
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
        return _on_white(image), turn, drawn_here


def _on_white(image: Image.Image) -> Image.Image:
    """Lay the pixels on white paper, a band at a time to spare memory: nothing that came along with them follows."""
    paper = Image.new("RGB", image.size, "white")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    for top in range(0, image.height, BAND):
        band = image.crop((0, top, image.width, min(top + BAND, image.height)))
        if band.mode.startswith(DEEP):
            band = band.point(lambda level: level * (1 / 256)).convert("L")
        layer = band if band.mode == mode else band.convert(mode)
        paper.paste(layer, (0, top), mask=layer if mode == "RGBA" else None)
    return paper


def _encoded(paper: Image.Image, encoding: Encoding) -> bytes:
    """Write a picture in its own encoding, but a PNG that stays large is a photo, and becomes a JPEG."""
    content = _png(paper) if encoding == "PNG" else b""
    return content if 0 < len(content) <= MOST_PNG else _jpeg(paper)


def _png(paper: Image.Image) -> bytes:
    written = BytesIO()
    paper.save(written, "PNG", optimize=True)
    return written.getvalue()


def _jpeg(paper: Image.Image) -> bytes:
    written = BytesIO()
    paper.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def _drawn_here(image: Image.Image, content: bytes) -> bool:
    """Tell whether a JPEG is as we write it: our head, no further segment of words, and nothing after its end."""
    ours = content.startswith(_head()) and len(getattr(image, "applist", ())) == 1
    return ours and max(image.size) <= LONGEST and content.find(END) == len(content) - len(END)


@cache
def _head() -> bytes:
    """Write what every JPEG of ours begins with, down to its frame."""
    content = _jpeg(Image.new("RGB", (1, 1)))
    return content[: content.index(FRAME) + len(FRAME)]
