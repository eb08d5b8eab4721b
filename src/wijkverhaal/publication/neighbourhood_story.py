# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kept answer to a question about the neighbourhood, in words and as tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.question_rule import TOGETHER, Verdict
from wijkverhaal.expectation.question_words import (
    VERDICT_IN_ENGLISH,
    hold_out_label,
    step_label,
    verdict_label,
    verdict_sentence,
)
from wijkverhaal.figures.source_title import fictional_title
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Column, Table
from wijkverhaal.publication.sentence import figure, margin, outcome_name, signed

_VERDICTS: dict[str, Verdict] = {words: verdict for verdict, words in VERDICT_IN_ENGLISH.items()}


@dataclass(frozen=True)
class KeptGain:
    """One comparison on hidden figures, read back."""

    what: str
    hidden: str
    difference: float
    standard_error: float
    wijken: int
    verdict: Verdict


@dataclass(frozen=True)
class NeighbourhoodStory:
    """One answer.

    Attributes
    ----------
    id, heading : str
    asked : str
        What was compared, in a sentence.
    sentences, remarks : list of str
        The verdicts, and what a reader must know beside them.
    scores : Table or None
        Gains in held-out log score.
    coefficients : Table or None
        Of a local model: how much each figure counts.
    sources : list of str
    """

    id: str
    heading: str
    asked: str
    sentences: list[str]
    remarks: list[str]
    scores: Table | None
    coefficients: Table | None
    sources: list[str]


def neighbourhood_story(kept: Mapping[str, Any]) -> NeighbourhoodStory:
    """Words for the content of a question.json."""
    gains = _gains(kept)
    local = kept["question"] == "local"
    facts = {"outcome": outcome_name(kept["outcome"]), "year": kept["year"], "place": kept.get("place", "")}
    if local:
        heading = _("Eigen cijfers van {place}, {outcome} {year}").format(**facts)
        asked = _(
            "Vergeleken is: voorspelt het model verborgen wijken in {place} beter met de eigen cijfers erbij?"
        ).format(**facts)
    else:
        heading = _("Kenmerken van de buurt, {outcome} {year}").format(**facts)
        asked = _(
            "Vergeleken is: voorspelt het model verborgen wijken beter met cijfers over de buurt erbij dan"
            " met alleen de bevolking?"
        )
    return NeighbourhoodStory(
        id=str(kept["id"]),
        heading=heading,
        asked=asked,
        sentences=[verdict_sentence(gain.what, gain.hidden, gain) for gain in gains],
        remarks=_remarks(kept, gains),
        scores=_scores(gains, heading),
        coefficients=_coefficients(kept) if local else None,
        sources=[_title(kept, one) for one in kept.get("inputs", [])],
    )


def _gains(kept: Mapping[str, Any]) -> list[KeptGain]:
    if kept["question"] == "local":
        return [_gain(_("Eigen cijfers"), _("wijken"), kept["gain"])]
    return [
        _gain(step_label(step["id"]), hold_out_label(hidden), gain)
        for step in kept["steps"]
        for hidden, gain in step["gains"].items()
    ]


def _gain(what: str, hidden: str, gain: Mapping[str, Any]) -> KeptGain:
    verdict = _VERDICTS[gain["verdict"]]
    return KeptGain(what, hidden, gain["difference"], gain["standard_error"], int(gain["wijken"]), verdict)


def _remarks(kept: Mapping[str, Any], gains: list[KeptGain]) -> list[str]:
    found = []
    if not gains:
        found.append(_("Er waren geen bruikbare cijfers over de buurt."))
    used = [
        f"{step_label(step['id'])}: {', '.join(step['indicators'].values())}"
        for step in kept.get("steps", [])
        if step["id"] != TOGETHER
    ]
    if used:
        found.append(_("Gebruikt zijn: {names}.").format(names="; ".join(used)))
    if kept.get("without_figures"):
        names = ", ".join(step_label(name) for name in kept["without_figures"])
        found.append(_("Hierover zijn geen cijfers: {names}.").format(names=names))
    before_after = kept.get("mean_absolute_difference")
    if before_after:
        found.append(
            _(
                "Het verschil tussen werkelijk en verwacht is in een gewone wijk {before} procentpunt zonder"
                " en {after} procentpunt met de eigen cijfers."
            ).format(before=figure(before_after["before"], 2), after=figure(before_after["after"], 2))
        )
    if any(gain.verdict == "gain" for gain in gains):
        found.append(_("Dat een cijfer helpt bij het voorspellen, maakt het nog geen oorzaak."))
    return found


def _scores(gains: list[KeptGain], heading: str) -> Table | None:
    if not gains:
        return None
    columns = (
        Column(_("Erbij")),
        Column(_("Verborgen")),
        Column(_("Winst in logscore"), True),
        Column(_("Standaardfout"), True),
        Column(_("Wijken"), True),
        Column(_("Uitkomst")),
    )
    rows = [
        (
            gain.what,
            gain.hidden,
            signed(gain.difference, 4),
            figure(gain.standard_error, 4),
            figure(gain.wijken, 0),
            verdict_label(gain.verdict),
        )
        for gain in gains
    ]
    return Table(_("{heading}: winst op verborgen cijfers").format(heading=heading), columns, rows)


def _coefficients(kept: Mapping[str, Any]) -> Table | None:
    rows = [
        (str(one["label"]), signed(one["estimate"], 2), margin(one["low"], one["high"], _two))
        for one in kept.get("coefficients", [])
    ]
    columns = (
        Column(_("Kenmerk")),
        Column(_("Gewicht, per standaardafwijking"), True),
        Column(_("90%-marge"), True),
    )
    return Table(_("Hoe zwaar elk eigen cijfer telt"), columns, rows) if rows else None


def _two(value: float | None) -> str:
    return signed(value, 2)


def _title(kept: Mapping[str, Any], source: Mapping[str, Any]) -> str:
    title = str(source.get("title") or source.get("file"))
    return fictional_title(title) if kept.get("fictional") else title
