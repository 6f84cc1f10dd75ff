"""What employers may know: each sentence word for word, and a yes or a no for each employer."""

from __future__ import annotations

from flask import flash, redirect, request, url_for

from speeddate.domain.text import LANGUAGES, Text
from speeddate.services.handouts.standing import recall
from speeddate.services.parts import ChangedError
from speeddate.services.registration import consents, own
from speeddate.services.registration.consents import About, Question
from speeddate.web import words
from speeddate.web.fields import Form
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.speaking import version_read
from speeddate.web.visiting import stored


@page("/sharing")
def sharing() -> Answer:
    """Show each sentence, and whether each employer may be told it."""
    (mine, asked), form = consents.questions(stored(), actor(), where()), Form()
    if not form.validate_on_submit():
        return _page(mine, asked, form, _answers(asked))
    chosen, version = _answers(asked), request.form.get("version", type=int, default=0)
    try:
        consents.answer(stored(), actor(), where(), version, chosen, recall=recall)
    except ChangedError:
        return _page(*consents.questions(stored(), actor(), where()), form, chosen, changed=True), 409
    taken_back = request.form.get("withdraw")
    flash(words.shared("consent.withdrawn") if taken_back else words.say("message.saved"))
    return redirect(url_for(".sharing" if taken_back else ".home"))


def _page(mine: own.Own, asked: list[Question], form: Form, chosen: dict[About, bool], *, changed: bool = False) -> str:
    """Show each sentence once, with what was chosen on the page, or else what is kept."""
    by_sentence: dict[str, list[Question]] = {}
    for question in asked:
        by_sentence.setdefault(question.sentence[words.language()], []).append(question)
    version = version_read(mine.kept.version)
    return show("sharing", mine, form=form, asked=by_sentence, chosen=chosen, version=version, changed=changed)


def _answers(asked: list[Question]) -> dict[About, bool]:
    """Read the answers, or the one that was taken back."""
    if back := request.form.get("withdraw"):
        return {each.about: False for each in asked if name(each.about) == back}
    given = {each.about: request.form.get(name(each.about)) for each in asked}
    return {about: said == "yes" for about, said in given.items() if said in {"yes", "no"}}


def name(about: About) -> str:
    """Name the field of a question."""
    return f"tell-{about.employer}-{about.need}"


@page("/shown")
def shown() -> Answer:
    """Ask whether employers may read a candidate's own words under their number alone, and show exactly those."""
    mine, form = own.opened(stored(), actor(), where()), Form()
    mine.part()
    if not form.validate_on_submit():
        return show("shown", mine, form=form)
    asked = Text(*(words.texts()["shown.ask"][language] for language in LANGUAGES))
    consents.show(stored(), actor(), where(), asked, yes=request.form.get("answer") == "yes")
    flash(words.say("message.saved"))
    return redirect(url_for(".home"))
