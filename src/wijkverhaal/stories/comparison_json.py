# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison and an agreement as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from wijkverhaal.stories.agreement import Agreement, FactorAgreement
from wijkverhaal.stories.alpha import Alpha
from wijkverhaal.stories.coder_table import CoderTable
from wijkverhaal.stories.comparison import Comparison
from wijkverhaal.stories.kappa import Kappa
from wijkverhaal.stories.model import Model
from wijkverhaal.stories.necessity import NecessaryExpression
from wijkverhaal.stories.solution import IntermediateSolution, Solution
from wijkverhaal.stories.truth_table import MOST_LISTED, TruthRow, TruthTable

Plain = dict[str, Any]


def comparison_dict(comparison: Comparison) -> Plain:
    """A comparison; numbers not rounded, None where there is none."""
    truth = comparison.truth
    names = [condition.name for condition in truth.table.conditions]
    solutions = {
        "conservative": _solution(comparison.conservative),
        "parsimonious": _solution(comparison.parsimonious),
    }
    if comparison.intermediate is not None:
        solutions["intermediate"] = _intermediate(comparison.intermediate)
    return {
        "outcome": truth.table.outcome_name,
        "conditions": names,
        "kind": truth.table.kind,
        "cases": len(truth.table.cases),
        "cuts": asdict(truth.cuts),
        "truth_table": [_row(row, names) for row in truth.rows],
        "undecided_cases": list(truth.undecided),
        "contradictions": [
            {
                "row": row.number,
                "with_outcome": list(row.with_outcome),
                "without_outcome": [case for case in row.cases if case not in row.with_outcome],
            }
            for row in truth.contradictions
        ],
        "remainders": {"n": truth.unknown, "of": truth.size, "rows": _remainders(truth)},
        "constant_conditions": list(truth.table.constant),
        "necessity": [_necessity(one) for one in comparison.necessity],
        "necessary_expressions": [_necessity(one) for one in comparison.necessary],
        "solutions": solutions,
        "noise": asdict(comparison.noise),
    }


def _remainders(truth: TruthTable) -> list[int] | None:
    return truth.remainders() if truth.unknown <= MOST_LISTED else None


def _row(row: TruthRow, names: list[str]) -> Plain:
    return {
        "row": row.number,
        "values": dict(zip(names, row.levels, strict=True)),
        "outcome": None if row.leads is None else int(row.leads),
        "n": len(row.cases),
        "consistency": row.consistency,
        "pri": row.pri,
        "cases": list(row.cases),
        "contradiction": row.contradictory,
    }


def _necessity(one: NecessaryExpression) -> Plain:
    return {
        "condition": one.written,
        "consistency": one.fit.consistency,
        "ron": one.fit.relevance,
        "coverage": one.fit.coverage,
    }


def _model(model: Model) -> Plain:
    return {
        "expression": model.written,
        "consistency": model.consistency,
        "pri": model.pri,
        "coverage": model.coverage,
        "terms": [
            {
                "term": term.written,
                "consistency": term.consistency,
                "pri": term.pri,
                "raw_coverage": term.raw_coverage,
                "unique_coverage": term.unique_coverage,
                "cases": list(term.cases),
            }
            for term in model.terms
        ],
        "simplifying_assumptions": _listed(model.assumptions),
    }


def _listed(numbers: tuple[int, ...] | None) -> list[int] | None:
    return None if numbers is None else list(numbers)


def _solution(solution: Solution) -> Plain:
    return {"complete": solution.complete, "models": [_model(model) for model in solution.models]}


def _intermediate(solution: IntermediateSolution) -> Plain:
    models: dict[str, Plain] = {}
    for one in solution.models:
        model = models.setdefault(one.model.written, _model(one.model) | {"from": []})
        model["from"].append(
            {
                "conservative": one.conservative + 1,
                "parsimonious": one.parsimonious + 1,
                "easy_counterfactuals": _listed(one.easy),
                "difficult_counterfactuals": _listed(one.difficult),
            }
        )
    return {"complete": solution.complete, "models": list(models.values())}


def agreement_dict(table: CoderTable, found: Agreement) -> Plain:
    """An agreement; None where a scale or a kappa does not fit the values."""
    two = len(table.coders) == 2
    return {
        "units": len(table.units),
        "coders": list(table.coders),
        "unit_column": table.unit_column,
        "numeric": table.numeric,
        "alpha": {scale: _value(alpha) for scale, alpha in found.alphas.items()},
        "alpha_details": {scale: alpha and asdict(alpha) for scale, alpha in found.alphas.items()},
        "kappa": {"method": "cohen" if two else "fleiss"} | asdict(found.kappa),
        "cohen_kappa": found.kappa.kappa if two else None,
        "fleiss_kappa": None if two else found.kappa.kappa,
        "pairs": [{"coders": list(pair)} | asdict(kappa) for pair, kappa in found.pairs.items()],
        "percent_agreement": found.percent,
        "per_value": [_factor(factor) for factor in found.factors],
        "differences": [asdict(difference) for difference in found.differences],
    }


def _value(alpha: Alpha | None) -> float | None:
    return alpha.alpha if alpha else None


def _factor(factor: FactorAgreement) -> Plain:
    kappa: Kappa = factor.kappa
    return {
        "value": factor.factor,
        "alpha": factor.alpha.alpha,
        "kappa": kappa.kappa,
        "agreement": 1 - factor.alpha.observed,
        "used": factor.used,
        "differ": list(factor.differ),
    }
