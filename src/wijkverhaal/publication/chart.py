# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A chart on a page."""

from dataclasses import dataclass

from markupsafe import Markup

from wijkverhaal.foundation import chart
from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.publication.template import render

__all__ = ["Chart", "Column", "Table"]


@dataclass(frozen=True)
class Chart(chart.Chart):
    """A drawing with its table and sentence, that can be put in the page to mail."""

    def figure(self) -> Markup:
        """The chart as an HTML `<figure>`."""
        return render("figure.html", chart=self)
