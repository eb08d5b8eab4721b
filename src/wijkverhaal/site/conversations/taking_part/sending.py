# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What participants send, read and checked before it is kept."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from wijkverhaal.dialogue.contribution_text import cleaned, cleaned_line
from wijkverhaal.dialogue.guess import read_guess
from wijkverhaal.dialogue.opinion import Vote
from wijkverhaal.dialogue.recognition import Recognised
from wijkverhaal.dialogue.session import Session
from wijkverhaal.dialogue.statement import LONGEST_STATEMENT, Tag
from wijkverhaal.dialogue.valuation import Valued
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.figure_key import figure_key, read_figure_key
from wijkverhaal.site.conversations.models import Entry
from wijkverhaal.site.conversations.screen.told_figure import ToldFigure, told_figure

LONGEST_REASON = 1000
LONGEST_LEAD = 1000
LONGEST_OWNER = 200
_FIRST_YEAR, _LAST_YEAR = 2015, 2100

Form = Mapping[str, str]
_Choice = TypeVar("_Choice", Recognised, Vote, Valued, Tag)


def read_contribution(kind: str, form: Form, session: Session) -> dict[str, Any]:
    """The content of what was sent.

    Parameters
    ----------
    kind : str
        One of `entry_kind.OF_PARTICIPANTS`, as it stands in the form.
    form : mapping of str to str
    session : Session

    Raises
    ------
    InputError
        When something is missing, too long, or is about something else than this conversation.
    """
    reader = _READERS.get(kind)
    if reader is None:
        raise InputError(_("Het formulier is niet volledig aangekomen; laad de bladzijde opnieuw."))
    return reader(form, session)


def _guess(form: Form, session: Session) -> dict[str, Any]:
    figure = _figure(form, session)
    if figure.guess is None:
        raise InputError(_("Van dit cijfer vragen we geen schatting; wacht tot het getoond wordt."))
    return {"figure": figure.key, "value": read_guess(form.get("schatting", ""), figure.guess)}


def _recognition(form: Form, session: Session) -> dict[str, Any]:
    answer = _choice(Recognised, form.get("antwoord", ""))
    return {"figure": _figure(form, session).key, "answer": answer, "reason": _words(form, "reden")}


def _statement(form: Form, session: Session) -> dict[str, Any]:
    tag = _choice(Tag, form.get("soort", ""))
    figure = _figure(form, session).key if form.get("cijfer") else ""
    return {"text": cleaned(form.get("tekst", ""), LONGEST_STATEMENT), "tag": tag, "figure": figure}


def _opinion(form: Form, session: Session) -> dict[str, Any]:
    serial = form.get("uitspraak", "")
    there = Entry.objects.filter(conversation=session.id, kind=kinds.STATEMENT, erased=False)
    if not (serial.isascii() and serial.isdigit() and len(serial) < 10):
        raise _gone()
    if not there.filter(serial=int(serial)).exists():
        raise _gone()
    return {"statement": str(int(serial)), "vote": _choice(Vote, form.get("stem", ""))}


def _valuation(form: Form, session: Session) -> dict[str, Any]:
    answer = _choice(Valued, form.get("antwoord", ""))
    return {"figure": _figure(form, session).key, "answer": answer, "wish": _words(form, "wens")}


def _lead(form: Form, session: Session) -> dict[str, Any]:
    return {
        "text": cleaned(form.get("tekst", ""), LONGEST_LEAD),
        "owner": cleaned_line(owner, LONGEST_OWNER) if (owner := form.get("wie", "")).strip() else "",
        "due": day.isoformat() if (day := read_day(form.get("wanneer", ""))) else "",
        "indicator": read_indicator(form, session),
        "area": read_area(form, session, form.get("cijfer", "")),
    }


_READERS: Mapping[str, Callable[[Form, Session], dict[str, Any]]] = {
    kinds.GUESS: _guess,
    kinds.RECOGNITION: _recognition,
    kinds.STATEMENT: _statement,
    kinds.OPINION: _opinion,
    kinds.VALUATION: _valuation,
    kinds.LEAD: _lead,
}


def read_day(typed: str) -> date | None:
    """The day that somebody chose; None where they chose none. No clock but the server's is asked.

    Raises
    ------
    InputError
    """
    if not typed.strip():
        return None
    try:
        day = date.fromisoformat(typed.strip()[:20])
    except ValueError as error:
        raise InputError(_("Dit is geen datum; kies een dag, zoals 2027-03-01.")) from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise InputError(_("Deze datum kan niet kloppen; kies een dag in de komende jaren."))
    return day


def read_area(form: Form, session: Session, figure: str = "") -> str:
    """The wijk that something is about: the one that was chosen, else that of the figure it was said under.

    Parameters
    ----------
    form : mapping of str to str
    session : Session
    figure : str
        The key of that figure; empty where there was none.

    Raises
    ------
    InputError
    """
    area = form.get("wijk", "") or (read_figure_key(figure).area if figure else "")
    if not area and len(session.wijken) == 1:
        area = session.wijken[0]
    if not area:
        raise InputError(_("Dit gesprek gaat over meer wijken; kies bij welke wijk dit hoort."))
    if area not in session.wijken:
        raise InputError(_("Deze wijk hoort niet bij het gesprek; kies er een uit de lijst."))
    return area


def read_indicator(form: Form, session: Session) -> str:
    """The indicator by which one would see it: one of the figures; empty for the use of care itself.

    Raises
    ------
    InputError
    """
    chosen = form.get("kenmerk", "")
    if chosen and chosen not in {one.item for one in session.figures}:
        raise InputError(_("Dit cijfer hoort niet bij het gesprek; kies er een uit de lijst."))
    return chosen


def _figure(form: Form, session: Session) -> ToldFigure:
    for reference in session.figures:
        if figure_key(reference) == form.get("cijfer"):
            return told_figure(session.run, reference)
    raise InputError(_("Dit cijfer hoort niet bij het gesprek; kies er een uit de lijst."))


def _words(form: Form, name: str) -> str:
    """A text that may stay empty."""
    typed = form.get(name, "")
    return cleaned(typed, LONGEST_REASON) if typed.strip() else ""


def _choice(choices: type[_Choice], typed: str) -> _Choice:
    try:
        return choices(typed)
    except ValueError as error:
        raise InputError(_("Er is nog niets gekozen; kies een antwoord en verstuur het opnieuw.")) from error


def _gone() -> InputError:
    return InputError(_("Deze uitspraak is er niet meer; laad de bladzijde opnieuw."))
