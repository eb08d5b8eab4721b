# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen, each with the sentence in which the log tells it."""

from collections.abc import Mapping

from wijkverhaal.foundation.language import _
from wijkverhaal.site.roles import role_words


def sentences() -> dict[str, str]:
    """The sentence of each event by its key; `{actor}` is who did it, the other names are facts.

    A fact is never a text that somebody wrote, never an address with a key, never a figure.
    """
    return {
        "logged-in": _("{actor} kwam binnen ({way})."),
        "logged-out": _("{actor} ging weg."),
        "file-read": _("{actor} las bron {source} in."),
        "file-refused": _("Een bestand van {actor} werd geweigerd (opdracht {job})."),
        "reading-broken-off": _("Het inlezen door {actor} is afgebroken (opdracht {job})."),
        "file-thrown-away": _("{actor} gooide bestanden weg zonder ze in te lezen (opdracht {job})."),
        "job-resumed": _("Opdracht {job} van {actor} leek afgebroken, maar gaat toch verder."),
        "run-started": _("{actor} vroeg om een berekening (opdracht {job})."),
        "run-finished": _("Berekening {run} van {actor} is klaar."),
        "run-failed": _("Een berekening van {actor} is niet gelukt (opdracht {job})."),
        "run-cancelled": _("Een berekening van {actor} is gestopt (opdracht {job})."),
        "question-asked": _("{actor} stelde de buurtvraag (opdracht {job})."),
        "question-answered": _("De buurtvraag van {actor} is beantwoord (opdracht {job})."),
        "question-failed": _("Een buurtvraag van {actor} is niet gelukt (opdracht {job})."),
        "question-cancelled": _("Een buurtvraag van {actor} is gestopt (opdracht {job})."),
        "source-removed": _("{actor} verwijderde bron {source}."),
        "run-shown": _("{actor} koos berekening {run} voor de beginpagina van iedereen."),
        "run-removed": _("{actor} verwijderde berekening {run}."),
        "login-refused": _("Iemand werd niet binnengelaten ({way})."),
        "step-refused": _("{actor} werd niet doorgelaten ({way})."),
        "door-closed": _("Na te veel pogingen van {actor} ging de deur een kwartier dicht ({way})."),
        "access-refused": _("{actor} vroeg om een pagina die niet voor die persoon is ({page})."),
        "second-factor-set": _("{actor} stelde de tweede stap in."),
        "recovery-codes-made": _("{actor} maakte nieuwe herstelcodes."),
        "second-factor-removed": _("{actor} haalde de tweede stap van {name} weg."),
        "password-chosen": _("{actor} koos een wachtwoord."),
        "invited": _("{actor} nodigde {name} uit ({roles})."),
        "link-made": _("{actor} maakte een nieuwe link voor {name}."),
        "roles-changed": _("{actor} gaf {name} andere rollen ({roles})."),
        "roles-followed": _("{actor} kreeg rollen van de organisatie ({roles})."),
        "account-closed": _("{actor} sloot het account van {name}."),
        "account-reopened": _("{actor} heropende het account van {name}."),
        "account-erased": _("{actor} wiste het account van {name}."),
        "study-made": _("{actor} maakte onderzoek {study}."),
        "study-recovered": _("{actor} opende onderzoek {study} met de herstelcode."),
        "study-key-asked": _("{actor} vroeg een sleutel van onderzoek {study}."),
        "study-key-given": _("{actor} gaf iemand een sleutel van onderzoek {study}."),
        "study-roles": _("{actor} gaf {name} andere rollen in onderzoek {study}."),
        "study-interview": _("{actor} las een interview in bij onderzoek {study}."),
        "study-imported": _("{actor} las een project van een ander programma in bij onderzoek {study}."),
        "study-exported-raw": _("{actor} haalde onderzoek {study} op met namen erin."),
        "study-key-copied": _("{actor} haalde een herstelkopie van onderzoek {study} op."),
        "study-key-taken": _("{actor} nam iemand een sleutel van onderzoek {study} af."),
        "study-restored": _("{actor} zette de sleutels van onderzoek {study} terug."),
        "study-register-changed": _("{actor} wijzigde het register van onderzoek {study}."),
        "study-register-destroyed": _("{actor} vernietigde het register van onderzoek {study}."),
        "study-withdrawn": _("{actor} haalde in onderzoek {study} alles weg van iemand die zich terugtrok."),
        "study-exported": _("{actor} haalde iets uit onderzoek {study} op."),
        "study-erased": _("{actor} wiste onderzoek {study} voorgoed."),
        "quotation-released": _("{actor} gaf iets uit onderzoek {study} vrij voor gesprekken."),
        "quotation-taken-back": _("{actor} trok iets uit onderzoek {study} terug uit gesprekken."),
        "wijk-hypothesis": _("{actor} legde bij wijk {area} verklaring {hypothesis} vast."),
        "wijk-hypothesis-judged": _("{actor} gaf verklaring {hypothesis} van wijk {area} een stand."),
        "wijk-hypothesis-removed": _("{actor} verwijderde verklaring {hypothesis} van wijk {area}."),
        "wijk-hypothesis-rewritten": _("{actor} schreef verklaring {hypothesis} van wijk {area} opnieuw."),
        "wijk-evidence": _("{actor} hing iets aan verklaring {hypothesis} van wijk {area}."),
        "wijk-evidence-off": _("{actor} haalde iets van verklaring {hypothesis} van wijk {area} af."),
        "wijk-agreement": _("{actor} legde bij wijk {area} afspraak {agreement} vast."),
        "wijk-agreement-changed": _("{actor} wijzigde afspraak {agreement} van wijk {area}."),
        "wijk-agreement-removed": _("{actor} verwijderde afspraak {agreement} van wijk {area}."),
        "wijk-agreement-rewritten": _("{actor} schreef afspraak {agreement} van wijk {area} opnieuw."),
        "wijk-reflection": _("{actor} keek terug op afspraak {agreement} van wijk {area}."),
        "wijk-quotations": _("{actor} koos welke citaten bij wijk {area} staan."),
        "wijkverhaal-refreshed": _("{actor} werkte het Wijkverhaal van wijk {area} bij."),
        "wijkverhaal-edited": _("{actor} schreef in het Wijkverhaal van wijk {area}."),
        "wijkverhaal-downloaded": _("{actor} haalde het Wijkverhaal van wijk {area} op ({kind})."),
        "token-made": _("{actor} maakte een toegangssleutel voor {days} dagen."),
        "token-revoked": _("{actor} trok een toegangssleutel in."),
        "conversation-made": _("{actor} maakte gesprek {conversation}."),
        "conversation-led": _("{actor} liet {name} gesprek {conversation} ook leiden."),
        "conversation-led-no-more": _("{actor} liet {name} gesprek {conversation} niet meer leiden."),
        "conversation-link-made": _(
            "{actor} maakte een link voor gesprek {conversation}, voor {days} dagen."
        ),
        "conversation-link-revoked": _("{actor} trok een link van gesprek {conversation} in."),
        "conversation-started": _("{actor} begon gesprek {conversation}."),
        "conversation-closed": _("{actor} sloot gesprek {conversation}."),
        "conversation-moderated": _("{actor} haalde in gesprek {conversation} een bijdrage weg ({reason})."),
        "conversation-put-back": _("{actor} zette in gesprek {conversation} een bijdrage terug."),
        "conversation-explained": _("{actor} bewaarde een verklaring uit gesprek {conversation}."),
        "conversation-agreed": _("{actor} bewaarde een afspraak uit gesprek {conversation}."),
        "conversation-erased": _("{actor} wiste gesprek {conversation} voorgoed."),
        "conversation-survey": _("{actor} opende of sloot de vragenlijst van gesprek {conversation}."),
        "conversation-survey-sent": _(
            "{actor} stuurde de cijfers over samenwerking uit gesprek {conversation}"
            " om in te lezen (opdracht {job})."
        ),
        "file-downloaded": _("{actor} haalde {file} van berekening {run} op."),
        "log-downloaded": _("{actor} haalde het logboek op."),
    }


def sentence(key: str, actor: str, facts: Mapping[str, str]) -> str:
    """What happened, for a person; an event of a later version is told by its key."""
    known = sentences().get(key)
    named = actor or _("iemand")
    if known is None:
        return f"{key} ({named})"
    return known.format(actor=named, **{name: _shown(name, value) for name, value in facts.items()})


def _shown(name: str, value: str) -> str:
    """A fact in the language of the reader."""
    if name == "way":
        ways = {
            "link": _("link"),
            "password": _("wachtwoord"),
            "code": _("code van de tweede stap"),
            "organisation": _("eigen organisatie"),
        }
        return ways.get(value, value)
    if name == "roles":
        words = role_words()
        return ", ".join(words.get(role, role).partition(":")[0] for role in value.split(", ")) or _("lezer")
    return value
