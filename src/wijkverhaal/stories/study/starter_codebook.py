# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Factors to begin with: what made help succeed or fail around ten families in Roerdalen, in our words.

After the interviews with thirty people that Stade Advies held for the gemeente Roerdalen (2017). A study
changes them as it likes.
"""

from typing import NamedTuple

from wijkverhaal.foundation.language import _, mark
from wijkverhaal.stories.study.record import Direction, Factor


class _Start(NamedTuple):
    id: str
    parent: str
    direction: Direction
    name: str
    definition: str = ""
    example: str = ""


_FACTORS: tuple[_Start, ...] = (
    _Start(
        "time",
        "",
        "either",
        mark("Op tijd of te laat"),
        mark("Wanneer kwam de hulp, en had dat eerder gekund?"),
    ),
    _Start(
        "time-signals-missed",
        "time",
        "hindering",
        mark("Vroege signalen, niets gedaan"),
        mark("Er waren zorgen toen het kind 0 tot 3 jaar was, maar er gebeurde niets mee."),
        mark("Op het consultatiebureau zeiden ze: dat groeit er wel uit."),
    ),
    _Start(
        "time-too-late",
        "time",
        "hindering",
        mark("Hulp kwam te laat"),
        mark("De hulp begon pas toen het probleem al groot was."),
        mark("Toen er eindelijk iemand kwam, was hij vijf en zat alles al vast."),
    ),
    _Start(
        "time-straight-to-specialist",
        "time",
        "hindering",
        mark("Meteen zware hulp"),
        mark("De eerste hulp was specialistische hulp; lichtere hulp was er niet eerst."),
        mark("We gingen van niets naar een behandeling van een jaar."),
    ),
    _Start(
        "time-waiting",
        "time",
        "hindering",
        mark("Lang wachten"),
        mark("Het gezin stond op een wachtlijst of werd doorgestuurd voor de hulp begon."),
        mark("Acht maanden heb ik op dat ene telefoontje gewacht."),
    ),
    _Start(
        "time-early",
        "time",
        "helping",
        mark("Er vroeg bij"),
        mark("Iemand zag de zorg vroeg en deed er ook iets mee."),
        mark("De peuterleidster belde dezelfde week nog terug."),
    ),
    _Start(
        "click",
        "",
        "either",
        mark("Klik met de hulpverlener"),
        mark("Hoe was het tussen het gezin en de helper?"),
    ),
    _Start(
        "click-yes",
        "click",
        "helping",
        mark("Wel een klik"),
        mark("Het gezin voelde zich gehoord en vertrouwde de helper."),
        mark("Zij was de eerste die vroeg hoe het met mij ging."),
    ),
    _Start(
        "click-no",
        "click",
        "hindering",
        mark("Geen klik"),
        mark("Het gezin voelde zich niet gehoord of vertrouwde de helper niet."),
        mark("Ik dacht: jij weet niet hoe het hier is."),
    ),
    _Start(
        "click-changes",
        "click",
        "hindering",
        mark("Steeds een ander"),
        mark("Het gezin kreeg telkens een andere helper en moest opnieuw beginnen."),
        mark("Bij de vierde heb ik niets meer verteld."),
    ),
    _Start("together", "", "either", mark("Samen of langs elkaar"), mark("Hoe werkten de partijen samen?")),
    _Start(
        "together-past-each-other",
        "together",
        "hindering",
        mark("Langs elkaar heen"),
        mark("Partijen wisten niet van elkaar wat ze deden, of deden tegengestelde dingen."),
        mark("School wist niet eens dat er thuis ook iemand kwam."),
    ),
    _Start(
        "together-one-plan",
        "together",
        "helping",
        mark("Eén plan, één contact"),
        mark("Er was één plan, of één vaste persoon die alles bij elkaar hield."),
        mark("We zaten één keer per maand met z'n allen aan tafel."),
    ),
    _Start("culture", "", "either", mark("Praten of binnenhouden"), mark("Hoe gaat men om met zorgen?")),
    _Start(
        "culture-closed",
        "culture",
        "hindering",
        mark("Gesloten cultuur"),
        mark("Zorgen blijven binnenshuis; erover praten hoort niet."),
        mark("De vuile was hang je hier niet buiten."),
    ),
    _Start(
        "culture-denial",
        "culture",
        "hindering",
        mark("Ouders zien of zeggen het niet"),
        mark("Ouders ontkennen de zorg of maken haar kleiner."),
        mark("Zo was ik vroeger ook, zei zijn vader altijd."),
    ),
    _Start(
        "culture-left-to-school",
        "culture",
        "hindering",
        mark("Aan school overgelaten"),
        mark("Ouders verwachten dat school het oplost."),
        mark("Ze dachten: de juf zegt het wel als er echt iets is."),
    ),
    _Start(
        "culture-network",
        "culture",
        "helping",
        mark("Steun dichtbij"),
        mark("Familie, buren of vrienden hielpen mee of praatten mee."),
        mark("Mijn zus nam hem elke woensdag."),
    ),
    _Start("school", "", "either", mark("School"), mark("Wat kon en deed de school?")),
    _Start(
        "school-no-room",
        "school",
        "hindering",
        mark("School heeft geen ruimte"),
        mark("De school had te weinig mensen, tijd of geld om te helpen."),
        mark("Met dertig kinderen in de klas lukt dat niet, zei ze."),
    ),
    _Start(
        "school-reticent",
        "school",
        "hindering",
        mark("School wacht af"),
        mark("De school zag de zorg, maar sprak haar niet uit of vroeg geen hulp."),
        mark("We wilden de ouders niet voor het hoofd stoten."),
    ),
    _Start(
        "school-active",
        "school",
        "helping",
        mark("School doet iets"),
        mark("De school sprak de zorg uit en regelde iets."),
        mark("De intern begeleider ging met ons mee naar het gesprek."),
    ),
)


def starter_codebook(prefix: str = "") -> tuple[Factor, ...]:
    """The factors, parents before what is under them, in the reader's language.

    Parameters
    ----------
    prefix : str
        Put before every id, so that they are unique.
    """
    return tuple(
        Factor(
            prefix + one.id,
            _(one.name),
            _(one.definition),
            (_(one.example),) if one.example else (),
            one.direction,
            prefix + one.parent if one.parent else "",
            place,
        )
        for place, one in enumerate(_FACTORS, start=1)
    )
