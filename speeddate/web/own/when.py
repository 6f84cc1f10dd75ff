"""When a candidate can come, and whom they would rather not meet: without a reason."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, url_for
from wtforms import BooleanField, IntegerField, SelectMultipleField

from speeddate.domain.fault import BadInput
from speeddate.services.parts import ChangedError, Content, Kept
from speeddate.services.registration import own, wishes
from speeddate.web import words
from speeddate.web.fields import Form
from speeddate.web.hours import HoursField, some_hours, windows
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored


class When(Form):
    """Hours, and employers to stay away from."""

    available = HoursField(validators=[some_hours])
    avoid_employers = SelectMultipleField(choices=[], validate_choice=False)
    knows = BooleanField()
    version = IntegerField()

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it; nothing of employers where none could be chosen."""
        avoided = {"avoid_employers": list(self.avoid_employers.data or ())} if self.knows.data else {}
        return {"available": self.available.data or []} | avoided


@page("/when")
def when() -> Answer:
    """Show when a candidate can come and whom they avoid, and change it."""
    mine, theirs, faults = own.unlocked(stored(), actor(), where()), None, []
    known = wishes.employers(stored(), mine.event)
    form = When(data=mine.content | {"version": mine.kept.version})
    if form.validate_on_submit():
        try:
            gone = wishes.avoid(stored(), actor(), where(), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = _told(changed.now.content, known)
            form.version.raw_data, form.version.data = None, changed.now.version
        except BadInput as bad:
            faults = [fault.text[words.language()] for fault in bad.faults]
        else:
            return _saved(gone, known)
    status = 409 if theirs else 400 if form.errors or faults else 200
    return show("when", mine, form=form, employers=known, theirs=theirs, faults=faults), status


def _saved(gone: list[str], known: list[Content]) -> Answer:
    """Go on, and say which wishes are no more, since nobody is both wished for and avoided."""
    flash(words.say("message.saved"))
    if names := [each.get("name") or each["id"] for each in known if each["id"] in gone]:
        flash(words.say("when.no_wish", employers=words.listed(names)), "warning")
    return redirect(url_for(".sharing"))


def _told(theirs: Content, known: list[Content]) -> list[tuple[str, str]]:
    """Say what stands kept now, in words; nothing of employers where none could be chosen."""
    avoided = [each.get("name") or each["id"] for each in known if each["id"] in theirs.get("avoid_employers", ())]
    hours = windows(theirs.get("available", ())) or words.say("when.whole_day")
    return [(words.say("when.hours"), hours), *([(words.say("when.avoid"), ", ".join(avoided))] if known else [])]
