"""Send the messages that wait: each once, and again later where it could not be sent."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.mail import MessageRow

Carry = Callable[[EmailMessage], None]
AGAIN_AFTER: Final = timedelta(minutes=2)
MOST_TRIES: Final = 20
SECONDS: Final = 20


def deliver(session: Session, carry: Carry, sender: str) -> int:
    """Send what waits, one message after another, and count what was sent; what fails is tried again later."""
    sent = 0
    while letter := _next(session, sender):
        message, row = letter
        try:
            carry(message)
        except (OSError, smtplib.SMTPException):
            _give_up(session, row)
            continue
        with writing(session):
            done = session.get_one(MessageRow, row)
            done.sent_at, done.to, done.text = now(), "", ""
        sent += 1
    return sent


def _next(session: Session, sender: str) -> tuple[EmailMessage, str] | None:
    """Claim the oldest message that nobody else is sending."""
    due = or_(MessageRow.tried_at.is_(None), MessageRow.tried_at < now() - AGAIN_AFTER)
    waiting = select(MessageRow).where(MessageRow.sent_at.is_(None), MessageRow.tries < MOST_TRIES, due)
    with writing(session):
        row = session.scalars(waiting.order_by(MessageRow.made_at).limit(1).with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        row.tries, row.tried_at = row.tries + 1, now()
        return _letter(row, sender), row.id


def _give_up(session: Session, row: str) -> None:
    """Forget a message that has been tried often enough: it may hold a link, and an address that is not to be kept."""
    with writing(session):
        failed = session.get_one(MessageRow, row)
        if failed.tries >= MOST_TRIES:
            failed.to, failed.text = "", ""


def _letter(row: MessageRow, sender: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = sender, row.to, row.subject
    letter["Date"], letter["Message-ID"] = format_datetime(row.made_at), make_msgid(domain=sender.rpartition("@")[2])
    letter.set_content(row.text)
    return letter


def into(folder: Path) -> Carry:
    """Carry messages into a folder, for people to read; the newest name is the last."""

    def carry(message: EmailMessage) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{now():%Y%m%dT%H%M%S%f}.eml"
        (folder / name).write_bytes(message.as_bytes())

    return carry


def by_server(address: str) -> Carry:
    """Carry messages to a mail server: smtp://host:25, smtp+tls://name:password@host:587, or smtps://host:465."""
    where = urlsplit(address)
    host, port = where.hostname or "localhost", where.port or 0

    def carry(message: EmailMessage) -> None:
        safe = ssl.create_default_context()
        whole = where.scheme == "smtps"
        server = (
            smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=safe)
            if whole
            else smtplib.SMTP(host, port, timeout=SECONDS)
        )
        with server:
            if where.scheme == "smtp+tls":
                server.starttls(context=safe)
            if where.username:
                server.login(unquote(where.username), unquote(where.password or ""))
            server.send_message(message)

    return carry
