# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fields of the Dutch standard for entries in an algorithm register, and what may stand in them.

The list follows the "Publicatiestandaard Algoritmeregister" 1.0.0 of the ministry of the Interior
(github.com/MinBZK/Algoritmeregister-Publicatiestandaard, chapter 2: name, length, choices, whether a
field must be filled in); the English keys are those with which the register itself exchanges entries
(github.com/MinBZK/Algoritmeregister, schema of version 1.0.0). The names are in Dutch always: an
entry is published in Dutch.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "choice", "choices", "month", "url", "contact", "links"]

#: What stands in a field that only the gemeente can fill in.
TO_FILL_IN = "door de gemeente in te vullen"
STANDARD = "1.0.0"

_THEMES = (
    "Organisatie en bedrijfsvoering",
    "Cultuur en recreatie",
    "Economie",
    "Overheidsfinanciën",
    "Wonen",
    "Internationaal",
    "Migratie en integratie",
    "Natuur en milieu",
    "Onderwijs en wetenschap",
    "Openbare orde en veiligheid",
    "Recht",
    "Ruimte en infrastructuur",
    "Sociale zekerheid",
    "Verkeer",
    "Werk",
    "Zorg en gezondheid",
)
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_URL = re.compile(r"https://[^\s<>\"]+\.[^\s<>\"]+")
_MAIL = re.compile(r"[^\s<>@\"]+@[^\s<>@\"]+\.[^\s<>@\"]+")


@dataclass(frozen=True)
class RegisterField:
    """One field: its key, its Dutch name, its part of the entry, and its rules."""

    key: str
    title: str
    part: str
    kind: Kind = "text"
    longest: int = 2500
    required: bool = False
    choices: tuple[str, ...] = ()

    def trouble(self, value: Any) -> str | None:
        """What is wrong with a value, in Dutch; None where it may be published.

        >>> FIELDS["begin_date"].trouble("2026-13")
        'Begindatum: schrijf jaar en maand als 2026-01.'
        """
        if value in (None, "", []):
            return f"{self.title}: dit veld is verplicht." if self.required else None
        if isinstance(value, str) and TO_FILL_IN in value:
            return f"{self.title}: {TO_FILL_IN}."
        if self.kind in ("choices", "links"):
            return self._trouble_in_list(value)
        if not isinstance(value, str):
            return f"{self.title}: hier hoort een tekst."
        return self._trouble_in_text(value)

    def _trouble_in_text(self, value: str) -> str | None:
        if len(value) >= self.longest and self.kind == "text":
            return f"{self.title}: gebruik minder dan {self.longest} tekens."
        if self.kind == "choice" and value not in self.choices:
            return f"{self.title}: kies uit {', '.join(self.choices)}."
        if self.kind == "month" and not _MONTH.fullmatch(value):
            return f"{self.title}: schrijf jaar en maand als 2026-01."
        if self.kind == "url" and not is_url(value):
            return f"{self.title}: geef een adres dat begint met https://."
        if self.kind == "contact" and not is_contact(value):
            return f"{self.title}: geef een e-mailadres, of een adres dat begint met https://."
        return None

    def _trouble_in_list(self, value: Any) -> str | None:
        if not isinstance(value, list):
            return f"{self.title}: hier hoort een lijst."
        if self.kind == "choices":
            known = len(value) <= 3 and all(one in self.choices for one in value)
            return None if known else f"{self.title}: kies hooguit drie uit {', '.join(self.choices)}."
        for one in value:
            named = isinstance(one, dict) and str(one.get("title") or "").strip()
            if not named or set(one) - {"title", "link"} or (one.get("link") and not is_url(one["link"])):
                return f"{self.title}: geef bij elke verwijzing een title en een link met https://."
        return None


def is_url(text: Any) -> bool:
    """Whether this is an address on the web."""
    return isinstance(text, str) and len(text) <= 500 and bool(_URL.fullmatch(text))


def is_contact(text: Any) -> bool:
    """Whether people can be reached here: an e-mail address or an address on the web."""
    return is_url(text) or (isinstance(text, str) and len(text) <= 500 and bool(_MAIL.fullmatch(text)))


_GENERAL, _USE, _WORKING, _META = "Algemene informatie", "Verantwoord gebruik", "Werking", "Metadata"

#: Every field by its key, in the order of the standard.
FIELDS: Mapping[str, RegisterField] = {
    field.key: field
    for field in (
        RegisterField("name", "Naam", _GENERAL, longest=100, required=True),
        RegisterField("description_short", "Korte omschrijving", _GENERAL, longest=350, required=True),
        RegisterField("organization", "Organisatie", _GENERAL, longest=100, required=True),
        RegisterField("category", "Thema", _GENERAL, "choices", choices=_THEMES),
        RegisterField(
            "status",
            "Status",
            _GENERAL,
            "choice",
            required=True,
            choices=("In gebruik", "In ontwikkeling", "Buiten gebruik"),
        ),
        RegisterField("begin_date", "Begindatum", _GENERAL, "month"),
        RegisterField("end_date", "Einddatum", _GENERAL, "month"),
        RegisterField("contact_email", "Contactgegevens", _GENERAL, "contact", required=True),
        RegisterField("website", "Link naar publiekspagina", _GENERAL, "url"),
        RegisterField(
            "publication_category",
            "Publicatiecategorie",
            _GENERAL,
            "choice",
            required=True,
            choices=("Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"),
        ),
        RegisterField("url", "Link naar bronregistratie", _GENERAL, "url"),
        RegisterField("goal", "Doel en impact", _USE),
        RegisterField("proportionality", "Afwegingen", _USE),
        RegisterField("human_intervention", "Menselijke tussenkomst", _USE),
        RegisterField("risks", "Risicobeheer", _USE),
        RegisterField("lawful_basis", "Wettelijke basis", _USE),
        RegisterField("lawful_basis_grouping", "Verwijzingen wettelijke basis", _USE, "links"),
        RegisterField("process_index_url", "Link naar verwerkingsregister", _USE, "url"),
        RegisterField("impacttoetsen_grouping", "Impacttoetsen", _USE, "links"),
        RegisterField("impacttoetsen", "Toelichting op impacttoetsen", _USE),
        RegisterField("source_data", "Gegevens", _WORKING),
        RegisterField("source_data_grouping", "Verwijzingen gegevensbronnen", _WORKING, "links"),
        RegisterField("methods_and_models", "Technische werking", _WORKING, longest=5000),
        RegisterField("provider", "Leverancier", _WORKING, longest=200),
        RegisterField("publiccode", "Link naar broncode", _WORKING, "url"),
        RegisterField("lang", "Taal", _META, "choice", required=True, choices=("nld",)),
        RegisterField(
            "standard_version",
            "Schema",
            _META,
            "choice",
            required=True,
            choices=("0.3.0", "0.3.1", "0.4.0", STANDARD),
        ),
        RegisterField("source_id", "Bron-ID", _META, longest=100),
        RegisterField("tags", "Zoektermen", _META),
    )
}
