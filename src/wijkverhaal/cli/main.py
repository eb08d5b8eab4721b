# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The program: language, commands, and one sentence when something cannot be done."""

import os
import sys
from collections.abc import Sequence

import click
import typer

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import LANGUAGES, _, use_language

_USAGE = 2
_INTERRUPTED = 130
LANGUAGE_VARIABLE = "WIJKVERHAAL_LANG"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run the command line; the exit status."""
    try:
        arguments = _choose_language(arguments)
        program = typer.main.get_command(_program())
        program.main(args=arguments, prog_name="wijkverhaal", standalone_mode=False)
    except click.exceptions.Exit as left:
        return int(left.exit_code)
    except WijkverhaalError as error:
        return _say(str(error), error.exit_status)
    except click.UsageError as error:
        return _say(_usage_sentence(error), _USAGE)
    except (KeyboardInterrupt, click.Abort):
        return _say(_("Onderbroken; er is niets half opgeslagen."), _INTERRUPTED)
    except BrokenPipeError:  # somebody piped the output into head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        return _say(_("Er is te weinig geheugen voor dit bestand of dit model; sluit andere programma's."), 1)
    except OSError as error:
        where = error.filename or ""
        return _say(
            _("Het lukt niet om {place} te lezen of te schrijven: {reason}.").format(
                place=where, reason=error.strerror or error
            ),
            1,
        )
    return 0


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _choose_language(arguments: list[str]) -> list[str]:
    """Take --lang out of the arguments, wherever it stands, and use it."""
    chosen = os.environ.get(LANGUAGE_VARIABLE, "nl")
    rest, skip = [], False
    for place, word in enumerate(arguments):
        if skip:
            skip = False
        elif word == "--lang" and place + 1 < len(arguments):
            chosen, skip = arguments[place + 1], True
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
        else:
            rest.append(word)
    if chosen not in LANGUAGES:
        raise click.UsageError(_("Kies bij --lang nl of en, niet '{word}'.").format(word=chosen))
    use_language(chosen)
    return rest


def _program() -> typer.Typer:
    from wijkverhaal.cli import commands  # after the language is known, and only when needed

    program = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=_(
            "Wijkverhaal: het gebruik van jeugdhulp in wijken, verwacht en werkelijk. Taal: --lang nl of en."
        ),
    )
    for name, command in (
        ("demo", commands.demo),
        ("import", commands.import_),
        ("estimate", commands.estimate_),
        ("show", commands.show),
        ("export", commands.export),
        ("validate", commands.validate_),
    ):
        program.command(name, help=_(command.__doc__ or ""))(command)
    return program


def _usage_sentence(error: click.UsageError) -> str:
    """What was typed wrongly, in one sentence of our own."""
    parameter = getattr(error, "param", None)
    name = parameter.opts[0] if parameter is not None and parameter.opts else ""
    help_command = error.ctx.command_path + " --help" if error.ctx else "wijkverhaal --help"
    if isinstance(error, click.NoSuchOption):
        text = _("De optie {name} bestaat niet; zie {help}.")
        return text.format(name=error.option_name, help=help_command)
    if isinstance(error, click.MissingParameter):
        shown = (parameter.metavar or name) if parameter is not None else name
        return _("Er ontbreekt iets: {name}; zie {help}.").format(name=shown, help=help_command)
    if isinstance(error, click.BadParameter):
        return _("De waarde van {name} klopt niet; zie {help}.").format(name=name, help=help_command)
    if error.ctx is None:
        return error.message
    return _("Deze opdracht is niet te begrijpen; zie {help}.").format(help=help_command)
