"""Somebody who has chosen a password and connected an app, for tests of the doors."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pyotp

from tests.web.conftest import token

PASSWORD = "en setning som er lett å huske"
NOON = datetime(2027, 2, 10, 12, 0, tzinfo=UTC)


@dataclass
class Holder:
    """Who they are, the secret in their app, and their spare codes; their clock stands still at noon."""

    email: str
    secret: str
    spare: list[str]

    def code(self, steps=0):
        """Read a code from the app: the one of now, or of some half minutes from now."""
        return pyotp.TOTP(self.secret).at(NOON + steps * timedelta(seconds=30))


def set_up(client, email, password=PASSWORD):
    """Choose a password and connect an app, on the page where that is done."""
    page = client.get("/account/password").text
    secret, sealed = key_in(page)
    form = {"csrf_token": token(client, "/account"), "sealed": sealed, "password": password}
    answer = client.post("/account/password", data=form | {"code": pyotp.TOTP(secret).at(NOON - timedelta(seconds=30))})
    assert answer.status_code == 200, answer.text
    answer.close()
    return Holder(email, secret, re.findall(r"<code[^>]*>([a-z2-7-]+)</code>", answer.text))


def key_in(page):
    """Read the secret, as text and sealed."""
    secret = re.search(r"<code[^>]*>(\w+)</code>", page)[1]
    return secret, re.search(r'name="sealed" value="([^"]+)"', page)[1]


def knock(client, holder, **other):
    """Fill in the form at the door, with something else in it or not."""
    form = {"csrf_token": token(client), "email": holder.email, "password": PASSWORD, "code": holder.code()}
    return client.post("/sign-in/password", data=form | other)


def let_in(answer):
    return answer.status_code == 302 and answer.location == "/"
