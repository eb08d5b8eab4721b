# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of configurations (QCA) as something to look at: a display of patterns, no proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _, ngettext, number, percentage
from wijkverhaal.stories.comparison import Comparison
from wijkverhaal.stories.model import Model
from wijkverhaal.stories.truth_table import TruthRow, TruthTable


@dataclass(frozen=True)
class ShownSolution:
    """A solution with its models.

    Attributes
    ----------
    heading, meaning : str
        What it is called, and what it assumes.
    models : tuple of (str, Table)
        Each written out, with its terms.
    """

    heading: str
    meaning: str
    models: tuple[tuple[str, Table], ...]


@dataclass(frozen=True)
class ComparisonDisplay:
    """What is shown, in this order.

    Attributes
    ----------
    warning : str
        The chance that pure noise gives as clean a table, and what that means.
    truth : Table
    contradictions : tuple of str
        A sentence for each configuration of which the cases disagree.
    remainders : str
        How many configurations nobody has, so that nothing is known of them.
    necessity : Table
    solutions : tuple of ShownSolution
        The conservative one first, then (if asked) the intermediate one, the parsimonious one last.
    """

    warning: str
    truth: Table
    contradictions: tuple[str, ...]
    remainders: str
    necessity: Table
    solutions: tuple[ShownSolution, ...]


def comparison_display(
    found: Comparison, names: Mapping[str, str] | None = None, cases: Mapping[str, str] | None = None
) -> ComparisonDisplay:
    """A comparison, to be shown.

    Parameters
    ----------
    names : mapping of str to str, optional
        What each condition and the outcome are called; without it their own names.
    cases : mapping of str to str, optional
        What each case is called.
    """
    words = _Words(names or {}, cases or {})
    return ComparisonDisplay(
        _warning(found),
        _truth(found.truth, words),
        tuple(_contradiction(row, words) for row in found.truth.contradictions),
        _remainders(found.truth),
        _necessity(found, words),
        _solutions(found, words),
    )


@dataclass(frozen=True)
class _Words:
    names: Mapping[str, str]
    cases: Mapping[str, str]

    def case(self, case: str) -> str:
        return self.cases.get(case, case)

    def name(self, name: str) -> str:
        return self.names.get(name, name)

    def expression(self, written: str) -> str:
        """An expression with what its conditions are called, in words."""
        sums = [
            _(" en ").join(self._literal(one) for one in term.split("*")) for term in written.split(" + ")
        ]
        return _(" of ").join(sums)

    def _literal(self, written: str) -> str:
        bare = written.strip().lstrip("~")
        base = bare.partition("[")[0]
        shown = self.name(base) + bare[len(base) :]
        return _("niet: {name}").format(name=shown) if written.strip().startswith("~") else shown


def _warning(found: Comparison) -> str:
    return _(
        "Puur toeval geeft in {chance} van de gevallen een even schone tabel. Deze tabel laat een patroon"
        " zien en bewijst niets; zeker niet als de voorwaarden pas achteraf zijn gekozen."
    ).format(chance=percentage(100 * found.noise.chance, 0))


def _truth(truth: TruthTable, words: _Words) -> Table:
    conditions = [condition.name for condition in truth.table.conditions]
    columns = (
        Column(_("Rij")),
        *(Column(words.name(name)) for name in conditions),
        Column(_("Leidt naar {outcome}").format(outcome=words.expression(truth.table.outcome_name))),
        Column(_("Aantal"), True),
        Column(_("Consistentie"), True),
        Column("PRI", True),
        Column(_("Wie")),
    )
    ordered = sorted(truth.rows, key=lambda one: (-(one.consistency or 0), one.number))
    return Table(_("Waarheidstabel"), columns, [_row(row, words) for row in ordered])


def _row(row: TruthRow, words: _Words) -> tuple[str, ...]:
    leads = {True: _("+ ja"), False: _("− nee"), None: _("? te weinig gevallen")}[row.leads]
    if row.contradictory:
        leads = _("{leads}, ≠ tegenspraak").format(leads=leads)
    return (
        str(row.number),
        *(_level(one) for one in row.levels),
        leads,
        str(len(row.cases)),
        _share(row.consistency),
        _share(row.pri),
        ", ".join(map(words.case, row.cases)),
    )


def _level(level: int) -> str:
    return {0: _("− niet"), 1: _("+ wel")}.get(level, str(level))


def _contradiction(row: TruthRow, words: _Words) -> str:
    return _("Tegenspraak in rij {row}: {yes} wel, {no} niet.").format(
        row=row.number,
        yes=", ".join(map(words.case, row.with_outcome)),
        no=", ".join(words.case(case) for case in row.cases if case not in row.with_outcome),
    )


def _remainders(truth: TruthTable) -> str:
    left = truth.remainders()
    if not left:
        return _("Elke combinatie komt voor.")
    return ngettext(
        "Over {count} van de {size} combinaties weten we niets: rij {rows}.",
        "Over {count} van de {size} combinaties weten we niets: rijen {rows}.",
        len(left),
    ).format(count=len(left), size=truth.size, rows=", ".join(map(str, left[:32])))


def _necessity(found: Comparison, words: _Words) -> Table:
    columns = (
        Column(_("Voorwaarde")),
        Column(_("Consistentie"), True),
        Column("RoN", True),
        Column(_("Dekking"), True),
    )
    rows = [
        (
            words.expression(one.written),
            _share(one.fit.consistency),
            _share(one.fit.relevance),
            _share(one.fit.coverage),
        )
        for one in found.necessity
    ]
    outcome = words.expression(found.truth.table.outcome_name)
    return Table(_("Nodig voor {outcome}?").format(outcome=outcome), columns, rows)


def _solutions(found: Comparison, words: _Words) -> tuple[ShownSolution, ...]:
    shown = [
        _solution(
            _("Behoudend"),
            _("Neemt niets aan over combinaties die niemand heeft. Begin hier."),
            found.conservative.models,
            words,
        )
    ]
    if found.intermediate is not None:
        models = list({one.model.written: one.model for one in found.intermediate.models}.values())
        meaning = _("Vult alleen aan wat past bij wat u vooraf verwachtte.")
        shown.append(_solution(_("Tussenin"), meaning, models, words))
    meaning = _("Vult combinaties die niemand heeft zo in dat het antwoord kort wordt. Dat kan onzin geven.")
    shown.append(_solution(_("Zuinig"), meaning, found.parsimonious.models, words))
    return tuple(shown)


def _solution(heading: str, meaning: str, models: Sequence[Model], words: _Words) -> ShownSolution:
    return ShownSolution(
        heading,
        meaning,
        tuple((words.expression(one.written), _model(heading, one, words)) for one in models),
    )


def _model(heading: str, model: Model, words: _Words) -> Table:
    """A model; its caption says of which solution it is, because two solutions can have the same."""
    columns = (
        Column(_("Term")),
        Column(_("Consistentie"), True),
        Column("PRI", True),
        Column(_("Dekking"), True),
        Column(_("Alleen hier"), True),
        Column(_("Wie")),
    )
    rows = [
        (
            words.expression(one.written),
            _share(one.consistency),
            _share(one.pri),
            _share(one.raw_coverage),
            _share(one.unique_coverage),
            ", ".join(map(words.case, one.cases)),
        )
        for one in model.terms
    ]
    rows.append((_("samen"), _share(model.consistency), _share(model.pri), _share(model.coverage), "", ""))
    return Table(f"{heading}: {words.expression(model.written)}", columns, rows)


def _share(value: float | None) -> str:
    return "–" if value is None else number(value, 2)
