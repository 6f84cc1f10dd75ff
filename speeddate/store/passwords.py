"""Passwords, the secrets of authenticator apps, and spare codes: hashed or sealed, never readable."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from speeddate.store.base import ID, Base, Moment, new_id, now


class PasswordRow(Base):
    """Somebody's password, hashed, and the secret of their app, sealed; no code opens at or before its last step."""

    __tablename__ = "password"

    user_id: Mapped[str] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True)
    password: Mapped[str] = mapped_column(String(200))
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    last_step: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)


class SpareRow(Base):
    """A spare code, for whoever has lost their app: it opens once."""

    __tablename__ = "spare"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), index=True)
    key: Mapped[bytes] = mapped_column(LargeBinary(32))
