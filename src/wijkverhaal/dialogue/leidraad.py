# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The leidraad: what a facilitator holds in the hand, made of what was set for the session."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from wijkverhaal.dialogue.session import Session
from wijkverhaal.dialogue.step import Step
from wijkverhaal.dialogue.valuation import valuation_remark
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

SHORTEST, LONGEST, USUAL = 75, 180, 80
_FEWEST_AT_A_TABLE, _MOST_AT_A_TABLE = 6, 8
#: Minutes of each part in a conversation of 80 minutes; the guesses belong to the first step.
_SHARES = (10, 20, 20, 10, 15, 5)


@dataclass(frozen=True)
class TimedPart:
    """A part of the conversation: from which minute, how long, and what happens."""

    name: str
    start: int
    minutes: int
    text: str


@dataclass(frozen=True)
class LeidraadSection:
    """A section: a heading, paragraphs, and a list below them."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leidraad:
    """The guide of one session.

    Attributes
    ----------
    title : str
    sections : tuple of LeidraadSection
    timing : tuple of TimedPart
        Adds up to `minutes`.
    minutes : int
    """

    title: str
    sections: tuple[LeidraadSection, ...]
    timing: tuple[TimedPart, ...]
    minutes: int


def leidraad(
    session: Session,
    names: Sequence[str],
    figures: Sequence[str] = (),
    people: int | None = None,
    minutes: int = USUAL,
) -> Leidraad:
    """The leidraad of a session, in the current language.

    Parameters
    ----------
    session : Session
    names : sequence of str
        What the wijken are called.
    figures : sequence of str
        What the chosen figures are called, in order.
    people : int, optional
        How many are expected.
    minutes : int
        75 to 180.

    Raises
    ------
    InputError
        When the conversation would be shorter or longer.
    """
    timing = timed_parts(minutes)
    sections = (
        LeidraadSection(_("Doel"), (session.goal or _goal(names),)),
        LeidraadSection(_("Wie"), _who(people), _who_to_ask()),
        LeidraadSection(_("De cijfers"), (_before_the_figures(),), tuple(figures)),
        *(LeidraadSection(step.word, (step.question,), step.questions) for step in Step),
        LeidraadSection(_("Wat we niet concluderen"), (valuation_remark(),), _not_to_conclude()),
        LeidraadSection(_("Na afloop"), (), _afterwards()),
    )
    return Leidraad(session.title, sections, timing, minutes)


def timed_parts(minutes: int) -> tuple[TimedPart, ...]:
    """The parts with their minutes, which add up.

    >>> [part.minutes for part in timed_parts(80)], [part.minutes for part in timed_parts(90)]
    ([10, 20, 20, 10, 15, 5], [11, 23, 22, 11, 17, 6])
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise InputError(
            _("Een gesprek duurt {shortest} tot {longest} minuten; kies een aantal daartussen.").format(
                shortest=SHORTEST, longest=LONGEST
            )
        )
    texts = _part_texts()
    found, start = [], 0
    for (name, text), length in zip(texts, _lengths(minutes), strict=True):
        found.append(TimedPart(name, start, length, text))
        start += length
    return tuple(found)


def _lengths(minutes: int) -> list[int]:
    """Whole minutes in proportion, by largest remainder, so that they add up."""
    exact = [share * minutes / sum(_SHARES) for share in _SHARES]
    whole = [int(one) for one in exact]
    order = sorted(range(len(exact)), key=lambda k: (whole[k] - exact[k], k))
    for k in order[: minutes - sum(whole)]:
        whole[k] += 1
    return whole


def _part_texts() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Welkom"),
            _("Vertel waarvoor we er zijn, wat er met de antwoorden gebeurt en hoe laat we stoppen."),
        ),
        (
            Step.RECOGNISE.word,
            _("Laat eerst iedereen schatten. Toon dan het cijfer en vraag wie het herkent."),
        ),
        (
            Step.EXPLAIN.word,
            _("Laat iedereen eerst zelf schrijven. Lees daarna elkaars uitspraken en stem."),
        ),
        (Step.VALUE.word, _("Vraag wat we ervan vinden. Laat ook een andere mening horen.")),
        (
            Step.IMPROVE.word,
            _(
                "Kies een of twee aanknopingspunten. Schrijf op wie het doet, wanneer het klaar is en"
                " aan welk cijfer je het ziet."
            ),
        ),
        (_("Afsluiten"), _("Lees de afspraken voor en zeg wanneer we erop terugkomen.")),
    )


def table_sizes(people: int) -> tuple[int, ...]:
    """How many sit at each table: never more than eight, and six to eight where that can be.

    >>> table_sizes(20), table_sizes(9), table_sizes(4)
    ((7, 7, 6), (5, 4), (4,))
    """
    tables = max(ceil(people / _MOST_AT_A_TABLE), 1)
    each, more = divmod(people, tables)
    return tuple(each + (k < more) for k in range(tables)) if people else ()


def _goal(names: Sequence[str]) -> str:
    return _(
        "Samen begrijpen wat er achter de cijfers over jeugdzorg in {names} zit, en kiezen wat we doen."
    ).format(names=", ".join(names))


def _who(people: int | None) -> tuple[str, ...]:
    text = _("Zit met 6 tot 8 mensen aan een tafel, met aan elke tafel iemand die het gesprek leidt.")
    if not people:
        return (text,)
    return (text, _tables(people, table_sizes(people)))


def _tables(people: int, sizes: Sequence[int]) -> str:
    large, small = max(sizes), min(sizes)
    if len(sizes) == 1:
        return _("Met {people} mensen past dat aan één tafel.").format(people=people)
    if large == small:
        text = _("Met {people} mensen zijn dat {count} tafels van {size}.")
        return text.format(people=people, count=len(sizes), size=large)
    text = _("Met {people} mensen zijn dat {count} tafels: {more} van {large} en {fewer} van {small}.")
    return text.format(
        people=people,
        count=len(sizes),
        more=sizes.count(large),
        large=large,
        fewer=sizes.count(small),
        small=small,
    )


def _who_to_ask() -> tuple[str, ...]:
    return (
        _("Mensen die in de wijk werken: school, huisarts, politie, wijkteam, jeugdgezondheidszorg, sport."),
        _("Ouders en jongeren: minstens twee samen, zodat niemand er alleen voor staat."),
        _("Een gespreksleider die zelf geen partij is."),
    )


def _before_the_figures() -> str:
    return _(
        "Vertel bij elk cijfer over wie het gaat, van welk jaar het is en hoe groot de marge is."
        " Toon het pas als iedereen heeft geschat."
    )


def _not_to_conclude() -> tuple[str, ...]:
    return (
        _("Dat een verschil iets zegt over hoe hard mensen werken."),
        _("Dat iets de oorzaak is omdat het samen voorkomt."),
        _("Dat wijken van elkaar verschillen als hun marges elkaar grotendeels overlappen."),
        _("Dat een cijfer over de wijk iets zegt over één kind of gezin."),
        _("Dat de verklaring met de meeste stemmen de juiste is."),
    )


def _afterwards() -> tuple[str, ...]:
    return (
        _("Sluit het gesprek af op de site; dan komt er een verslag."),
        _("Haal bijdragen weg waarin een kind of gezin te herkennen is."),
        _("Zet bij elke verklaring wat ervoor en wat ertegen pleit."),
        _("Spreek af wie de nieuwe cijfers bekijkt als ze er zijn."),
    )
