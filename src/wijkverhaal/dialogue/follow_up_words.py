# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The follow-up of an agreement in plain sentences: what went together, never what caused what."""

from babel.dates import format_date

from wijkverhaal.dialogue.agreement import Agreement, When
from wijkverhaal.dialogue.change import ComparableChange, EstimateChange, FollowUp, IndicatorChange
from wijkverhaal.dialogue.figure_reference import source_of
from wijkverhaal.dialogue.figure_words import bounds, outcome_word, plain, signed, with_unit
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, current_language


def follow_up_sentences(
    agreement: Agreement, found: FollowUp, wijk: str, after: FinishedRun
) -> tuple[str, ...]:
    """Everything that a reader needs, in order: the indicator, the use, the difference, the others.

    Before them stands which part of the time between both years was after the agreement, where that
    is not the whole of it.

    Parameters
    ----------
    agreement : Agreement
    found : FollowUp
        Its own sentences are not looked at.
    wijk : str
        The name of the wijk.
    after : FinishedRun
    """
    if found.reason:
        return (_no_follow_up(found.reason),)
    when = agreement.when(found.years[1])
    no_cause = _("Dat iets veranderde na de afspraak, zegt nog niet dat het door de afspraak komt.")
    sentences = [
        *_beside_the_day(agreement, found.years),
        *([_indicator(found.indicator, found.comparable)] if found.indicator else []),
        *([_use(found.use, wijk, found.years, outcome_word(after.outcome))] if found.use else []),
        *([_difference(found.difference)] if found.difference else []),
        _comparable(found.comparable, found.years),
        *([] if when is When.BEFORE else [no_cause]),
        source_of(after, found.years[1]),
    ]
    return tuple(sentences)


def _beside_the_day(agreement: Agreement, years: tuple[int, int]) -> list[str]:
    """What of the time between both years was before the agreement; nothing where that is little."""
    if agreement.made is None:
        return []
    first, last = years
    day = format_date(agreement.made, "long", locale=current_language())
    facts = {"day": day, "first": first, "last": last}
    if agreement.when(last) is When.BEFORE:
        text = _(
            "Deze cijfers gaan over {last}, van voor de afspraak ({day}). Over de tijd erna zeggen ze niets."
            " Cijfers over een jaar komen ongeveer anderhalf jaar later."
        )
        return [text.format(**facts), _("Ter achtergrond, van voor de afspraak:")]
    if agreement.when(last) is When.PARTLY:
        text = _(
            "De afspraak is van {day}. Alleen een deel van {last} ligt dus na de afspraak; wat veranderde,"
            " kan ook van ervoor zijn."
        )
        return [text.format(**facts)]
    if first + 1 < agreement.made.year:
        text = _(
            "De cijfers van toen gaan over {first}, de afspraak is van {day}. Een deel van de verandering kan"
            " van voor de afspraak zijn."
        )
        return [text.format(**facts)]
    return []


def _no_follow_up(reason: str) -> str:
    texts = {
        "other_outcome": _(
            "De nieuwe cijfers gaan over een andere vorm van zorg of komen van een andere bron;"
            " ze zijn niet te vergelijken met die van de afspraak."
        ),
        "no_newer_year": _("Er zijn nog geen cijfers van een later jaar dan bij de afspraak."),
        "no_wijk": _(
            "De wijk staat niet in de nieuwe cijfers onder dezelfde code; misschien is de grens veranderd."
        ),
    }
    return texts[reason]


def _indicator(change: IndicatorChange, comparable: ComparableChange | None) -> str:
    if change.before is None or change.after is None:
        return _("{label}: niet van beide jaren bekend.").format(label=change.label)
    if not change.new:
        return _("{label}: er is nog geen nieuwer cijfer dan {value} uit {year}.").format(
            label=change.label, value=with_unit(change.before, change.unit), year=change.years[0]
        )
    text = _("{label} ging van {before} in {first} naar {after} in {last}.").format(
        label=change.label,
        before=with_unit(change.before, change.unit),
        first=change.years[0],
        after=with_unit(change.after, change.unit),
        last=change.years[1],
    )
    if comparable is None or comparable.indicator is None:
        return text
    more = _("In vergelijkbare wijken veranderde dit gemiddeld {change}.").format(
        change=signed(comparable.indicator)
    )
    return f"{text} {more}"


def _use(change: EstimateChange, wijk: str, years: tuple[int, int], care: str) -> str:
    text = _(
        "In {wijk} ging het gebruik van {care} naar schatting van {before}% in {first} naar {after}%"
        " in {last} ({change} procentpunt, 90%-marge {margin})."
    ).format(
        wijk=wijk,
        care=care,
        before=plain(change.before.value),
        first=years[0],
        after=plain(change.after.value),
        last=years[1],
        change=signed(change.change.value),
        margin=bounds(change.change.low, change.change.high),
    )
    return text if change.together else f"{text} {_too_wide()}"


def _difference(change: EstimateChange) -> str:
    facts = {
        "before": signed(change.before.value),
        "after": signed(change.after.value),
        "change": signed(change.change.value),
        "margin": bounds(change.change.low, change.change.high),
    }
    if change.change.tells:
        text = _(
            "Het verschil met wat te verwachten was ging van {before} naar {after} procentpunt:"
            " een verandering van {change} (90%-marge {margin})."
        )
    else:
        text = _(
            "Het verschil met wat te verwachten was ging van {before} naar {after} procentpunt. Of dat echt"
            " veranderde is niet te zeggen: {change} (90%-marge {margin})."
        )
    told = text.format(**facts)
    return told if change.together else f"{told} {_too_wide()}"


def _too_wide() -> str:
    return _("Deze marge is ruim gerekend, want de twee jaren zijn los van elkaar bekeken.")


def _comparable(change: ComparableChange | None, years: tuple[int, int]) -> str:
    if change is None:
        return _("Van te weinig vergelijkbare wijken is bekend wat er in die tijd gebeurde.")
    low, high = change.use_half
    return _(
        "In {count} vergelijkbare wijken veranderde het gebruik tussen {first} en {last} gemiddeld {mean}"
        " procentpunt; bij de middelste helft {half}. Hun verschil met de verwachting veranderde gemiddeld"
        " {difference}."
    ).format(
        count=change.wijken,
        first=years[0],
        last=years[1],
        mean=signed(change.use),
        half=bounds(low, high),
        difference=signed(change.difference),
    )
