# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts as they stand on a page; for pages that keep them, so that they are filled in once."""

from typing import Any

from django.template import engines
from markupsafe import Markup

from wijkverhaal.publication.chart import Chart


def figure(chart: Chart | None, **options: Any) -> Markup | None:
    """The `<figure>` of a chart in the language of the reader; options as of the macro `chart_figure`."""
    return None if chart is None else Markup(_macros().chart_figure(chart, **options))  # noqa: S704 (a macro)


def interval_key() -> Markup:
    """What the signs in a plot of margins mean."""
    return Markup(_macros().interval_key())  # noqa: S704 (a macro)


def _macros() -> Any:
    return engines["jinja2"].env.get_template("site/chart.html").module
