# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kinds of work, states, sources and settings are called."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.figures.figure_year import FIRST, LAST
from wijkverhaal.figures.indicator_group import GROUPS
from wijkverhaal.foundation.language import _, number
from wijkverhaal.publication.sentence import outcome_name
from wijkverhaal.site.jobs.models import (
    CANCELLED,
    ESTIMATE,
    FAILED,
    FINISHED,
    IMPORT,
    LOCAL,
    LOOK,
    NEIGHBOURHOOD,
    REMOVE,
    RUNNING,
    WAITING,
    Job,
)


def kind_of_work(job: Job) -> str:
    """What a job does."""
    names = {
        LOOK: _("bestanden bekijken"),
        IMPORT: _("bestanden inlezen"),
        ESTIMATE: _("berekening"),
        REMOVE: _("verwijderen"),
        NEIGHBOURHOOD: _("buurtvraag voor alle wijken"),
        LOCAL: _("buurtvraag voor een gemeente of regio"),
    }
    return names.get(job.kind, job.kind)


def state_of(job: Job) -> str:
    """How a job stands."""
    if job.state == RUNNING and job.wanted_stop:
        return _("wordt gestopt")
    names = {
        WAITING: _("wacht"),
        RUNNING: _("bezig"),
        FINISHED: _("klaar"),
        FAILED: _("niet gelukt"),
        CANCELLED: _("gestopt"),
    }
    return names.get(job.state, job.state)


def kind_of_source(kind: str) -> str:
    """What a kind of file is called."""
    return dict(kind_choices()).get(kind, kind)


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of file that somebody can choose."""
    return [
        ("youth-care", _("jongeren met jeugdzorg (CBS)")),
        ("kwb", _("kerncijfers wijken en buurten (CBS)")),
        ("scp", _("Jeugdhulp in de wijk (SCP)")),
        ("boundaries", _("grenzen van wijken (een kaart)")),
        ("adjacency", _("welke wijken aan elkaar grenzen")),
        ("regions", _("gemeenten en hun jeugdregio")),
        ("local", _("eigen cijfers van een gemeente of regio")),
    ]


def year_of(typed: str) -> tuple[int | None, str]:
    """The year that somebody typed, and what is wrong with it.

    >>> year_of(" 2021 ")
    (2021, '')
    """
    text = typed.strip()
    if text.isascii() and text.isdigit() and FIRST <= int(text[:9]) <= LAST:
        return int(text), ""
    return None, _("Dit is geen jaar; geef een jaar van vier cijfers, zoals 2022.")


def settings_in_words(card: Mapping[str, Any]) -> dict[str, str]:
    """The choices of a run by what they are called; `card` is the content of run.json."""
    settings = card.get("settings") or {}
    yes, no = _("ja"), _("nee")

    def chosen(name: str) -> str:
        return yes if settings.get(name) else no

    return {
        _("Uitkomst"): outcome_name(str(card.get("outcome") or "")),
        _("Jaren"): ", ".join(map(str, card.get("years", []))),
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
        _("Versie van Wijkverhaal"): str(card.get("version", "")),
    }


def question_in_words(chosen: Mapping[str, Any]) -> dict[str, str]:
    """The choices of a question about the neighbourhood; `chosen` is what its job keeps."""
    yes, no = _("ja"), _("nee")
    return {
        _("Uitkomst"): outcome_name(str(chosen.get("outcome") or "")),
        _("Jaar"): ", ".join(map(str, chosen.get("years", []))),
        _("Gemeente"): str(chosen.get("gemeente", "")),
        _("Jeugdregio"): str(chosen.get("region", "")),
        _("Bestand van SCP"): yes if chosen.get("scp") else no,
        _("Kenmerken weggelaten"): _("herkomst") if chosen.get("without_origin") else no,
    }


def _percent(share: float | None) -> str:
    return "" if share is None else number(100 * share, 1) + "%"


def _groups(names: Any) -> str:
    """What groups of indicators are called."""
    return ", ".join(GROUPS[name].text if name in GROUPS else str(name) for name in names or [])
