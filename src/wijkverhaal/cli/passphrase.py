# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passphrases: asked on the terminal without showing them, or from a file descriptor; never an option."""

import getpass
import os
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, mark

FromDescriptor = Annotated[
    int | None,
    typer.Option(
        "--passphrase-fd",
        metavar=mark("NUMMER"),
        help=mark("Lees de wachtzinnen, een per regel, uit deze file descriptor."),
    ),
]
_LONGEST = 10_000


class Passphrases:
    """Where passphrases come from, one after the other.

    Parameters
    ----------
    descriptor : int, optional
        Read at once and closed; without it somebody is asked at the terminal.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        self._lines: Iterator[str] | None = None
        if descriptor is not None:
            self._lines = iter(_read(descriptor).split("\n"))

    def ask(self, question: str) -> str:
        """The next passphrase."""
        if self._lines is not None:
            found = next(self._lines, "")
            if not found:
                raise InputError(_("Er staan te weinig wachtzinnen klaar; zet er een op elke regel."))
            return found
        if not sys.stdin.isatty():
            raise InputError(
                _("Een wachtzin typt u in een terminal; een script geeft haar met --passphrase-fd.")
            )
        return getpass.getpass(f"{question} ")

    def new(self, question: str) -> str:
        """A new passphrase; at the terminal asked twice."""
        first = self.ask(question)
        if self._lines is None and self.ask(_("Nog een keer dezelfde:")) != first:
            raise InputError(_("De twee wachtzinnen zijn niet gelijk; begin opnieuw."))
        return first


def _read(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read(_LONGEST).decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _("File descriptor {number} is niet te lezen; open haar zoals in de handleiding.").format(
                number=descriptor
            )
        ) from error
