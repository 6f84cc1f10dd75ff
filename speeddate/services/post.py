"""Send the messages that wait: each once, and again later where it could not be sent."""

from __future__ import annotations

import logging
import smtplib
import ssl
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from speeddate.store.base import now
from speeddate.store.database import writing
from speeddate.store.mail import MessageRow

log = logging.getLogger("speeddate.post")
Carry = Callable[[EmailMessage], None]
AGAIN_AFTER: Final = timedelta(minutes=5)
MOST_TRIES: Final = 12  # over two days: the pause grows with the square of the tries
SECONDS: Final = 20
THIS_ONE = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPNotSupportedError, ValueError)


def deliver(session: Session, carry: Carry, sender: str) -> int:
    """Send what is due, and count it; what is refused waits, and all that is left waits where there is no server."""
    sent = 0
    while row := _claimed(session):
        try:
            carry(_letter(row, sender))
        except THIS_ONE as error:
            _missed(session, row, error)
        except OSError as error:
            _missed(session, row, error)
            break
        else:
            _forget(session, row)
            sent += 1
    return sent


def _claimed(session: Session) -> MessageRow | None:
    """Claim the oldest message that is due, so that nobody else sends it."""
    due = select(MessageRow).where(MessageRow.due_at <= now()).order_by(MessageRow.made_at).limit(1)
    with writing(session):
        row = session.scalars(due.with_for_update(skip_locked=True)).first()
        if row is not None:
            row.tries += 1
            row.due_at = now() + AGAIN_AFTER * row.tries**2
            session.flush()
            session.expunge(row)
    return row


def _missed(session: Session, row: MessageRow, error: Exception) -> None:
    """Log the kind of failure and nothing of the message; give up after many tries."""
    log.warning("a message waits: %s", type(error).__name__)
    if row.tries >= MOST_TRIES:
        log.error("a message is given up")
        _forget(session, row)


def _forget(session: Session, row: MessageRow) -> None:
    with writing(session):
        session.execute(delete(MessageRow).where(MessageRow.id == row.id))


def _letter(row: MessageRow, sender: str) -> EmailMessage:
    """Write it as mail; its id stays the same however often it is tried, so that mail servers know it again."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = sender, row.to, row.subject
    letter["Date"], letter["Message-ID"] = format_datetime(row.made_at), f"<{row.id}@{sender.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(row.text)
    return letter


def into(folder: Path) -> Carry:
    """Carry messages into a folder, for people to read, each once; the newest name is the last."""

    def carry(message: EmailMessage) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{message['Message-ID'].strip('<>').partition('@')[0]}.eml"
        before = next(folder.glob(f"*-{name}"), None)
        (before or folder / f"{now():%Y%m%dT%H%M%S%f}-{name}").write_bytes(message.as_bytes())

    return carry


def by_server(address: str) -> Carry:
    """Carry messages to a mail server: smtp://host:25, smtp+tls://name:password@host:587, or smtps://host:465."""
    where = urlsplit(address)

    def carry(message: EmailMessage) -> None:
        server = _reached(where)
        try:
            _greeted(server, where)
            server.send_message(message)
        finally:
            _parted(server)

    return carry


def _reached(where: SplitResult) -> smtplib.SMTP:
    host, port = where.hostname or "localhost", where.port or 0
    if where.scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(host, port, timeout=SECONDS)


def _greeted(server: smtplib.SMTP, where: SplitResult) -> None:
    """Say who we are, in secret where that is asked for or offered: a false certificate ends it before any password."""
    server.ehlo_or_helo_if_needed()
    if where.scheme == "smtp+tls" or (where.scheme == "smtp" and server.has_extn("starttls")):
        server.starttls(context=ssl.create_default_context())
    if where.username:
        server.login(unquote(where.username), unquote(where.password or ""))


def _parted(server: smtplib.SMTP) -> None:
    """Leave: whatever is said to that, a message that was taken has been taken."""
    try:
        server.quit()
    except smtplib.SMTPException:
        server.close()
