# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page about coders shows: units, a table, and passages as each coder coded them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _, ngettext, number
from wijkverhaal.site.studies.interviews.text_parts import Span, lines_of
from wijkverhaal.stories.intake.speaker import speaker_turns
from wijkverhaal.stories.kappa import Kappa
from wijkverhaal.stories.study.coder_agreement import Place, StudyAgreement
from wijkverhaal.stories.study.coder_side import CoderSide, CoderSides

#: By what a text is cut: the numbered lines of the page, or who speaks.
LINE, TURN = "regel", "beurt"


@dataclass(frozen=True)
class ShownSide:
    """A passage as one coder coded it: its words in pieces, and whether the factor was given there."""

    coder: str
    pieces: tuple[tuple[str, bool], ...]
    gave: bool
    denied: bool
    others: tuple[str, ...]


@dataclass(frozen=True)
class TalkPlace:
    """A place where coders differ about a factor."""

    factor: str
    place: Place
    sides: tuple[ShownSide, ...]


def units_of(text: str, cut: str, speakers: Sequence[str]) -> list[Span]:
    """The units of a text: turns where anybody is known to speak, or else lines."""
    if cut != TURN:
        return lines_of(text)
    turns = [(one.said, one.end) for one in speaker_turns(text, speakers) if one.said < one.end]
    return turns or lines_of(text)


def agreement_table(found: StudyAgreement, names: Mapping[str, str]) -> Table:
    """Per factor the three measures, and in how many places coders differ."""
    columns = (
        Column(_("Factor")),
        Column(_("Keer gegeven"), True),
        Column(_("Alfa"), True),
        Column(_("Kappa"), True),
        Column(_("Alfa-U"), True),
        Column(_("Verschil op"), True),
    )
    rows = [
        (
            names[one.stretches.factor],
            str(one.stretches.used),
            measure(one.stretches.alpha.alpha),
            kappa_words(one.stretches.kappa),
            measure(one.letters.alpha),
            str(len(one.differ)),
        )
        for one in sorted(found.factors, key=lambda one: -len(one.differ))
    ]
    return Table(_("Hoe codeurs het eens zijn, per factor"), columns, rows)


def pairs_table(found: StudyAgreement, names: Mapping[str, str], people: Mapping[str, str]) -> Table | None:
    """Cohen's kappa of every two coders, where there are more than two."""
    pairs = list(dict.fromkeys(pair for one in found.factors for pair in one.pairs))
    if not pairs:
        return None
    columns = (
        Column(_("Factor")),
        *(Column(_pair_words(found, pair, people), True) for pair in pairs),
    )
    rows = [
        (names[one.stretches.factor], *(kappa_words(one.pairs[pair]) for pair in pairs))
        for one in found.factors
    ]
    return Table(_("Kappa van elke twee codeurs"), columns, rows)


def _pair_words(found: StudyAgreement, pair: tuple[str, str], people: Mapping[str, str]) -> str:
    count = found.together[pair]
    return ngettext(
        "{one} en {other} ({count} interview)", "{one} en {other} ({count} interviews)", count
    ).format(one=people[pair[0]], other=people[pair[1]], count=count)


def counted_words(found: StudyAgreement) -> str:
    """Over how many interviews and coders each measure goes."""
    count, coders = len(found.interviews), len(found.coders)
    if coders == 2:
        return ngettext(
            "Alle getallen gaan over {count} interview dat beide codeurs af hebben.",
            "Alle getallen gaan over {count} interviews die beide codeurs af hebben.",
            count,
        ).format(count=count)
    alpha = ngettext(
        "Alfa en alfa-U gaan over {count} interview dat minstens twee codeurs af hebben.",
        "Alfa en alfa-U gaan over {count} interviews die minstens twee codeurs af hebben.",
        count,
    ).format(count=count)
    kappa = ngettext(
        "Kappa gaat over {count} interview dat alle {coders} codeurs af hebben.",
        "Kappa gaat over {count} interviews die alle {coders} codeurs af hebben.",
        found.everybody,
    ).format(count=found.everybody, coders=coders)
    return f"{alpha} {kappa}"


def talk_place(
    factor: str,
    place: Place,
    text: str,
    sides: CoderSides,
    people: Mapping[str, str],
    names: Mapping[str, str],
) -> TalkPlace:
    """A place with the passage as each coder coded it."""
    interview, start, end = place
    found = sides.at(interview, start, end, factor)
    return TalkPlace(factor, place, tuple(_side(one, text, start, end, people, names) for one in found))


def _side(
    one: CoderSide, text: str, start: int, end: int, people: Mapping[str, str], names: Mapping[str, str]
) -> ShownSide:
    spans = [(begin, stop) for begin, stop, _present in one.given]
    cuts = sorted({start, end, *(cut for span in spans for cut in span)})
    pieces = tuple(
        (text[a:b], any(begin <= a and b <= stop for begin, stop in spans)) for a, b in pairwise(cuts)
    )
    denied = any(not present for _begin, _stop, present in one.given)
    return ShownSide(
        people[one.coder], pieces, bool(spans), denied, tuple(names[other] for other in one.others)
    )


def kappa_words(one: Kappa) -> str:
    """Kappa, or a dash where it cannot be said."""
    return measure(one.kappa)


def measure(value: float | None) -> str:
    """A measure with two decimals, or a dash."""
    return "–" if value is None else number(value, 2)
