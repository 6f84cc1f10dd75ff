"""Everything about a candidate on one page and in one file, to read before it is sent and whenever they like."""

from __future__ import annotations

from flask import Response, json

from speeddate.domain.catalogue import catalogue
from speeddate.services.handouts import own_file
from speeddate.services.registration import consents, own, seen, wishes
from speeddate.web import words
from speeddate.web.hours import windows
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored


@page("/summary", methods=("GET",))
def summary() -> Answer:
    """Show all that a candidate has said, to be read through and sent."""
    mine, asked = consents.questions(stored(), actor(), where())
    names = {each["id"]: each.get("name") or each["id"] for each in wishes.employers(stored(), mine.event)}
    told = [(each.employer, each.sentence[words.language()]) for each in asked if each.allowed]
    hours = windows(mine.content.get("available", ()))
    return show("summary", mine, names=names, labels=catalogue(), told=told, hours=hours)


@page("/seen", methods=("GET",))
def sights() -> Answer:
    """Show who has seen what is known of a candidate."""
    mine = own.opened(stored(), actor(), where())
    return show("seen", mine, sights=seen.seen(stored(), actor(), where()), deed=_deed)


@page("/mine.json", methods=("GET",))
def everything() -> Answer:
    """Hand out all that is kept about a candidate, as a file."""
    whole = own_file.everything(stored(), actor(), where())
    named = {"Content-Disposition": 'attachment; filename="mine.json"'}
    return Response(
        json.dumps(whole, default=str, ensure_ascii=False, indent=2), mimetype="application/json", headers=named
    )


def _deed(what: str) -> str:
    """Say what somebody did, as the journal calls it."""
    key = f"seen.{what.replace(' ', '_')}"
    return words.say(key if key in words.texts() else "seen.other")
