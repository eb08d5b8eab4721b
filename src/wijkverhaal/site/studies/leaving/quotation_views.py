# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations per factor, without names: each judged, and a file of those that may leave."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, back_or, study_page
from wijkverhaal.site.studies.interviews.text_views import number_of
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.leaving.export_file import Wish, ordinary_words
from wijkverhaal.site.studies.leaving.export_views import let_go, without_names
from wijkverhaal.site.studies.leaving.released import released_records, take_back_what_may_not
from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.stories.leaving.quotation import (
    Quotable,
    Quotation,
    leaving_counts,
    quotables,
    quotations,
)
from wijkverhaal.stories.study.record import Coding, Factor, Family, Interview, Judgement
from wijkverhaal.stories.study.study import Study

#: Quotations on one page.
_PART = 50


@study_page(RESEARCHERS)
def quotation_list(request: HttpRequest, door: Door) -> HttpResponse:
    """The quotations of one factor, or how many there are per factor."""
    study = door.study()
    ready, today = names_store.ready_for_readers(door.opened, study), timezone.localdate()
    chosen = request.GET.get("factor", "")
    names = {one.id: one.name for one in study.all(Factor)}
    counts = Counter(one.factor for one in study.all(Coding))
    may = leaving_counts(study, ready, today)
    found = quotables(study, ready, today, [chosen]) if chosen in names else []
    parts = max(1, -(-len(found) // _PART))
    part = min(max(number_of(request.GET.get("deel")), 1), parts)
    return page(
        request,
        "studies/quotations.html",
        door=door,
        chosen=names.get(chosen, ""),
        factor=chosen,
        quoted=_quoted(door, study, found[(part - 1) * _PART : part * _PART]),
        part=part,
        parts=parts,
        counts=sorted((names[name], name, count, may[name]) for name, count in counts.items()),
        leaving=sum(may.values()),
        waiting=sum(1 for _one in study.all(Interview)) - len(ready),
        register_open=visit.register_passphrase(request, door.id) is not None,
        there=names_store.has_register(door.id),
        address=request.get_full_path(),
        released=released_records(door.id),
        families=study.all(Family),
        told={one.record: one.text for one in ReleasedQuotation.objects.filter(study=door.id, history=True)},
    )


def _quoted(door: Door, study: Study, here: Sequence[Quotable]) -> list[Quotation]:
    """The words of some quotations; no other interview is opened for them."""
    texts = names_store.reader_texts(door.opened, study, {one.passage.interview for one in here})
    return [one.quoted(texts[one.passage.interview]) for one in here if one.passage.interview in texts]


def found_quotations(door: Door, study: Study) -> list[Quotation]:
    """Every coded passage of an interview that is ready for readers."""
    return quotations(study, names_store.reader_texts(door.opened, study), timezone.localdate())


@study_page(RESEARCHERS, "POST")
def judge(request: HttpRequest, door: Door, coding: str) -> HttpResponse:
    """Say whether somebody can be recognised by a quotation."""
    study = door.study()
    one = study.one(Coding, coding)
    mine = [j for j in study.all(Judgement) if j.coding == one.id and j.by == door.actor]
    name = mine[0].id if mine else storage.new_id()
    recognisable = request.POST.get("herkenbaar") != "nee"
    _opened, study, _action = storage.put(
        door.opened, study, Judgement(name, one.id, recognisable, door.actor)
    )
    if released_records(door.id):
        ready = names_store.ready_for_readers(door.opened, study)
        take_back_what_may_not(door.id, quotables(study, ready, timezone.localdate()))
    return back_or(request, door.id, "quotations", door.id)


@study_page(RESEARCHERS, "POST")
def download(request: HttpRequest, door: Door) -> HttpResponse:
    """The quotations that may leave, after a last look for every name of the register."""
    wish = Wish("csv", ordinary=ordinary_words(request.POST.get("gewoon", "")))
    return let_go(request, door, without_names(request, door, wish))
