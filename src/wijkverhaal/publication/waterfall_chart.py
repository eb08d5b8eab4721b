# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The explanation of a wijk in steps: from the country as a whole to its own use."""

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.explanation_chart import explanation_sentence, parts_of, signed_margin
from wijkverhaal.publication.predicted import is_predicted
from wijkverhaal.publication.sentence import (
    country_name,
    fictional_label,
    margin,
    rate,
    signed,
)
from wijkverhaal.publication.waterfall import Step, Waterfall, steps_of, waterfall


def waterfall_chart(run: FinishedRun, area: str, year: int) -> Chart | None:
    """From the country to the wijk in the order of the run; None where it has no explanation.

    The steps add up exactly from the rate of the country to the actual use of the wijk. What was
    expected here is a line beside them: it is an average over all that the model does not know.
    """
    parts, wijk, country = parts_of(run, area, year), run.area(area, year), run.country_rate(year)
    if not parts or wijk is None or country is None:
        return None
    steps = steps_of(country, parts)
    sentence = explanation_sentence(run, wijk, parts)
    name = f"uitleg-{area}-{year}"
    title = _("Van {country} naar {place}, {year}").format(
        country=country_name(run), place=wijk["name"] or area, year=year
    )
    land = _("{country} als geheel").format(country=_capital(country_name(run)))
    own = _("Voorspeld, zonder cijfer") if is_predicted(wijk) else _("Werkelijk, naar schatting")
    drawn = Waterfall(land, own, country, steps, steps[-1].end, wijk["expected_here"])
    columns = (
        Column(_("Stap")),
        Column(_("Effect, in procentpunt"), True),
        Column(_("90%-marge"), True),
        Column(_("Daarna"), True),
    )
    use = margin(wijk["actual_low"], wijk["actual_high"]) + "%"
    rows = [
        (land, "", "", rate(country)),
        *map(_cells, steps),
        (own, signed(steps[-1].end - country), "", f"{rate(steps[-1].end)} ({use})"),
    ]
    return Chart(
        name,
        waterfall(drawn, name, title, sentence),
        Table(title, columns, rows),
        sentence,
        fictional_label() if run.fictional else "",
    )


def _cells(step: Step) -> tuple[str, ...]:
    return step.part.label, signed(step.part.effect), signed_margin(step.part), rate(step.end)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
