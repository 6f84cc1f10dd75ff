"""Commands that speak the reader's language: help, options, and what is wrong with how they were called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from speeddate.cli.answers import BAD, Answer
from speeddate.domain.text import LANGUAGES, Language, Text, same
from speeddate.domain.words import texts

INTERRUPTED = 130
SPEAKS = "SPEEDDATE_LANGUAGE"
EARLY = {"--language", "--json"}
FILE = click.Path(path_type=Path)
TEXTS: Final = texts("commands.csv")


def said(key: str) -> Text:
    """Find a text of the command line. Raises KeyError."""
    return TEXTS[key]


def language_in(words: Sequence[str]) -> Language:
    """Find the language of a call, also of one that cannot be understood; bokmål where none is named."""
    pairs = zip([*words, ""], [*words[1:], "", ""], strict=False)
    named = [after for word, after in pairs if word == "--language"]
    named += [word.partition("=")[2] for word in words if word.startswith("--language=")]
    asked = [*named, os.environ.get(SPEAKS, "")]
    return next((language for word in asked for language in LANGUAGES if language == word), "nb")


def spoken(command: Any) -> Any:
    """Give a command the two options that all have."""
    command = click.option("--json", "as_json", is_flag=True)(command)
    return click.option("--language", type=click.Choice(LANGUAGES), default="nb", envvar=SPEAKS, show_default=True)(
        command
    )


def asked(language: Language) -> Language | None:
    """Tell the language that a call names itself; none where it is only what the organiser speaks."""
    source = click.get_current_context().get_parameter_source("language")
    return language if source is click.core.ParameterSource.COMMANDLINE else None


def required(name: str) -> click.UsageError:
    """Ask for an option that another one needs."""
    context = click.get_current_context()
    return click.MissingParameter(ctx=context, param=next(p for p in context.command.params if p.name == name))


class Command(click.Command):
    """A command whose help is looked up by its name, in the language of the call."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember the language before anything else is read."""
        ctx.meta.setdefault("language", language_in(args))
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as wrong:  # raised without saying which command
            wrong.ctx = ctx
            raise

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, purpose, options, commands and an example."""
        language: Language = ctx.meta["language"]
        usage = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, usage, prefix=f"{said('label.usage')[language]} ")
        formatter.write_paragraph()
        formatter.write_text(said(f"command.{self.name}")[language])
        with formatter.section(said("label.options")[language]):
            formatter.write_dl([_described(option, ctx) for option in self.get_params(ctx) if _is_option(option)])
        if isinstance(self, click.Group):
            with formatter.section(said("label.commands")[language]):
                formatter.write_dl([(name, said(f"command.{name}")[language]) for name in self.list_commands(ctx)])
        if self.epilog:
            formatter.write_paragraph()
            formatter.write_text(f"{said('label.example')[language]} {self.epilog}")


class Group(Command, click.Group):
    """A group of such commands, which answers for all that is wrong with a call."""

    command_class = Command

    def main(self, args: Sequence[str] | None = None, **settings: Any) -> NoReturn:  # type: ignore[override]
        """Run a command, and end with its status."""
        words = list(sys.argv[1:] if args is None else args) or ["--help"]
        try:
            status = super().main(words, **{**settings, "standalone_mode": False})
        except click.UsageError as wrong:
            sentence = misused(wrong)[language_in(words)]
            answer = Answer(language_in(words), as_json="--json" in words)
            details = [{"message": sentence}]
            answer.give([sentence], {"status": "bad_input", "faults": [sentence], "fault_details": details}, BAD)
        except click.Abort:
            status = INTERRUPTED
        sys.exit(status if isinstance(status, int) else 0)


def misused(wrong: click.UsageError) -> Text:
    """Say what to write instead."""
    key, name, choices = _reason(wrong)
    asked = f"{wrong.ctx.command_path if wrong.ctx else 'speeddate'} --help"
    return said(f"wrong.{key}").filled(name=same(name), choices=same(", ".join(choices)), help=same(asked))


def _reason(wrong: click.UsageError) -> tuple[str, str, Sequence[str]]:
    """Find which text says it, what it names, and what there is to choose from."""
    none: Sequence[str] = ()
    reason = "words", "", none
    match wrong:
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as chosen):
            reason = "choice", _name(chosen), choices
        case click.MissingParameter(param=click.Parameter() as missing):
            reason = "missing", _name(missing), none
        case click.BadParameter(param=click.Parameter() as number):
            reason = "value", _name(number), none
        case click.NoSuchOption(option_name=name, ctx=click.Context(command=click.Group())) if name in EARLY:
            reason = "early", name, none
        case click.NoSuchOption(option_name=name):
            reason = "option", name, none
        case click.BadOptionUsage(option_name=name):
            reason = "after", name, none
        case click.exceptions.NoSuchCommand(command_name=name):
            reason = "command", name, none
    return reason


def _is_option(param: click.Parameter) -> bool:
    return isinstance(param, click.Option)


def _name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if _is_option(param) else (param.name or "").upper()


def _described(option: click.Parameter, ctx: click.Context) -> tuple[str, str]:
    """Describe an option by its own text in this command, or the one that commands share."""
    assert isinstance(option, click.Option)
    name, language = max(option.opts, key=len).lstrip("-"), ctx.meta["language"]
    text = TEXTS.get(f"option.{ctx.command.name}.{name}") or said(f"option.{name}")
    spelled, _ = option.get_help_record(ctx) or (name, "")
    default = said("label.default").filled(default=same(str(option.default))) if option.show_default else same("")
    return spelled, f"{text[language]} {default[language]}".strip()
