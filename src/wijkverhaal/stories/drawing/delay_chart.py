# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long each family waited, at least and at most, under each other."""

from collections.abc import Mapping, Sequence
from math import isinf

from wijkverhaal.foundation.chart import Chart, Column, Table
from wijkverhaal.foundation.language import _, ngettext, number
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.stories.delay import Delay
from wijkverhaal.stories.drawing.age_words import months_words
from wijkverhaal.stories.drawing.history_strip import shortened
from wijkverhaal.stories.drawing.legend import soft_swatch, swatch
from wijkverhaal.stories.drawing.month_axis import SIDE, WIDTH, MonthAxis, month_axis
from wijkverhaal.stories.drawing.soft_bar import BLUE, INK, definitions
from wijkverhaal.stories.temporal_network import Window

_TOP, _ROW = 42, 38


def delay_chart(
    delays: Sequence[Delay],
    families: Mapping[str, str],
    what: str,
    name: str = "wachten",
    label: str = "",
) -> Chart | None:
    """The waits of families in the order given; None where there is none.

    Parameters
    ----------
    families : mapping of str to str
        What each family is called.
    what : str
        From what to what, such as "van eerste signaal tot eerste hulp".
    """
    if not delays:
        return None
    axis = month_axis(end for one in delays for end in (one.shortest, one.longest))
    title = _("Hoe lang elk gezin wachtte: {what}").format(what=what)
    height = _TOP + _ROW * len(delays) + 6
    rows = [
        _row(one, families.get(one.family, one.family), axis, _TOP + _ROW * place, name)
        for place, one in enumerate(delays)
    ]
    sentence = delay_sentence(delays, families, what)
    svg = drawing(
        name,
        "delays",
        (WIDTH, height),
        title,
        sentence,
        [definitions(name), *axis.drawn(_TOP - 4, height), *rows],
    )
    legend = [
        (
            swatch('<path d="M4 10H24M4 5v10M24 5v10" stroke="#1d5b99" stroke-width="2"/>'),
            _("kortste en langste wacht die kan"),
        ),
        (soft_swatch(name), _("ergens in deze tijd")),
    ]
    return Chart(name, svg, delay_table(delays, families, title), sentence, label, title, legend)


def delay_table(delays: Sequence[Delay], families: Mapping[str, str], caption: str) -> Table:
    """Per family the shortest and the longest that its wait can have been, in months."""
    columns = (
        Column(_("Gezin")),
        Column(_("Minstens (maanden)"), True),
        Column(_("Hoogstens (maanden)"), True),
        Column(_("In woorden")),
    )
    rows = [
        (
            families.get(one.family, one.family),
            number(one.shortest, 0),
            _("niet bekend") if isinf(one.longest) else number(one.longest, 0),
            months_words(Window(one.shortest, one.longest)),
        )
        for one in delays
    ]
    return Table(caption, columns, rows)


def delay_sentence(delays: Sequence[Delay], families: Mapping[str, str], what: str) -> str:
    """Of how many families it is known, and which wait was certainly the shortest and the longest."""
    known = [one for one in delays if not isinf(one.longest)]
    parts = [
        ngettext(
            "Wachten {what}: van {known} van {count} gezin is het begrensd.",
            "Wachten {what}: van {known} van {count} gezinnen is het begrensd.",
            len(delays),
        ).format(what=what, known=len(known), count=len(delays))
    ]
    parts += _outstanding(delays, known, families)
    if len(known) < len(delays):
        parts.append(_("Van de andere weten we niet wanneer de hulp kwam, of is een botsing nog open."))
    return " ".join(parts)


def _outstanding(delays: Sequence[Delay], known: Sequence[Delay], families: Mapping[str, str]) -> list[str]:
    """Who certainly waited shortest and longest, whatever the true waits are; that nobody did, where so."""

    def told(one: Delay) -> dict[str, str]:
        months = months_words(Window(one.shortest, one.longest))
        return {"family": families.get(one.family, one.family), "months": months}

    if len(delays) == 1:
        return [_("Dat gezin wachtte {months}.").format(**told(known[0]))] if known else []
    parts = []
    for one in known:
        others = [other for other in delays if other is not one]
        if all(one.longest < other.shortest for other in others):
            parts.append(_("Het kortst wachtte {family} ({months}).").format(**told(one)))
        if all(one.shortest > other.longest for other in others):
            parts.append(_("Het langst wachtte {family} ({months}).").format(**told(one)))
    return parts or [_("Wie het kortst of het langst wachtte, is niet zeker: de tijden overlappen.")]


def _row(one: Delay, family: str, axis: MonthAxis, top: int, name: str) -> str:
    left, right = axis.at(one.shortest), axis.at(one.longest)
    label = piece(
        '<text x="14" y="{y}" font-size="13.5" fill="#1b2733" class="halo">{t}</text>',
        y=top + 13,
        t=shortened(family, WIDTH - 2 * SIDE),
    )
    width = max(right - left, 3.0)
    fill = "out" if isinf(one.longest) else "both"
    bar = "".join(
        piece(
            '<rect x="{x}" y="{y}" width="{w}" height="10" fill="url(#{n}-{f})"/>',
            x=left,
            y=top + 20,
            w=round(width, 1),
            n=name,
            f=part,
        )
        for part in (fill, "hatch")
    )
    ends = piece('<path d="M{a} {t}v14" stroke="{c}" stroke-width="2"/>', a=left, t=top + 18, c=BLUE)
    if isinf(one.longest):
        arrow = '<path d="M{b} {t}l7 5l-7 5" fill="none" stroke="{c}" stroke-width="1.8"/>'
        return label + bar + ends + piece(arrow, b=right + 3, t=top + 20, c=INK)
    last = piece(
        '<path d="M{b} {t}v14" stroke="{c}" stroke-width="2"/>', b=round(left + width, 1), t=top + 18, c=BLUE
    )
    return label + bar + ends + last
