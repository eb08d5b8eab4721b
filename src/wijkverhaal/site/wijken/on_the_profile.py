# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short section about the conversation on the wijkprofiel."""

from dataclasses import dataclass

from wijkverhaal.dialogue.agreement import Agreement
from wijkverhaal.dialogue.evidence import Evidence
from wijkverhaal.dialogue.hypothesis import Hypothesis
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.site.runs.beside import Beside
from wijkverhaal.site.runs.beside import register as register_beside
from wijkverhaal.site.wijken.agreements import agreements_of, as_agreement
from wijkverhaal.site.wijken.changes import change_count
from wijkverhaal.site.wijken.hypotheses import as_hypothesis, hypotheses_of
from wijkverhaal.site.wijken.models import StoredDocument
from wijkverhaal.site.wijken.told_evidence import evidence_of

_MOST = 3


@dataclass(frozen=True)
class OnTheProfile:
    """The newest agreements, and explanations with what hangs on them; whether there is a Wijkverhaal."""

    area: str
    agreements: tuple[Agreement, ...]
    hypotheses: tuple[tuple[Hypothesis, tuple[Evidence, ...]], ...]
    document: bool


def register() -> None:
    """Tell it on every wijkprofiel."""
    register_beside(Beside("wijken", "wijken/on_the_profile.html", change_count, on_the_profile))


def on_the_profile(_run: FinishedRun, area: str) -> OnTheProfile:
    """What is told of a wijk."""
    agreements = sorted(agreements_of(area), key=lambda one: (one.made, one.id), reverse=True)
    hypotheses = hypotheses_of(area)[::-1][:_MOST]
    hung = evidence_of(hypotheses)
    return OnTheProfile(
        area,
        tuple(as_agreement(one) for one in agreements[:_MOST]),
        tuple((as_hypothesis(one), tuple(hung[one.id])) for one in hypotheses),
        StoredDocument.objects.filter(area=area).exists(),
    )
