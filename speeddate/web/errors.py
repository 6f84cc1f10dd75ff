"""One page for what does not work: it says what to do, and nothing about the inside of the program."""

from __future__ import annotations

import logging

from flask import Flask, current_app, g, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from speeddate.services.permissions import RefusedError
from speeddate.web import words

log = logging.getLogger("speeddate.web")
Answer = tuple[str, int]


def answer(app: Flask) -> None:
    """Answer every error with the same page, in the visitor's language."""
    app.register_error_handler(RefusedError, lambda _: _page(404))
    app.register_error_handler(CSRFError, lambda _: _page(400))
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _broken)


def _refused(error: HTTPException) -> Answer:
    """Answer, but with no page to whoever asks under another name: it could not even link to ourselves."""
    return ("", 400) if isinstance(error, SecurityError) else _page(error.code or 500)


def _broken(error: Exception) -> Answer:
    """Log where it went wrong, not what it was about."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    log.error("%s at %s", type(error).__name__, place)
    return _page(500)


def _page(status: int) -> Answer:
    g.setdefault("visitor", None)
    g.setdefault("guest", None)
    known = f"error.{status}"
    key = known if known in words.texts() else "error.404" if status < 500 else "error.500"  # noqa: PLR2004
    most = current_app.config["MOST_MEGABYTES"]
    return render_template("error.html", why=words.say(key, most=most)), status
