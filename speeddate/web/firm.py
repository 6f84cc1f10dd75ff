"""An employer's own pages, by their link: the evening, what they say of themselves, and whom they want to meet."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from speeddate.printing.words import Voice
from speeddate.services import employers, firm
from speeddate.services.parts import ChangedError, Kept
from speeddate.web import words
from speeddate.web.profile import Profile, advise
from speeddate.web.visiting import guest, stored

views = Blueprint("firm", __name__, url_prefix="/my-meetings")
Answer = str | Response | tuple[str, int]


@views.get("")
def home() -> Answer:
    """Show the evening, how far their profile is, and what happens next."""
    voice, content = Voice(words.language()), firm.opened(stored(), guest()).content
    evening = firm.evening(stored(), guest())
    return render_template(
        "firm/home.html",
        name=content.get("name", ""),
        evening=evening,
        times=voice.listed([voice.span(each.start, each.end) for each in evening.rounds]),
        steps=employers.told(content),
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
    page = render_template("firm/profile.html", form=form, theirs=theirs)
    return page, 400 if form.errors else 200 if theirs is None else 409
