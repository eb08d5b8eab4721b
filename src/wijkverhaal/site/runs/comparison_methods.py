# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How differences, chances and likenesses were made, and how sure they are."""

from wijkverhaal.foundation.language import _
from wijkverhaal.site.runs.number_method import NumberMethod


def comparison_methods() -> list[NumberMethod]:
    """How numbers that lay two others beside each other were made."""
    return [
        NumberMethod(
            "difference",
            "estimated",
            _("Verschil met hier verwacht"),
            _(
                "Werkelijk min verwacht hier. Het model rekent beide vele keren uit; daaruit komen het"
                " verschil, de marge en de kans."
            ),
            _("Ligt 0 binnen de marge, dan kan het verschil toeval zijn."),
        ),
        NumberMethod(
            "explanation",
            "estimated",
            _("De stappen van land naar wijk"),
            _(
                "Elke stap is het gewicht van een groep kenmerken maal hoe ver deze wijk daarin van het land"
                " ligt. De stappen tellen precies op."
            ),
            _(
                "De dunne lijn is de marge van een stap. Een stap zegt wat samengaat, niet wat iets"
                " veroorzaakt."
            ),
        ),
        NumberMethod(
            "characteristics",
            "characteristics",
            _("Kenmerken van de wijk"),
            _(
                "Gepubliceerde cijfers. Het gemiddelde van gemeente en land is het gemiddelde van hun wijken;"
                " een wijk met meer jeugdigen telt zwaarder."
            ),
            _("Waar een cijfer ontbreekt of uit een eerder jaar komt, staat dat erbij."),
        ),
        NumberMethod(
            "comparable",
            "characteristics",
            _("Vergelijkbare wijken"),
            _(
                "De wijken in andere gemeenten die het meest op deze lijken, in de kenmerken die voor het"
                " gebruik het zwaarst tellen."
            ),
            _("Meest gelijk is nog niet gelijk. Waarin ze het meest verschillen, staat erbij."),
        ),
        NumberMethod(
            "years",
            "estimated",
            _("Verandering per jaar"),
            _("De jaren zijn samen geschat waar de telling en de grens van de wijk gelijk bleven."),
            _("Waar geen lijn tussen twee jaren staat, zijn ze niet te vergelijken."),
        ),
        NumberMethod(
            "chance",
            "estimated",
            _("Kans dat het hoger is"),
            _(
                "Het model rekent het verschil vele keren uit. De kans is het deel van die keren waarin het"
                " gebruik hoger was dan hier verwacht. De kans op lager is de rest."
            ),
            _("Bij een kans rond 50% weten we niet of het hoger of lager is."),
        ),
        NumberMethod(
            "marked",
            "estimated",
            _("Valt op"),
            _(
                "Het verschil met hier verwacht moet groot genoeg zijn en zeker genoeg. Het model rekent het"
                " vele keren uit; de kans is het deel van die keren waarin het groot genoeg was."
            ),
            _("Van de wijken die opvallen, is dat bij een klein deel toeval. Hoe klein, staat in de regel."),
        ),
        NumberMethod(
            "funnel",
            "estimated",
            _("De trechter"),
            _(
                "Elke stip is het geschatte verschil van een wijk, in procent van wat hier verwacht was."
                " De trechter laat zien vanaf welk verschil een wijk meestal opvalt."
            ),
            _("De trechter is een hulp bij het kijken. Of een wijk opvalt, hangt af van haar eigen marge."),
        ),
        NumberMethod(
            "pairs",
            "estimated",
            _("Verschil tussen twee wijken"),
            _(
                "Het model rekent beide wijken vele keren samen uit. De kans is het deel van die keren waarin"
                " het gebruik in de eerste hoger was."
            ),
            _("Bij een kans rond 50% weten we niet waar het gebruik hoger is."),
        ),
    ]
