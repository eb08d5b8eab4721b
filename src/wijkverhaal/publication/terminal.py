# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a run and a wijk look like in a terminal of 80 columns, and as data for scripts."""

import textwrap
from typing import Any

from rich.text import Text

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.bars import Part
from wijkverhaal.publication.comparison import comparable_data, comparable_lines
from wijkverhaal.publication.explanation_chart import parts_of
from wijkverhaal.publication.lookup import find_wijk
from wijkverhaal.publication.marking_sentence import (
    change_sentence,
    expected_wrong,
    marking_sentence,
    way_of,
    year_marks,
)
from wijkverhaal.publication.predicted import is_predicted, use_of_wijk
from wijkverhaal.publication.sentence import (
    chance,
    country_name,
    difference_sentence,
    fictional_label,
    figure,
    margin,
    outcome_name,
    rate,
    signed,
    source,
)
from wijkverhaal.publication.spread import spreads
from wijkverhaal.publication.wijk_table import published

COLUMNS = 80
LINES = 24
_BAR = 20
_LABEL = 30
_SPREADS = 4


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
    return {
        "wijken": len(frame),
        "with_count": status.count("shown"),
        "secret": status.count("secret"),
        "without_row": status.count("no_row"),
        "country_rate": run.country_rate(year),
        **_left_out(run, year),
        **_marks(run, year),
    }


def _marks(run: FinishedRun, year: int) -> dict[str, Any]:
    """How many wijken stand out, and what that is worth."""
    frame = run.of_year(year)
    ways = [way_of(row) for row in frame.select("marked", "probability_higher_here").iter_rows(named=True)]
    told = year_marks(run, year)
    names = ("rule", "share_marked", "published_beyond", "published_beyond_by_chance")
    return {
        "marked_higher": ways.count("higher"),
        "marked_lower": ways.count("lower"),
        "marked_wrongly": expected_wrong(frame),
        **{name: told.get(name) for name in names},
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
        if year == run.years[0]:
            head.extend(Text(_fit("  " + line)) for line in _worth_lines(run, year))
    spread = _spread_lines(run)
    tail = [
        Text(""),
        Text(_("Verder: wijkverhaal show CODE, of wijkverhaal export latest --to MAP")),
    ]
    if spread:
        head.append(Text(_("Spreiding (90%-marge)"), style="bold"))
        head.extend(Text(line) for line in spread)
    notes = [line for note in run.model.get("notes", []) for line in _wrapped(str(note))]
    room = LINES - len(head) - len(tail)
    if len(notes) > room:
        notes = [*notes[: max(room - 1, 0)], "  " + _("Meer hierover staat in model.json.")]
    return [*head, *(Text(line) for line in notes), *tail]


def _spread_lines(run: FinishedRun) -> list[str]:
    """Hyperparameters of the newest year, the standard deviations first; numbers before words."""
    newest = [entry for entry in spreads(run) if entry.newest == run.years[0]]
    newest.sort(key=lambda entry: not entry.is_scale)
    return [
        _fit(f"  {figure(one.estimate, 3)} ({figure(one.low, 3)} - {figure(one.high, 3)})  {one.label}")
        for one in newest[:_SPREADS]
    ]


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
        "  " + _("Vallen op: {marked_higher} hoger dan hier verwacht, {marked_lower} lager"),
    )
    facts = {"year": year, "rate": rate(run.country_rate(year)), "country": country_name(run), **written}
    return [_fit(line.format(**facts)) for line in lines]


def _worth_lines(run: FinishedRun, year: int) -> list[str]:
    """How many marks are expected to be wrong, and how many figures lie far off by chance."""
    marks, lines = _marks(run, year), []
    if marks["marked_wrongly"] is not None:
        lines.append(
            _("Daarvan naar verwachting onterecht: {wrong}").format(wrong=figure(marks["marked_wrongly"]))
        )
    if marks["published_beyond"] is not None and marks["rule"]:
        text = _("Cijfers meer dan {smallest} van verwacht: {count}; door toeval alleen al: {chance}")
        lines.append(
            text.format(
                smallest=figure(100 * marks["rule"]["smallest"], 0) + "%",
                count=figure(marks["published_beyond"], 0),
                chance=figure(marks["published_beyond_by_chance"], 0),
            )
        )
    return lines


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
        "comparable": comparable_data(run, row["area"], row["year"]),
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
        way_of(row),
    )
    lines.append(Text(""))
    own = use_of_wijk(run, row) if is_predicted(row) else ""
    for told in (own, sentence, marking_sentence(run, row), change_sentence(run, row)):
        lines.extend(Text(line) for line in textwrap.wrap(told, COLUMNS))
    lines.extend(_explanation(run, row))
    for place, line in enumerate(comparable_lines(run, row["area"], row["year"])):
        lines.extend([Text(""), Text(line, style="bold")] if place == 0 else [Text(line)])
    return [*lines, Text(""), Text(_fit(source(run, row["year"])))]


def _figures(run: FinishedRun, row: dict[str, Any]) -> list[str]:
    care = outcome_name(run.outcome)
    own = _("Voorspeld ({outcome})") if is_predicted(row) else _("Werkelijk ({outcome})")
    facts = [
        (_("Jeugdigen"), figure(row["youths"], 0)),
        (_("Gepubliceerd"), published(row)),
        (_("Verwacht bij deze bevolking"), _with_margin(row, "expected_population")),
        (_("Verwacht hier"), _with_margin(row, "expected_here")),
        (own.format(outcome=care), _with_margin(row, "actual")),
        *([] if is_predicted(row) else _compared(row)),
    ]
    return [f"{name:<38}{value}" for name, value in facts]


def _compared(row: dict[str, Any]) -> list[tuple[str, str]]:
    """How the use differs from what was expected here, and how sure that is."""
    return [
        (
            _("Verschil met hier verwacht"),
            _("{value} procentpunt ({low} tot {high})").format(
                value=signed(row["difference_here"]),
                low=signed(row["difference_here_low"]),
                high=signed(row["difference_here_high"]),
            ),
        ),
        (_("Kans dat het hoger is"), chance(row["probability_higher_here"])),
    ]


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
