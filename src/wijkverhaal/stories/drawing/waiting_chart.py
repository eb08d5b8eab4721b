# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The share of families that still waited after so many months: the envelope and the Turnbull estimate."""

from collections.abc import Sequence
from math import inf, isinf

from wijkverhaal.foundation.chart import Chart, Column, Table
from wijkverhaal.foundation.language import _, ngettext, number, percentage
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.stories.delay import Delay, Envelope, delay_distribution, envelope
from wijkverhaal.stories.drawing.legend import soft_swatch, swatch
from wijkverhaal.stories.drawing.month_axis import WIDTH, MonthAxis, month_axis
from wijkverhaal.stories.drawing.soft_bar import BLUE, definitions
from wijkverhaal.stories.turnbull import MassInterval, still_waiting

_TOP, _HIGH, _LEFT = 42, 190, 44


def waiting_chart(
    delays: Sequence[Delay], what: str, name: str = "nog-wachten", label: str = ""
) -> Chart | None:
    """How many families still waited after each moment; None where there is no wait.

    The hatched band holds whatever the true waits are. The line is the estimate of Turnbull; within a
    sloping dashed part it says only that the share falls somewhere there.
    """
    if not delays:
        return None
    band, estimate = envelope(delays), delay_distribution(delays)
    axis = month_axis((one.months for one in band), _LEFT)
    title = _("Welk deel nog wachtte: {what}").format(what=what)
    nothing = sum(one.shortest <= 0 and isinf(one.longest) for one in delays)
    sentence = " ".join([_sentence(band, estimate, len(delays), what), *_without(nothing, len(delays))])
    height = _TOP + _HIGH + 8
    pieces = [
        definitions(name),
        *axis.drawn(_TOP - 4, _TOP + _HIGH),
        *_shares(),
        _band(band, axis, name),
        _line(estimate, axis),
    ]
    svg = drawing(name, "waiting", (WIDTH, height), title, sentence, pieces)
    legend = [
        (soft_swatch(name), _("alles wat kan, gezien de verhalen")),
        (swatch(f'<path d="M2 10H26" stroke="{BLUE}" stroke-width="2.5"/>'), _("schatting van Turnbull")),
        (
            swatch(f'<path d="M2 4L26 16" stroke="{BLUE}" stroke-width="2" stroke-dasharray="4 3"/>'),
            _("daalt hier ergens; waar precies weet niemand"),
        ),
    ]
    return Chart(name, svg, _table(band, estimate, title), sentence, label, title, legend)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _HIGH, 1)


def _shares() -> list[str]:
    return [
        piece(
            '<path d="M44 {y}H372" stroke="#e1e7ec"/>'
            '<text x="40" y="{t}" font-size="12" text-anchor="end" fill="#4a5866">{v}</text>',
            y=_y(share),
            t=_y(share) + 4,
            v=percentage(100 * share, 0),
        )
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]


def _band(band: Sequence[Envelope], axis: MonthAxis, name: str) -> str:
    """Between the least and the most, in steps."""
    ends = [*[axis.at(one.months) for one in band[1:]], axis.right]
    upper = " ".join(
        f"{axis.at(one.months)},{_y(one.most)} {end},{_y(one.most)}"
        for one, end in zip(band, ends, strict=True)
    )
    lower = " ".join(
        f"{end},{_y(one.least)} {axis.at(one.months)},{_y(one.least)}"
        for one, end in reversed(list(zip(band, ends, strict=True)))
    )
    return piece(
        '<polygon points="{p}" fill="#dfe8f0"/><polygon points="{p}" fill="url(#{n}-hatch)" opacity=".45"/>',
        p=f"{upper} {lower}",
        n=name,
    )


def _line(estimate: Sequence[MassInterval], axis: MonthAxis) -> str:
    """Level where nothing is lost, dashed and sloping where it falls somewhere."""
    pieces, here, share = [], axis.left, 1.0
    for one in estimate:
        pieces.append(_stroke(here, share, axis.at(one.low), share))
        if isinf(one.high):
            return "".join([*pieces, _stroke(axis.at(one.low), share, axis.right, share)])
        after = max(0.0, share - one.mass)
        pieces.append(_stroke(axis.at(one.low), share, axis.at(one.high), after, one.low < one.high))
        here, share = axis.at(one.high), after
    return "".join([*pieces, _stroke(here, share, axis.right, share)])


def _stroke(x: float, share: float, to_x: float, to_share: float, somewhere: bool = False) -> str:
    return piece(
        '<path d="M{a} {b}L{c} {d}" stroke="{k}" stroke-width="2.5" fill="none" stroke-dasharray="{s}"/>',
        a=x,
        b=_y(share),
        c=to_x,
        d=_y(to_share),
        k=BLUE,
        s="5 4" if somewhere else "none",
    )


def _table(band: Sequence[Envelope], estimate: Sequence[MassInterval], caption: str) -> Table:
    columns = (
        Column(_("Na (maanden)"), True),
        Column(_("Wacht nog, minstens"), True),
        Column(_("Wacht nog, hoogstens"), True),
        Column(_("Schatting van Turnbull"), True),
    )
    rows = []
    for one in band:
        least, most = still_waiting(estimate, one.months)
        rows.append(
            (
                number(one.months, 0),
                percentage(100 * one.least, 0),
                percentage(100 * one.most, 0),
                _range(least, most),
            )
        )
    return Table(caption, columns, rows)


def _range(least: float, most: float) -> str:
    low, high = percentage(100 * least, 0), percentage(100 * most, 0)
    return low if low == high else _("{low} tot {high}").format(low=low, high=high)


def _sentence(band: Sequence[Envelope], estimate: Sequence[MassInterval], count: int, what: str) -> str:
    """The moment by which half had help, at least and at most."""
    soonest = next((one.months for one in band if one.least <= 0.5), inf)
    latest = next((one.months for one in band if one.most <= 0.5), inf)
    if isinf(latest):
        half = _("Of de helft ooit hulp kreeg, is niet zeker.")
        if soonest > 0 and not isinf(soonest):
            half += " " + _("Vóór maand {low} had minder dan de helft hulp.").format(low=number(soonest, 0))
    else:
        half = _("De helft kreeg hulp binnen {low} tot {high} maanden.").format(
            low=number(soonest, 0), high=number(latest, 0)
        )
    where = max(estimate, key=lambda one: one.mass)
    likely = (
        _("Volgens de schatting van Turnbull kreeg {share} die hulp niet binnen {low} maanden.").format(
            share=percentage(100 * where.mass, 0), low=number(where.low, 0)
        )
        if isinf(where.high)
        else _("Volgens de schatting van Turnbull valt {share} tussen {low} en {high} maanden.").format(
            share=percentage(100 * where.mass, 0), low=number(where.low, 0), high=number(where.high, 0)
        )
    )
    few = _("Met {count} gezinnen zegt dit iets over deze gezinnen, niet over alle gezinnen.").format(
        count=count
    )
    return " ".join([_("Wachten {what}.").format(what=what), half, likely, few])


def _without(nothing: int, count: int) -> list[str]:
    """That the estimate says nothing of families of whom nothing is known, where there are any."""
    if not nothing:
        return []
    return [
        ngettext(
            "Van {nothing} gezin is over deze tijd niets bekend; de schatting gaat over de andere {rest}.",
            "Van {nothing} gezinnen is over deze tijd niets bekend; de schatting gaat over de andere {rest}.",
            nothing,
        ).format(nothing=nothing, rest=count - nothing)
    ]
