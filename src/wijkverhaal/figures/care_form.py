# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The three nested forms of care that CBS counts, recognised by what a publisher calls them."""

import re

from wijkverhaal.foundation.column_name import stem

_COUNT_COLUMN = re.compile(
    r"(totaal|aantal)*jongerenmet(?P<form>(jeugdzorg|jeugdhulp)(zonderverblijf)?)(innatura)?"
    r"(?P<late>zonderverblijf)?(totaal|aantal)?"
)


def care_form_of_column(name: str) -> str | None:
    """The form of care of which a column holds counts; None for any other column.

    >>> care_form_of_column("TotaalJongerenMetJeugdzorgInNatura_1")
    'all'
    >>> care_form_of_column("Jongeren met jeugdhulp zonder verblijf (aantal)")
    'help_without_residence'
    >>> care_form_of_column("PercentageJongerenMetJeugdzorg_99") is None
    True
    """
    found = _COUNT_COLUMN.fullmatch(stem(name))
    return care_form_of_title(found["form"] + (found["late"] or "")) if found else None


def care_form_of_title(title: str) -> str | None:
    """The form of care that a title stands for; None for a part of one.

    >>> care_form_of_title("Totaal jeugdzorg"), care_form_of_title("Jeugdhulp totaal")
    ('all', 'help')
    >>> care_form_of_title("Jeugdhulp met verblijf") is None
    True
    """
    bare = re.sub(r"totaal|innatura|jongeren|met(?=jeugd)", "", stem(title))
    return {
        "jeugdzorg": "all",
        "jeugdhulp": "help",
        "jeugdhulpzonderverblijf": "help_without_residence",
        "zonderverblijf": "help_without_residence",
    }.get(bare)
