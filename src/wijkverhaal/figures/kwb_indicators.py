# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Indicators made of CBS's Kerncijfers wijken en buurten.

CBS renames columns now and then; a term such as `g_wozbag|g_woz` holds all names of one column.
"""

from dataclasses import replace

from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.foundation.language import mark

_INHABITANTS = ("a_inw",)
_HOUSEHOLDS = ("a_hh",)
_YOUNG = ("a_00_14", "a_15_24")
_LOW = "a_opl_lg|a_opl_bvm"
_MIDDLE = "a_opl_md|a_opl_hvm"
_HIGH = "a_opl_hg|a_opl_hw"
_EDUCATED = (_LOW, _MIDDLE, _HIGH)


def _share(
    name: str, label: str, english: str, group: str, measure: str, over: tuple[str, ...], of: str
) -> Indicator:
    return Indicator(name, label, english, "%", of, group, (measure,), over, 100.0)


def _inhabitants(name: str, label: str, english: str, group: str, measure: str) -> Indicator:
    return _share(name, label, english, group, measure, _INHABITANTS, mark("inwoners"))


def _households(name: str, label: str, english: str, measure: str) -> Indicator:
    return _share(name, label, english, "household", measure, _HOUSEHOLDS, mark("huishoudens"))


def _percentage(name: str, label: str, english: str, group: str, measure: str, of: str) -> Indicator:
    return Indicator(name, label, english, "%", of, group, (measure,))


def _distance(name: str, label: str, english: str, measure: str) -> Indicator:
    return Indicator(name, label, english, "km", "", "amenities", (measure,))


_AGE = (
    # Youths of 15 to 24 use little care, so that use goes with the share of children, not beside it:
    # the logarithm also fits a wijk full of students.
    replace(
        _share(
            "under_15_of_young",
            "Kinderen tot 15 jaar onder de jongeren",
            "Under 15 among the young",
            "age",
            "a_00_14",
            _YOUNG,
            mark("inwoners tot 25 jaar"),
        ),
        transform="log",
        floor=1.0,
    ),
    _inhabitants("aged_0_14", "Kinderen tot 15 jaar", "Children under 15", "age", "a_00_14"),
    _inhabitants("aged_65", "Inwoners van 65 jaar en ouder", "Aged 65 and over", "age", "a_65_oo"),
)

_HOUSEHOLD = (
    _inhabitants("divorced", "Gescheiden inwoners", "Divorced inhabitants", "household", "a_gesch"),
    _households("with_children", "Huishoudens met kinderen", "Households with children", "a_hh_m_k"),
    _households("one_person", "Eenpersoonshuishoudens", "One-person households", "a_1p_hh"),
    Indicator(
        "household_size",
        "Gemiddelde grootte van huishoudens",
        "Mean household size",
        mark("personen"),
        "",
        "household",
        ("g_hhgro",),
    ),
)

_INCOME = (
    _percentage(
        "low_income_households",
        "Huishoudens bij de 40% met het laagste inkomen",
        "Households in the lowest 40% of income",
        "income",
        "p_hh_li",
        mark("huishoudens"),
    ),
    _percentage(
        "social_minimum",
        "Huishoudens onder of rond het sociaal minimum",
        "Households below or around the social minimum",
        "income",
        "p_hh_osm",
        mark("huishoudens"),
    ),
    _percentage(
        "low_incomes",
        "Personen bij de 40% met het laagste inkomen",
        "Persons in the lowest 40% of income",
        "income",
        "p_ink_li",
        mark("personen met inkomen"),
    ),
    _percentage(
        "high_incomes",
        "Personen bij de 20% met het hoogste inkomen",
        "Persons in the highest 20% of income",
        "income",
        "p_ink_hi",
        mark("personen met inkomen"),
    ),
    Indicator(
        "property_value",
        "Gemiddelde woningwaarde (WOZ)",
        "Mean property value (WOZ)",
        mark("duizend euro"),
        "",
        "income",
        ("g_wozbag|g_woz",),
        transform="log",
    ),
    _percentage(
        "owner_occupied", "Koopwoningen", "Owner-occupied homes", "income", "p_koopw", mark("woningen")
    ),
    _percentage(
        "social_rented",
        "Huurwoningen van een corporatie",
        "Social rented homes",
        "income",
        "p_wcorpw",
        mark("woningen"),
    ),
    Indicator(
        "cars_per_household",
        "Auto's per huishouden",
        "Cars per household",
        mark("auto's"),
        mark("huishoudens"),
        "income",
        ("g_pau_hh",),
    ),
)

_BENEFITS = (
    _inhabitants(
        "social_assistance", "Inwoners met bijstand", "On social assistance", "benefits", "a_soz_wb"
    ),
    _inhabitants(
        "disability",
        "Inwoners met een arbeidsongeschiktheidsuitkering",
        "On a disability benefit",
        "benefits",
        "a_soz_ao",
    ),
    _inhabitants(
        "unemployment", "Inwoners met een WW-uitkering", "On unemployment benefit", "benefits", "a_soz_ww"
    ),
    _percentage(
        "labour_participation",
        "Inwoners met betaald werk",
        "Labour participation",
        "benefits",
        "p_arb_pp",
        mark("inwoners van 15 tot 75 jaar"),
    ),
)

_EDUCATION = (
    _share(
        "low_education",
        "Inwoners met een lage opleiding",
        "Low education",
        "education",
        _LOW,
        _EDUCATED,
        mark("inwoners van 15 tot 75 jaar"),
    ),
    _share(
        "high_education",
        "Inwoners met een hoge opleiding",
        "High education",
        "education",
        _HIGH,
        _EDUCATED,
        mark("inwoners van 15 tot 75 jaar"),
    ),
)

_ORIGIN = (
    _inhabitants(
        "non_western",
        "Inwoners met een niet-westerse migratieachtergrond",
        "Non-western migration background",
        "origin",
        "a_nw_all",
    ),
    _inhabitants(
        "western",
        "Inwoners met een westerse migratieachtergrond",
        "Western migration background",
        "origin",
        "a_w_all",
    ),
    _inhabitants("antillean", "Antilliaanse achtergrond", "Antillean background", "origin", "a_antaru"),
    _inhabitants("moroccan", "Marokkaanse achtergrond", "Moroccan background", "origin", "a_marok"),
    _inhabitants("turkish", "Turkse achtergrond", "Turkish background", "origin", "a_tur"),
    _inhabitants(
        "outside_europe_origin",
        "Herkomst buiten Europa",
        "Origin outside Europe",
        "origin",
        "a_neu_al",
    ),
    _inhabitants(
        "european_origin", "Herkomst in een ander land van Europa", "European origin", "origin", "a_eur_al"
    ),
)

_PLACE = (
    _percentage(
        "single_family",
        "Eengezinswoningen",
        "Single-family homes",
        "urbanity",
        "p_1gezw",
        mark("woningen"),
    ),
    Indicator(
        "address_density",
        "Adressen in de omgeving",
        "Address density",
        mark("adressen per km²"),
        "",
        "urbanity",
        ("ste_oad",),
        transform="log",
    ),
    _distance("distance_gp", "Afstand tot de huisarts", "Distance to the GP", "g_afs_hp"),
    _distance("distance_school", "Afstand tot de basisschool", "Distance to primary school", "g_afs_sc"),
    _distance("distance_supermarket", "Afstand tot de supermarkt", "Distance to supermarket", "g_afs_gs"),
    _distance("distance_day_care", "Afstand tot de kinderopvang", "Distance to day care", "g_afs_kv"),
)

#: With these use does not rise or fall in a straight line: whole gemeenten that were held out are
#: foretold better with their squares (docs/method/prediction-and-validation.md).
_CURVED = (
    "under_15_of_young",
    "aged_65",
    "divorced",
    "household_size",
    "one_person",
    "property_value",
    "non_western",
    "address_density",
)

KWB_INDICATORS: tuple[Indicator, ...] = tuple(
    replace(indicator, curved=indicator.id in _CURVED)
    for indicator in _AGE + _HOUSEHOLD + _INCOME + _BENEFITS + _EDUCATION + _ORIGIN + _PLACE
)
