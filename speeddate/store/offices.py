"""Offices, and those who work there: who they are and what their roles are, nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, get_args

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from speeddate.domain.text import Language
from speeddate.store.base import ID, Base, Moment, new_id, now

Role = Literal["organiser", "counsellor", "liaison", "host", "county", "administrator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


class OfficeRow(Base):
    """An office that holds events."""

    __tablename__ = "office"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(120), unique=True)


class UserRow(Base):
    """Somebody who works at an office; known by the address that their links are sent to, in small letters."""

    __tablename__ = "user_account"

    id: Mapped[str] = mapped_column(String(ID), primary_key=True, default=new_id)
    office_id: Mapped[str] = mapped_column(ForeignKey("office.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    roles: Mapped[list[Role]] = mapped_column(JSON)
    language: Mapped[Language] = mapped_column(String(2), default="nb")
    closed: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    version: Mapped[int] = mapped_column()

    office: Mapped[OfficeRow] = relationship()

    __mapper_args__ = {"version_id_col": version}
