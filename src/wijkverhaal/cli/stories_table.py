# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of cases and the agreement of coders, as tables for the terminal."""

from collections.abc import Sequence

from rich.table import Table

from wijkverhaal.foundation.language import _, ngettext, number, percentage
from wijkverhaal.stories.agreement import Agreement
from wijkverhaal.stories.coder_table import CoderTable
from wijkverhaal.stories.comparison import Comparison
from wijkverhaal.stories.model import Model
from wijkverhaal.stories.necessity import NecessaryExpression
from wijkverhaal.stories.truth_table import TruthTable

Line = str | Table
_MOST_MODELS = 20
_MOST_DIFFERENCES = 30


def comparison_lines(found: Comparison) -> list[Line]:
    """The comparison from truth table to the chance of noise."""
    outcome = found.truth.table.outcome_name
    lines: list[Line] = [_truth(found.truth), *_contradictions(found.truth)]
    lines += [
        _("{name} is bij elk geval hetzelfde; de tabel kan niet laten zien of het verschil maakt.").format(
            name=name
        )
        for name in found.truth.table.constant
    ]
    if found.truth.undecided:
        lines.append(
            _("In geen enkele rij, want ergens precies 0,5: {cases}.").format(
                cases=", ".join(found.truth.undecided)
            )
        )
    left = found.truth.unknown
    lines.append(
        _("Van de {size} combinaties zijn er {count} waarover we niets weten.").format(
            size=found.truth.size, count=left
        )
    )
    lines += ["", _necessity(_("Nodig voor {outcome}?").format(outcome=outcome), found.necessity), ""]
    lines += _models(_("Behoudend (neemt niets aan)"), found.conservative.models, outcome)
    lines += _models(_("Zuinig (vult aan wat niemand heeft)"), found.parsimonious.models, outcome)
    if found.intermediate is not None:
        distinct = {one.model.written: one.model for one in found.intermediate.models}
        lines += _models(_("Tussenin (vult aan volgens uw verwachting)"), list(distinct.values()), outcome)
    parts = (found.conservative, found.parsimonious, found.intermediate)
    given = [len(part.models) for part in parts if part is not None and not part.complete]
    if given:
        lines.append(
            _("Er zijn te veel even korte modellen om ze alle te zoeken; dit is een deel: {count}.").format(
                count=max(given)
            )
        )
    lines.append(
        _(
            "Kans dat puur toeval een even schone tabel geeft: {chance}."
            " Hoe groter, hoe minder deze tabel bewijst."
        ).format(chance=percentage(100 * found.noise.chance))
    )
    return lines


def _share(value: float | None) -> str:
    return "-" if value is None else number(value, 3)


def _table(title: str, names: Sequence[str], left: Sequence[str] = ()) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for name in names:
        table.add_column(name, justify="left" if name in left else "right", overflow="fold")
    return table


def _truth(truth: TruthTable) -> Table:
    names = [condition.name for condition in truth.table.conditions]
    cases = _("gevallen")
    table = _table(
        _("Waarheidstabel voor {outcome}").format(outcome=truth.table.outcome_name),
        ["", *names, _("uitkomst"), _("aantal"), _("consistentie"), "PRI", cases],
        [cases],
    )
    for row in sorted(truth.rows, key=lambda one: (-(one.consistency or 0), one.number)):
        leads = "?" if row.leads is None else str(int(row.leads))
        table.add_row(
            str(row.number),
            *map(str, row.levels),
            leads,
            str(len(row.cases)),
            _share(row.consistency),
            _share(row.pri),
            ", ".join(row.cases),
        )
    return table


def _contradictions(truth: TruthTable) -> list[str]:
    return [
        _("Tegenspraak in rij {row}: {yes} wel, {no} niet.").format(
            row=row.number,
            yes=", ".join(row.with_outcome),
            no=", ".join(case for case in row.cases if case not in row.with_outcome),
        )
        for row in truth.contradictions
    ]


def _necessity(title: str, found: Sequence[NecessaryExpression]) -> Table:
    condition = _("voorwaarde")
    table = _table(title, [condition, _("consistentie"), "RoN", _("dekking")], [condition])
    for one in found:
        table.add_row(
            one.written, _share(one.fit.consistency), _share(one.fit.relevance), _share(one.fit.coverage)
        )
    return table


def _models(title: str, models: Sequence[Model], outcome: str) -> list[Line]:
    if not models:
        return [title, _("Geen enkele combinatie leidt naar {outcome}.").format(outcome=outcome), ""]
    lines: list[Line] = []
    for place, model in enumerate(models[:_MOST_MODELS], start=1):
        which = f"{title}, M{place}" if len(models) > 1 else title
        lines += [_model(f"{which}: {model.written} -> {outcome}", model), ""]
    if len(models) > _MOST_MODELS:
        lines.append(
            _("Er zijn {count} even korte modellen; met --json ziet u ze alle.").format(count=len(models))
        )
    return lines


def _model(title: str, model: Model) -> Table:
    term, cases = _("term"), _("gevallen")
    names = [term, _("consistentie"), "PRI", _("dekking"), _("alleen hier"), cases]
    table = _table(title, names, [term, cases])
    for one in model.terms:
        table.add_row(
            one.written,
            _share(one.consistency),
            _share(one.pri),
            _share(one.raw_coverage),
            _share(one.unique_coverage),
            ", ".join(one.cases),
        )
    table.add_row(
        _("samen"), _share(model.consistency), _share(model.pri), _share(model.coverage), "", "", style="bold"
    )
    return table


def agreement_lines(table: CoderTable, found: Agreement) -> list[Line]:
    """The agreement over all values, per value, and where coders differ."""
    lines: list[Line] = [
        _("{units} eenheden, {coders} codeurs: {names}.").format(
            units=len(table.units), coders=len(table.coders), names=", ".join(table.coders)
        ),
        _unit_names(table),
        _overall(found, len(table.coders)),
        "",
    ]
    value = _("waarde")
    per = _table(_("Per waarde"), [value, "alfa", "kappa", _("gegeven"), _("verschil")], [value])
    for one in found.factors:
        kappa = _share(one.kappa.kappa)
        per.add_row(one.factor, _share(one.alpha.alpha), kappa, str(one.used), str(len(one.differ)))
    return [*lines, per, "", *_differences(found)]


def _unit_names(table: CoderTable) -> str:
    if table.unit_column is None:
        return _("Elke kolom geldt als codeur. Klopt dat niet? Noem de kolom met namen met --unit-column.")
    return _(
        "De namen van de eenheden komen uit kolom {name}. Klopt dat niet? Gebruik --no-unit-column."
    ).format(name=table.unit_column or _("(zonder kop)"))


def _overall(found: Agreement, coders: int) -> Table:
    names = {
        "nominal": _("alfa, losse waarden (nominaal)"),
        "ordinal": _("alfa, volgorde (ordinaal)"),
        "interval": _("alfa, afstand (interval)"),
        "ratio": _("alfa, verhouding (ratio)"),
    }
    measure = _("maat")
    table = _table(_("Overeenstemming"), [measure, _("uitkomst"), _("eenheden")], [measure])
    for scale, alpha in found.alphas.items():
        if alpha is not None:
            table.add_row(names[scale], _share(alpha.alpha), str(alpha.units))
    kappa = _("kappa van Cohen") if coders == 2 else _("kappa van Fleiss")
    table.add_row(kappa, _share(found.kappa.kappa), str(found.kappa.units))
    return table


def _differences(found: Agreement) -> list[str]:
    if not found.differences:
        return [_("De codeurs verschillen nergens.")]
    count = len(found.differences)
    lines = [
        ngettext(
            "Bij {count} eenheid verschillen de codeurs; praat erover:",
            "Bij {count} eenheden verschillen de codeurs; praat erover:",
            count,
        ).format(count=count)
    ]
    for one in found.differences[:_MOST_DIFFERENCES]:
        lines.append(f"  {one.unit}: " + ", ".join(f"{coder} {cell}" for coder, cell in one.values.items()))
    if count > _MOST_DIFFERENCES:
        lines.append(_("  en nog {count}.").format(count=count - _MOST_DIFFERENCES))
    return lines
