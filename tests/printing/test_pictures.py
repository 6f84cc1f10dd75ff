"""The pages of the example evening look as they did when somebody last looked at them.

After a change that is meant, look at the new pages and keep them: python -m tests.printing.test_pictures
"""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from speeddate.exchange import read_event, read_schedule
from speeddate.printing.sheets import print_sheets

HERE = Path(__file__).parent / "pictures"
EXAMPLE = Path(__file__).parents[2] / "examples" / "ta-sjansen" / "event.json"
NOON = datetime(2027, 2, 1, 12, 0, tzinfo=UTC)
SCALE = 0.5
TOLERANCE = 2.0
PAGES = {
    "timetable": ("timetable", 0), "run-sheet": ("run-sheet", 0), "check-in": ("check-in", 0),
    "contacts": ("contacts", 0), "sign": ("signs", 0), "badges": ("badges", 0), "feedback": ("feedback", 0),
    "booking": ("resource-T1", 1), "cover": ("employer-E1", 0), "card": ("employer-E1", 1),
    "meeting": ("employer-E1", 2), "counsellor": ("counsellor-V1", 0), "day": ("candidate-K08", 0),
    "day-2": ("candidate-K08", 1), "practice": ("candidate-K08", 2), "large-easy": ("candidate-K15", 0),
}  # fmt: skip


def printed():
    event, schedule = read_event(EXAMPLE), read_schedule(HERE / "schedule.json")
    return dict(print_sheets(event, schedule, language="nb", printed_at=NOON))


def drawn(pdf, page):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=SCALE, grayscale=True).to_pil().convert("L")


@pytest.fixture(scope="module")
def files():
    return printed()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(files, name):
    file, page = PAGES[name]
    now = drawn(files[f"{file}.pdf"], page)
    with Image.open(HERE / f"{name}.png") as kept:
        assert kept.size == now.size
        assert ImageStat.Stat(ImageChops.difference(kept, now)).mean[0] <= TOLERANCE


if __name__ == "__main__":
    fresh = printed()
    for name, (file, page) in PAGES.items():
        drawn(fresh[f"{file}.pdf"], page).save(HERE / f"{name}.png", optimize=True)
