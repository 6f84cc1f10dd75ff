"""Find the pictures that an event names, in the folder of its file or below, and name them when it is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PureWindowsPath

from speeddate.domain.event import Event
from speeddate.domain.fault import Fault
from speeddate.domain.people import Employer
from speeddate.domain.picture import Picture
from speeddate.domain.text import Text
from speeddate.exchange.draft import Draft
from speeddate.exchange.raw import Loc
from speeddate.exchange.redrawn import UnfitError, redrawn
from speeddate.exchange.refused import MEGABYTE
from speeddate.exchange.shapes import Part
from speeddate.exchange.words import close, said, shown

PICTURED = ("map", "picture")
MOST_BYTES = 5 * MEGABYTE
SUFFIXES = {".png", ".jpg", ".jpeg"}
Find = Callable[[str], Picture | Text]


def pictures_of(draft: Draft, find: Find) -> tuple[dict[str, Picture], list[Fault]]:
    """Read the pictures that are named, each once, and tell at every place of those that cannot be used."""
    places = dict(_places(draft))
    read = {name: find(name) for name in dict.fromkeys(places.values())}
    told = {loc: text for loc, name in places.items() if isinstance(text := read[name], Text)}
    faults = [draft.raw.fault(text, loc) for loc, text in told.items()]
    return {name: picture for name, picture in read.items() if isinstance(picture, Picture)}, faults


def picture_files(event: Event) -> dict[str, bytes]:
    """Give the pictures of an event by the names that are written for them: they belong beside the file."""
    owners: list[Event | Employer] = [event, *event.employers]
    pictures = [picture for owner in owners for picture in (owner.map, owner.picture) if picture]
    return {file_name(picture): picture.content for picture in pictures}


def file_name(picture: Picture) -> str:
    """Name a picture after its content, so that no other file is written over."""
    suffix = "jpg" if picture.content.startswith(b"\xff\xd8") else "png"
    return f"picture-{sha256(picture.content).hexdigest()[:16]}.{suffix}"


def among(pictures: Mapping[str, bytes], name: str) -> Picture | Text:
    """Find a picture among those that are at hand, or say what to do about it."""
    try:
        return redrawn(pictures[name])
    except (KeyError, UnfitError):
        return said("picture.gone").filled(name=shown(name))


def _places(draft: Draft) -> Iterator[tuple[Loc, str]]:
    owners: list[tuple[Loc, Part]] = [(("event",), draft.frame)]
    owners += [(("employers", number), part) for number, part in draft.parts["employers"].items()]
    for loc, part in owners:
        for field in PICTURED:
            if name := getattr(part, field):
                yield (*loc, field), name


def beside(folder: Path, name: str) -> Picture | Text:
    """Read a picture in the folder of its event, or say what to do about it."""
    try:
        return redrawn(_content(folder, name))
    except UnfitError as unfit:
        meant = close(name, _nearby(folder)) if unfit.why == "gone" else ""
        text = said(f"picture.{unfit.why}_close" if meant else f"picture.{unfit.why}")
        return text.filled(name=shown(name), close=shown(meant), most=unfit.most)


def _content(folder: Path, name: str) -> bytes:
    path = _inside(folder, name)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise UnfitError("closed") from None
    if len(content) > MOST_BYTES:
        raise UnfitError("big", MOST_BYTES)
    return content


def _inside(folder: Path, name: str) -> Path:
    """Find a file by its name, with either slash between folders, where no link leads out; raises UnfitError."""
    written = PureWindowsPath(name)
    if written.anchor or ".." in written.parts:
        raise UnfitError("outside")
    try:
        home = folder.resolve()
        path = home.joinpath(*written.parts).resolve()
        there = path.is_file()
    except (OSError, RuntimeError, ValueError):  # a name too long, or links in a ring
        raise UnfitError("gone") from None
    if not path.is_relative_to(home):
        raise UnfitError("outside")
    if not there:
        raise UnfitError("gone")
    return path


def _nearby(folder: Path) -> list[str]:
    """List the pictures that could have been meant; none where the folder keeps them to itself."""
    if not os.access(folder, os.R_OK):
        return []
    return sorted(path.name for path in folder.iterdir() if path.suffix.casefold() in SUFFIXES and path.is_file())
