# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of what stays with a wijk: explanations, agreements with their follow-up, quotations."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.dialogue.agreement import AgreementState, reflection_questions
from wijkverhaal.dialogue.figure_reference import indicators_by_id
from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.publication.sentence import fictional_label
from wijkverhaal.site.access import roles_of
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import FACILITATOR
from wijkverhaal.site.runs import library
from wijkverhaal.site.studies.leaving.released import released
from wijkverhaal.site.wijken.agreements import agreements_of, agreements_without_words
from wijkverhaal.site.wijken.conversations_told import conversations_about
from wijkverhaal.site.wijken.cooperation import cooperation_told
from wijkverhaal.site.wijken.follow_ups import followed
from wijkverhaal.site.wijken.hypotheses import as_hypothesis, hypotheses_of, hypotheses_without_words
from wijkverhaal.site.wijken.models import StoredDocument
from wijkverhaal.site.wijken.quotations import quotations_of
from wijkverhaal.site.wijken.told_evidence import balances_of
from wijkverhaal.site.wijken.wijk_now import WijkNow, wijk_now


def leads(request: HttpRequest) -> bool:
    """Whether who asks prepares and leads conversations."""
    return FACILITATOR in roles_of(request)


def wijk_page(
    request: HttpRequest,
    code: str,
    trouble: str = "",
    at: str = "",
    form: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; with what was wrong (`trouble`) at which form (`at`), and what was typed in it."""
    wijk, facilitator = wijk_now(code), leads(request)
    stored = hypotheses_of(code)
    balances = balances_of(stored)
    entries, today = library.entries(), timezone.localdate()
    agreements = [followed(one, entries, named=facilitator) for one in agreements_of(code)]
    told = quotations_of(code)
    return page(
        request,
        "wijken/wijk.html",
        status,
        wijk=wijk,
        label=label_of(wijk),
        facilitator=facilitator,
        conversations=conversations_about(request.user.pk, code) if facilitator else [],
        hypotheses=[(as_hypothesis(one), balances[one.id]) for one in stored],
        lost_hypotheses=hypotheses_without_words(code) if facilitator else [],
        lost_agreements=agreements_without_words(code) if facilitator else [],
        agreements=[(one, one.agreement.overdue(today)) for one in agreements],
        indicator_names=_indicator_names(wijk),
        cooperation=cooperation_told(code),
        quotations=told,
        to_choose=_to_choose({one.id for one in told}) if facilitator else [],
        document=StoredDocument.objects.filter(area=code).exists(),
        tags=list(Tag),
        states=list(AgreementState),
        questions=reflection_questions(),
        trouble=trouble,
        at=at,
        form=form or {},
    )


def label_of(wijk: WijkNow) -> str:
    """That the country is fictional, where it is."""
    return fictional_label() if wijk.run is not None and wijk.run.fictional else ""


def _indicator_names(wijk: WijkNow) -> dict[str, str]:
    if wijk.run is None:
        return {}
    known = indicators_by_id(wijk.run)
    rows = wijk.run.indicators_of(wijk.code, wijk.year)
    names = {row["indicator"]: known[row["indicator"]].text for row in rows if row["indicator"] in known}
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def _to_choose(there: set[str]) -> list[tuple[str, str]]:
    """Released quotations that are not told with this wijk yet."""
    return [(one.id, shortened(one.text, one.role)) for one in released() if one.id not in there]


def shortened(text: str, role: str, most: int = 110) -> str:
    """A quotation for in a list to choose from."""
    return f"{role}: {text}" if len(text) <= most else f"{role}: {text[:most].rsplit(' ', 1)[0]} …"
