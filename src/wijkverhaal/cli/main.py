# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The program: language, commands, and one sentence when something cannot be done."""

import os
import sys
from collections.abc import Sequence

import typer
from typer import BadParameter, TyperException

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import LANGUAGES, _, mark, use_language

# Our dense matrices are small: threads of the linear algebra only stand in each other's way.
# This stands before NumPy is imported, which happens with the commands.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_USAGE = 2
_INTERRUPTED = 130
LANGUAGE_VARIABLE = "WIJKVERHAAL_LANG"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run the command line; the exit status."""
    try:
        arguments = _choose_language(arguments) or ["--help"]
        program = typer.main.get_command(_program())
        status = program.main(args=arguments, prog_name="wijkverhaal", standalone_mode=False)
    except typer.Exit as left:
        return int(left.exit_code)
    except WijkverhaalError as error:
        return _say(str(error), error.exit_status)
    except TyperException as error:
        return _say(_usage_sentence(error), _USAGE)
    except (KeyboardInterrupt, typer.Abort):
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
    if status == _INTERRUPTED:  # Typer makes this of an interruption
        return _say(_("Onderbroken; er is niets half opgeslagen."), _INTERRUPTED)
    return int(status or 0)


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
        elif word == "--lang":
            chosen, skip = "".join(arguments[place + 1 : place + 2]), True
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
        else:
            rest.append(word)
    if chosen not in LANGUAGES:
        raise InputError(_("Kies bij --lang nl of en, niet '{word}'.").format(word=chosen))
    use_language(chosen)
    return rest


def _program() -> typer.Typer:
    from wijkverhaal.cli import (
        account,
        commands,
        help_page,
        local,
        neighbourhood,
        serve,
        stories,
        worker,
    )  # after the language is known, and only when needed

    program = typer.Typer(
        cls=help_page.HelpGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=mark("Wijkverhaal: het gebruik van jeugdhulp in wijken, verwacht en werkelijk."),
    )
    for name, command, text in (
        ("demo", commands.demo, mark("Laat alles zien met een verzonnen land: van cijfers tot pagina.")),
        (
            "import",
            commands.import_,
            mark("Lees bestanden van CBS, SCP of de gemeente in; allemaal of geen."),
        ),
        ("estimate", commands.estimate_, mark("Bereken per wijk het verwachte en het werkelijke gebruik.")),
        ("show", commands.show, mark("Laat één wijk zien: gepubliceerd, verwacht, werkelijk en waarom.")),
        ("export", commands.export, mark("Schrijf een berekening als bestanden en als pagina om te mailen.")),
        ("validate", commands.validate_, mark("Toets het model: verberg cijfers, voorspel ze en vergelijk.")),
        (
            "neighbourhood",
            neighbourhood.neighbourhood,
            mark("Zoek uit of kenmerken van de buurt iets toevoegen aan de bevolking."),
        ),
        (
            "local",
            local.local,
            mark("Zet eigen cijfers van een regio of gemeente naast wat het land verwacht."),
        ),
        ("serve", serve.serve, mark("Start de site op deze computer, om te kijken en te vergelijken.")),
        ("worker", worker.worker, mark("Doe op een server het werk dat mensen op de site vragen.")),
    ):
        program.command(name, cls=help_page.HelpCommand, help=text)(command)
    about_accounts = mark("Beheer de accounts van een site op een server.")
    program.add_typer(account.account_program(), name="account", help=about_accounts)
    about_stories = mark("Reken met verhalen: vergelijk gevallen, en codeurs met elkaar.")
    program.add_typer(stories.stories_program(), name="stories", help=about_stories)
    return program


def _usage_sentence(error: TyperException) -> str:
    """What was typed wrongly, in one sentence of our own.

    Typer keeps most of its errors to itself; what they carry tells them apart.
    """
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    help_command = (context.command_path if context else "wijkverhaal") + " --help"
    name = str(getattr(error, "option_name", "") or (parameter.opts[0] if parameter else ""))
    if hasattr(error, "possibilities"):
        return _("De optie {name} bestaat niet; zie {help}.").format(name=name, help=help_command)
    if hasattr(error, "param_type"):
        shown = _(parameter.metavar) if parameter and parameter.param_type_name == "argument" else name
        return _("Er ontbreekt iets: {name}; zie {help}.").format(name=shown, help=help_command)
    if isinstance(error, BadParameter) or name:
        return _("De waarde van {name} klopt niet; zie {help}.").format(name=name, help=help_command)
    return _("Deze opdracht is niet te begrijpen; zie {help}.").format(help=help_command)
