"""An employer's own pages, by their link: the evening, what they say of themselves, and whom they want to meet."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from speeddate.printing.words import Voice
from speeddate.services.handouts import own_sheets
from speeddate.services.parts import ChangedError, Kept
from speeddate.services.registration import employers, firm, interest
from speeddate.web import words
from speeddate.web.fields import Press
from speeddate.web.profile import Profile, advise
from speeddate.web.speaking import version_read
from speeddate.web.visiting import guest, stored

views = Blueprint("firm", __name__, url_prefix="/my-meetings")
LEVELS: Final = ("0", "1", "2", "3")
Answer = str | Response | tuple[str, int]


@views.get("")
def home() -> Answer:
    """Show the evening, how far their profile is, and what happens next."""
    voice, content = Voice(words.language()), firm.opened(stored(), guest()).content
    evening = firm.evening(stored(), guest())
    return _show(
        "home",
        name=content.get("name", ""),
        evening=evening,
        times=voice.listed([voice.span(each.start, each.end) for each in evening.rounds]),
        steps=employers.told(content),
        due=firm.due(stored(), guest()),
        ahead=own_sheets.ahead(stored(), guest()),
        returning=content.get("returning", False),
        answered=interest.answered(stored(), guest()),
        until=voice.moment(firm.until(stored(), guest())),
    )


@views.route("/profile", methods=["GET", "POST"])
def profile() -> Answer:
    """Show what they say of themselves, and change it."""
    kept, theirs = firm.opened(stored(), guest()), None
    form = Profile.of(kept.content, kept.version)
    if form.validate_on_submit():
        try:
            firm.change(stored(), guest(), Kept(form.content, form.version.data or 0))
        except ChangedError as changed:
            theirs = form.theirs(changed.now.content)
            form.again(changed.now.version)
        else:
            flash(words.say("message.saved"))
            advise(form)
            return redirect(url_for("firm.home"))
    page = _show("profile", form=form, theirs=theirs)
    return page, 400 if form.errors else 200 if theirs is None else 409


@views.route("/interest", methods=["GET", "POST"])
def wanted() -> Answer:
    """Show who has said yes to being shown, and keep whom they would like to meet."""
    form, chosen, theirs = Press(), _chosen(), False
    if form.validate_on_submit():
        version = request.form.get("version", type=int, default=0)
        try:
            interest.say(stored(), guest(), chosen, version)
        except ChangedError:
            theirs = True
        else:
            flash(words.say("message.saved"))
            return redirect(url_for("firm.home"))
    board = interest.board(stored(), guest())
    more = {"version": version_read(board.version), "chosen": chosen if form.is_submitted() else None, "theirs": theirs}
    page = _show("interest", form=form, board=board, levels=LEVELS, **more)
    return page, 409 if theirs else 200


def _chosen() -> dict[str, int]:
    answers = {key.removeprefix("wanted-"): said for key, said in request.form.items() if key.startswith("wanted-")}
    return {number: int(said) for number, said in answers.items() if said in LEVELS}


def _show(page: str, /, **more: Any) -> str:
    """Show one of their pages, with whom they can ask for help."""
    return render_template(f"firm/{page}.html", host=firm.host(stored(), guest()), **more)
