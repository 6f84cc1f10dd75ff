"""Take the pictures that `pages.md` shows: the example evening, as those who meet there see it, in a real browser.

python -m docs.pictures [FOLDER]
"""

from __future__ import annotations

import argparse
import logging
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from docs.stage import served

HERE: Final = Path(__file__).resolve().parent
QUIET: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
SIZES: Final = {"wide": (1280, 900), "narrow": (320, 640)}
TALLEST: Final = {"wide": 1500, "narrow": 1700}
COLOURS: Final = 32


@dataclass(frozen=True)
class Shot:
    """A page to take a picture of: its name, who sees it and where, in which light and which language."""

    name: str
    who: str
    at: str
    light: Literal["light", "dark"] = "light"
    language: str = "Bokmål"


def shots(who: str, pages: Mapping[str, str], **how: Any) -> Iterator[Shot]:
    """Tell of the pages that somebody sees; {event} stands for the address of the evening."""
    return (Shot(f"{who}-{name}", who, at, **how) for name, at in pages.items())


COMPARED: Final = "{event}/plan/compare?one=version-1&other=draft-2"
WHY: Final = "{event}/plan/1/candidates/K01/why?employer=E1"
PUBLISHED: Final = "{event}/plan/versions/1"
EVERY: Final = (
    *shots("nobody", {"sign-in": "/sign-in"}),
    *shots("organiser", {
        "events": "/events", "new": "/events/new", "road": "{event}", "frame": "{event}/frame",
        "possible": "{event}/possible", "plan": "{event}/plan/1", "plan-one": "{event}/plan/1/candidates/K01",
        "plan-compare": COMPARED, "plan-why": WHY, "plan-published": PUBLISHED,
        "checklist": "{event}/checklist", "stations": "{event}/stations", "counsellors": "{event}/counsellors",
    }),
    *shots("counsellor", {
        "candidates": "{event}/candidates", "steps": "{event}/candidates/K04/steps",
        "needs": "{event}/candidates/K04/needs",
    }),
    *shots("liaison", {
        "employers": "{event}/employers", "employer": "{event}/employers/E1", "invite": "{event}/employers/E2/invite",
        "import": "{event}/employers/import",
    }),
    *shots("employer", {
        "home": "/my-meetings", "profile": "/my-meetings/profile", "interest": "/my-meetings/interest",
    }),
    *shots("candidate", {
        "home": "/me", "yes": "/me/yes", "needs": "/me/needs", "when": "/me/when", "words": "/me/words",
        "wishes": "/me/wishes", "sharing": "/me/sharing", "shown": "/me/shown", "summary": "/me/summary",
    }),
    *shots("counsellor", {"mine": "/my-candidates", "evening": "{event}/my-evening"}),
    *shots("employer", {"meetings": "/my-meetings/plan"}),
    *shots("candidate", {"meeting": "/me/plan"}),
    *shots("host", {"check-in": "{event}/check-in"}),
    *shots("administrator", {"users": "/admin"}),
    *shots("organiser", {"road-dark": "{event}"}, light="dark"),
    *shots("candidate", {"needs-dark": "/me/needs"}, light="dark"),
    *shots("organiser", {"road-nynorsk": "{event}"}, language="Nynorsk"),
    *shots("candidate", {"home-english": "/me"}, language="English"),
)  # fmt: skip


def main() -> None:
    """Take all pictures, wide and narrow."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=HERE / "pictures")
    folder: Path = asked.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with TemporaryDirectory() as data, sync_playwright() as playwright, served(Path(data)) as (event, links, code):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        known = {who: come_in(browser, link, code) for who, link in links.items()}
        for shot in EVERY:
            with opened(browser, shot, known.get(shot.who)) as page:
                page.goto(urljoin(event, shot.at.format(event=event)))
                with page.expect_navigation():
                    page.get_by_role("button", name=shot.language).click()
                for size in SIZES:
                    keep(picture(page, size), folder / f"{shot.name}-{size}.png")


def come_in(browser: Browser, link: str, code: str) -> Any:
    """Come in by a link, and give what the browser remembers of it."""
    context = browser.new_context(locale="nb-NO")
    page = context.new_page()
    page.goto(link)
    if "/enter/" in link:
        page.locator("main [data-variant=primary]").click()
    if page.url.endswith("/me"):
        page.goto(urljoin(link, "/me/code"))
        page.fill("#code", code)
        page.locator("main [data-variant=primary]").click()
    remembered = context.storage_state()
    context.close()
    return remembered


@contextmanager
def opened(browser: Browser, shot: Shot, remembered: Any) -> Iterator[Page]:
    """Open a page in somebody's browser, in the light and language asked for."""
    context = browser.new_context(locale="nb-NO", color_scheme=shot.light, storage_state=remembered)
    page = context.new_page()
    yield page
    context.close()


def picture(page: Page, size: str) -> bytes:
    """Take a picture of a page, from its top."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    tall: int = page.evaluate("document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": max(height, min(tall, TALLEST[size]))}
    return page.screenshot(full_page=True, clip=clip, animations="disabled")


def keep(taken: bytes, path: Path) -> None:
    """Keep a picture in few colours, which is enough for a page."""
    drawn = Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    drawn.save(path, optimize=True)


if __name__ == "__main__":
    main()
