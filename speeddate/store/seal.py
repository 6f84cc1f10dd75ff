"""Seal what is about people before it is kept, so that a copied database tells nobody anything without the key."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy.orm import Session

KEYS = "seal"


class SealBrokenError(Exception):
    """Raised when what was kept cannot be opened: another key sealed it, or somebody changed it."""


class Seal:
    """Seals records with the first of its keys, and opens what any of them has sealed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = MultiFernet([Fernet(key) for key in keys])

    def close(self, record: dict[str, Any]) -> bytes:
        """Seal a record as JSON would hold it."""
        return self._keys.encrypt(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode())

    def close_bytes(self, content: bytes) -> bytes:
        """Seal a file."""
        return self._keys.encrypt(content)

    def open_bytes(self, sealed: bytes) -> bytes:
        """Open a sealed file. Raises SealBrokenError."""
        try:
            return self._keys.decrypt(sealed)
        except InvalidToken:
            raise SealBrokenError from None

    def open(self, sealed: bytes) -> dict[str, Any]:
        """Open a sealed record. Raises SealBrokenError."""
        record: dict[str, Any] = json.loads(self.open_bytes(sealed))
        return record


def seal_of(session: Session) -> Seal:
    """Find the seal that a session was opened with."""
    seal: Seal = session.info[KEYS]
    return seal


def new_key() -> str:
    """Make a key; it is kept outside the data folder."""
    return Fernet.generate_key().decode()
