# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of a gemeente's own columns: as said, as written, as hinted at."""

import pytest

from wijkverhaal.figures.catalogue import local_indicators
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.local_group import GROUP_WORDS, group_and_label, read_groups
from wijkverhaal.foundation.errors import InputError


@pytest.mark.parametrize(
    ("column", "group", "label"),
    [
        ("veiligheid: aangiften", "safety", "aangiften"),
        ("Omgeving: groen_per_inwoner", "surroundings", "groen per inwoner"),
        ("overig: veiligheid op school", "own", "veiligheid op school"),
        ("cooperation: overleggen", "cooperation", "overleggen"),
        ("tevreden met voorzieningen", "amenities", "tevreden met voorzieningen"),
        ("sociale_cohesie", "cohesion", "sociale cohesie"),
        ("rapportcijfer", "own", "rapportcijfer"),
        ("meting: rapportcijfer", "own", "meting: rapportcijfer"),
        ("veiligheid:", "safety", "veiligheid:"),
    ],
)
def test_the_name_of_a_column_tells_its_group(column: str, group: str, label: str) -> None:
    assert group_and_label(f"local:{column}") == (group, label)


def test_what_somebody_says_wins_over_the_name() -> None:
    said = read_groups(["veiligheid=overig", "a=b=samenhang"])
    assert said == {"veiligheid": "own", "a=b": "cohesion"}
    found = local_indicators(["local:veiligheid", "local:voorzieningen"], said)
    assert {i.label: i.group for i in found} == {"veiligheid": "own", "voorzieningen": "amenities"}


@pytest.mark.parametrize("typed", ["veiligheid", "cijfer=geluk", "=veiligheid", ""])
def test_what_is_no_group_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="KOLOM=GROEP"):
        read_groups([typed])


def test_every_word_is_about_the_place() -> None:
    assert set(GROUP_WORDS.values()) == NEIGHBOURHOOD_GROUPS
