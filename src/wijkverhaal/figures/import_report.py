# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an import says about one file: for the terminal in Dutch, for scripts as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from wijkverhaal.foundation.language import _, ngettext, number

_MOST_COLUMNS = 8


@dataclass(frozen=True)
class ImportReport:
    """What was read from one file.

    Attributes
    ----------
    file, kind, title : str
        Name of the file, one of `source.KINDS`, and what a reader calls it.
    source : str
        Id of the source in the workspace.
    rows : int
        How many rows (or shapes).
    years : tuple of int
        What it is about.
    year_from : str
        How the year is known: "content", "option", "file name", or empty.
    levels : mapping of str to int
        How many areas of each level.
    secret, missing : int
        How many figures the publisher kept secret, and how many are not there.
    completed : int
        How many codes were completed.
    not_understood : tuple of str
        Columns that were left out.
    notes, warnings : tuple of str
        Sentences for the user.
    fictional : bool
        Whether it is of the fictional country.
    """

    file: str
    kind: str
    title: str
    source: str
    rows: int
    years: tuple[int, ...]
    year_from: str
    levels: Mapping[str, int]
    secret: int
    missing: int
    completed: int
    not_understood: tuple[str, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    fictional: bool

    def to_json(self) -> dict[str, Any]:
        """The report as values that JSON knows."""
        values = asdict(self) | {"levels": dict(self.levels)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}

    def lines(self) -> list[str]:
        """The report for a person: the first line names the file, the others are about it."""
        lines = [f"{self.file}: {self.title}", "  " + self._size()]
        if self.secret or self.missing:
            lines.append("  " + self._gaps())
        lines += [f"  {note}" for note in self.notes]
        if self.not_understood:
            lines.append("  " + self._left_out())
        return lines + ["  " + _("Let op: {warning}").format(warning=w) for w in self.warnings]

    def _size(self) -> str:
        parts = [ngettext("{count} rij", "{count} rijen", self.rows).format(count=number(self.rows, 0))]
        if self.years:
            parts.append(_("jaar {years}").format(years=", ".join(map(str, self.years))))
        parts += [level_count(level, count) for level, count in self.levels.items()]
        return ", ".join(parts) + "."

    def _gaps(self) -> str:
        return _("{secret} cijfers zijn geheim en {missing} ontbreken.").format(
            secret=number(self.secret, 0), missing=number(self.missing, 0)
        )

    def _left_out(self) -> str:
        names = ", ".join(self.not_understood[:_MOST_COLUMNS])
        more = len(self.not_understood) - _MOST_COLUMNS
        if more > 0:
            names += _(" en nog {count}").format(count=more)
        return _("Niet begrepen en overgeslagen: {columns}.").format(columns=names)


def level_count(level: str, count: int) -> str:
    """A number of areas in words.

    >>> level_count("wijk", 3340)
    '3.340 wijken'
    """
    words = {
        "country": ngettext("{count} land", "{count} landen", count),
        "gemeente": ngettext("{count} gemeente", "{count} gemeenten", count),
        "wijk": ngettext("{count} wijk", "{count} wijken", count),
        "jeugdregio": ngettext("{count} jeugdregio", "{count} jeugdregio's", count),
    }
    return words[level].format(count=number(count, 0))
