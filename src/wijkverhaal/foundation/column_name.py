# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of columns: the same column is called differently per release and per download."""

import re


def stem(name: str) -> str:
    """What is left of a column's name without its number, its unit and its punctuation.

    Examples
    --------
    >>> stem("JongerenMetJeugdzorgInNatura_98"), stem("Jongeren met jeugdzorg in natura (aantal) ")
    ('jongerenmetjeugdzorginnatura', 'jongerenmetjeugdzorginnatura')
    >>> stem("gwb_code_10"), stem("Regio's")
    ('gwbcode', 'regios')
    """
    bare = re.sub(r"\([^)]*\)\s*$", "", name.strip())
    bare = re.sub(r"_\d+$", "", bare.strip())
    return re.sub(r"[^0-9a-zà-ÿ]", "", bare.lower())
