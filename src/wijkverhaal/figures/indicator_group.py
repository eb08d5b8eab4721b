# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The groups of indicators in which an explanation is split."""

from dataclasses import dataclass
from typing import Literal

from wijkverhaal.foundation.language import current_language


@dataclass(frozen=True)
class IndicatorGroup:
    """A group of indicators: about the people who live somewhere, or about the place itself."""

    id: str
    label: str
    label_english: str
    kind: Literal["population", "neighbourhood"]

    @property
    def text(self) -> str:
        """The label in the reader's language."""
        return self.label_english if current_language() == "en" else self.label


#: All groups by id, in the order in which they are shown.
GROUPS: dict[str, IndicatorGroup] = {
    group.id: group
    for group in (
        IndicatorGroup("age", "Leeftijd", "Age", "population"),
        IndicatorGroup("household", "Huishouden", "Household", "population"),
        IndicatorGroup("income", "Inkomen en wonen", "Income and housing", "population"),
        IndicatorGroup("benefits", "Uitkeringen en werk", "Benefits and work", "population"),
        IndicatorGroup("education", "Opleiding", "Education", "population"),
        IndicatorGroup("origin", "Herkomst", "Origin", "population"),
        IndicatorGroup("parents_health", "Gezondheid van ouders", "Parents' health", "population"),
        IndicatorGroup("urbanity", "Stedelijkheid", "Urbanity", "population"),
        IndicatorGroup("cohesion", "Sociale samenhang", "Social cohesion", "neighbourhood"),
        IndicatorGroup("safety", "Veiligheid", "Safety", "neighbourhood"),
        IndicatorGroup("amenities", "Voorzieningen", "Amenities", "neighbourhood"),
        IndicatorGroup("surroundings", "Fysieke omgeving", "Physical surroundings", "neighbourhood"),
        IndicatorGroup("cooperation", "Samenwerking", "Cooperation", "neighbourhood"),
        IndicatorGroup("own", "Eigen cijfers van de gemeente", "The gemeente's own figures", "neighbourhood"),
    )
}

#: The groups that say something about the place, not about who lives there.
NEIGHBOURHOOD_GROUPS = frozenset(group.id for group in GROUPS.values() if group.kind == "neighbourhood")
