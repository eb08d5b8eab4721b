# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of configurations (QCA) as something to look at: a display of patterns, no proof."""

from collections.abc import Mapping
from dataclasses import dataclass

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _, ngettext, number, percentage
from wijkverhaal.stories.comparison import Comparison
from wijkverhaal.stories.drawing.comparison_words import ComparisonWords
from wijkverhaal.stories.matrix.factor_bound import Bound
from wijkverhaal.stories.matrix.left_out import EveryCase
from wijkverhaal.stories.model import Model
from wijkverhaal.stories.truth_table import TruthRow, TruthTable


@dataclass(frozen=True)
class ShownModel:
    """A model: written out, with its terms, and between what it lies with every case in it (or nothing)."""

    written: str
    table: Table
    bounds: str = ""


@dataclass(frozen=True)
class ShownSolution:
    """A solution with its models.

    Attributes
    ----------
    heading, meaning : str
        What it is called, and what it assumes.
    models : tuple of ShownModel
    """

    heading: str
    meaning: str
    models: tuple[ShownModel, ...]


@dataclass(frozen=True)
class ComparisonDisplay:
    """What is shown, in this order.

    Attributes
    ----------
    warning : str
        The chance that pure noise gives as clean a table, and what that means.
    constant : tuple of str
        A sentence for each condition that is the same in every case.
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
    constant: tuple[str, ...]
    truth: Table
    contradictions: tuple[str, ...]
    remainders: str
    necessity: Table
    solutions: tuple[ShownSolution, ...]


def comparison_display(
    found: Comparison,
    names: Mapping[str, str] | None = None,
    cases: Mapping[str, str] | None = None,
    every: EveryCase | None = None,
) -> ComparisonDisplay:
    """A comparison, to be shown.

    Parameters
    ----------
    names : mapping of str to str, optional
        What each condition and the outcome are called; without it their own names.
    cases : mapping of str to str, optional
        What each case is called.
    every : EveryCase, optional
        The same comparison with the cases that were left out, where there are any.
    """
    words = ComparisonWords(names or {}, cases or {})
    return ComparisonDisplay(
        _warning(found),
        _constant(found.truth, words),
        _truth(found.truth, words),
        tuple(_contradiction(row, words) for row in found.truth.contradictions),
        _remainders(found.truth),
        _necessity(found, words, every),
        _solutions(found, words, every),
    )


def _warning(found: Comparison) -> str:
    return _(
        "Puur toeval geeft in {chance} van de gevallen een even schone tabel. Deze tabel laat een patroon"
        " zien en bewijst niets; zeker niet als de voorwaarden pas achteraf zijn gekozen."
    ).format(chance=percentage(100 * found.noise.chance, 0))


def _constant(truth: TruthTable, words: ComparisonWords) -> tuple[str, ...]:
    """That a condition never varies: necessary perhaps, but not to be told apart from the cases as such."""
    places = {one.name: place for place, one in enumerate(truth.table.conditions)}
    said = {
        1.0: _(
            "‘{name}’ was er bij elk geval in deze tabel, hoe het ook afliep."
            " De tabel kan dus niet laten zien of het verschil maakt."
        ),
        0.0: _(
            "‘{name}’ was er bij geen enkel geval in deze tabel, hoe het ook afliep."
            " De tabel kan dus niet laten zien of het verschil maakt."
        ),
    }
    other = _(
        "‘{name}’ is bij elk geval in deze tabel hetzelfde."
        " De tabel kan dus niet laten zien of het verschil maakt."
    )
    return tuple(
        said.get(float(truth.table.values[0, places[one]]), other).format(name=words.name(one))
        for one in truth.table.constant
    )


def _truth(truth: TruthTable, words: ComparisonWords) -> Table:
    conditions = [condition.name for condition in truth.table.conditions]
    columns = (
        Column(_("Rij")),
        *(Column(words.name(name)) for name in conditions),
        Column(_("Gaat samen met ‘{outcome}’").format(outcome=words.outcome(truth.table.outcome_name))),
        Column(_("Aantal"), True),
        Column(_("Consistentie"), True),
        Column("PRI", True),
        Column(_("Wie")),
    )
    ordered = sorted(truth.rows, key=lambda one: (-(one.consistency or 0), one.number))
    return Table(_("Waarheidstabel"), columns, [_row(row, words) for row in ordered])


def _row(row: TruthRow, words: ComparisonWords) -> tuple[str, ...]:
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


def _contradiction(row: TruthRow, words: ComparisonWords) -> str:
    return _("Tegenspraak in rij {row}: {yes} wel, {no} niet.").format(
        row=row.number,
        yes=", ".join(map(words.case, row.with_outcome)),
        no=", ".join(words.case(case) for case in row.cases if case not in row.with_outcome),
    )


def _remainders(truth: TruthTable) -> str:
    left = truth.unknown
    if not left:
        return _("Elke combinatie komt voor.")
    return ngettext(
        "Over {count} van de {size} combinaties weten we niets: rij {rows}.",
        "Over {count} van de {size} combinaties weten we niets: rijen {rows}.",
        left,
    ).format(count=left, size=truth.size, rows=", ".join(map(str, truth.remainders(32))))


def _necessity(found: Comparison, words: ComparisonWords, every: EveryCase | None) -> Table:
    columns = [
        Column(_("Voorwaarde")),
        Column(_("Consistentie"), True),
        Column("RoN", True),
        Column(_("Dekking"), True),
    ]
    if every:
        columns.append(Column(_("Consistentie met iedereen erbij"), True))
    rows = []
    for one in found.necessity:
        fit = (_share(one.fit.consistency), _share(one.fit.relevance), _share(one.fit.coverage))
        with_all: tuple[str, ...] = ()
        if every:
            term = every.term(one.written.lstrip("~"), not one.written.startswith("~"))
            with_all = (_range(every.bounds([term]).coverage),)
        rows.append((words.expression(one.written), *fit, *with_all))
    outcome = words.outcome(found.truth.table.outcome_name)
    return Table(_("Is dit er altijd bij ‘{outcome}’?").format(outcome=outcome), tuple(columns), rows)


def _solutions(
    found: Comparison, words: ComparisonWords, every: EveryCase | None
) -> tuple[ShownSolution, ...]:
    between = found.intermediate.models if found.intermediate is not None else ()
    kinds = [
        (
            _("Behoudend"),
            _("Neemt niets aan over combinaties die niemand heeft. Begin hier."),
            found.conservative.models,
        ),
        (
            _("Tussenin"),
            _("Vult alleen aan wat past bij wat u vooraf verwachtte."),
            list({one.model.written: one.model for one in between}.values()),
        ),
        (
            _("Zuinig"),
            _("Vult combinaties die niemand heeft zo in dat het antwoord kort wordt. Dat kan onzin geven."),
            found.parsimonious.models,
        ),
    ]
    if found.intermediate is None:
        del kinds[1]
    return tuple(
        ShownSolution(heading, meaning, tuple(_shown(heading, one, words, every) for one in models))
        for heading, meaning, models in kinds
    )


def _shown(heading: str, model: Model, words: ComparisonWords, every: EveryCase | None) -> ShownModel:
    bounds = ""
    if every:
        found = every.bounds(model.levels)
        bounds = _("Met iedereen erbij: consistentie {consistency}, dekking {coverage}.").format(
            consistency=_range(found.consistency), coverage=_range(found.coverage)
        )
    return ShownModel(words.expression(model.written), _model(heading, model, words), bounds)


def _model(heading: str, model: Model, words: ComparisonWords) -> Table:
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


def _range(bound: Bound) -> str:
    """At least and at most, in the same two decimals."""
    low, high = _share(bound.least), _share(bound.most)
    return low if low == high else _("{low} tot {high}").format(low=low, high=high)
