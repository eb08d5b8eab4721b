# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation before it begins: what it is about, who leads it, and the leidraad."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from wijkverhaal.dialogue.figure_choice import figures_to_choose
from wijkverhaal.dialogue.figure_reference import FigureKind
from wijkverhaal.dialogue.leidraad import LONGEST, SHORTEST, USUAL, leidraad, timed_parts
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.conversations.contributions.figure_key import figure_key, read_figure_key
from wijkverhaal.site.conversations.contributions.stored_session import session_of
from wijkverhaal.site.conversations.leading import making
from wijkverhaal.site.conversations.leading.leader_door import led, to, version_seen
from wijkverhaal.site.conversations.leading.moving import figure_keys
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import told_figure, wijk_names
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import FACILITATOR
from wijkverhaal.site.runs import library
from wijkverhaal.site.studies.leaving.released import released

_WRONG = 400
_MOST_PEOPLE = 500


@dataclass(frozen=True)
class _Choice:
    key: str
    label: str
    sentence: str


@led()
def conversation(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """One conversation: how far it is, and where to go."""
    return _conversation(request, stored)


def _conversation(request: HttpRequest, stored: Conversation, trouble: str = "") -> HttpResponse:
    return page(
        request,
        "conversations/conversation.html",
        _WRONG if trouble else 200,
        conversation=stored,
        session=session_of(stored),
        wijken=list(zip(stored.wijken, wijk_names(stored.run, stored.wijken, stored.year), strict=True)),
        figures=[told_figure(stored.run, one) for one in session_of(stored).figures],
        may_choose_figures=making.may_choose_figures(stored),
        facilitators=list(stored.facilitators.order_by("name")),
        people=stored.participants.filter(nobody=False).count(),
        # by name and not in the order in which they came: that order stands beside what they wrote
        names=sorted(stored.participants.exclude(name="").values_list("name", flat=True), key=str.casefold),
        trouble=trouble,
    )


@led("GET", "HEAD", "POST")
def prepare(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Title, goal, figures in their order, quotations, and whether names are shown."""
    trouble = ""
    if request.method == "POST":
        try:
            _prepare(request, stored)
        except InputError as error:
            trouble = str(error)
        else:
            return to("conversation", stored.id)
    form = request.POST if request.method == "POST" else None
    return page(
        request,
        "conversations/prepare.html",
        _WRONG if trouble else 200,
        conversation=stored,
        title=form.get("titel", "") if form else stored.title,
        goal=form.get("doel", "") if form else stored.goal,
        anonymous=form.get("namen") != "ja" if form else stored.anonymous,
        chosen=form.getlist("cijfer") if form else figure_keys(stored),
        quoted=form.getlist("citaat") if form else stored.quotations,
        version=form.get("versie", "") if form else stored.version,
        figures=_figures(stored),
        quotations=released(),
        may_choose_figures=making.may_choose_figures(stored),
        may_choose_names=making.may_choose_names(stored),
        trouble=trouble,
    )


def _prepare(request: HttpRequest, stored: Conversation) -> None:
    form = request.POST
    asked = form.getlist("cijfer")[:100]
    before = [key for key in figure_keys(stored) if key in asked]
    known = {one.pk for one in released()}
    making.prepare(
        stored.id,
        version_seen(request),
        form.get("titel", ""),
        form.get("doel", ""),
        # what was chosen before keeps its place
        [read_figure_key(key) for key in dict.fromkeys([*before, *asked])],
        [one for one in form.getlist("citaat") if one in known],
        form.get("namen") != "ja",
    )


@led("POST")
def earlier(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Look at a figure before the one that now comes before it."""
    try:
        making.put_earlier(stored.id, version_seen(request), request.POST.get("cijfer", ""))
    except InputError as error:
        return _conversation(request, Conversation.objects.get(pk=stored.id), str(error))
    return to("conversation", stored.id)


def _figures(stored: Conversation) -> list[tuple[str, list[tuple[str, bool, list[_Choice]]]]]:
    """Per wijk and sort of figure what can be chosen, and whether something of it was."""
    run = library.opened(stored.run)
    names = wijk_names(stored.run, stored.wijken, stored.year)
    there = set(figure_keys(stored))
    found = []
    for area, name in zip(stored.wijken, names, strict=True):
        sorts: dict[str, list[_Choice]] = {}
        for one in figures_to_choose(run, area, stored.year):
            choice = _Choice(figure_key(one.reference), one.figure.label, one.figure.sentence)
            sorts.setdefault(_sort_word(one.reference.kind), []).append(choice)
        told = [(word, any(one.key in there for one in mine), mine) for word, mine in sorts.items()]
        found.append((name, told))
    return found


def _sort_word(kind: FigureKind) -> str:
    words = {
        FigureKind.PART: _("Delen van de verklaring"),
        FigureKind.INDICATOR: _("Kenmerken van de wijk"),
        FigureKind.COMPARABLE: _("Vergelijkbare wijken"),
    }
    return words.get(kind, _("Gebruik van jeugdzorg"))


@led()
def leidraad_page(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """The leidraad, to be printed."""
    minutes, people, trouble = _asked(request.GET)
    session = session_of(stored)
    names = wijk_names(stored.run, stored.wijken, stored.year)
    figures = [told_figure(stored.run, one).question for one in session.figures]
    return page(
        request,
        "conversations/leidraad.html",
        _WRONG if trouble else 200,
        conversation=stored,
        guide=leidraad(session, names, figures, people, minutes),
        minutes=minutes,
        people=people or "",
        most_people=_MOST_PEOPLE,
        shortest=SHORTEST,
        longest=LONGEST,
        trouble=trouble,
    )


def _asked(typed: Mapping[str, str]) -> tuple[int, int | None, str]:
    """How many minutes and people were asked for, and what is wrong with it: then the usual stands there."""
    minutes, people = (_number(typed.get(name, "")) for name in ("minuten", "mensen"))
    if people is not None and not 1 <= people <= _MOST_PEOPLE:
        sentence = _("Vul bij ‘Hoeveel mensen?’ een aantal in van 1 tot {most}.").format(most=_MOST_PEOPLE)
        return USUAL, None, sentence
    try:
        timed_parts(USUAL if minutes is None else minutes)
    except InputError as error:
        return USUAL, people, str(error)
    return USUAL if minutes is None else minutes, people, ""


def _number(typed: str) -> int | None:
    """The number that was typed; 0 where that is none, None where nothing was typed."""
    typed = typed.strip()
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


@led("POST")
def facilitator(request: HttpRequest, stored: Conversation) -> HttpResponse:
    """Let somebody else lead this conversation too, or no longer."""
    name = request.POST.get("naam", "").strip()
    if request.POST.get("doe") == "weg":
        return _leads_no_more(request, stored, name)
    found = Account.objects.filter(name=name, is_active=True, held__role=FACILITATOR).first()
    if found is None:
        sentence = _("Er is geen gespreksleider met die naam; vraag het aan wie de accounts beheert.")
        return _conversation(request, stored, sentence)
    stored.facilitators.add(found)
    record("conversation-led", request.user, conversation=stored.id, name=found.name)
    return to("conversation", stored.id)


def _leads_no_more(request: HttpRequest, stored: Conversation, name: str) -> HttpResponse:
    """Take a facilitator off; somebody always stays."""
    found = stored.facilitators.filter(name=name).first()
    if found is None or stored.facilitators.count() == 1:
        return _conversation(request, stored, _("Er moet een gespreksleider blijven; voeg eerst iemand toe."))
    stored.facilitators.remove(found)
    record("conversation-led-no-more", request.user, conversation=stored.id, name=found.name)
    return to("list") if found.pk == request.user.pk else to("conversation", stored.id)
