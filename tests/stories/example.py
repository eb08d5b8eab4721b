# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invented study: four families, who tell about them, and what was coded."""

from datetime import UTC, date, datetime

from wijkverhaal.stories.study.record import (
    CellSummary,
    Child,
    Coding,
    Consent,
    Episode,
    Factor,
    Family,
    Informant,
    Interview,
    Judgement,
    Memo,
    Outcome,
    Record,
)
from wijkverhaal.stories.study.study import Study

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = NOW.date()
LENGTH = 1000


def study_of(*records: Record) -> Study:
    """A study with these records, put in one after the other."""
    study = Study("s1", "Op tijd?", date(2030, 1, 1))
    for record in records:
        study = study.changed(record.id, record)
    return study


def coding(
    name: str, interview: str, factor: str, start: int = 0, present: bool = True, **more: object
) -> Coding:
    """A coding of ten characters by Anna."""
    return Coding(name, interview, factor, "anna", start, start + 10, present, **more)  # type: ignore[arg-type]


def families() -> list[Record]:
    """Families A to D, each with a mother and a school, an interview with each, and a codebook."""
    records: list[Record] = [
        Factor("late", "Te laat", direction="hindering"),
        Factor("waiting", "Wachten", direction="hindering", parent="late"),
        Factor("click", "Klik", direction="helping"),
    ]
    for name in "ABCD":
        records += [
            Family(name, f"gezin {name}"),
            Informant(f"{name}-mother", name, "moeder"),
            Informant(f"{name}-school", name, "school"),
            Interview(f"{name}1", f"{name}-mother", date(2025, 5, 1), "0" * 64, LENGTH),
            Interview(f"{name}2", f"{name}-school", date(2025, 5, 2), "1" * 64, LENGTH),
        ]
    return records


def full_study() -> Study:
    """Families with codings, outcomes, consent, memos and summaries."""
    return study_of(
        *families(),
        Child("A-kind", "A", "kind A"),
        Episode("A-thuis", "A", "A-kind", "begeleiding thuis"),
        Consent("c1", "A-mother", "moeder", date(2025, 4, 1), "onderzoek", quotations=True),
        Consent("c2", "A-school", "school", date(2025, 4, 1), "onderzoek", until=date(2026, 4, 1)),
        coding("k1", "A1", "late"),
        coding("k2", "A2", "late", present=False),
        coding("k3", "B1", "waiting", 20),
        coding("k4", "B1", "click", 30, present=False),
        coding("k5", "C1", "click"),
        coding("k6", "C2", "late", present=False),
        coding("k7", "D1", "click"),
        coding("k8", "A1", "click", 40, present=False, event="start"),
        Outcome("o1", "A", False, "anna", "stopte te vroeg"),
        Outcome("o2", "B", False, "B-mother"),
        Outcome("o3", "C", True, "anna"),
        Outcome("o4", "D", True, "anna"),
        Judgement("j1", "k1", False, "anna"),
        Memo("m1", "anna", NOW, "Zij twijfelt hier.", "k1"),
        Memo("m2", "anna", NOW, "Kijk nog eens naar A.", "A"),
        CellSummary("x1", "A", "late", "Moeder en school verschillen."),
    )
