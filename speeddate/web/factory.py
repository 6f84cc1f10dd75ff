"""Put the pages together: settings, database, guards, words and views."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from speeddate.services import post
from speeddate.store import database, seal
from speeddate.store.tables import metadata
from speeddate.web import (
    admin,
    candidates,
    checklist,
    copying,
    counsellors,
    doors,
    employers,
    errors,
    evening,
    events,
    firm,
    frame,
    guidance,
    headers,
    inviting,
    lists,
    mailing,
    mine,
    oidc,
    own,
    passwords,
    plans,
    possible,
    publishing,
    reasons,
    resources,
    sheets,
    speaking,
    stations,
    visiting,
    words,
    working,
)
from speeddate.web.heard import Heard
from speeddate.web.settings import Settings

HERE: Final = Path(__file__).resolve().parent
MIGRATIONS: Final = HERE.parent / "store" / "migrations"
TEMPLATES: Final = (HERE.parent / "templates", HERE.parents[1] / "templates")
SUBJECTS: Final = (
    admin, doors, passwords, oidc, events, counsellors, candidates, employers, frame, stations, resources,
    checklist, copying, inviting, firm, mine, possible, plans, publishing, reasons, evening, sheets,
)  # fmt: skip
VIEWS: Final = (*(subject.views for subject in SUBJECTS), *own.VIEWS, *lists.VIEWS)
MOST_BYTES: Final = 10 * 1024 * 1024


def create_app(settings: Settings) -> Flask:
    """Make the application."""
    app = Flask(__name__, template_folder=str(next(filter(Path.is_dir, TEMPLATES))))
    app.request_class = Heard
    app.config.update(
        SECRET_KEY=settings.secret,
        SQLALCHEMY_DATABASE_URI=settings.database,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        TRUSTED_HOSTS=[settings.host],
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        SESSION_COOKIE_NAME="__Host-speeddate" if settings.production else "speeddate",
        SESSION_COOKIE_SECURE=settings.production,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_REFRESH_EACH_REQUEST=False,  # how long a session lasts is kept in the database
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it asks for a referrer, which our own headers keep back
        ADDRESS=settings.address,
        MOST_MEGABYTES=MOST_BYTES // 1024 // 1024,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(words.SPOKEN, helped=guidance.helped)
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=0)  # type: ignore[method-assign]
    _connect(app, settings)
    CSRFProtect(app)
    headers.guard(app, production=settings.production)
    mailing.send_after_answers(app, _carrier(settings), settings.sender)
    working.queue_jobs(app, settings)
    speaking.hear_languages(app)
    visiting.know_visitors(app)
    errors.answer(app)
    oidc.connect(app, settings.provider)
    for views in VIEWS:
        app.register_blueprint(views)
    return app


def _connect(app: Flask, settings: Settings) -> None:
    stored = SQLAlchemy(
        app, metadata=metadata, session_options={"info": {seal.KEYS: seal.Seal(settings.keys)}, "autoflush": True}
    )
    Migrate(app, stored, directory=str(MIGRATIONS), render_as_batch=True)
    with app.app_context():
        database.prepare(stored.engine)
    app.extensions["stored"] = stored


def _carrier(settings: Settings) -> post.Carry:
    return post.by_server(settings.mail) if settings.mail else post.into(settings.data / "mail")
