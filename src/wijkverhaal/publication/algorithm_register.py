# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An entry for the Dutch algorithm register, filled in from a run and from what the gemeente tells.

Fields and rules: `register_field`. What only the gemeente can know or decide is not invented: it says
"door de gemeente in te vullen" until the gemeente fills it in. The texts are in Dutch whatever the
language of the reader, because the register publishes in Dutch.
"""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, speaking
from wijkverhaal.publication.day import day_of
from wijkverhaal.publication.marking_sentence import rule_sentence
from wijkverhaal.publication.register_field import FIELDS, STANDARD, TO_FILL_IN
from wijkverhaal.publication.sentence import country_name, fictional_label, outcome_name

_KINDS_OF_ORIGIN = ("origin",)


def register_entry(run: FinishedRun, told: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Every field of the standard by its key, in its order.

    Parameters
    ----------
    run : FinishedRun
        Read in Dutch.
    told : mapping, optional
        What the gemeente filled in itself, by key; it goes before what the program says.

    Raises
    ------
    InputError
        When the gemeente filled in a field that the standard does not have, or a value it refuses.
    """
    told = told or {}
    for key, value in told.items():
        if key not in FIELDS:
            raise InputError(
                _("Het algoritmeregister kent geen veld {field}; kies uit {known}.").format(
                    field=key, known=", ".join(FIELDS)
                )
            )
        trouble = FIELDS[key].trouble(value)
        if trouble and TO_FILL_IN not in trouble:
            raise InputError(
                _("In de gegevens voor het register klopt iets niet: {trouble}").format(trouble=trouble)
            )
    with speaking("nl"):
        known = _known(run)
    return {key: told.get(key) or known.get(key, _empty(key)) for key in FIELDS}


def troubles(entry: Mapping[str, Any]) -> list[str]:
    """What keeps an entry from being published, in Dutch; empty when it is ready.

    A field that stands open and that the standard does not demand is told too where the entry
    itself says that it is still to be filled in.
    """
    found = [f"Het veld {key} bestaat niet." for key in entry if key not in FIELDS]
    return found + [told for field in FIELDS.values() if (told := field.trouble(entry.get(field.key)))]


def _empty(key: str) -> Any:
    field = FIELDS[key]
    if field.kind == "links":
        return []
    return TO_FILL_IN if field.required or field.kind == "text" else None


def _known(run: FinishedRun) -> dict[str, Any]:
    """What the program knows of itself and of this run."""
    outcome, years = outcome_name(run.outcome), " en ".join(str(year) for year in sorted(run.years))
    return {
        "name": "Gebruik van jeugdhulp in wijken duiden (Wijkverhaal)",
        "description_short": (
            f"{_label(run)}Wijkverhaal schat per wijk hoeveel jeugdigen jeugdhulp gebruiken en hoeveel te"
            " verwachten was bij de mensen die er wonen. Medewerkers gebruiken dat als begin van een"
            " gesprek. Het model gaat over wijken, nooit over personen."
        ),
        "category": ["Zorg en gezondheid"],
        "goal": (
            "Het doel is begrijpen waarom in de ene wijk meer jeugdhulp wordt gebruikt dan in de andere."
            " De gemeente en haar partners bespreken de verschillen en zoeken samen naar verklaringen."
            " Inwoners merken er niet direct iets van: over geen enkel kind of gezin wordt iets berekend"
            " of besloten."
        ),
        "proportionality": (
            "Zonder model lijken wijken snel hoog of laag, terwijl de bevolking verschilt of het toeval is."
            " Het model rekent daarmee en toont bij elk cijfer een marge. Het nadeel is dat een cijfer meer"
            " zekerheid lijkt te geven dan het heeft. Daarom blijven wijken die niet opvallen grijs en"
            " zijn er geen ranglijsten. Alternatieven zijn gewone percentages per wijk vergelijken, of"
            " alleen gesprekken voeren."
        ),
        "human_intervention": (
            "Een uitkomst leidt nooit vanzelf tot een besluit. Mensen lezen haar, bespreken of zij haar"
            " herkennen en zoeken naar verklaringen. Een verschil is geen oordeel over een wijk, een"
            " hulpverlener of een gezin."
        ),
        "risks": (
            "Een wijk kan een stempel krijgen: er zijn geen rangnummers en geen kleuren voor goed of fout."
            " Kleine aantallen: het model gebruikt alleen gepubliceerde, afgeronde cijfers; een geheim"
            " aantal (0 tot en met 7) wordt nergens getoond. Schijnzekerheid: bij elk cijfer staat een"
            f" 90%-marge. {rule_sentence(run, run.years[0])} {_origin(run)} Het model is getoetst op"
            " achtergehouden cijfers en op een verzonnen land waarvan de waarheid bekend is."
        ),
        "impacttoetsen": (
            "Het model zelf verwerkt geen persoonsgegevens, alleen tabellen over gebieden. Of een"
            " impacttoets is gedaan voor het gebruik in deze organisatie: " + TO_FILL_IN + "."
        ),
        "source_data": _sources(run),
        "methods_and_models": _method(run, outcome, years),
        "provider": "Wijkverhaal, vrije software (EUPL-1.2)",
        "lang": "nld",
        "standard_version": STANDARD,
        "source_id": run.id[:99],
        "tags": "jeugdhulp, jeugdzorg, wijken, verwacht gebruik, schatting, sociaal domein",
    }


def _label(run: FinishedRun) -> str:
    """An entry about the fictional country says so, wherever it goes."""
    return f"{fictional_label()}. " if run.fictional else ""


def _sources(run: FinishedRun) -> str:
    titles = "; ".join(str(one.get("title") or one["file"]) for one in run.inputs)
    return (
        "Alleen cijfers over gebieden, geen persoonsgegevens: aantallen jeugdigen met jeugdhulp per wijk,"
        " zoals gepubliceerd, en kenmerken van wie er wonen, zoals leeftijd, huishouden, inkomen,"
        f" uitkeringen en opleiding. {_origin(run)} Bronnen: {titles}."
    )[:2499]


def _origin(run: FinishedRun) -> str:
    without = run.card.get("settings", {}).get("without_groups") or []
    used = set(run.coefficients["group"].drop_nulls().to_list())
    if set(_KINDS_OF_ORIGIN) & used:
        return "Kenmerken over de herkomst van inwoners doen mee; zij kunnen worden weggelaten."
    if set(_KINDS_OF_ORIGIN) & set(without):
        return "Kenmerken over de herkomst van inwoners zijn met opzet weggelaten."
    return "Kenmerken over de herkomst van inwoners doen niet mee."


def _method(run: FinishedRun, outcome: str, years: str) -> str:
    assumptions = " ".join(str(text) for text in run.model.get("assumptions", []))
    return (
        f"{_label(run)}Een statistisch model met lagen (wijken in gemeenten in jeugdregio's) voor {outcome}"
        f" in {country_name(run)}, {years}. Invoer: gepubliceerde aantallen en kenmerken van wijken."
        f" Kansverdeling: {run.model.get('likelihood', 'onbekend')}. Het model leert hoe het gebruik"
        " samengaat met wie er wonen, en hoeveel wijken, gemeenten en regio's daarvan afwijken. Uitvoer per"
        " wijk: wat te verwachten was, wat er naar schatting is gebruikt, het verschil met een 90%-marge, en"
        f" wat het gebruik verklaart. {assumptions} Het is niet zelflerend: elke berekening wordt met de hand"
        f" gestart en verandert daarna niet meer. Deze berekening heeft nummer {run.id}, is gemaakt op"
        f" {day_of(run.card.get('created'))} met versie {run.card.get('version', 'onbekend')} en"
        f" startgetal {run.card.get('seed', 'onbekend')}."
    )[:4999]
