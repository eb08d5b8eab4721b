# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Columns of CBS's Kerncijfers wijken en buurten: CBS's short names, and the stems of its OData names."""

import re

from wijkverhaal.foundation.column_name import stem
from wijkverhaal.foundation.table import RawTable

#: Short names look like this; the letter says what it is: a count, a mean, a median or a share.
_SHORT = re.compile(r"(a|g|p|m|af|av|pst|ste|ind|bev)_[a-z0-9_]+")

#: OData and StatLine name to short name. Where a name returns further on, the first one counts.
STEMS = {
    "aantalinwoners": "a_inw",
    "mannen": "a_man",
    "vrouwen": "a_vrouw",
    "k0tot15jaar": "a_00_14",
    "0tot15jaar": "a_00_14",
    "k15tot25jaar": "a_15_24",
    "15tot25jaar": "a_15_24",
    "k25tot45jaar": "a_25_44",
    "k45tot65jaar": "a_45_64",
    "k65jaarofouder": "a_65_oo",
    "65jaarofouder": "a_65_oo",
    "ongehuwd": "a_ongeh",
    "gehuwd": "a_gehuwd",
    "gescheiden": "a_gesch",
    "verweduwd": "a_verwed",
    "westerstotaal": "a_w_all",
    "nietwesterstotaal": "a_nw_all",
    "marokko": "a_marok",
    "nederlandseantillenenaruba": "a_antaru",
    "suriname": "a_suri",
    "turkije": "a_tur",
    "europaexclusiefnederland": "a_eur_al",
    "buiteneuropa": "a_neu_al",
    "huishoudenstotaal": "a_hh",
    "eenpersoonshuishoudens": "a_1p_hh",
    "huishoudenszonderkinderen": "a_hh_z_k",
    "huishoudensmetkinderen": "a_hh_m_k",
    "gemiddeldehuishoudensgrootte": "g_hhgro",
    "bevolkingsdichtheid": "bev_dich",
    "woningvoorraad": "a_woning",
    "gemiddeldewozwaardevanwoningen": "g_wozbag",
    "gemiddeldewoningwaarde": "g_wozbag",
    "percentageeengezinswoning": "p_1gezw",
    "percentagemeergezinswoning": "p_mgezw",
    "koopwoningen": "p_koopw",
    "huurwoningentotaal": "p_huurw",
    "inbezitwoningcorporatie": "p_wcorpw",
    "opleidingsniveaulaag": "a_opl_lg",
    "opleidingsniveaumiddelbaar": "a_opl_md",
    "opleidingsniveauhoog": "a_opl_hg",
    "basisonderwijsvmbombo1": "a_opl_bvm",
    "havovwombo24": "a_opl_hvm",
    "hbowo": "a_opl_hw",
    "nettoarbeidsparticipatie": "p_arb_pp",
    "gemiddeldinkomenperinkomensontvanger": "g_ink_po",
    "gemiddeldinkomenperinwoner": "g_ink_pi",
    "k40personenmetlaagsteinkomen": "p_ink_li",
    "k20personenmethoogsteinkomen": "p_ink_hi",
    "gemgestandaardiseerdinkomenvanhuish": "g_hh_sti",
    "k40huishoudensmetlaagsteinkomen": "p_hh_li",
    "k20huishoudensmethoogsteinkomen": "p_hh_hi",
    "huishoudensmeteenlaaginkomen": "p_hh_lkk",
    "huishonderofrondsociaalminimum": "p_hh_osm",
    "personenpersoortuitkeringbijstand": "a_soz_wb",
    "personenpersoortuitkeringao": "a_soz_ao",
    "personenpersoortuitkeringww": "a_soz_ww",
    "personenpersoortuitkeringaow": "a_soz_ow",
    "jongerenmetjeugdzorginnatura": "a_jz_tn",
    "percentagejongerenmetjeugdzorg": "p_jz_tn",
    "personenautosperhuishouden": "g_pau_hh",
    "afstandtothuisartsenpraktijk": "g_afs_hp",
    "afstandtotgrotesupermarkt": "g_afs_gs",
    "afstandtotkinderdagverblijf": "g_afs_kv",
    "afstandtotschool": "g_afs_sc",
    "matevanstedelijkheid": "ste_mvs",
    "omgevingsadressendichtheid": "ste_oad",
}

NAMES = frozenset({"regio", "naam", "wijkenenbuurtennaam"})
GEMEENTE_NAMES = frozenset({"gmnaam", "gemeentenaam"})
BOUNDARY_CHANGE = frozenset(
    {"indwbi", "indelingswijzigingwijkenenbuurten", "indelingswijzigingwijkenbuurten"}
    | {"indelingswijzigingwijk", "indelingswijzigingbuurt", "indelingswijzigingwijkbuurt"}
    | {"indelingswijziginggemeentewijkbuurt"}
)
#: Columns that describe the row and hold no figure.
DESCRIBING = (
    NAMES
    | GEMEENTE_NAMES
    | BOUNDARY_CHANGE
    | {
        "recs",
        "soortregio",
        "gwbcode",
        "codering",
        "wijkenenbuurten",
        "id",
        "perioden",
        "jaar",
        "year",
        "regios",
    }
)


def kwb_columns(table: RawTable) -> dict[str, str]:
    """The columns with figures: CBS's short name to the name in the table."""
    found: dict[str, str] = {}
    for column in table.columns:
        if stem(column) in DESCRIBING:
            continue
        name = _short_name(column)
        if name:
            found.setdefault(name, column)
    return found


def _short_name(column: str) -> str | None:
    lower = column.lower()
    if _SHORT.fullmatch(lower):
        return lower
    return STEMS.get(stem(column))


def is_kwb(table: RawTable) -> bool:
    """Whether a table has CBS's columns of inhabitants and of two ages."""
    return {"a_inw", "a_00_14", "a_15_24"} <= set(kwb_columns(table))
