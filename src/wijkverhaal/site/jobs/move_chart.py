# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chart of two runs: in how many wijken a measure moved how far."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.sentence import fictional_label, figure, rate, source
from wijkverhaal.site.jobs.run_difference import Moved, RunDifference

_WIDTH, _BAR, _GAP, _TOP, _PART = 420, 20, 6, 24, 34
_NAME, _END = 150, 48
_BLUE = "#1d5b99"
#: Ends of the classes, in percentage points.
_ENDS = (0.1, 0.25, 0.5, 1.0)


def measure_names() -> dict[str, str]:
    """What can move, in words."""
    return {
        "expected_here": _("Hier verwacht"),
        "actual": _("Werkelijk"),
        "difference_here": _("Verschil met hier verwacht"),
    }


def moved_sentence(moved: Moved) -> str:
    """How far a measure moved."""
    return _(
        "{measure}: bij de helft van de wijken schoof het minder dan {middle} procentpunt,"
        " bij 90% van de wijken lag de verschuiving tussen {low} en {high} procentpunt."
    ).format(
        measure=measure_names()[moved.measure],
        middle=figure(moved.middle, 2),
        low=signed_two(moved.low),
        high=signed_two(moved.high),
    )


def signed_two(value: float) -> str:
    """A move with its sign and two decimals, for moves are small."""
    written = figure(value, 2)
    return "+" + written if round(value, 2) > 0 else written


def marked_sentence(found: RunDifference) -> str:
    """How the wijken that stand out changed."""
    return _(
        "In allebei vallen {both} wijken op dezelfde manier op. Alleen in de eerste zijn dat er {a},"
        " alleen in de tweede {b}. Een wijk telt elk jaar opnieuw mee."
    ).format(both=found.marked_both, a=found.marked_a, b=found.marked_b)


def move_chart(found: RunDifference) -> Chart:
    """Three small bar charts under each other: expected, actual and their difference."""
    labels = _class_names()
    counts = {m.measure: _counts(found, m.measure) for m in found.moved}
    title = _("Hoe ver de cijfers per wijk verschoven")
    years = _("Over {years}.").format(years=", ".join(map(str, found.years)))
    without = _("Een verschuiving is het verschil tussen twee berekeningen en heeft zelf geen marge.")
    moves = [moved_sentence(one) for one in found.moved]
    sentence = " ".join([years, *moves, without, source(found.b, found.years[-1])])
    rows = [
        [label, *(_share(counts[m.measure], place) for m in found.moved)]
        for place, label in enumerate(labels)
    ]
    names = measure_names()
    columns = [Column(_("Verschuiving")), *(Column(names[m.measure], True) for m in found.moved)]
    return Chart(
        "verschuiving",
        _drawing(labels, counts, title, sentence),
        Table(_("Aantal wijken per verschuiving, en hun deel van alle wijken"), columns, rows),
        sentence,
        fictional_label() if found.b.fictional else "",
    )


def _class_names() -> list[str]:
    pairs = pairwise(_ENDS)
    between = [_("{low} tot {high}").format(low=figure(a, 2), high=figure(b, 2)) for a, b in pairs]
    return [
        _("minder dan {high}").format(high=figure(_ENDS[0], 2)),
        *between,
        _("{low} of meer").format(low=figure(_ENDS[-1], 2)),
    ]


def _counts(found: RunDifference, measure: str) -> list[int]:
    moves = found.table[f"{measure}_moved"].drop_nulls().abs()
    edges = [0.0, *_ENDS, float("inf")]
    return [int(((moves >= low) & (moves < high)).sum()) for low, high in pairwise(edges)]


def _share(counts: Sequence[int], place: int) -> str:
    total = sum(counts) or 1
    return f"{figure(counts[place], 0)} ({rate(100 * counts[place] / total)})"


def _drawing(labels: Sequence[str], counts: dict[str, list[int]], title: str, sentence: str) -> Markup:
    names = measure_names()
    part = _PART + len(labels) * (_BAR + _GAP)
    height = _TOP + part * len(counts)
    pieces = [
        Markup(
            '<svg role="img" aria-labelledby="verschuiving-t verschuiving-d" viewBox="0 0 {w} {h}">'
            '<title id="verschuiving-t">{t}</title><desc id="verschuiving-d">{d}</desc>'
            '<text x="0" y="14" font-size="13" fill="#4a5866">{unit}</text>'
        ).format(w=_WIDTH, h=height, t=title, d=sentence, unit=_("procentpunt, omhoog of omlaag"))
    ]
    for place, (measure, numbers) in enumerate(counts.items()):
        top = _TOP + place * part
        pieces.append(
            Markup('<text x="0" y="{y}" font-size="14" font-weight="600" fill="#1b2733">{t}</text>').format(
                y=top + 20, t=names[measure]
            )
        )
        pieces += _bars(labels, numbers, top + _PART)
    return Markup("").join([*pieces, Markup("</svg>")])


def _bars(labels: Sequence[str], numbers: Sequence[int], top: int) -> list[Markup]:
    most = max(numbers) or 1
    bars = []
    for place, (label, number) in enumerate(zip(labels, numbers, strict=True)):
        y = top + place * (_BAR + _GAP)
        width = round(number / most * (_WIDTH - _NAME - _END), 1)
        bars.append(
            Markup(
                '<text x="{e}" y="{t}" font-size="13" text-anchor="end" fill="#1b2733">{l}</text>'
                '<path d="M{n} {y}h{w}v{b}h-{w}z" fill="{c}"/>'
                '<text x="{r}" y="{t}" font-size="13" fill="#1b2733">{v}</text>'
            ).format(
                e=_NAME - 8, t=y + 15, l=label, n=_NAME, y=y, w=width, b=_BAR, c=_BLUE,
                r=_NAME + width + 6, v=figure(number, 0),
            )
        )  # fmt: skip
    return bars
