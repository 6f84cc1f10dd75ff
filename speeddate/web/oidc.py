"""Sign in by an organisation's own sign-in, where one is configured: OpenID Connect with code, PKCE, state and nonce.

The way there is a link and no form: the browser lets our forms lead nowhere but to ourselves. Coming back is a GET that
signs in, which the protocol asks for; the state ties it to the browser that went out.
"""

from __future__ import annotations

import logging
from typing import Any, Final, cast

from authlib.common.errors import AuthlibBaseError
from flask import Blueprint, Flask, abort, current_app, render_template, session, url_for
from joserfc.errors import JoseError
from werkzeug.wrappers import Response

from speeddate.services.access import doors
from speeddate.services.access.limits import Refusal
from speeddate.web import words
from speeddate.web.settings import Provider
from speeddate.web.visiting import come_in, stored

views = Blueprint("oidc", __name__)
log = logging.getLogger("speeddate.oidc")
NAME: Final = "provider"
SECONDS: Final = 10
DISCOVERY: Final = "/.well-known/openid-configuration"
FALSE = (AuthlibBaseError, JoseError, ValueError, KeyError)
Answer = Response | tuple[str, int]


def connect(app: Flask, provider: Provider | None) -> None:
    """Know the provider, if there is one; it is not asked for anything before somebody wants to sign in by it."""
    app.config["PROVIDER"] = provider
    app.extensions["provider"] = provider and _known(app, provider)


def _known(app: Flask, provider: Provider) -> Any:
    from authlib.integrations.flask_client import OAuth  # noqa: PLC0415  # much to load, for the few who need it

    asking: Any = OAuth(app)
    return asking.register(
        NAME,
        client_id=provider.client,
        client_secret=provider.secret,
        server_metadata_url=provider.issuer + DISCOVERY,
        client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )


@views.get("/sign-in/provider")
def go() -> Answer:
    """Lead to the provider; only the visitor's own cookie remembers it."""
    client = _client()
    for key in [key for key in session if key.startswith("_state_")]:
        session.pop(key)
    try:
        if client.load_server_metadata()["issuer"] != current_app.config["PROVIDER"].issuer:
            return _silent(ValueError())
        return cast("Response", client.authorize_redirect(f"{current_app.config['ADDRESS']}{url_for('oidc.back')}"))
    except (OSError, *FALSE, RuntimeError) as error:
        return _silent(error)


@views.get("/sign-in/provider/back")
def back() -> Answer:
    """Let in whoever the provider says has verified an address that somebody here has; all others are told the same."""
    client = _client()
    try:
        claims = client.authorize_access_token().get("userinfo") or {}
    except OSError as error:
        return _silent(error)
    except FALSE as error:
        log.warning("the provider's answer was not taken: %s", type(error).__name__)
        return _page("provider.refused", 400)
    address = claims.get("email") if claims.get("email_verified") is True else None
    visit = doors.enter_as(stored(), str(address)) if address else Refusal.WRONG
    return _page("provider.refused", 400) if isinstance(visit, Refusal) else come_in("visit", visit)


def _client() -> Any:
    return current_app.extensions["provider"] or abort(404)


def _silent(error: Exception) -> Answer:
    log.error("the provider does not answer: %s", type(error).__name__)
    return _page("provider.silent", 503, name=current_app.config["PROVIDER"].name)


def _page(key: str, status: int, **values: object) -> Answer:
    return render_template("doors/provider.html", why=words.say(key, **values)), status
