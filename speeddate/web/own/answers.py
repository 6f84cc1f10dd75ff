"""Yes, no, not any more, call me: what takes one press."""

from __future__ import annotations

from typing import cast, get_args

from flask import flash, redirect, request, url_for
from werkzeug.exceptions import BadRequest

from speeddate.services.handouts.standing import recall
from speeddate.services.registration import own, withdrawal
from speeddate.services.registration.own import Check, Step
from speeddate.web import words
from speeddate.web.own.address import Answer, actor, page, show, where
from speeddate.web.visiting import stored


@page("/yes")
def yes() -> Answer:
    """Ask whether a candidate would like to take part; no is as good an answer as yes."""
    if request.method == "GET":
        mine = own.opened(stored(), actor(), where())
        return show("yes", mine, minutes=own.minutes(stored(), mine))
    if request.form.get("answer") == "yes":
        withdrawal.say_yes(stored(), actor(), where())
        flash(words.say("own.said_yes"))
    elif withdrawal.say_no(stored(), actor(), where(), recall=recall):
        flash(words.say("own.said_no"))
    else:
        return redirect(url_for(".withdraw"))
    return redirect(url_for(".home"))


@page("/tick", methods=("POST",))
def tick() -> Answer:
    """Remember a step that was taken, or take it back."""
    step = request.form.get("step", "")
    if step not in (*get_args(Step), *get_args(Check)):
        raise BadRequest
    own.tick(stored(), actor(), where(), cast("Step | Check", step), done=request.form.get("done") == "yes")
    flash(words.say("own.call_asked" if step == "call" and request.form.get("done") == "yes" else "message.saved"))
    return redirect(url_for(".home"))


@page("/withdraw")
def withdraw() -> Answer:
    """Ask once, say what is deleted, and take a candidate out of the event."""
    if request.method == "GET":
        return show("withdraw", own.opened(stored(), actor(), where()))
    withdrawal.withdraw(stored(), actor(), where(), recall=recall)
    flash(words.say("own.withdrawn"))
    return redirect(url_for(".home"))


@page("/erase")
def erase() -> Answer:
    """Ask once, and delete everything about a candidate."""
    if request.method == "GET":
        return show("erase", own.opened(stored(), actor(), where()))
    withdrawal.erase(stored(), actor(), where(), recall=recall)
    flash(words.say("own.erased"))
    return redirect(url_for("events.home"))
