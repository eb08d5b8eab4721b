# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Solutions on small invented tables, and what must hold for any table."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.foundation.errors import FitError, InputError
from wijkverhaal.stories import prime_implicant
from wijkverhaal.stories.case_table import CaseTable, case_table
from wijkverhaal.stories.model import holds
from wijkverhaal.stories.necessity import necessity_of_conditions
from wijkverhaal.stories.prime_chart import smallest_covers
from wijkverhaal.stories.prime_implicant import Term, primes_avoiding, primes_within
from wijkverhaal.stories.solution import conservative, intermediate, parsimonious, read_directions
from wijkverhaal.stories.truth_table import Cuts, TruthTable, truth_table


def invented(rows: list[str]) -> CaseTable:
    """Rows such as "110>1": conditions A, B, C... and the outcome Y."""
    width = rows[0].index(">")
    names = [chr(ord("A") + place) for place in range(width)]
    columns: dict[str, list[float | None]] = {
        name: [float(row[place]) for row in rows] for place, name in enumerate(names)
    }
    columns["Y"] = [float(row[-1]) for row in rows]
    return case_table([f"gezin {n}" for n in range(1, len(rows) + 1)], columns, "Y", names)


def written(truth: TruthTable) -> tuple[list[str], list[str]]:
    return (
        [model.written for model in conservative(truth).models],
        [model.written for model in parsimonious(truth).models],
    )


def test_one_condition_that_decides() -> None:
    truth = truth_table(invented(["11>1", "10>1", "01>0", "00>0"]))
    assert written(truth) == (["A"], ["A"])
    assert truth.remainders() == []


def test_remainders_shorten_only_the_parsimonious_solution() -> None:
    truth = truth_table(invented(["111>1", "000>0"]))
    assert written(truth) == (["A*B*C"], ["A", "B", "C"])
    assert len(truth.remainders()) == 6


def test_every_tied_model_of_a_cyclic_chart() -> None:
    """All but 000 and 111 lead: the classic chart with two shortest covers of three terms."""
    rows = ["".join(map(str, bits)) for bits in product((0, 1), repeat=3)]
    truth = truth_table(invented([f"{row}>{int(row not in ('000', '111'))}" for row in rows]))
    models = conservative(truth).models
    assert {frozenset(term.written for term in model.terms) for model in models} == {
        frozenset({"A*~B", "B*~C", "~A*C"}),
        frozenset({"A*~C", "~A*B", "~B*C"}),
    }


def test_a_contradiction_below_the_cut_is_not_used_and_above_it_is() -> None:
    table = invented(["11>1", "11>1", "11>1", "11>0", "10>0", "01>0", "00>0"])
    strict, lenient = truth_table(table, Cuts(1)), truth_table(table, Cuts(0.75))
    assert conservative(strict).models == ()
    assert written(lenient)[0] == ["A*B"]
    (row,) = strict.contradictions
    assert (row.consistency, len(row.with_outcome)) == (0.75, 3)


def test_a_case_of_exactly_a_half_is_in_no_row_but_in_the_fit() -> None:
    columns: dict[str, list[float | None]] = {"A": [0.9, 0.5, 0.1], "Y": [0.9, 0.2, 0.1]}
    truth = truth_table(case_table("pqr", columns, "Y", ["A"]), Cuts(0.5))
    assert truth.undecided == ("q",)
    assert [row.cases for row in truth.rows] == [("r",), ("p",)]
    assert truth.rows[1].consistency == pytest.approx(1.2 / 1.5)


def test_where_nothing_leads_there_is_no_model_and_where_all_does_the_empty_term() -> None:
    table = invented(["10>1", "10>0", "01>1", "01>0", "11>0", "11>1"])
    nothing, all_ = truth_table(table, Cuts(1)), truth_table(table, Cuts(0.5))
    assert written(nothing) == ([], [])
    assert intermediate(nothing, {}).models == ()
    assert written(all_) == (["A + B"], ["1"])
    assert parsimonious(all_).models[0].coverage == 1


def test_a_chart_with_very_many_ties_still_has_models_and_says_it_is_not_complete() -> None:
    """One case leads and one does not, over twelve conditions in which they differ: twelve ties."""
    truth = truth_table(invented(["1" * 12 + ">1", "0" * 12 + ">0"]))
    assert len(parsimonious(truth).models) == 12
    chart = np.kron(np.eye(12, dtype=bool), np.ones((3, 1), dtype=bool))  # 3 ** 12 covers
    found = smallest_covers(chart, limit=50)
    assert len(found.sets) == 50
    assert not found.complete
    assert all(chart[list(one)].any(axis=0).all() and len(one) == 12 for one in found.sets)


def test_rows_with_few_cases_become_remainders() -> None:
    table = invented(["11>1", "11>1", "10>0", "00>0", "00>0"])
    truth = truth_table(table, Cuts(cases=2))
    assert {row.number: row.leads for row in truth.rows} == {1: False, 3: None, 4: True}
    assert truth.remainders() == [2, 3]
    assert written(truth) == (["A*B"], ["A", "B"])


@pytest.mark.parametrize(
    ("directions", "models"),
    [
        ([], {"A*B*~C"}),
        (["~C"], {"A*B*~C"}),
        (["C"], {"A*B", "A*B*~C"}),
        (["A", "B", "C"], {"A*B", "A*B*~C"}),
        (["~A", "~B", "C"], {"A", "B", "~C"}),
        (["A", "~A", "C"], {"A*B", "A*B*~C"}),
    ],
)
def test_directions_choose_among_the_assumptions(directions: list[str], models: set[str]) -> None:
    """Between A*B*~C and one of A, B, ~C: what agrees with theory stays, what goes against it goes."""
    truth = truth_table(invented(["110>1", "001>0"]))
    found = intermediate(truth, read_directions(truth, directions)).models
    assert {one.model.written for one in found} == models


def test_directions_of_more_values() -> None:
    columns: dict[str, list[float | None]] = {"S": [2, 2, 0, 1], "A": [1, 0, 0, 0], "Y": [1, 0, 0, 0]}
    truth = truth_table(case_table("pqrs", columns, "Y", ["S", "A"]))
    found = intermediate(truth, read_directions(truth, ["S[1]"])).models
    assert [one.model.written for one in found] == ["A[1]"]
    with pytest.raises(InputError, match=r"S\[0\] tot S\[2\]"):
        read_directions(truth, ["S"])
    with pytest.raises(InputError, match="hoort bij geen voorwaarde"):
        read_directions(truth, ["X"])


def _all_terms(levels: list[int]) -> list[Term]:
    return list(product(*[range(-1, count) for count in levels]))


def _brute_primes(positive: np.ndarray, good: set[Term], levels: list[int]) -> set[Term]:
    """By definition: terms inside `good`, that hold a positive, and are in no larger such term."""
    every = np.array(list(product(*map(range, levels))))
    inside = [
        term
        for term in _all_terms(levels)
        if {tuple(row) for row in every[holds(term, every)].tolist()} <= good
    ]
    larger = [
        term
        for term in inside
        if not any(
            other != term and all(o in (-1, t) for o, t in zip(other, term, strict=True)) for other in inside
        )
    ]
    return {term for term in larger if holds(term, positive).any()}


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[int], list[Term], list[Term]]:
    levels = draw(st.lists(st.integers(2, 3), min_size=2, max_size=4))
    every = list(product(*map(range, levels)))
    kinds = draw(st.lists(st.sampled_from("+-?"), min_size=len(every), max_size=len(every)))
    return (
        levels,
        [row for row, kind in zip(every, kinds, strict=True) if kind == "+"],
        [row for row, kind in zip(every, kinds, strict=True) if kind == "-"],
    )


@settings(max_examples=60, deadline=None)
@given(tables())
def test_primes_are_what_the_definition_says(found: tuple[list[int], list[Term], list[Term]]) -> None:
    levels, yes, no = found
    if not yes or not no:
        return
    positive, negative = np.array(yes), np.array(no)
    every = set(product(*map(range, levels)))
    assert set(primes_avoiding(positive, negative, levels)) == _brute_primes(
        positive, every - set(no), levels
    )
    assert set(primes_within(positive, yes, levels)) == _brute_primes(positive, set(yes), levels)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["".join(map(str, b)) for b in product((0, 1), repeat=5)]), min_size=4))
def test_models_are_the_smallest_covers_and_lie_in_order(rows: list[str]) -> None:
    """Tied models cover all that leads, nothing that does not, and no smaller set does."""
    lines = [f"{row}>{int(row[0] == '1' or row[1:3] == '01')}" for row in rows]
    if len({line[:1] for line in lines}) < 2 or any(len({r[p] for r in rows}) < 2 for p in range(5)):
        return
    if len({line[-1] for line in lines}) < 2:
        return
    truth = truth_table(invented(lines))
    positive, negative = truth.levels_where(True), truth.levels_where(False)
    primes = primes_avoiding(positive, negative, truth.table.levels)
    models = parsimonious(truth).models
    size = len(models[0].terms)
    for smaller in combinations(primes, size - 1):
        assert not np.any([holds(t, positive) for t in smaller] or [[False]], axis=0).all()
    brute = {
        frozenset(chosen)
        for chosen in combinations(primes, size)
        if np.any([holds(t, positive) for t in chosen], axis=0).all()
    }
    assert {frozenset(model.levels) for model in models} == brute
    for model in models:
        assert model.consistency == model.coverage == 1
        assert not np.any([holds(t, negative) for t in model.levels], axis=0).any()


def test_ten_conditions() -> None:
    chance = np.random.default_rng(3)
    rows = ["".join(map(str, bits)) for bits in chance.integers(0, 2, (40, 10))]
    truth = truth_table(invented([f"{row}>{int(row[0] == row[1] == '1' or row[9] == '1')}" for row in rows]))
    assert truth.size == 1024
    shortest = parsimonious(truth).models
    assert "J + A*B" in [model.written for model in shortest]
    for model in shortest:
        assert model.consistency == model.coverage == 1


def test_a_condition_that_never_varies_is_kept_by_the_conservative_solution_only() -> None:
    """C is there in every case: necessary, but nothing shows what its absence would do."""
    truth = truth_table(invented(["111>1", "101>0", "011>0", "001>0"]))
    assert truth.table.constant == ("C",)
    assert written(truth) == (["A*B*C"], ["A*B"])
    (present, absent) = necessity_of_conditions(truth.table)[4:]
    assert (present.written, present.fit.consistency, present.fit.relevance) == ("C", 1, 0)
    assert (absent.written, absent.fit.consistency) == ("~C", 0)


def _random(cases: int, conditions: int, seed: int) -> TruthTable:
    chance = np.random.default_rng(seed)
    levels = chance.integers(0, 2, (cases, conditions))
    names = [f"C{place}" for place in range(conditions)]
    columns: dict[str, list[float | None]] = dict(zip(names, levels.T.tolist(), strict=True))
    columns["Y"] = [place % 2 for place in range(cases)]
    return truth_table(case_table([str(n) for n in range(cases)], columns, "Y", names))


@pytest.mark.parametrize("conditions", [17, 18, 20])
def test_many_conditions_give_every_tied_model(conditions: int) -> None:
    """Few cases: every prime and every smallest cover can be counted in another way."""
    truth = _random(8, conditions, conditions)
    positive, negative = truth.levels_where(True), truth.levels_where(False)
    needed = set()
    for row in positive:
        for length in range(4):
            for places in combinations(range(conditions), length):
                chosen = list(places)
                if not (negative[:, chosen] == row[chosen]).all(axis=1).any():
                    needed.add(tuple(int(row[p]) if p in places else -1 for p in range(conditions)))
    short = {
        term
        for term in needed
        if not any((*term[:p], -1, *term[p + 1 :]) in needed for p, level in enumerate(term) if level >= 0)
    }
    primes = primes_avoiding(positive, negative, truth.table.levels)
    assert {term for term in primes if sum(level >= 0 for level in term) <= 3} == short
    found = parsimonious(truth)
    size = len(found.models[0].terms)
    covers = {term: frozenset(np.flatnonzero(holds(term, positive)).tolist()) for term in primes}
    everything = frozenset(range(len(positive)))
    assert size in (1, 2)
    assert found.complete
    assert {frozenset(model.levels) for model in found.models} == {
        frozenset(some)
        for some in combinations(primes, size)
        if frozenset().union(*(covers[one] for one in some)) == everything
    }
    assert size == 1 or everything not in covers.values()
    assert all(model.assumptions is None for model in found.models)  # too many to list
    (long,) = conservative(truth).models
    assert {row.levels for row in truth.rows if row.leads} == set(long.levels)


def test_more_conditions_than_a_number_has_bits() -> None:
    truth = _random(6, 70, 1)
    assert truth.size == 2**70
    assert truth.unknown == 2**70 - 6
    assert all(0 < row.number <= truth.size for row in truth.rows)
    assert truth.remainders(3) == [1, 2, 3]
    found = intermediate(truth, read_directions(truth, ["C0", "~C1"]))
    assert found.models
    for one in found.models:
        assert one.model.consistency == one.model.coverage == 1


def test_too_much_work_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prime_implicant, "_MOST_STEPS", 50)
    with pytest.raises(FitError, match="20 voorwaarden") as refused:
        parsimonious(_random(12, 20, 1))
    assert str(refused.value).count(". ") == 0
