# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every column means that leaves the house: for a workbook, the API and its description."""

from dataclasses import dataclass
from typing import Literal

from wijkverhaal.foundation.language import _

Kind = Literal["text", "whole", "number", "flag"]


@dataclass(frozen=True)
class ExportedColumn:
    """A column of a file: its name (a promise to scripts), its kind, unit and meaning."""

    name: str
    kind: Kind
    unit: str
    meaning: str
    #: The values that a text can have; empty where it can be any.
    values: tuple[str, ...] = ()


def area_columns() -> tuple[ExportedColumn, ...]:
    """The columns of areas.csv, in order."""
    code, persons, rate = _("code"), _("personen"), _("% van de jeugdigen")
    point, chance = _("procentpunt"), _("0 tot 1")
    return (
        ExportedColumn("area", "text", code, _("de wijk, zoals WK036300")),
        ExportedColumn("name", "text", _("tekst"), _("de naam van de wijk")),
        ExportedColumn("gemeente", "text", code, _("de gemeente, zoals GM0363")),
        ExportedColumn("region", "text", code, _("de jeugdregio; leeg waar die niet bekend is")),
        ExportedColumn("year", "whole", _("jaar"), _("het jaar van de jeugdcijfers")),
        ExportedColumn(
            "youths", "number", persons, _("jeugdigen van 0 tot en met 22, een benadering; bij SCP leeg")
        ),
        ExportedColumn(
            "published",
            "number",
            persons,
            _("het gepubliceerde aantal; leeg waar geheim of zonder rij"),
        ),
        ExportedColumn(
            "published_low", "number", persons, _("het kleinste echte aantal waar dat voor kan staan")
        ),
        ExportedColumn(
            "published_high", "number", persons, _("het grootste echte aantal waar dat voor kan staan")
        ),
        ExportedColumn("published_rate", "number", rate, _("het gepubliceerde percentage")),
        ExportedColumn(
            "coverage",
            "number",
            chance,
            _("dekking: het deel van de jeugdigen met zorg in deze gemeente dat in een wijk is geplaatst"),
        ),
        *_bounded("expected_population", rate, _("verwacht bij deze bevolking")),
        *_bounded("expected_here", rate, _("verwacht hier")),
        *_bounded("actual", rate, _("werkelijk: de beste schatting van het echte gebruik")),
        *_bounded("difference", point, _("werkelijk min verwacht bij deze bevolking")),
        ExportedColumn(
            "probability_higher",
            "number",
            chance,
            _("kans dat werkelijk hoger is dan verwacht bij deze bevolking"),
        ),
        *_bounded("difference_here", point, _("werkelijk min verwacht hier")),
        ExportedColumn(
            "probability_higher_here", "number", chance, _("kans dat werkelijk hoger is dan verwacht hier")
        ),
        *_bounded(
            "published_predicted",
            persons,
            _("het aantal dat CBS zou publiceren, voorspeld zonder het eigen aantal van de wijk"),
        ),
        *_extra_columns(chance),
    )


def _extra_columns(chance: str) -> tuple[ExportedColumn, ...]:
    text, flag = _("tekst"), _("waar of onwaar")
    return (
        ExportedColumn("gemeente_name", "text", text, _("de naam van de gemeente")),
        ExportedColumn(
            "status",
            "text",
            text,
            _("shown: met cijfer; secret: geheim, dus 0 tot en met 7; no_row: zonder cijfer"),
            ("shown", "secret", "no_row"),
        ),
        ExportedColumn(
            "coverage_known",
            "flag",
            flag,
            _("of de dekking volgt uit het totaal van de gemeente, of uit andere gemeenten"),
        ),
        ExportedColumn("carried", "flag", flag, _("of een kenmerk van deze wijk uit een eerder jaar komt")),
        ExportedColumn(
            "marked",
            "text",
            text,
            _("of de wijk opvalt: higher (hoger dan hier verwacht), lower (lager) of none (valt niet op)"),
            ("higher", "lower", "none"),
        ),
        ExportedColumn(
            "probability_marked", "number", chance, _("kans dat het verschil zo groot is als de regel vraagt")
        ),
        *_bounded(
            "change_here",
            _("procentpunt"),
            _("hoeveel het verschil met verwacht hier groter is dan een jaar eerder"),
        ),
        ExportedColumn(
            "probability_risen",
            "number",
            chance,
            _("kans dat het gebruik is gestegen, vergeleken met wat hier verwacht was"),
        ),
    )


def explanation_columns() -> tuple[ExportedColumn, ...]:
    """The columns of explanation.csv, in order."""
    return (
        ExportedColumn("area", "text", _("code"), _("de wijk, zoals WK036300")),
        ExportedColumn("year", "whole", _("jaar"), _("het jaar van de jeugdcijfers")),
        ExportedColumn(
            "part",
            "text",
            _("naam"),
            _("een groep kenmerken, gemeente, region of unexplained"),
        ),
        ExportedColumn("part_label", "text", _("tekst"), _("het onderdeel in woorden")),
        *_bounded("effect", _("procentpunt"), _("wat dit onderdeel erbij of eraf doet")),
        ExportedColumn("total", "number", _("procentpunt"), _("werkelijk min het land")),
        ExportedColumn("country_rate", "number", _("% van de jeugdigen"), _("het gebruik in het land")),
    )


def coefficient_columns() -> tuple[ExportedColumn, ...]:
    """The columns of coefficients.csv, in order."""
    unit = _("logit, of procentpunt bij SCP")
    return (
        ExportedColumn("year", "whole", _("jaar"), _("het jaar; leeg waar het voor alle jaren geldt")),
        ExportedColumn("term", "text", _("naam"), _("het kenmerk; intercept is het grondniveau")),
        ExportedColumn("label", "text", _("tekst"), _("het kenmerk in woorden")),
        ExportedColumn("group", "text", _("naam"), _("de groep waarin het telt")),
        ExportedColumn("unit", "text", _("tekst"), _("de eenheid van het kenmerk zelf")),
        ExportedColumn(
            "estimate",
            "number",
            unit,
            _("wat er verandert als het kenmerk één standaardafwijking hoger is"),
        ),
        ExportedColumn("low", "number", unit, _("ondergrens van de 90%-marge")),
        ExportedColumn("high", "number", unit, _("bovengrens van de 90%-marge")),
    )


def comparable_columns() -> tuple[ExportedColumn, ...]:
    """The columns of comparable.csv, in order."""
    code, text, rate = _("code"), _("tekst"), _("% van de jeugdigen")
    return (
        ExportedColumn("area", "text", code, _("de wijk, zoals WK036300")),
        ExportedColumn("year", "whole", _("jaar"), _("het jaar van de jeugdcijfers")),
        ExportedColumn("rank", "whole", _("getal"), _("1 lijkt het meest")),
        ExportedColumn("other", "text", code, _("de andere wijk")),
        ExportedColumn("other_name", "text", text, _("de naam van de andere wijk")),
        ExportedColumn("other_gemeente", "text", code, _("de gemeente van de andere wijk")),
        ExportedColumn("other_gemeente_name", "text", text, _("de naam van die gemeente")),
        ExportedColumn("distance", "number", _("zonder eenheid"), _("de afstand; 0 is precies gelijk")),
        ExportedColumn("other_expected_here", "number", rate, _("wat daar verwacht was")),
        ExportedColumn("other_actual", "number", rate, _("wat daar werkelijk is gebruikt, geschat")),
        *(column for place in (1, 2, 3) for column in _differing(place)),
    )


def _differing(place: int) -> tuple[ExportedColumn, ...]:
    name, own = f"differs_{place}", _("die eenheid")
    return (
        ExportedColumn(name, "text", _("naam"), _("een van de drie kenmerken die het meest verschillen")),
        ExportedColumn(f"{name}_label", "text", _("tekst"), _("dat kenmerk in woorden")),
        ExportedColumn(f"{name}_unit", "text", _("tekst"), _("de eenheid van dat kenmerk")),
        ExportedColumn(f"{name}_here", "number", own, _("de waarde in deze wijk")),
        ExportedColumn(f"{name}_there", "number", own, _("de waarde in de andere wijk")),
    )


def place_columns() -> tuple[ExportedColumn, ...]:
    """The columns of the use of a gemeente in a year."""
    return (
        ExportedColumn("gemeente", "text", _("code"), _("de gemeente, zoals GM0363")),
        ExportedColumn("gemeente_name", "text", _("tekst"), _("de naam van de gemeente")),
        ExportedColumn("year", "whole", _("jaar"), _("het jaar van de jeugdcijfers")),
        ExportedColumn("wijken", "whole", _("getal"), _("hoeveel wijken de berekening daar heeft")),
        *_bounded(
            "actual",
            _("% van de jeugdigen"),
            _("werkelijk: de beste schatting van het echte gebruik"),
        ),
    )


def _bounded(name: str, unit: str, meaning: str) -> tuple[ExportedColumn, ...]:
    return (
        ExportedColumn(name, "number", unit, meaning),
        ExportedColumn(f"{name}_low", "number", unit, _("ondergrens van de 90%-marge")),
        ExportedColumn(f"{name}_high", "number", unit, _("bovengrens van de 90%-marge")),
    )
