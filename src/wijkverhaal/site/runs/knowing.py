# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do we know this? Per answer: where it comes from, how it was made, how sure it is."""

from dataclasses import dataclass

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import source


@dataclass(frozen=True)
class Knowing:
    """The answer to the question, about one number."""

    number: str
    origin: str
    method: str
    sureness: str


def knowings(run: FinishedRun, year: int) -> list[Knowing]:
    """The answers for the numbers of a wijk, in the order of the page."""
    made = source(run, year)
    return [
        Knowing(
            _("Gepubliceerd"),
            made,
            _("Het aantal is geteld, daarna afgerond. Een klein aantal is weggelaten; dat heet geheim."),
            _(
                "Niet alle jeugdigen met zorg konden in een wijk worden geplaatst."
                " Het gepubliceerde aantal is daardoor vaak iets te laag."
            ),
        ),
        Knowing(
            _("Verwacht bij deze bevolking"),
            made,
            _(
                "Een model kijkt in alle wijken hoe het gebruik samengaat met wie er wonen, zoals leeftijd,"
                " huishoudens en inkomen. Daarna rekent het uit wat een wijk met deze bewoners zou hebben in"
                " een gemiddelde gemeente."
            ),
            _("De marge laat zien hoe zeker die samenhang is. Zij zegt niets over een oorzaak."),
        ),
        Knowing(
            _("Verwacht hier"),
            made,
            _(
                "Dezelfde berekening, met erbij hoe het gebruik in deze gemeente en regio verschilt van de"
                " rest van het land."
            ),
            _("De marge is breder waar de gemeente weinig wijken met een cijfer heeft."),
        ),
        Knowing(
            _("Werkelijk, naar schatting"),
            made,
            _(
                "De beste schatting van het echte gebruik. Het model weegt het gepubliceerde cijfer,"
                " wat verwacht was en wat er in andere wijken en jaren gebeurt."
            ),
            _(
                "In een kleine wijk, of bij een geheim cijfer, telt de verwachting zwaarder en is de"
                " marge breder."
            ),
        ),
    ]


def unsaid() -> list[str]:
    """What the figures do not say."""
    return [
        _("Een verschil is geen oordeel over een wijk of een gemeente."),
        _(
            "Veel gebruik is niet slecht en weinig gebruik is niet goed. Het kan ook zijn dat hulp"
            " goed te vinden is, of juist niet."
        ),
        _(
            "De cijfers gaan over wijken. Ze zeggen niets over een kind of een gezin en voorspellen"
            " niets over personen."
        ),
        _("Wat samengaat, hoeft niet elkaars oorzaak te zijn."),
        _("Hoe lang, hoe zwaar en hoe goed de hulp was, staat niet in deze cijfers."),
        _(
            "Wat sociale samenhang, veiligheid en voorzieningen in de buurt toevoegen, staat nog"
            " niet op deze pagina."
        ),
    ]
