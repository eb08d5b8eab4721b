# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which wijken stand out, in words: the mark of a wijk, what it rests on, and how it changed."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, percentage
from wijkverhaal.publication.predicted import is_predicted, predicted_label
from wijkverhaal.publication.sentence import PROBABLY_HIGHER, PROBABLY_LOWER, chance, direction, signed


def way_of(row: Mapping[str, Any]) -> str | None:
    """Which way a wijk stands out: "higher", "lower", "unclear"; None where it is unknown.

    "predicted" where nothing was published of it. A run from before wijken were marked is read by
    the probability of a difference.
    """
    marked = row.get("marked")
    way = direction(row["probability_higher_here"]) if marked is None else str(marked)
    if way is not None and row.get("status") == "no_row":
        return "predicted"
    return "unclear" if way == "none" else way


def standing_out(way: str | None) -> str:
    """The mark in words: valt op: hoger, valt op: lager, valt niet op."""
    words = {
        "higher": _("valt op: hoger"),
        "lower": _("valt op: lager"),
        "unclear": _("valt niet op"),
        "predicted": predicted_label(),
    }
    return words.get(way or "", _("onbekend"))


def rule_of(run: FinishedRun, year: int) -> dict[str, float] | None:
    """The rule by which the wijken of a year were marked; None where the run had none."""
    rule = year_marks(run, year).get("rule")
    return rule if isinstance(rule, dict) else None


def year_marks(run: FinishedRun, year: int) -> dict[str, Any]:
    """What model.json says of a year, its marks among it; empty where it says nothing."""
    found = run.model.get("summary", {}).get("per_year", {}).get(str(year), {})
    return found if isinstance(found, dict) else {}


def expected_wrong(frame: pl.DataFrame) -> float | None:
    """How many of the marked wijken in a table one expects to be marked wrongly."""
    if frame["marked"].null_count() == len(frame):
        return None
    marked = frame.filter(pl.col("marked").is_in(["higher", "lower"]))
    return float((1.0 - marked["probability_marked"]).sum())


def rule_sentence(run: FinishedRun, year: int) -> str:
    """What it takes for a wijk to stand out."""
    rule = rule_of(run, year)
    if rule is None:
        return _("De kans is meer dan 95% dat het gebruik echt hoger of lager is dan hier verwacht.")
    facts = {
        "smallest": percentage(100 * rule["smallest"], 0),
        "rate": percentage(100 * rule["false_discovery_rate"], 0),
    }
    if rule["smallest"] == 0:
        text = _(
            "Het gebruik is naar schatting hoger of lager dan hier verwacht. Van alle wijken die"
            " opvallen, is dat naar verwachting bij hooguit {rate} niet zo."
        )
    else:
        text = _(
            "Het gebruik is naar schatting meer dan {smallest} hoger of lager dan hier verwacht. Van alle"
            " wijken die opvallen, is dat naar verwachting bij hooguit {rate} niet zo."
        )
    return text.format(**facts)


def rule_in_short(run: FinishedRun, year: int) -> str:
    """What it takes to stand out, in one sentence beside a list."""
    rule = rule_of(run, year)
    if rule is None or rule["smallest"] == 0:
        return _("Een wijk valt pas op als het verschil zeker genoeg is.")
    return _(
        "Een wijk valt pas op als het verschil groter is dan {smallest} van wat verwacht was,"
        " en zeker genoeg."
    ).format(smallest=percentage(100 * rule["smallest"], 0))


def marking_sentence(run: FinishedRun, row: dict[str, Any]) -> str:
    """Whether a wijk stands out, with the chance on which that rests; empty where it is unknown."""
    way, rule = way_of(row), rule_of(run, row["year"])
    if way in (None, "predicted") or rule is None or row["probability_marked"] is None:
        return ""
    likelier = way if way != "unclear" else "higher" if row["difference_here"] >= 0 else "lower"
    if rule["smallest"] == 0:
        claim = {
            "higher": _("De kans dat het gebruik hoger is dan hier verwacht, is {chance}."),
            "lower": _("De kans dat het gebruik lager is dan hier verwacht, is {chance}."),
        }
    else:
        claim = {
            "higher": _(
                "De kans dat het gebruik meer dan {smallest} hoger is dan hier verwacht, is {chance}."
            ),
            "lower": _(
                "De kans dat het gebruik meer dan {smallest} lager is dan hier verwacht, is {chance}."
            ),
        }
    words = {
        "higher": _("Deze wijk valt op."),
        "lower": _("Deze wijk valt op."),
        "unclear": _("Deze wijk valt niet op."),
    }
    facts = {
        "smallest": percentage(100 * rule["smallest"], 0),
        "chance": chance(row["probability_marked"]),
    }
    return words[way] + " " + claim[likelier].format(**facts)


def change_sentence(run: FinishedRun, row: dict[str, Any]) -> str:
    """How use changed against what was expected here; empty where the run has no year before."""
    before = row["year"] - 1
    if before not in run.years:
        return ""
    risen = row["probability_risen"]
    if risen is None or any(is_predicted(one) for one in (row, run.area(row["area"], before) or {})):
        return _("Of het verschil sinds {before} is veranderd, kunnen we voor deze wijk niet zeggen.").format(
            before=before
        )
    probability = risen
    if risen > PROBABLY_HIGHER:
        text = _(
            "Sinds {before} is het gebruik gestegen, vergeleken met wat hier verwacht was: {value}"
            " procentpunt (90%-marge {low} tot {high}). De kans dat het echt gestegen is, is {chance}."
        )
    elif risen < PROBABLY_LOWER:
        probability = 1 - risen
        text = _(
            "Sinds {before} is het gebruik gedaald, vergeleken met wat hier verwacht was: {value}"
            " procentpunt (90%-marge {low} tot {high}). De kans dat het echt gedaald is, is {chance}."
        )
    else:
        text = _(
            "Sinds {before} is het gebruik misschien niet veranderd, vergeleken met wat hier"
            " verwacht was: {value} procentpunt (90%-marge {low} tot {high}). De kans dat het gestegen is,"
            " is {chance}."
        )
    return text.format(
        before=before,
        value=signed(row["change_here"]),
        low=signed(row["change_here_low"]),
        high=signed(row["change_here_high"]),
        chance=chance(probability),
    )
