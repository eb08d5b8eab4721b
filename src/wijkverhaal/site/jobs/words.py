# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kinds of work, states, sources and settings are called."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.figures.figure_year import FIRST, LAST
from wijkverhaal.foundation.language import _
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
