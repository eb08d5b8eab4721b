# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gaps, overlaps and hand-overs between organisations in words."""

from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.care_period import Between, Transition
from wijkverhaal.stories.drawing.age_words import months_words
from wijkverhaal.stories.temporal_network import Window

#: A sign for each; never without its word.
SIGNS: dict[Between, str] = {"gap": "⊢ ⊣", "overlap": "∥", "hand_over": "→", "unknown": "?"}


def between_label(sort: Between) -> str:
    """What a reader calls it."""
    return {
        "gap": _("gat"),
        "overlap": _("overlap"),
        "hand_over": _("overdracht"),
        "unknown": _("niet zeker"),
    }[sort]


def between_months(one: Transition) -> str:
    """How long the gap or the overlap was; of what is not certain, what it can be."""
    low, high = one.months.low, one.months.high
    if one.sort == "overlap":
        return months_words(Window(-high, -low))
    if one.sort != "unknown":
        return months_words(one.months)
    if one.before.end is None:
        return _("niemand vertelt wanneer de eerste hulp stopte")
    possible = []
    if low < 0:
        possible.append(_("{months} overlap").format(months=months_words(Window(0, -low))))
    if high > 0:
        possible.append(_("{months} gat").format(months=months_words(Window(0, high))))
    return _(" of ").join(possible)


def care_sentence(family: str, organisations: int, found: list[Transition]) -> str:
    """How many organisations helped, and what lay between them."""
    parts = [
        ngettext(
            "{family}: {count} organisatie gaf hulp.",
            "{family}: {count} organisaties gaven hulp.",
            organisations,
        ).format(family=family, count=organisations)
    ]
    for one in found:
        words = _("Tussen {before} en {after}: {what}, {months}.")
        parts.append(
            words.format(
                before=organisation(one.before.organisation),
                after=organisation(one.after.organisation),
                what=between_label(one.sort),
                months=between_months(one),
            )
        )
    return " ".join(parts)


def organisation(name: str) -> str:
    """The name of an organisation, or that nobody told it."""
    return name or _("een organisatie die niemand noemt")
