"""Sign in by a password and a code from an app: nobody is told which of them was wrong, or whether anybody is there."""

from __future__ import annotations

import secrets
from hashlib import sha256
from hmac import compare_digest
from typing import Final, NamedTuple
from unicodedata import normalize

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import Row, delete, select, update
from sqlalchemy.orm import Session

from speeddate.services.access.doors import begun
from speeddate.services.access.limits import ACCOUNT, ADDRESS, Refusal
from speeddate.store.attempts import attempt, forgive
from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.offices import UserRow
from speeddate.store.passwords import PasswordRow, SpareRow
from speeddate.store.seal import seal_of

HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's, so that many fit at once
NOBODYS_PASSWORD: Final = HASHER.hash(secrets.token_urlsafe())
NOBODYS_SECRET: Final = pyotp.random_base32()
STEP: Final = 30
CLOCKS_DIFFER: Final = (-1, 0, 1)


class Tried(NamedTuple):
    """What somebody wrote at the door, and where they came from."""

    email: str
    password: str
    code: str
    whence: str


def sign_in(session: Session, tried: Tried) -> str | Refusal:
    """Give the key of a new session, or refuse; the same is reckoned for everybody, so that time tells nothing."""
    email = tried.email.strip().lower()
    with writing(session):
        attempts = attempt(session, (ACCOUNT, email), (ADDRESS, tried.whence))
    if attempts is None:
        return Refusal.TOO_MANY
    known = _known(session, email)
    right = matches(known.password if known else NOBODYS_PASSWORD, tried.password)
    step = step_of(seal_of(session).open(known.secret)["secret"] if known else NOBODYS_SECRET, tried.code)
    user = known.id if known and right else ""
    with writing(session):
        if not _opens(session, user, step, tried.code):
            return Refusal.WRONG
        forgive(session, attempts)
        return begun(session, user, "signed in by password")


def hashed_password(password: str) -> str:
    """Hash a password; letters that look alike are the same, whatever keyboard they came from."""
    return HASHER.hash(normalize("NFKC", password))


def matches(kept: str, password: str) -> bool:
    """Tell whether a password is the one that was hashed."""
    try:
        return HASHER.verify(kept, normalize("NFKC", password))
    except VerifyMismatchError:
        return False


def step_of(secret: str, code: str) -> int | None:
    """Find the half minute that a code belongs to; None when it is not one of now."""
    said, app, here = "".join(code.split()), pyotp.TOTP(secret), int(now().timestamp()) // STEP
    steps = [here + n for n in CLOCKS_DIFFER if compare_digest(app.generate_otp(here + n).encode(), said.encode())]
    return max(steps, default=None)


def hashed_spare(code: str) -> bytes:
    """Hash a spare code, however it was typed."""
    return sha256("".join(filter(str.isalnum, code.lower())).encode()).digest()


def _known(session: Session, email: str) -> Row[str, str, bytes] | None:
    found = select(UserRow.id, PasswordRow.password, PasswordRow.secret).join(
        PasswordRow, PasswordRow.user_id == UserRow.id
    )
    return session.execute(found.where(UserRow.email == email, ~UserRow.closed)).first()


def _opens(session: Session, user: str, step: int | None, code: str) -> bool:
    """Use up a code: none opens twice, neither do earlier ones."""
    if step is None:
        spare = delete(SpareRow).where(SpareRow.user_id == user, SpareRow.key == hashed_spare(code))
        return session.scalars(spare.returning(SpareRow.id)).first() is not None
    mine = update(PasswordRow).where(PasswordRow.user_id == user, PasswordRow.last_step < step)
    return session.scalars(mine.values(last_step=step).returning(PasswordRow.user_id)).first() is not None
