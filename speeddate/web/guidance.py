"""Help in place: what a page is for, what happens when one saves, who sees it, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask import request

from speeddate.web import words

# pages that are helped by the same words, those first that answer what another page asked
SAME: Final[Mapping[str, str]] = {
    "admin.new": "admin.one",
    "candidate.erase": "remove",
    "candidate.withdraw": "remove",
    "candidates_lists.bring": "lists.bring",
    "checklist.answer": "checklist.every",
    "checklist.assign": "checklist.owners",
    "counsellors.hand_over": "counsellors.one",
    "counsellors.new": "counsellors.one",
    "counsellors.remove": "remove",
    "counsellors.seat": "counsellors.every",
    "employers.new": "employers.one",
    "employers.remove": "remove",
    "employers_lists.bring": "lists.bring",
    "events.delete": "remove",
    "frame.save": "frame.one",
    "inviting.link": "inviting.page",
    "inviting.mail": "inviting.page",
    "passwords.choose": "passwords.account",
    "passwords.remove": "passwords.account",
    "resources.new": "resources.one",
    "resources.remove": "remove",
    "stations.new": "stations.one",
    "stations.remove": "remove",
}


def helped() -> str:
    """Find what helps those who work here with this page; nothing where it needs none."""
    page = request.endpoint or ""
    key = f"help.{SAME.get(page, page)}"
    return words.say(key) if key in words.texts() else ""
