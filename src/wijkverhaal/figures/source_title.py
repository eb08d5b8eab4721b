# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader calls a source, in the language of the moment."""

from collections.abc import Iterable

from wijkverhaal.foundation.language import _


def source_title(kind: str, years: Iterable[int] = (), file: str = "") -> str:
    """The title of a source of a kind of `source.KINDS`; empty for any other kind.

    >>> source_title("kwb", (2021, 2022))
    'CBS, Kerncijfers wijken en buurten 2021, 2022'
    """
    titles = {
        "scp": _("SCP, Jeugdhulp in de wijk (2017)"),
        "kwb": _("CBS, Kerncijfers wijken en buurten {year}"),
        "youth-care": _("CBS, jongeren met jeugdzorg {year}"),
        "boundaries": _("Grenzen van wijken {year}"),
        "adjacency": _("Wijken die aan elkaar grenzen {year}"),
        "regions": _("Gemeenten en hun jeugdregio"),
        "local": _("Eigen cijfers: {file}"),
    }
    return titles.get(kind, "").format(year=", ".join(map(str, years)), file=file)


def fictional_title(title: str) -> str:
    """The title of a file of fictional figures: a publisher is never said to have made them up.

    >>> fictional_title("CBS, Kerncijfers wijken en buurten 2022")
    'Verzonnen: CBS, Kerncijfers wijken en buurten 2022'
    """
    return _("Verzonnen: {title}").format(title=title)


def fictional_licence() -> str:
    """What stands in the place of a licence for fictional figures: no publisher gave one."""
    return _("verzonnen, geen licentie")
