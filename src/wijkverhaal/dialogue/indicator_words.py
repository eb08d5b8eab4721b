# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which indicators people mean: from the words of an explanation to the catalogue."""

import re
import unicodedata
from collections.abc import Mapping

from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS

#: Beginnings of words, and the indicators or groups of indicators that they point at.
_HINTS: Mapping[str, tuple[str, ...]] = {
    "eenouder": ("perc_1ouder", "divorced"),
    "alleenstaand": ("one_person", "perc_1ouder", "divorced"),
    "gescheiden": ("divorced", "perc_1ouder"),
    "scheiding": ("divorced", "perc_1ouder"),
    "echtscheiding": ("divorced", "perc_1ouder"),
    "jong": ("aged_0_14", "under_15_of_young"),
    "kinderrijk": ("with_children", "aged_0_14"),
    "grote gezin": ("household_size", "with_children"),
    "vergrijs": ("aged_65",),
    "ouderen": ("aged_65",),
    "arm": ("social_minimum", "low_income_households", "perc_hhbijs"),
    "armoede": ("social_minimum", "low_income_households", "perc_hhbijs"),
    "schuld": ("social_minimum", "low_income_households"),
    "minima": ("social_minimum",),
    "inkomen": ("low_income_households", "low_incomes", "high_incomes"),
    "rijk": ("high_incomes", "property_value"),
    "welvar": ("high_incomes", "property_value"),
    "bijstand": ("social_assistance", "perc_hhbijs"),
    "uitkering": ("social_assistance", "disability", "unemployment", "perc_hhbijs"),
    "werkloos": ("unemployment", "labour_participation"),
    "huurwoning": ("social_rented",),
    "sociale huur": ("social_rented",),
    "corporatie": ("social_rented",),
    "koopwoning": ("owner_occupied",),
    "opleid": ("low_education", "high_education"),
    "migra": ("origin",),
    "herkomst": ("origin",),
    "stedelijk": ("address_density",),
    "dichtbevolkt": ("address_density",),
    "hoogbouw": ("single_family",),
    "flat": ("single_family",),
    "psychisch": ("parents_health",),
    "ggz": ("parents_health",),
    "huisarts": ("distance_gp",),
    "kinderopvang": ("distance_day_care",),
    "samenhang": ("cohesion",),
    "eenzaam": ("cohesion",),
    "sociale controle": ("cohesion",),
    "buren": ("cohesion",),
    "veilig": ("safety",),
    "overlast": ("safety",),
    "criminal": ("safety",),
    "voorziening": ("amenities",),
    "sportclub": ("amenities",),
    "speel": ("surroundings", "amenities"),
    "groen": ("surroundings",),
    "samenwerk": ("cooperation",),
    "overleg": ("cooperation",),
    "doorverwij": ("cooperation",),
}

#: The groups that a tag points at where no word does.
GROUPS_OF_TAG: Mapping[Tag, tuple[str, ...]] = {
    Tag.POPULATION: (),
    Tag.NEIGHBOURHOOD: ("cohesion", "safety", "surroundings", "amenities"),
    Tag.SUPPLY: ("amenities",),
    Tag.COOPERATION: ("cooperation",),
    Tag.REGISTRATION: (),
    Tag.ANOTHER: (),
}
_LONG_ENOUGH = 5


def indicators_meant(text: str, tag: Tag, known: Mapping[str, Indicator]) -> list[str]:
    """The indicators that an explanation is about: by its words, else by its tag.

    Parameters
    ----------
    text : str
    tag : Tag
    known : mapping of indicator id to Indicator
        Those that the run knows.

    Returns
    -------
    list of str
        The likeliest first; empty where the words say nothing that is known.
    """
    plain = _plain(text)
    found = [
        target
        for hint, targets in _HINTS.items()
        if re.search(rf"\b(on)?{hint}", plain)
        for target in targets
    ]
    found += [name for name, one in known.items() if _shares_a_word(plain, _plain(one.label))]
    by_word = [name for name in _of(found, known) if _fits(known[name], tag)]
    return by_word or _of(list(GROUPS_OF_TAG[tag]), known)


def _fits(indicator: Indicator, tag: Tag) -> bool:
    """Whether an indicator can be about an explanation of this kind."""
    if tag in (Tag.REGISTRATION, Tag.COOPERATION):
        return indicator.group in GROUPS_OF_TAG[tag]
    about_the_place = indicator.group in NEIGHBOURHOOD_GROUPS
    if tag is Tag.POPULATION:
        return not about_the_place
    return about_the_place or tag is Tag.ANOTHER or indicator.group == "urbanity"


def _of(targets: list[str], known: Mapping[str, Indicator]) -> list[str]:
    """Ids among the targets, and those of the groups among them; each once."""
    ids = [name for target in targets for name in known if target in (name, known[name].group)]
    return list(dict.fromkeys(ids))


def _shares_a_word(text: str, label: str) -> bool:
    """Whether a long word of the label stands in the text; common words do not count."""
    words = {word for word in re.findall(r"[a-z]+", label) if len(word) > _LONG_ENOUGH}
    return any(re.search(rf"\b{word}", text) for word in words - _COMMON)


_COMMON = frozenset({"inwoners", "huishoudens", "personen", "gemiddelde", "kinderen", "jongeren", "afstand"})


def _plain(text: str) -> str:
    """Lower case, without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(character for character in apart if not unicodedata.combining(character))
