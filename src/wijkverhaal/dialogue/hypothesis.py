# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A hypothesis: an explanation on which evidence is hung, and what the evidence comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.evidence import Direction, Evidence
from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, ngettext


class HypothesisState(StrEnum):
    """What people make of an explanation, now."""

    OPEN = "open"
    SUPPORTED = "ondersteund"
    CONTRADICTED = "tegengesproken"
    UNDECIDABLE = "niet-te-zeggen"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            HypothesisState.OPEN: _("nog open"),
            HypothesisState.SUPPORTED: _("ondersteund"),
            HypothesisState.CONTRADICTED: _("tegengesproken"),
            HypothesisState.UNDECIDABLE: _("met deze cijfers niet te zeggen"),
        }
        return words[self]


@dataclass(frozen=True)
class Hypothesis:
    """An explanation that people want to look into.

    Attributes
    ----------
    id, text : str
    tag : Tag
    area : str
        Code of the wijk with which it stays.
    statement : str
        The statement from which it came; empty where none.
    state : HypothesisState
        Chosen by people; `suggested_state` only proposes.
    """

    id: str
    text: str
    tag: Tag
    area: str
    statement: str = ""
    state: HypothesisState = HypothesisState.OPEN


@dataclass(frozen=True)
class EvidenceBalance:
    """How much is hung on a hypothesis, each side."""

    for_it: int
    against_it: int

    @property
    def sentence(self) -> str:
        """Both sides in words; numbers of things do not weigh them."""
        if not self.for_it + self.against_it:
            return _("Er hangt nog niets aan deze verklaring.")
        found = ngettext("{count} stuk bewijs voor", "{count} stukken bewijs voor", self.for_it)
        against = ngettext("{count} stuk bewijs tegen", "{count} stukken bewijs tegen", self.against_it)
        return _("{found} en {against}. Het aantal zegt niet hoe zwaar het weegt.").format(
            found=found.format(count=self.for_it), against=against.format(count=self.against_it)
        )


def balance_of(hypothesis: Hypothesis, evidence: Iterable[Evidence]) -> EvidenceBalance:
    """How much evidence there is for and against."""
    mine = [one.direction for one in evidence if one.hypothesis == hypothesis.id]
    return EvidenceBalance(mine.count(Direction.FOR), mine.count(Direction.AGAINST))


def suggested_state(balance: EvidenceBalance, figures_can_tell: bool) -> HypothesisState:
    """What the evidence comes to where it all points one way; people decide.

    Parameters
    ----------
    balance : EvidenceBalance
    figures_can_tell : bool
        Whether any figure could say something about it (`what_the_data_could_say`).

    Examples
    --------
    >>> suggested_state(EvidenceBalance(2, 0), True).value, suggested_state(EvidenceBalance(2, 1), True).value
    ('ondersteund', 'open')
    >>> suggested_state(EvidenceBalance(0, 0), False).value
    'niet-te-zeggen'
    """
    if balance.for_it and not balance.against_it:
        return HypothesisState.SUPPORTED
    if balance.against_it and not balance.for_it:
        return HypothesisState.CONTRADICTED
    nothing = not balance.for_it and not balance.against_it
    return HypothesisState.UNDECIDABLE if nothing and not figures_can_tell else HypothesisState.OPEN


def check_state(state: HypothesisState, balance: EvidenceBalance) -> None:
    """Refuse a state for which nothing is hung on the hypothesis.

    Raises
    ------
    InputError
        When it would be supported without evidence for it, or contradicted without any against it.
    """
    if state is HypothesisState.SUPPORTED and not balance.for_it:
        raise InputError(_("Er hangt geen bewijs voor deze verklaring aan; voeg het eerst toe."))
    if state is HypothesisState.CONTRADICTED and not balance.against_it:
        raise InputError(_("Er hangt geen bewijs tegen deze verklaring aan; voeg het eerst toe."))
