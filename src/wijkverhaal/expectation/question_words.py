# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers to the neighbourhood question in words."""

from typing import TYPE_CHECKING, Protocol

from wijkverhaal.expectation.question_rule import RELEVANT_EFFECT, TOGETHER, Verdict
from wijkverhaal.foundation.language import _, number

if TYPE_CHECKING:
    from wijkverhaal.expectation.neighbourhood_question import NeighbourhoodQuestion
    from wijkverhaal.figures.panel import Panel


class Outcome(Protocol):
    """What a sentence needs of a comparison, fresh or read back."""

    @property
    def verdict(self) -> Verdict: ...

    @property
    def wijken(self) -> int: ...


#: What a script reads.
VERDICT_IN_ENGLISH: dict[Verdict, str] = {
    "gain": "gain",
    "none": "no detectable gain",
    "too_few": "too few wijken to tell",
}


def step_label(step: str) -> str:
    """What a reader calls a step."""
    labels = {
        "cohesion_and_safety": _("Sociale samenhang en veiligheid"),
        "amenities": _("Voorzieningen"),
        "surroundings": _("Fysieke omgeving"),
        "cooperation": _("Samenwerking"),
        "own": _("Eigen cijfers van de gemeente"),
        TOGETHER: _("Alles samen"),
    }
    return labels[step]


def hold_out_label(hold_out: str) -> str:
    """What a reader calls what was hidden."""
    return _("wijken") if hold_out == "wijk" else _("hele gemeenten")


def verdict_label(verdict: Verdict) -> str:
    """The verdict in a few words."""
    labels: dict[Verdict, str] = {
        "gain": _("winst"),
        "none": _("geen merkbare winst"),
        "too_few": _("te weinig wijken om het te zeggen"),
    }
    return labels[verdict]


def verdict_sentence(what: str, hidden: str, gain: Outcome) -> str:
    """The verdict on one comparison as a sentence.

    Parameters
    ----------
    what
        The label of what was added.
    hidden
        What was hidden, in words.
    gain
        The comparison.
    """
    sentences: dict[Verdict, str] = {
        "gain": _("{what}: met deze cijfers erbij voorspelt het model verborgen {hidden} beter."),
        "none": _(
            "{what}: met deze cijfers erbij voorspelt het model verborgen {hidden} niet merkbaar beter."
        ),
        "too_few": _(
            "{what}: er zijn te weinig wijken ({wijken}) om te zeggen of verborgen {hidden} er beter door"
            " worden voorspeld; een effect van {size}% zou hier vaak niet opvallen."
        ),
    }
    size = number(100 * RELEVANT_EFFECT, 0)
    return sentences[gain.verdict].format(what=what, hidden=hidden, wijken=gain.wijken, size=size)


def question_sentences(question: "NeighbourhoodQuestion") -> list[str]:
    """All verdicts, and what a reader must know beside them."""
    found = [
        verdict_sentence(step_label(step.id), hold_out_label(hold_out), gain)
        for step in question.steps
        for hold_out, gain in step.gains.items()
    ]
    if not found:
        found.append(
            _(
                "Er zijn geen bruikbare cijfers over de buurt;"
                " importeer een eigen tabel met 'wijkverhaal import'."
            )
        )
    if question.absent and found:
        names = ", ".join(step_label(name) for name in question.absent)
        found.append(_("Hierover zijn geen cijfers: {names}.").format(names=names))
    if question.too_little_known:
        text = _(
            "Van te weinig wijken bekend en daarom niet vergeleken: {names};"
            " voor één regio kan het wel, met 'wijkverhaal local'."
        )
        found.append(text.format(names=", ".join(labels_of(question.panel, question.too_little_known))))
    used = [name for step in question.steps if step.id != TOGETHER for name in step.indicators]
    found += older_figures(question.panel, used)
    if any(gain.verdict == "gain" for step in question.steps for gain in step.gains.values()):
        found.append(_("Dat een cijfer helpt bij het voorspellen, maakt het nog geen oorzaak."))
    return found


def older_figures(panel: "Panel", used: list[str]) -> list[str]:
    """Which of a gemeente's own figures are not of the year of the panel."""
    by_years: dict[tuple[int, ...], list[str]] = {}
    for name in used:
        by_years.setdefault(panel.local_years.get(name, ()), []).append(name)
    return [
        _("De cijfers over {names} zijn van {years}, de jeugdcijfers van {year}.").format(
            names=", ".join(labels_of(panel, tuple(names))),
            years=", ".join(map(str, years)),
            year=panel.year,
        )
        for years, names in sorted(by_years.items())
        if years and years != (panel.year,)
    ]


def labels_of(panel: "Panel", names: tuple[str, ...]) -> list[str]:
    """What a reader calls indicators."""
    label = {indicator.id: indicator.text for indicator in panel.indicators}
    return [label[name] for name in names]
