# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people call a gemeente whose official name is another."""

_EVERYDAY = {
    "'s-Gravenhage": ("Den Haag", "The Hague"),
    "'s-Hertogenbosch": ("Den Bosch",),
    "Dantumadiel": ("Dantumadeel",),
    "De Fryske Marren": ("De Friese Meren",),
    "Noardeast-Fryslân": ("Noordoost-Friesland", "Noordoost-Fryslân"),
    "Súdwest-Fryslân": ("Zuidwest-Friesland", "Zuidwest-Fryslân"),
    "Tytsjerksteradiel": ("Tietjerksteradeel",),
    "Bergen (L.)": ("Bergen Limburg",),
    "Bergen (NH.)": ("Bergen Noord-Holland",),
}


def everyday_names(official: str | None) -> tuple[str, ...]:
    """Other names of a gemeente; none for most.

    >>> everyday_names("'s-Gravenhage")
    ('Den Haag', 'The Hague')
    """
    return _EVERYDAY.get(official or "", ())
