# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers counted: a bar per answer, with its table and its sentence."""

from collections.abc import Mapping

from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.publication.chart import Chart, Column, Table

_WIDTH, _ROW = 380, 44


def tally_chart(name: str, title: str, counts: Mapping[str, int], sentence: str) -> Chart | None:
    """The drawing, the table and the sentence of counted answers; None where there are too few to show.

    Parameters
    ----------
    name : str
        Unique on the page.
    title : str
    counts : mapping of the words of an answer to how many gave it
        In the order of the answers; empty where fewer than three people answered.
    sentence : str
    """
    if not counts:
        return None
    most = max(*counts.values(), 1)
    pieces = [
        piece(
            '<text x="4" y="{ty}" font-size="15" fill="#1b2733">{label}</text>'
            '<text x="{w}" y="{ty}" font-size="15" font-weight="600" text-anchor="end" fill="#1b2733">'
            "{n}</text>"
            '<rect x="4" y="{y}" width="{bw}" height="16" fill="#5b9bd8" stroke="#1d5b99"/>',
            ty=place * _ROW + 15,
            w=_WIDTH - 4,
            label=words,
            n=count,
            y=place * _ROW + 21,
            bw=round(count / most * (_WIDTH - 8), 1),
        )
        for place, (words, count) in enumerate(counts.items())
    ]
    svg = drawing(f"{name}-svg", "bars", (_WIDTH, _ROW * len(counts) + 4), title, sentence, pieces)
    columns = (Column(_("Antwoord")), Column(_("Mensen"), numeric=True))
    return Chart(name, svg, Table(title, columns, [(w, str(n)) for w, n in counts.items()]), sentence)
