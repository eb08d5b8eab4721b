# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood answer of one wijk, from what was kept of the neighbourhood question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.site.runs.kept_questions import kept_questions


@dataclass(frozen=True)
class PlaceAnswer:
    """What is expected of a wijk with figures about the place itself added.

    Attributes
    ----------
    value, low, high : float or None
        In percent of youths, with 90% bounds; None where they were not kept.
    place : str
        Of a local model the gemeente or region; empty where it is about all wijken.
    """

    value: float | None
    low: float | None
    high: float | None
    place: str


def place_answer(run: FinishedRun, area: str, year: int) -> PlaceAnswer | None:
    """The neighbourhood answer of a wijk; None where nobody asked for it with the settings of this run.

    A gemeente's own figures go before those of the whole country, a newer answer before an older one.
    Of an answer by an earlier version, which kept less, the value or its bounds can be absent.
    """
    asked = [one for one in kept_questions(run) if one["year"] == year and _same_groups(one, run)]
    known = [_of_wijk(one, area) for one in sorted(asked, key=lambda one: one["question"] != "local")]
    found = [one for one in known if one is not None]
    return next((one for one in found if one.value is not None), found[0] if found else None)


def _same_groups(kept: Mapping[str, Any], run: FinishedRun) -> bool:
    """Whether the same indicators were left out; of an answer that does not say so it is not known."""
    left_out = (run.card.get("settings") or {}).get("without_groups") or []
    return sorted(kept.get("without_groups", left_out)) == sorted(left_out)


def _of_wijk(kept: Mapping[str, Any], area: str) -> PlaceAnswer | None:
    local = kept["question"] == "local"
    if "wijken" not in kept:  # an earlier version; without steps there were no figures about the place
        return PlaceAnswer(None, None, None, "") if kept.get("steps") else None
    row = next((one for one in kept["wijken"] if one["area"] == area), None)
    if row is None or row.get("expected_after") is None:
        return None
    place = str(kept.get("place", "")) if local else ""
    bounds = row.get("expected_after_low"), row.get("expected_after_high")
    return PlaceAnswer(row["expected_after"], *bounds, place)


def place_sentence(found: PlaceAnswer | None) -> str:
    """Where the answer comes from, or why it is not there or has no margin."""
    if found is None:
        return _(
            "Het antwoord met cijfers over de buurt erbij, zoals samenhang en veiligheid, is er voor deze"
            " wijk niet."
        )
    if found.value is None:
        return _(
            "De buurtvraag is beantwoord door een oudere versie, die het antwoord per wijk niet bewaarde;"
            " een analist kan haar opnieuw stellen."
        )
    if found.low is None or found.high is None:
        return _(
            "Het antwoord met cijfers over de buurt is van een oudere versie, die geen marge bewaarde;"
            " een analist kan de buurtvraag opnieuw stellen."
        )
    if found.place:
        return _("Het antwoord met cijfers over de buurt komt uit een eigen model voor {place}.").format(
            place=found.place
        )
    return _("Het antwoord met cijfers over de buurt komt uit het model van de buurtvraag over alle wijken.")
