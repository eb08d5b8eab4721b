# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a run and a wijk look like in a terminal of 80 columns, and as data for scripts."""

import textwrap
from typing import Any

from rich.text import Text

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.bars import Part
from wijkverhaal.publication.explanation_chart import parts_of
from wijkverhaal.publication.lookup import find_wijk
from wijkverhaal.publication.sentence import (
    chance,
    country_name,
    difference_sentence,
    direction,
    fictional_label,
    figure,
    margin,
    outcome_name,
    rate,
    signed,
    source,
    verdict,
)
from wijkverhaal.publication.wijk_table import published

COLUMNS = 80
LINES = 24
_BAR = 20
_LABEL = 30


def summary_dict(run: FinishedRun) -> dict[str, Any]:
    """A run in numbers: per year how many wijken, how they were published and how many stand out."""
    return {
        "run": run.id,
        "fictional": run.fictional,
        "outcome": run.outcome,
        "family": run.family,
        "years": run.years,
        "per_year": {str(year): _counts(run, year) for year in run.years},
        "hyperparameters": run.model.get("hyperparameters", {}),
        "notes": run.model.get("notes", []),
    }


def _counts(run: FinishedRun, year: int) -> dict[str, Any]:
    frame = run.of_year(year)
    status = frame["status"].to_list()
    ways = [direction(value) for value in frame["probability_higher_here"]]
    return {
        "wijken": len(frame),
        "with_count": status.count("shown"),
        "secret": status.count("secret"),
        "without_row": status.count("no_row"),
        "country_rate": run.country_rate(year),
        **_left_out(run, year),
        "clearly_higher": ways.count("higher"),
        "clearly_lower": ways.count("lower"),
    }


def _left_out(run: FinishedRun, year: int) -> dict[str, list[str]]:
    """Codes of the gemeenten whose effect comes from the others."""
    summary = run.model.get("summary", {}).get("per_year", {}).get(str(year), {})
    names = ("gemeenten_without_rows", "gemeenten_without_region")
    return {name: list(summary.get(name, [])) for name in names}


def summary_lines(run: FinishedRun) -> list[Text]:
    """One screen about a run: at most 24 lines of at most 80 columns."""
    head = _head(run)
    head.append(Text(_heading(run, _("Berekening {run}").format(run=run.id)), style="bold"))
    for year in run.years[:4]:
        head.extend(Text(line) for line in _year_lines(run, year))
    spread = [
        Text(
            _fit(
                f"  {entry.get('label') or name}: {figure(entry.get('estimate'), 3)}"
                f" ({figure(entry.get('low'), 3)} - {figure(entry.get('high'), 3)})"
            )
        )
        for name, entry in run.model.get("hyperparameters", {}).items()
        if isinstance(entry, dict) and name.endswith(f"_{run.years[0]}")
    ]
    tail = [
        Text(""),
        Text(_("Verder: wijkverhaal show CODE, of wijkverhaal export latest --to MAP")),
    ]
    room = LINES - len(head) - len(tail)
    if spread:
        head.append(Text(_("Spreiding (90%-marge)"), style="bold"))
        head.extend(spread[:4])
    notes = [line for note in run.model.get("notes", []) for line in _wrapped(str(note))]
    room = LINES - len(head) - len(tail)
    if len(notes) > room:
        notes = [*notes[: max(room - 1, 0)], "  " + _("Meer hierover staat in model.json.")]
    return [*head, *(Text(line) for line in notes), *tail]


def _head(run: FinishedRun) -> list[Text]:
    return [Text(fictional_label(), style="bold reverse")] if run.fictional else []


def _heading(run: FinishedRun, text: str) -> str:
    years = ", ".join(str(year) for year in sorted(run.years))
    return _fit(f"{text}: {outcome_name(run.outcome)}, {years}")


def _year_lines(run: FinishedRun, year: int) -> list[str]:
    counts = {name: value for name, value in _counts(run, year).items() if isinstance(value, int)}
    written = {name: figure(value, 0) for name, value in counts.items()}
    lines = (
        _("{year}: {wijken} wijken: {with_count} met cijfer, {secret} geheim, {without_row} zonder cijfer"),
        "  "
        + (
            _("{rate} van de jeugdigen in {country}")
            if run.family == "cbs"
            else _("Gemiddeld over de wijken: {rate} van de jeugdigen")
        ),
        "  " + _("Duidelijk hoger dan hier verwacht: {clearly_higher}, duidelijk lager: {clearly_lower}"),
    )
    facts = {"year": year, "rate": rate(run.country_rate(year)), "country": country_name(run), **written}
    return [_fit(line.format(**facts)) for line in lines]


def wijk_dict(run: FinishedRun, code: str, year: int | None = None) -> dict[str, Any]:
    """A wijk in numbers: its row of areas.csv, with its explanation.

    Raises
    ------
    NotFoundError
        When the run has no such wijk, or not in that year.
    """
    row = find_wijk(run, code, year)
    parts = run.explanation.filter(
        (run.explanation["area"] == row["area"]) & (run.explanation["year"] == row["year"])
    )
    return {
        "run": run.id,
        "fictional": run.fictional,
        **row,
        "explanation": parts.drop("area", "year").to_dicts(),
    }


def wijk_lines(run: FinishedRun, code: str, year: int | None = None) -> list[Text]:
    """One wijk in the terminal: what was published, expected and used, and why.

    Raises
    ------
    NotFoundError
        When the run has no such wijk, or not in that year.
    """
    row = find_wijk(run, code, year)
    where = row["gemeente_name"] or row["gemeente"]
    title = Text(_fit(f"{row['name']} ({row['area']}), {where}, {row['year']}"), style="bold")
    lines = [*_head(run), title, Text(_fit(_("Berekening {run}").format(run=run.id))), Text("")]
    lines.extend(Text(_fit(line)) for line in _figures(run, row))
    sentence = difference_sentence(
        row["difference_here"],
        row["difference_here_low"],
        row["difference_here_high"],
        row["probability_higher_here"],
    )
    lines.extend([Text(""), *(Text(line) for line in textwrap.wrap(sentence, COLUMNS))])
    lines.extend(_explanation(run, row))
    return [*lines, Text(""), Text(_fit(source(run, row["year"])))]


def _figures(run: FinishedRun, row: dict[str, Any]) -> list[str]:
    facts = [
        (_("Jeugdigen"), figure(row["youths"], 0)),
        (_("Gepubliceerd"), published(row)),
        (_("Verwacht bij deze bevolking"), _with_margin(row, "expected_population")),
        (_("Verwacht hier"), _with_margin(row, "expected_here")),
        (_("Werkelijk ({outcome})").format(outcome=outcome_name(run.outcome)), _with_margin(row, "actual")),
        (
            _("Verschil met hier verwacht"),
            _("{value} procentpunt ({low} tot {high})").format(
                value=signed(row["difference_here"]),
                low=signed(row["difference_here_low"]),
                high=signed(row["difference_here_high"]),
            ),
        ),
        (
            _("Kans dat het hoger is"),
            f"{chance(row['probability_higher_here'])}: {verdict(row['probability_higher_here'])}",
        ),
    ]
    return [f"{name:<38}{value}" for name, value in facts]


def _with_margin(row: dict[str, Any], name: str) -> str:
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    return rate(row[name]) + ("" if low is None or high is None else f" ({margin(low, high)}%)")


def _explanation(run: FinishedRun, row: dict[str, Any]) -> list[Text]:
    parts = sorted(parts_of(run, row["area"], row["year"]), key=lambda part: -abs(part.effect))
    if not parts:
        return []
    country = rate(run.country_rate(row["year"]))
    title = _("Uitleg: afstand tot {country} ({rate}), in procentpunt").format(
        country=country_name(run), rate=country
    )
    longest = max(abs(part.effect) for part in parts) or 1.0
    lines = [Text(""), Text(_fit(title), style="bold")]
    lines.extend(_bar(part, longest) for part in parts)
    total = sum(part.effect for part in parts)
    lines.append(Text(_fit(f"{_('Samen'):<{_LABEL}}{signed(total):>7}")))
    return lines


def _bar(part: Part, longest: float) -> Text:
    size = round(_BAR * abs(part.effect) / longest)
    drawn = ("█" if part.effect >= 0 else "▒") * size
    label = part.label if len(part.label) < _LABEL else part.label[: _LABEL - 2] + "…"
    return Text(_fit(f"{label:<{_LABEL}}{signed(part.effect):>7}  {drawn}"))


def _wrapped(note: str) -> list[str]:
    return textwrap.wrap(note, COLUMNS, initial_indent="- ", subsequent_indent="  ")


def _fit(line: str) -> str:
    return line if len(line) <= COLUMNS else line[: COLUMNS - 1] + "…"
