"""The command line: read, ask, answer."""

from __future__ import annotations

import click

from speeddate import __version__
from speeddate.cli.commands import Group
from speeddate.cli.explaining import explain
from speeddate.cli.papers import example_, print_, schema, template
from speeddate.cli.planning import check, plan
from speeddate.cli.serving import demo, key, serve, user


@click.group(
    name="speeddate",
    cls=Group,
    epilog="speeddate plan examples/ta-sjansen/event.json -o plan",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="speeddate")
def main() -> None:
    """Plan job speed-dating events so that every accessibility need is kept."""


for command in (plan, check, explain, print_, template, example_, schema, demo, serve, user, key):
    main.add_command(command)

__all__ = ["main"]
