"""A candidate in their own words: what they are good at and want, what they will say and ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from flask import flash, redirect, request, url_for
from wtforms import BooleanField, IntegerField, TextAreaField

from speeddate.domain.private import private_words_in
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.registration import own
from speeddate.web import words
from speeddate.web.fields import Form, at_most, differ, no_numbers, said
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored

LONGEST: Final = 1000
TEXTS: Final = ("strengths", "wants")
LISTS: Final = ("three_things", "questions")
TICKS: Final = ("share_questions", "use_number", "standby")


class OwnWords(Form):
    """What a candidate says about themself."""

    strengths = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    wants = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    three_things = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    questions = TextAreaField(validators=[at_most(LONGEST), no_numbers])
    share_questions = BooleanField()
    use_number = BooleanField()
    standby = BooleanField()
    version = IntegerField()

    @property
    def content(self) -> dict[str, Any]:
        """What the event file holds of it."""
        lists = {key: [line.strip() for line in said(self[key]).splitlines() if line.strip()] for key in LISTS}
        return {key: said(self[key]) for key in TEXTS} | lists | {key: self[key].data for key in TICKS}

    def theirs(self, content: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What somebody else has saved meanwhile, where it differs from this."""
        ours = self.content
        return [(key, _told(content.get(key))) for key in ours if differ(content.get(key), ours[key])]

    @property
    def doubtful(self) -> list[str]:
        """The words in it that may say something about health or benefits."""
        return list(dict.fromkeys(word for key in TEXTS + LISTS for word in private_words_in(said(self[key]))))


@page("/words")
def own_words() -> Answer:
    """Show what a candidate has written, and change it."""
    form, theirs = OwnWords(), None
    if form.validate_on_submit():
        new = Kept(form.content, form.version.data or 0)
        try:
            own.change(stored(), actor(), where(), new, "own words changed")
        except ChangedError as changed:
            theirs = form.theirs(changed.now.content)
            form.version.raw_data, form.version.data = None, changed.now.version
        else:
            return _saved(form)
    mine = own.opened(stored(), actor(), where())
    mine.part()
    if request.method == "GET":
        form = _filled(mine)
    status = 400 if form.errors else 200 if theirs is None else 409
    return show("words", mine, form=form, theirs=theirs), status


def _told(value: str | list[str] | bool | None) -> str:  # noqa: FBT001  # as the event file holds it
    """Say what is kept: words as they are, each thing on a line, and a tick by yes or no."""
    match value:
        case str():
            return value
        case list():
            return "\n".join(value)
        case _:
            return words.shared("after.yes" if value else "after.no")


def _filled(mine: own.Own) -> OwnWords:
    lines = {key: "\n".join(mine.content.get(key, [])) for key in LISTS}
    return OwnWords(data=mine.content | lines | {"version": mine.kept.version})


def _saved(form: OwnWords) -> Answer:
    flash(words.say("message.saved"))
    for word in form.doubtful:
        flash(words.say("own.word", word=word))
    return redirect(url_for(".ranked"))
