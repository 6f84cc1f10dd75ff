"""Settings, by their names; a dangerous configuration is refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from cryptography.fernet import Fernet

from speeddate.domain.text import Text
from speeddate.domain.words import texts

TEXTS: Final = texts("settings.csv")
LEAST_SECRET: Final = 32
SECRETS: Final = {
    "SPEEDDATE_SECRET",
    "SPEEDDATE_KEYS",
    "SPEEDDATE_MAIL",
    "SPEEDDATE_OIDC_SECRET",
    "SPEEDDATE_QUEUE",
    "DATABASE_URL",
}
KNOWN: Final = SECRETS | {
    "SPEEDDATE_DATA", "SPEEDDATE_ADDRESS", "SPEEDDATE_SENDER", "SPEEDDATE_PROXIES",
    "SPEEDDATE_OIDC_ISSUER", "SPEEDDATE_OIDC_CLIENT", "SPEEDDATE_OIDC_NAME",
}  # fmt: skip
MAIL: Final = {"smtp", "smtps", "smtp+tls"}


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation's own sign-in, by OpenID Connect."""

    issuer: str
    client: str
    secret: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the pages are served: where data is kept, the keys, the address that people use, and where mail goes."""

    data: Path
    database: str
    secret: str
    keys: tuple[str, ...]
    address: str
    mail: str = ""
    sender: str = "post@localhost"
    production: bool = True
    debug: bool = False
    proxies: int = 0
    provider: Provider | None = None
    redis: str = ""

    @property
    def queue(self) -> str:
        """Where jobs wait: on Redis, or in a file of the data folder."""
        return self.redis or str(self.data / "queue.sqlite")

    @property
    def host(self) -> str:
        """The name and port of the address that people use."""
        return urlsplit(self.address).netloc


def read(environ: Mapping[str, str]) -> Settings:
    """Read the settings of a production server."""
    data = Path(environ.get("SPEEDDATE_DATA", "data"))
    return Settings(
        data=data,
        database=environ.get("DATABASE_URL") or database_in(data),
        secret=environ.get("SPEEDDATE_SECRET", ""),
        keys=tuple(filter(None, environ.get("SPEEDDATE_KEYS", "").split(","))),
        address=environ.get("SPEEDDATE_ADDRESS", ""),
        mail=environ.get("SPEEDDATE_MAIL", ""),
        sender=environ.get("SPEEDDATE_SENDER", ""),
        debug=environ.get("FLASK_DEBUG", "") not in {"", "0"},
        proxies=int(written) if (written := environ.get("SPEEDDATE_PROXIES", "1")).isdecimal() else -1,
        provider=_provider(environ),
        redis=environ.get("SPEEDDATE_QUEUE", ""),
    )


def _provider(environ: Mapping[str, str]) -> Provider | None:
    issuer, client, secret = (environ.get(f"SPEEDDATE_OIDC_{name}", "") for name in ("ISSUER", "CLIENT", "SECRET"))
    named = environ.get("SPEEDDATE_OIDC_NAME") or urlsplit(issuer).hostname or ""
    return Provider(issuer.rstrip("/"), client, secret, named) if issuer or client or secret else None


def database_in(data: Path) -> str:
    """Name the database that lies in a data folder."""
    return f"sqlite:///{(data / 'speeddate.sqlite').absolute()}"


def dangers(settings: Settings) -> Iterator[Text]:
    """Yield the reasons for which a production server must not start."""
    if len(settings.secret) < LEAST_SECRET or len(set(settings.secret)) < LEAST_SECRET // 4:
        yield TEXTS["danger.secret"].filled(least=LEAST_SECRET)
    if not settings.keys or not all(map(_is_key, settings.keys)):
        yield TEXTS["danger.keys"]
    where = urlsplit(settings.address)
    if where.scheme != "https" or not where.hostname:
        yield TEXTS["danger.address"]
    if urlsplit(settings.mail).scheme not in MAIL or "@" not in settings.sender:
        yield TEXTS["danger.mail"]
    if settings.proxies < 0:
        yield TEXTS["danger.proxies"]
    if (to := settings.provider) and not (to.issuer.startswith("https://") and to.client and to.secret):
        yield TEXTS["danger.provider"]
    if settings.debug:
        yield TEXTS["danger.debug"]
    if settings.data.exists() and settings.data.stat().st_mode & 0o077:
        yield TEXTS["danger.readable"].filled(folder=settings.data)


def _is_key(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True
