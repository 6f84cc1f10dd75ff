"""The language of the pages: chosen on every one of them, without losing what is being filled in."""

from __future__ import annotations

from typing import Final

from flask import Flask, g, request, session

from speeddate.domain.text import LANGUAGES

SPEAK: Final = "speak"


def hear_languages(app: Flask) -> None:
    """Let the button of a language send the form of its page, which comes back as it was filled in."""

    @app.before_request
    def _heard() -> None:
        g.only_speaking = request.form.get(SPEAK) in LANGUAGES
        if g.only_speaking:
            session["language"] = request.form[SPEAK]


def version_read(now: int) -> int:
    """Tell at which version what a page shows was read: this one, or an earlier one that was being changed already."""
    return request.form.get("version", type=int, default=now) if g.only_speaking else now
