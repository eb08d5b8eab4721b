# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The generated paragraphs of a Wijkverhaal, in the language in which one is speaking."""

from wijkverhaal.dialogue.contribution_text import isolated
from wijkverhaal.dialogue.document_material import FigureOutcome, Material
from wijkverhaal.dialogue.document_part import PartKind
from wijkverhaal.dialogue.estimate import estimate_in
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, figure_of
from wijkverhaal.dialogue.figure_words import outcome_word, plain
from wijkverhaal.dialogue.hypothesis import HypothesisState
from wijkverhaal.dialogue.in_threes import why_left_out
from wijkverhaal.dialogue.step import Step
from wijkverhaal.dialogue.three_way import Paragraphs
from wijkverhaal.dialogue.valuation import valuation_remark
from wijkverhaal.dialogue.visible_difference import visible_difference
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _

_ABOUT_EXPECTED = (FigureKind.EXPECTED, FigureKind.DIFFERENCE, FigureKind.PART)
_SEVERAL = 2
#: So many of the reasons or wishes of one figure are told; the report of a conversation has them all.
_WRITTEN = 3


def generated_parts(material: Material) -> dict[PartKind, Paragraphs]:
    """The paragraphs of every part, in the current language."""
    found = {
        PartKind.SEEN: _seen(material),
        PartKind.EXPECTED: _expected(material),
        PartKind.TOLD: _told(material),
        PartKind.PARTNERS: _partners(material),
        PartKind.AGREED: _agreed(material),
        PartKind.UNKNOWN: _unknown(material),
    }
    return {kind: tuple(_without_empty_lines(one) for one in text) for kind, text in found.items()}


def _without_empty_lines(paragraph: str) -> str:
    """One paragraph stays one, also where somebody's words have empty lines."""
    return "\n".join(line for line in paragraph.split("\n") if line.strip())


def sources_of(material: Material) -> tuple[str, ...]:
    """Every file of the run and every study that is quoted, for at the end of the document."""
    files = [
        " – ".join(part for part in (entry.get("title"), entry.get("licence")) if part)
        for entry in material.run.inputs
    ]
    run = _("Berekening {run}, Wijkverhaal {version}").format(
        run=material.run.id, version=material.run.card.get("version", "")
    )
    studies = sorted({quotation.study for quotation in material.quotations if quotation.study})
    return (*(text for text in files if text), run, *studies)


def _figures(material: Material, kinds: tuple[FigureKind, ...], within: bool) -> list[str]:
    """The sentences of the chosen figures of some kinds, or of all other kinds; each once."""
    found = []
    for reference in material.figures:
        if (reference.kind in kinds) is within and reference.area == material.area:
            found += _sentence(material, reference)
    return found


def _sentence(material: Material, reference: FigureReference) -> list[str]:
    """A figure that a newer run no longer has is left out: nothing is told without a source."""
    try:
        return [figure_of(material.run, reference).sentence]
    except NotFoundError:
        return []


def _seen(material: Material) -> Paragraphs:
    use = FigureReference(FigureKind.USE, material.area, material.year)
    told = _sentence(material, use) or [
        _("Van deze wijk is in {year} geen gebruik van {care} bekend.").format(
            year=material.year, care=outcome_word(material.run.outcome)
        )
    ]
    return tuple(dict.fromkeys([*told, *_figures(material, _ABOUT_EXPECTED, within=False)]))


def _expected(material: Material) -> Paragraphs:
    always = [
        FigureReference(kind, material.area, material.year)
        for kind in (FigureKind.EXPECTED, FigureKind.DIFFERENCE)
    ]
    told = [sentence for one in always for sentence in _sentence(material, one)]
    told += _figures(material, _ABOUT_EXPECTED, within=True)
    told.append(_("Een verschil met de verwachting is geen oordeel over de wijk of over de hulp."))
    return tuple(dict.fromkeys(told))


def _told(material: Material) -> Paragraphs:
    quotes = [
        _("‘{text}’ – {informant}").format(text=isolated(one.text), informant=isolated(one.informant))
        for one in material.quotations
    ]
    return tuple(quotes) or (_("Er zijn nog geen verhalen bij deze wijk."),)


def _partners(material: Material) -> Paragraphs:
    found = [text for outcome in material.outcomes for text in _judged(outcome)]
    if any(one.year not in (0, material.year) for one in material.outcomes if _judged(one)):
        text = _("Niet alle cijfers in dit deel zijn van {year}, het jaar van dit Wijkverhaal.")
        found.append(text.format(year=material.year))
    tallies = [tally for one in material.outcomes for tally in (one.recognition, one.valuation) if tally]
    if any(tally.left_out for tally in tallies):
        found.append(why_left_out())
    for hypothesis, balance in material.hypotheses:
        text = _("Verklaring: {text} ({tag}). {state}. {balance}").format(
            text=isolated(hypothesis.text),
            tag=hypothesis.tag.word,
            state=hypothesis.state.word.capitalize(),
            balance=balance.sentence,
        )
        found.append(text)
    found += material.cooperation
    if not found:
        return (_("Partners hebben nog niet over deze wijk gesproken."),)
    return (*found, valuation_remark())


def _judged(outcome: FigureOutcome) -> list[str]:
    """What people made of one figure: the figure itself, each step with its counts, and what they wrote."""
    steps = [
        (Step.RECOGNISE.word, outcome.recognition, _("Waarom mensen dat vinden: {texts}"), outcome.reasons),
        (Step.VALUE.word, outcome.valuation, _("Wat mensen anders willen: {texts}"), outcome.wishes),
    ]
    counted = [step for step in steps if step[1] is not None and step[1].people is not None]
    if not counted:
        return []
    about = f"{outcome.label} ({outcome.year})" if outcome.year else outcome.label
    value = f"{about}: {outcome.value}." if outcome.value else f"{about}."
    told = [f"{step}: {tally.outcome}" for step, tally, _label, _texts in counted if tally is not None]
    written = [
        f"{about}. {label.format(texts=_some(texts))}" for _step, _tally, label, texts in counted if texts
    ]
    return [" ".join([value, *told]), *written]


def _some(texts: tuple[str, ...]) -> str:
    """The first of what people wrote, and how many more there are."""
    shown = " ".join(_("‘{text}’").format(text=isolated(one)) for one in texts[:_WRITTEN])
    more = len(texts) - _WRITTEN
    return shown if more <= 0 else _("{shown} En nog {count}.").format(shown=shown, count=more)


def _agreed(material: Material) -> Paragraphs:
    """Each agreement with what is its own; what they share of newer figures is told once, at the end."""
    shared = _told_of_all([later.sentences for _agreement, later in material.agreements if later is not None])
    found = []
    for agreement, later in material.agreements:
        found.append(agreement.sentence)
        if later is not None:
            own = [sentence for sentence in later.sentences if sentence not in shared]
            found += [" ".join(own)] if own else []
            if later.asks_to_look_back or agreement.reflection:
                back = isolated(agreement.reflection) if agreement.reflection else _("nog niet ingevuld")
                found.append(_("Terugblik: {text}").format(text=back))
    if not found:
        return (_("Er zijn nog geen afspraken gemaakt."),)
    return (*found, " ".join(shared)) if shared else tuple(found)


def _told_of_all(told: list[tuple[str, ...]]) -> list[str]:
    """The sentences that stand with each of two or more agreements, in their order."""
    if len(told) < _SEVERAL:
        return []
    return [sentence for sentence in told[0] if all(sentence in one for one in told[1:])]


def _unknown(material: Material) -> Paragraphs:
    row = material.run.area(material.area, material.year) or {}
    difference = estimate_in(row, "difference_here")
    found = [
        _("Of dit klopt, is nog open: {text}").format(text=isolated(hypothesis.text))
        for hypothesis, _balance in material.hypotheses
        if hypothesis.state is HypothesisState.OPEN
    ]
    found += [
        _("Met deze cijfers niet te zeggen: {text}").format(text=isolated(text))
        for text in dict.fromkeys(
            [
                *material.without_figures,
                *(one.text for one, _b in material.hypotheses if one.state is HypothesisState.UNDECIDABLE),
            ]
        )
    ]
    if difference is not None and row.get("status") != "no_row":
        found.append(
            _(
                "Een verschil met de verwachting kleiner dan {size} procentpunt valt in deze wijk"
                " vaak niet op."
            ).format(size=plain(visible_difference(difference)))
        )
    if row.get("status") == "secret":
        found.append(_("Het aantal jeugdigen met zorg in deze wijk is geheim, want het is klein."))
    found.append(_("De cijfers zeggen niet of kinderen de hulp krijgen die ze nodig hebben."))
    return tuple(found)
