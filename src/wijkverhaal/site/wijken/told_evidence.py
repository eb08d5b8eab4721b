# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence as a reader sees it, in their language; of what is gone nothing is told but that."""

from collections.abc import Iterable

from django.http import Http404
from django.utils import timezone

from wijkverhaal.dialogue.evidence import Direction, Evidence, EvidenceKind, evidence_of_figure
from wijkverhaal.dialogue.hypothesis import EvidenceBalance
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.neighbourhood_story import neighbourhood_story
from wijkverhaal.site.runs import kept_questions, library
from wijkverhaal.site.wijken.discussed import figure_from
from wijkverhaal.site.wijken.models import StoredEvidence, StoredHypothesis
from wijkverhaal.site.wijken.quotations import study_of


def evidence_of(hypotheses: Iterable[StoredHypothesis]) -> dict[str, list[Evidence]]:
    """Per explanation what hangs on it and can still be told, in the current language."""
    wanted = [one.id for one in hypotheses]
    found: dict[str, list[Evidence]] = {one: [] for one in wanted}
    rows = StoredEvidence.objects.filter(hypothesis__in=wanted).select_related("quotation__study")
    for serial, row in enumerate(rows):
        told = _told(row, serial)
        if told is not None:
            found[row.hypothesis_id].append(told)
    return found


def balances_of(hypotheses: Iterable[StoredHypothesis]) -> dict[str, EvidenceBalance]:
    """Per explanation how much hangs on it, each side; without reading a run."""
    wanted = [one.id for one in hypotheses]
    counts = {one: [0, 0] for one in wanted}
    today = timezone.localdate()
    rows = StoredEvidence.objects.filter(hypothesis__in=wanted).exclude(quotation__until__lt=today)
    for name, direction in rows.values_list("hypothesis", "direction"):
        counts[name][direction != Direction.FOR] += 1
    return {name: EvidenceBalance(*pair) for name, pair in counts.items()}


def _told(row: StoredEvidence, serial: int) -> Evidence | None:
    kind, direction = EvidenceKind(row.kind), Direction(row.direction)
    if kind.of_a_run:
        return _figure(row, kind, direction, serial)
    if kind is EvidenceKind.QUESTION:
        text, source = _question(row.question)
    elif kind is EvidenceKind.DOCUMENT:
        text, source = row.text, row.address or _("document")
    elif row.quotation is None or row.quotation.until < timezone.localdate():
        return None
    else:
        text = _("‘{text}’ – {informant}").format(text=row.quotation.text, informant=row.quotation.role)
        source = study_of(row.quotation)
    return Evidence(
        row.id,
        row.hypothesis_id,
        kind,
        direction,
        text,
        source,
        run=row.question,
        released=row.quotation is not None,
        remark=row.remark,
        serial=serial,
    )


def _figure(row: StoredEvidence, kind: EvidenceKind, direction: Direction, serial: int) -> Evidence:
    reference = figure_from(row.figure)
    try:
        run = library.opened(row.run)
        return evidence_of_figure(run, reference, row.hypothesis_id, direction, row.id, row.remark, serial)
    except (Http404, NotFoundError):
        gone = _("De berekening van dit cijfer is er niet meer.")
        source = _("Berekening {run}").format(run=row.run)
        return Evidence(
            row.id, row.hypothesis_id, kind, direction, gone, source, row.run, reference, remark=row.remark
        )


def _question(identity: str) -> tuple[str, str]:
    """The verdicts of a neighbourhood question, and its sources."""
    kept = kept_questions.kept_question(identity)
    if kept is None:
        return _("Deze uitkomst van de buurtvraag is er niet meer."), identity
    story = neighbourhood_story(kept)
    return f"{story.heading}. {' '.join(story.sentences)}", "; ".join(story.sources) or identity
