"""Whom a candidate would like to meet: one press adds, moves or takes away, and it is saved at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from flask import flash, redirect, request, url_for
from werkzeug.exceptions import BadRequest

from speeddate.services.parts import ChangedError, Content, Kept
from speeddate.services.registration import own, wishes
from speeddate.web import words
from speeddate.web.fields import Form
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored


@page("/wishes")
def ranked() -> Answer:
    """Show the employers: those that are wished for in order, and then the others."""
    mine, form = own.opened(stored(), actor(), where()), Form()
    mine.part()
    known = {each["id"]: each for each in wishes.employers(stored(), mine.event)}
    order = [ref for ref in mine.content.get("wishes", []) if ref in known]
    if form.validate_on_submit():
        return _moved(order, known)
    chosen, others = [known[ref] for ref in order], [each for ref, each in known.items() if ref not in order]
    return show("wishes", mine, form=form, chosen=chosen, others=others)


def _moved(order: list[str], known: Mapping[str, Content]) -> Answer:
    """Do what was pressed, such as `up E2`, or take over a whole new order that was dragged."""
    how, _, employer = request.form.get("move", "").partition(" ")
    if how not in (*wishes.MOVES, "order"):
        raise BadRequest
    new = employer.split() if how == "order" else wishes.move(order, employer, cast("wishes.Move", how))
    version = request.form.get("version", type=int, default=0)
    try:
        wishes.wish(stored(), actor(), where(), Kept({"wishes": new}, version))
    except ChangedError:
        flash(words.say("wishes.changed"), "warning")
    except wishes.AvoidedError as avoided:
        names = words.listed(known[ref].get("name") or ref for ref in avoided.args)
        flash(words.say("wishes.avoided", employers=names, page=words.say("when.title")), "warning")
    else:
        flash(words.say("message.saved"))
    return redirect(url_for(".ranked", _anchor=f"wish-{employer}" if how != "order" else None))
