# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How counts, expectations and estimates were made, and how sure they are."""

from wijkverhaal.foundation.language import _
from wijkverhaal.site.runs.number_method import NumberMethod


def estimate_methods() -> list[NumberMethod]:
    """How the numbers of one wijk and of all together were made."""
    return [
        NumberMethod(
            "published",
            "published",
            _("Gepubliceerd"),
            _("Het aantal is geteld, daarna afgerond. Een klein aantal is weggelaten; dat heet geheim."),
            _(
                "Niet alle jeugdigen met zorg konden in een wijk worden geplaatst."
                " Het gepubliceerde aantal is daardoor vaak iets te laag."
            ),
        ),
        NumberMethod(
            "coverage",
            "published",
            _("Dekking"),
            _(
                "De gepubliceerde aantallen van alle wijken in de gemeente samen, gedeeld door het aantal van"
                " de hele gemeente. Is dat er niet, dan schatten we het uit andere gemeenten."
            ),
            _("We nemen aan dat de dekking in alle wijken van een gemeente gelijk is. Dat is niet zeker."),
        ),
        NumberMethod(
            "population",
            "expected",
            _("Verwacht bij deze bevolking"),
            _(
                "Een model kijkt in alle wijken hoe het gebruik samengaat met wie er wonen, zoals leeftijd,"
                " huishoudens en inkomen. Daarna rekent het uit wat een wijk met deze bewoners zou hebben in"
                " een gemiddelde gemeente."
            ),
            _("De marge laat zien hoe zeker die samenhang is. Zij zegt niets over een oorzaak."),
        ),
        NumberMethod(
            "here",
            "expected",
            _("Verwacht hier"),
            _(
                "Dezelfde berekening, met erbij hoe het gebruik in deze gemeente en regio verschilt van de"
                " rest van het land."
            ),
            _("De marge is breder waar de gemeente weinig wijken met een cijfer heeft."),
        ),
        NumberMethod(
            "actual",
            "estimated",
            _("Werkelijk, naar schatting"),
            _(
                "De beste schatting van het echte gebruik. Het model weegt het gepubliceerde cijfer,"
                " wat verwacht was en wat er in andere wijken en jaren gebeurt."
            ),
            _(
                "In een kleine wijk, of bij een geheim cijfer, telt de verwachting zwaarder en is de"
                " marge breder."
            ),
        ),
        NumberMethod(
            "predicted",
            "expected",
            _("Voorspeld, zonder cijfer"),
            _(
                "Van deze wijk is in dit jaar geen aantal gepubliceerd, dus woog het model er geen. Het"
                " voorspelt het gebruik uit wie er wonen, uit andere wijken en, waar dat er is, uit een ander"
                " jaar."
            ),
            _("De marge is breed. Of het gebruik afwijkt van wat verwacht was, is niet te zeggen."),
        ),
        NumberMethod(
            "youths",
            "estimated",
            _("Aantal jeugdigen"),
            _(
                "Het geschatte deel maal het aantal jeugdigen dat in de wijk woont. De uitkomst is afgerond"
                " op vijftallen."
            ),
            _("Ook het aantal jeugdigen in een wijk is een schatting. Minder dan 10 tonen we niet."),
        ),
        NumberMethod(
            "gemeenten",
            "published",
            _("Gemeenten"),
            _("We telden de gemeenten waarvan deze berekening in dit jaar wijken heeft."),
            _("Dit is een telling. Er hoort geen marge bij."),
        ),
        NumberMethod(
            "wijken",
            "published",
            _("Wijken"),
            _("We telden de wijken die deze berekening in dit jaar heeft."),
            _("Dit is een telling. Er hoort geen marge bij."),
        ),
        NumberMethod(
            "country",
            "estimated",
            _("Gebruik in het hele gebied"),
            _("Het geschatte gebruik van alle wijken samen. Een wijk met meer jeugdigen telt zwaarder."),
            _("In zo'n groot gebied is de marge klein. In een enkele wijk is hij breder."),
        ),
        NumberMethod(
            "what-if",
            "expected",
            _("Verwacht met andere kenmerken"),
            _("Het model rekent uit wat te verwachten is in wijken met de kenmerken die u invult."),
            _(
                "De marge laat zien hoe zeker die samenhang is. Zij zegt niet wat er gebeurt als iemand een"
                " kenmerk verandert."
            ),
        ),
    ]
