# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is hung on an explanation: figures, answers to the neighbourhood question, quotations, documents."""

from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from wijkverhaal.dialogue.contribution_text import cleaned, cleaned_line
from wijkverhaal.dialogue.evidence import Direction, EvidenceKind, evidence_of_figure
from wijkverhaal.dialogue.figure_reference import FigureReference
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.discussed import figure_values
from wijkverhaal.site.wijken.models import StoredEvidence, StoredHypothesis
from wijkverhaal.site.wijken.quotations import released_quotation

LONGEST_REMARK = 1000
LONGEST_TITLE = 300
LONGEST_ADDRESS = 500


def hang_figure(
    hypothesis: StoredHypothesis,
    run: FinishedRun,
    reference: FigureReference,
    direction: Direction | str,
    remark: str = "",
) -> StoredEvidence:
    """Hang a figure of a run on an explanation.

    Raises
    ------
    NotFoundError
        When the run does not have the figure.
    """
    found = evidence_of_figure(run, reference, hypothesis.id, read_direction(direction), "")
    return _hang(hypothesis, found.kind, direction, remark, run=run.id, figure=figure_values(reference))


def hang_question(
    hypothesis: StoredHypothesis, question: str, direction: Direction | str, remark: str = ""
) -> StoredEvidence:
    """Hang the answer to a neighbourhood question (by its id) on an explanation."""
    return _hang(hypothesis, EvidenceKind.QUESTION, direction, remark, question=question)


def hang_quotation(
    hypothesis: StoredHypothesis, quotation: str, direction: Direction | str, remark: str = ""
) -> StoredEvidence:
    """Hang a released quotation or help history (by its id) on an explanation.

    Raises
    ------
    NotFoundError
        When it was taken back.
    """
    found = released_quotation(quotation)
    kind = EvidenceKind.HISTORY if found.history else EvidenceKind.QUOTATION
    return _hang(hypothesis, kind, direction, remark, quotation=found)


def hang_document(
    hypothesis: StoredHypothesis, title: str, address: str, direction: Direction | str, remark: str = ""
) -> StoredEvidence:
    """Hang a document on an explanation: its title, and where it is or what it says.

    Raises
    ------
    InputError
        When there is no title, or the address is none of the web.
    """
    named = cleaned_line(title, LONGEST_TITLE)
    return _hang(hypothesis, EvidenceKind.DOCUMENT, direction, remark, text=named, address=_address(address))


def take_off(hypothesis: StoredHypothesis, identity: str) -> None:
    """Take a piece of evidence off an explanation."""
    with transaction.atomic():
        mine = StoredEvidence.objects.filter(hypothesis=hypothesis)
        if not identity.isalnum() or not mine.filter(pk=identity).delete()[0]:
            raise NotFoundError(_("Dit bewijs hangt er niet meer aan; laad de bladzijde opnieuw."))
        changed(hypothesis.area)


def read_direction(typed: Direction | str) -> Direction:
    """Which way somebody says that it points."""
    try:
        return Direction(typed)
    except ValueError as error:
        raise InputError(_("Kies of het voor of tegen de verklaring pleit.")) from error


def _hang(
    hypothesis: StoredHypothesis,
    kind: EvidenceKind,
    direction: Direction | str,
    remark: str,
    **values: Any,
) -> StoredEvidence:
    words = cleaned(remark, LONGEST_REMARK) if remark.strip() else ""
    points = read_direction(direction).value
    with transaction.atomic():
        made, new = StoredEvidence.objects.get_or_create(
            hypothesis=hypothesis,
            kind=kind.value,
            direction=points,
            **values,
            defaults={"id": token_hex(8), "remark": words},
        )
        if new:
            changed(hypothesis.area)
    return made


def _address(typed: str) -> str:
    """An address of the web, or nothing; never one that runs something."""
    text = typed.strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https") or len(text) > LONGEST_ADDRESS or _odd(text):
        raise InputError(_("Dit webadres is niet te gebruiken; het begint met https://."))
    return text


def _odd(text: str) -> bool:
    return any(not character.isprintable() or character in ' "<>\\^`{|}' for character in text)
