# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The 27 determinants of SCP's "Jeugdhulp in de wijk" (2017), with labels of our own."""

from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.foundation.language import mark

_HOUSEHOLDS = (mark("huishoudens"), "%")
_WITH_CHILDREN = (mark("huishoudens met kinderen"), "%")
_INHABITANTS = (mark("inwoners"), "%")
_PUPILS = (mark("leerlingen in de gemeente"), "%")
_HOMES = (mark("woningen"), "%")

#: With these use does not rise or fall in a straight line: held-out wijken and gemeenten are
#: foretold better with their squares (docs/method/prediction-and-validation.md).
_CURVED = frozenset(
    {
        "gem_gestink",
        "woonwaarde",
        "groenedruk",
        "grijzedruk",
        "perc_nwmig",
        "perc_hhmk",
        "perc_1gez",
        "huur_corp",
    }
)


def _scp(name: str, label: str, english: str, group: str, over: tuple[str, str]) -> Indicator:
    denominator, unit = over
    return Indicator(
        name, label, english, unit, denominator, group, (name,), curved=name in _CURVED, family="scp"
    )


#: SCP gives every determinant as one column, a percentage unless said otherwise.
SCP_INDICATORS: tuple[Indicator, ...] = (
    _scp("perc_sbo_g", "Speciaal basisonderwijs", "Special primary education", "education", _PUPILS),
    _scp("perc_vso_g", "Voortgezet speciaal onderwijs", "Special secondary education", "education", _PUPILS),
    _scp("perc_praktijk_g", "Praktijkonderwijs", "Practical training schools", "education", _PUPILS),
    _scp("perc_hhmk", "Huishoudens met kinderen", "Households with children", "household", _HOUSEHOLDS),
    _scp("perc_jong04", "Jongste kind is 0 tot 4 jaar", "Youngest child 0 to 4", "household", _WITH_CHILDREN),
    _scp("perc_1ouder", "Eenoudergezinnen", "One-parent families", "household", _WITH_CHILDREN),
    _scp(
        "perc_tienmam",
        "Tienermoeders",
        "Teenage mothers",
        "household",
        (mark("meisjes van 15 tot 20 jaar"), "%"),
    ),
    _scp(
        "perc_hhmkhgink",
        "Gezinnen met een hoog inkomen",
        "Families with a high income",
        "income",
        _WITH_CHILDREN,
    ),
    _scp(
        "perc_kind_sch5",
        "Kinderen van wie de ouders in de laatste vijf jaar zijn gescheiden",
        "Children whose parents separated in the last five years",
        "household",
        (mark("kinderen"), "%"),
    ),
    _scp(
        "perc_ouderpsy",
        "Huishoudens met psychische medicijnen",
        "Households with psychiatric medication",
        "parents_health",
        _HOUSEHOLDS,
    ),
    _scp(
        "perc_hhverd",
        "Huishoudens met een verdachte van een misdrijf",
        "Households with a crime suspect",
        "safety",
        _HOUSEHOLDS,
    ),
    _scp("perc_hhbijs", "Gezinnen met bijstand", "Families on social assistance", "benefits", _WITH_CHILDREN),
    _scp(
        "perc_hhwan",
        "Huishoudens met schuld bij de zorgverzekeraar",
        "Households in arrears with their health insurer",
        "income",
        _HOUSEHOLDS,
    ),
    _scp(
        "groenedruk",
        "Groene druk: jongeren tegenover volwassenen",
        "Green pressure: youths against adults",
        "age",
        (mark("inwoners van 20 tot 65 jaar"), mark("per 100")),
    ),
    _scp(
        "grijzedruk",
        "Grijze druk: ouderen tegenover volwassenen",
        "Grey pressure: elderly against adults",
        "age",
        (mark("inwoners van 20 tot 65 jaar"), mark("per 100")),
    ),
    _scp(
        "perc_ao",
        "Inwoners met een arbeidsongeschiktheidsuitkering",
        "Inhabitants on a disability benefit",
        "benefits",
        _INHABITANTS,
    ),
    _scp(
        "perc_laagopl",
        "Inwoners met een lage opleiding",
        "Inhabitants with low education",
        "education",
        _INHABITANTS,
    ),
    _scp(
        "gem_gestink",
        "Gemiddeld inkomen van huishoudens",
        "Mean household income",
        "income",
        (mark("gestandaardiseerd, per jaar"), mark("euro")),
    ),
    _scp(
        "polchrplus",
        "Stemmen op een christelijke partij",
        "Votes for a Christian party",
        "cohesion",
        (mark("uitgebrachte stemmen"), "%"),
    ),
    _scp(
        "perc_nwmig",
        "Inwoners met een niet-westerse migratieachtergrond",
        "Inhabitants with a non-western migration background",
        "origin",
        _INHABITANTS,
    ),
    _scp(
        "perc_antsur",
        "Inwoners met een Antilliaanse of Surinaamse achtergrond",
        "Inhabitants with an Antillean or Surinamese background",
        "origin",
        _INHABITANTS,
    ),
    _scp("perc_1gez", "Eengezinswoningen", "Single-family homes", "surroundings", _HOMES),
    _scp("huur_corp", "Huurwoningen van een corporatie", "Social rented homes", "income", _HOMES),
    _scp(
        "woonwaarde", "Gemiddelde woningwaarde", "Mean property value", "income", ("", mark("duizend euro"))
    ),
    _scp("afstandhuisarts", "Afstand tot de huisarts", "Distance to the GP", "amenities", ("", "km")),
    _scp(
        "samenw",
        "Gemeente werkt samen met andere gemeenten",
        "Gemeente cooperates with other gemeenten",
        "cooperation",
        ("", mark("0 of 1")),
    ),
    _scp(
        "kleinewijk",
        "Kleine wijk (minder dan 1.000 inwoners)",
        "Small wijk (under 1,000 inhabitants)",
        "surroundings",
        ("", mark("0 of 1")),
    ),
)
