# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What conversations made of a wijk's figures: kept as counts, told anew in the language of the reader."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from wijkverhaal.dialogue.document_material import FigureOutcome
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, figure_of, told_value
from wijkverhaal.dialogue.recognition import Recognised
from wijkverhaal.dialogue.tally import Tally
from wijkverhaal.dialogue.valuation import Valued
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.models import DiscussedFigure

C = TypeVar("C", Recognised, Valued)


@dataclass(frozen=True)
class JudgedFigure:
    """A figure with what a conversation made of it, as it may be shown.

    Attributes
    ----------
    figure : FigureReference
    recognition, valuation : Tally or None
        From `recognition_of` and `valuation_of`.
    reasons, wishes : tuple of str
        From `remark.texts_of`.
    """

    figure: FigureReference
    recognition: Tally[Recognised] | None = None
    valuation: Tally[Valued] | None = None
    reasons: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()


def keep_discussed(
    conversation: str,
    area: str,
    run: str,
    held: date,
    figures: Sequence["JudgedFigure"],
) -> None:
    """Keep the figures of a conversation with what came of them; what was kept of it before goes.

    Parameters
    ----------
    conversation, area, run : str
    held : date
    figures : sequence of JudgedFigure
    """
    with transaction.atomic():
        DiscussedFigure.objects.filter(conversation=conversation, area=area).delete()
        DiscussedFigure.objects.bulk_create(
            DiscussedFigure(
                area=area,
                conversation=conversation,
                run=run,
                figure=figure_values(one.figure),
                place=place,
                recognition=_counts(one.recognition),
                valuation=_counts(one.valuation),
                reasons=list(one.reasons),
                wishes=list(one.wishes),
                held=held,
            )
            for place, one in enumerate(figures)
        )
        changed(area)


def was_discussed(conversation: str) -> bool:
    """Whether figures of a conversation were kept."""
    return DiscussedFigure.objects.filter(conversation=conversation).exists()


def forget_discussed(conversation: str) -> None:
    """Take away what was kept of a conversation's figures, when the conversation is removed."""
    mine = DiscussedFigure.objects.filter(conversation=conversation)
    areas = set(mine.values_list("area", flat=True))
    mine.delete()
    for area in areas:
        changed(area)


def discussed_of(area: str) -> list[DiscussedFigure]:
    """The figures that were looked at, conversation after conversation."""
    return list(DiscussedFigure.objects.filter(area=area))


def outcome_of(stored: DiscussedFigure, run: FinishedRun | None) -> FigureOutcome | None:
    """What a conversation made of a figure, in the current language; None where no run has it.

    Parameters
    ----------
    stored : DiscussedFigure
    run : FinishedRun or None
        The run in which the figure stands; of another one than people saw only the label is told.
    """
    if run is None:
        return None
    reference = figure_from(stored.figure)
    try:
        figure = figure_of(run, reference)
    except NotFoundError:
        return None
    return FigureOutcome(
        figure.label,
        _tally(stored.recognition, Recognised),
        _tally(stored.valuation, Valued),
        year=figure.year if run.id == stored.run else reference.year,
        value=told_value(figure, reference) if run.id == stored.run else "",
        reasons=tuple(stored.reasons),
        wishes=tuple(stored.wishes),
    )


def figure_values(reference: FigureReference) -> dict[str, Any]:
    """A reference to a figure as plain values."""
    return {**asdict(reference), "kind": reference.kind.value}


def figure_from(values: Mapping[str, Any]) -> FigureReference:
    """The reference that `figure_values` wrote."""
    return FigureReference(FigureKind(values["kind"]), values["area"], values["year"], values["item"])


def _counts(tally: Tally[Recognised] | Tally[Valued] | None) -> dict[str, Any] | None:
    if tally is None:
        return None
    counts = {one.value: count for one, count in tally.counts.items()}
    return {"people": tally.people, "counts": counts, "left_out": tally.left_out}


def _tally(values: Mapping[str, Any] | None, choices: type[C]) -> Tally[C] | None:
    if values is None:
        return None
    counts = values["counts"]
    told = {one: counts[one.value] for one in choices if one.value in counts}
    return Tally(values["people"], told, values.get("left_out", 0))
