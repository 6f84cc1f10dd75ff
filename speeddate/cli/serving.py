"""Commands that serve the pages: the demo, the server, and what an administrator needs before it starts."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from speeddate.cli.answers import BAD, Answer, answering
from speeddate.cli.commands import FILE, Command, asked, said, spoken
from speeddate.cli.papers import KINDS
from speeddate.cli.planning import answer_plan
from speeddate.domain.text import Language

if TYPE_CHECKING:
    from flask import Flask

PORT: Final = 8017
ROLES: Final = ("organiser", "counsellor", "liaison", "host", "county", "administrator")

settled = click.option("--settings", type=FILE, envvar="SPEEDDATE_SETTINGS")


@click.command(cls=Command, epilog="speeddate demo -o demo")
@click.option("-o", "--output", type=FILE, default=Path("demo"), show_default=True)
@click.option("--port", type=int, default=PORT, show_default=True)
@spoken
def demo(output: Path, port: int, language: Language, *, as_json: bool) -> None:
    """Plan the example evening, print its sheets, and serve it on this computer only."""
    from speeddate.services import files  # noqa: PLC0415  # start quickly
    from speeddate.services.handouts import making  # noqa: PLC0415  # start quickly
    from speeddate.web.demo import demo_app, settle  # noqa: PLC0415
    from speeddate.web.serving import serve  # noqa: PLC0415

    example, data = files.example("ta-sjansen"), output / "data"
    with answering(language, as_json=as_json) as answer:
        made = making.make(example, output, language=language, otherwise=asked(language) or "nb", only=KINDS)
        answer_plan(answer, made)
        app = demo_app(data, port)
        doors = settle(app, example)
    if as_json or os.environ.get("DEMO_SERVE") == "0":
        return
    click.echo(said("serving.links")[language])
    for role, link in doors.links.items():
        click.echo(f"  {said(f'role.{role}')[language]:<24}{link}")
    click.echo(said("serving.code").filled(code=doors.code)[language])
    click.echo(said("serving.stop").filled(folder=data / "mail")[language])
    serve(app, bind=f"127.0.0.1:{port}", processes=1)


@click.command(cls=Command, epilog="speeddate serve --bind 127.0.0.1:8000")
@settled
@click.option("--bind", default=f"127.0.0.1:{PORT}", show_default=True)
@click.option("--processes", type=click.IntRange(1, 64), default=2, show_default=True)
@spoken
def serve(bind: str, processes: int, settings: Path | None, language: Language, *, as_json: bool) -> None:
    """Serve the pages, with settings from the environment or a file; dangerous ones are refused with the reason."""
    from speeddate.web import serving  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        app = _app(answer, settings)
    serving.serve(app, bind=bind, processes=processes)


@click.command(cls=Command, epilog="speeddate user kari@example.org --office Hamar --role organiser")
@click.argument("email")
@click.option("--office", required=True)
@click.option("--name", default="")
@click.option("--role", "roles", type=click.Choice(ROLES), multiple=True, required=True)
@settled
@spoken
def user(  # noqa: PLR0913, PLR0917  # the options of the command
    email: str,
    office: str,
    name: str,
    roles: tuple[str, ...],
    settings: Path | None,
    language: Language,
    *,
    as_json: bool,
) -> None:
    """Let somebody sign in, or change their roles, and print a link that signs them in once."""
    from speeddate.web.serving import link_for  # noqa: PLC0415  # start quickly

    with answering(language, as_json=as_json) as answer:
        link = link_for(_app(answer, settings), office=office, email=email, name=name, roles=roles)
        answer.give([link], {"status": "enrolled", "link": link})


@click.command(cls=Command, epilog="speeddate key")
@spoken
def key(language: Language, *, as_json: bool) -> None:
    """Print a new secret and a new key, as the settings of a server name them."""
    from speeddate.store.seal import new_key  # noqa: PLC0415  # start quickly

    made = {"SPEEDDATE_SECRET": secrets.token_hex(), "SPEEDDATE_KEYS": new_key()}
    with answering(language, as_json=as_json) as answer:
        answer.give([f"{name}={value}" for name, value in made.items()], {"status": "made"} | made)


def _app(answer: Answer, file: Path | None) -> Flask:
    """Make the application by the settings, or refuse where they are dangerous, with the reasons."""
    from speeddate.web.factory import create_app  # noqa: PLC0415  # start quickly
    from speeddate.web.serving import ready  # noqa: PLC0415
    from speeddate.web.settings import dangers, read  # noqa: PLC0415
    from speeddate.web.settings_file import with_file  # noqa: PLC0415

    settings = read(with_file(os.environ, file))
    if found := [danger[answer.language] for danger in dangers(settings)]:
        answer.give(found, {"status": "refused", "dangers": found}, BAD)
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    app = create_app(settings)
    ready(app)
    return app
