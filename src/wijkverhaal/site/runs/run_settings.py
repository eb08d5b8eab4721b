# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The choices with which a run was made, in words."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.figures.indicator_group import GROUPS
from wijkverhaal.foundation.language import _, number
from wijkverhaal.publication.sentence import outcome_name


def settings_in_words(card: Mapping[str, Any]) -> dict[str, str]:
    """What a run is about and its choices, by what they are called; `card` is the content of run.json."""
    return {
        _("Uitkomst"): outcome_name(str(card.get("outcome") or "")),
        _("Jaren"): ", ".join(map(str, card.get("years", []))),
        **choices_in_words(card),
        _("Versie van Wijkverhaal"): str(card.get("version", "")),
    }


def choices_in_words(card: Mapping[str, Any]) -> dict[str, str]:
    """The choices by what they are called."""
    settings = card.get("settings") or {}
    yes, no = _("ja"), _("nee")

    def chosen(name: str) -> str:
        return yes if settings.get(name) else no

    return {
        _("Bestand van SCP"): chosen("scp"),
        _("Model zoals dat van SCP"): chosen("like_scp"),
        _("Kenmerken weggelaten"): _groups(settings.get("without_groups")) or no,
        _("Verschillen tussen gemeenten en regio's"): chosen("levels"),
        _("Wijken die elkaar raken"): chosen("neighbours"),
        _("Jaren samen"): chosen("together"),
        _("Kenmerken van de buurt"): _groups(settings.get("neighbourhood")) or no,
        _("Eigen gewicht tussen gemeenten"): ", ".join(settings.get("within_between") or []) or no,
        _("Trekkingen"): str(settings.get("draws", "")),
        _("Onterecht opvallend, hoogstens"): _percent(settings.get("false_discovery_rate")),
        _("Kleinste verschil dat telt"): _percent(settings.get("smallest")),
        _("Startgetal van het toeval"): str(card.get("seed", "")),
    }


def other_choices(card: Mapping[str, Any], than: Mapping[str, Any]) -> str:
    """What was chosen otherwise than in another run; empty where nothing was.

    >>> other_choices({"seed": 2}, {"seed": 1})
    'startgetal van het toeval: 2'
    """
    usual = choices_in_words(than)
    return "; ".join(
        f"{name[:1].lower()}{name[1:]}: {value or '–'}"
        for name, value in choices_in_words(card).items()
        if value != usual[name]
    )


def _percent(share: float | None) -> str:
    return "" if share is None else number(100 * share, 1) + "%"


def _groups(names: Any) -> str:
    """What groups of indicators are called."""
    return ", ".join(GROUPS[name].text if name in GROUPS else str(name) for name in names or [])
