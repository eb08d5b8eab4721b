# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The help of a command in the reader's language; Typer's own words follow the system's."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from wijkverhaal.foundation.language import _


class _HelpPage:
    """How a command and the program write their help: all words from our own catalogue."""

    params: list[Any]
    help: Any

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = [_("[OPTIES]")]
        pieces += [_(param.metavar) for param in self.params if param.param_type_name == "argument"]
        if isinstance(self, TyperGroup):
            pieces.append(_("OPDRACHT"))
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Gebruik:") + " ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        arguments = [param for param in self.params if param.param_type_name == "argument"]
        if arguments:
            with formatter.section(_("Gegevens")):
                formatter.write_dl([(_(param.metavar), _(param.help)) for param in arguments])
        options = [param for param in self.params if param.param_type_name == "option" and not param.hidden]
        with formatter.section(_("Opties")):
            formatter.write_dl([_option(param) for param in options] + [_help_option(), _lang_option()])
        if isinstance(self, TyperGroup):
            with formatter.section(_("Opdrachten")):
                formatter.write_dl([_command(name, command) for name, command in self.commands.items()])

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help))


class HelpCommand(_HelpPage, TyperCommand):
    """A command whose help is in the reader's language."""


class HelpGroup(_HelpPage, TyperGroup):
    """The program itself, with its commands."""


def _option(param: Any) -> tuple[str, str]:
    name = ", ".join(param.opts)
    if not param.is_flag:
        name += " " + (_(param.metavar) if param.metavar else _("GETAL"))
    text = _(param.help)
    if param.default not in (None, False, ""):
        text += " " + _("[anders: {value}]").format(value=param.default)
    return name, text


def _command(name: str, command: Any) -> tuple[str, str]:
    return name, _(command.help)


def _help_option() -> tuple[str, str]:
    return "--help", _("Laat deze uitleg zien en stop.")


def _lang_option() -> tuple[str, str]:
    return "--lang " + _("TAAL"), _("De taal: nl of en; anders WIJKVERHAAL_LANG, anders nl.")
