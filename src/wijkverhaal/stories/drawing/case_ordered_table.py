# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The case-ordered matrix as a table, with per factor how it goes with the outcome, at least and at most."""

from collections.abc import Mapping

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _, ngettext, percentage
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.drawing.framework_table import mention_words
from wijkverhaal.stories.drawing.state_words import SIGNS
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered
from wijkverhaal.stories.matrix.factor_bound import Bound
from wijkverhaal.stories.matrix.mention import State
from wijkverhaal.stories.study.record import Factor
from wijkverhaal.stories.study.study import Study


def case_ordered_table(study: Study, matrix: CaseOrdered) -> Table:
    """A row per case: those it helped first, then in part, then those it did not."""
    names = factor_names(study, matrix)
    columns = (
        Column(_("Wie")),
        Column(_("Uitkomst")),
        *(Column(names[factor]) for factor in matrix.factors),
    )
    rows = [
        (
            case_label(study, case),
            outcome_words(matrix.outcomes[place]),
            *(mention_words(study, one) for one in matrix.mentions[place]),
        )
        for place, case in enumerate(matrix.cases)
    ]
    return Table(_("Naar uitkomst, met wat er over elke factor is gezegd"), columns, rows)


def bounds_table(study: Study, matrix: CaseOrdered) -> Table:
    """Per factor two shares, at least and at most, whatever is true of what nobody mentioned."""
    names = factor_names(study, matrix)
    columns = (
        Column(_("Factor")),
        Column(_("Met factor: deel met uitkomst"), True),
        Column(_("Met uitkomst: deel met factor"), True),
        Column(_("Allebei"), True),
        Column(_("Niet bekend"), True),
    )
    rows = [
        (
            names[factor],
            _bound(one.consistency),
            _bound(one.coverage),
            str(one.with_both),
            str(one.unknown),
        )
        for factor, one in zip(matrix.factors, matrix.bounds, strict=True)
    ]
    return Table(_("Hoe elke factor samengaat met een goede uitkomst"), columns, rows)


def case_ordered_sentence(matrix: CaseOrdered) -> str:
    """How many cases, how it went with them, and that few cases prove little."""
    count = len(matrix.cases)
    good = sum(one is State.PRESENT for one in matrix.outcomes)
    bad = sum(one is State.ABSENT for one in matrix.outcomes)
    partly = sum(one is State.PARTLY for one in matrix.outcomes)
    in_part = ngettext(
        "Bij {count} hielp de hulp gedeeltelijk.", "Bij {count} hielp de hulp gedeeltelijk.", partly
    ).format(count=partly)
    return " ".join(
        (
            ngettext(
                "{count} geval: bij {good} hielp de hulp, bij {bad} niet, van {rest} is dat niet zeker.",
                "{count} gevallen: bij {good} hielp de hulp, bij {bad} niet, van {rest} is dat niet zeker.",
                count,
            ).format(count=count, good=good, bad=bad, rest=count - good - bad - partly),
            *([in_part] if partly else ()),
            _("Niet genoemd is iets anders dan afwezig; daarom staan er grenzen en geen losse getallen."),
        )
    )


def outcome_words(state: State) -> str:
    """How it went, as a sign and words."""
    words = {
        State.PRESENT: _("hulp hielp"),
        State.ABSENT: _("hulp hielp niet"),
        State.NOT_MENTIONED: _("niet beoordeeld"),
        State.DISPUTED: _("de oordelen verschillen"),
        State.PARTLY: _("hulp hielp gedeeltelijk"),
    }
    return f"{SIGNS[state]} {words[state]}"


def factor_names(study: Study, matrix: CaseOrdered) -> Mapping[str, str]:
    """What each factor of a matrix is called."""
    return {factor: study.one(Factor, factor).name for factor in matrix.factors}


def _bound(bound: Bound) -> str:
    if bound.least is None or bound.most is None:
        return "–"
    low, high = percentage(100 * bound.least, 0), percentage(100 * bound.most, 0)
    return low if low == high else _("{low} tot {high}").format(low=low, high=high)
