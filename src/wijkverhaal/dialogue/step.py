# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The four steps of a conversation about figures (NJi): recognise, explain, value, improve.

Source: P.N. Geurts and T. van Yperen (2010), and NJi, "Praat regelmatig over gegevens": first what
was measured, then whether practice recognises it, and only then whether anything must be better.
"""

from enum import StrEnum

from wijkverhaal.foundation.language import _


class Step(StrEnum):
    """A step, in the order in which it is taken; the value stands in the address."""

    RECOGNISE = "herkennen"
    EXPLAIN = "verklaren"
    VALUE = "waarderen"
    IMPROVE = "verbeteren"

    @property
    def word(self) -> str:
        """What the step is called."""
        words = {
            Step.RECOGNISE: _("Herkennen"),
            Step.EXPLAIN: _("Verklaren"),
            Step.VALUE: _("Waarderen"),
            Step.IMPROVE: _("Verbeteren"),
        }
        return words[self]

    @property
    def question(self) -> str:
        """The one question of the step, for the wall."""
        questions = {
            Step.RECOGNISE: _("Herkennen we dit cijfer?"),
            Step.EXPLAIN: _("Wat kan dit cijfer verklaren?"),
            Step.VALUE: _("Wat vinden we ervan?"),
            Step.IMPROVE: _("Wat gaan we doen?"),
        }
        return questions[self]

    @property
    def questions(self) -> tuple[str, ...]:
        """What the facilitator can ask on."""
        return _questions()[self]

    @property
    def next(self) -> "Step | None":
        """The step after this one; None after the last."""
        steps = list(Step)
        place = steps.index(self) + 1
        return steps[place] if place < len(steps) else None

    @property
    def previous(self) -> "Step | None":
        """The step before this one; None before the first."""
        steps = list(Step)
        place = steps.index(self)
        return steps[place - 1] if place else None


def _questions() -> dict[Step, tuple[str, ...]]:
    return {
        Step.RECOGNISE: (
            _("Zie je dit cijfer terug in je werk of in je eigen leven?"),
            _("Waar klopt het wel, en waar klopt het niet?"),
            _("Wie of wat zit niet in dit cijfer?"),
        ),
        Step.EXPLAIN: (
            _("Welk verhaal zit achter dit cijfer?"),
            _("Ligt het aan wie er wonen, de wijk, het aanbod, de samenwerking of het tellen?"),
            _("Waaraan zouden we merken dat deze verklaring niet klopt?"),
        ),
        Step.VALUE: (
            _("Is het hoger of lager dan we willen, is het zo in orde, of willen we het anders?"),
            _("Voor wie is dit belangrijk?"),
            _("Krijgen de kinderen die hulp nodig hebben die nu ook?"),
        ),
        Step.IMPROVE: (
            _("Welk aanknopingspunt kunnen we zelf oppakken?"),
            _("Wie doet wat, en wanneer is het klaar?"),
            _("Aan welk cijfer zien we over een jaar of er iets veranderde?"),
        ),
    }
