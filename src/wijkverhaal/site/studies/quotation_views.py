# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations per factor, without names: each judged, and a file of those that may leave."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies import names_store, storage, visit
from wijkverhaal.site.studies.door import RESEARCHERS, Door, back_or, study_page
from wijkverhaal.stories.leaving.export_scan import check_leaving
from wijkverhaal.stories.leaving.quotation import Quotation, leaving, quotations
from wijkverhaal.stories.leaving.quotation_table import quotation_csv
from wijkverhaal.stories.study.record import Coding, Factor, Interview, Judgement
from wijkverhaal.stories.study.study import Study

_FILE = "citaten.csv"


@study_page(RESEARCHERS)
def quotation_list(request: HttpRequest, door: Door) -> HttpResponse:
    """The quotations of one factor, or how many there are per factor."""
    study = door.study()
    found = _found(door, study)
    chosen = request.GET.get("factor", "")
    names = {one.id: one.name for one in study.all(Factor)}
    counts: dict[str, list[int]] = {}
    for one in study.all(Coding):
        counts.setdefault(one.factor, [0, 0])[0] += 1
    for quotation in found:
        coding = study.one(Coding, quotation.coding)
        counts[coding.factor][1] += quotation.may_leave
    shown = [one for one in found if study.one(Coding, one.coding).factor == chosen]
    waiting = sum(1 for _one in study.all(Interview)) - len(names_store.reader_texts(door.opened, study))
    return page(
        request,
        "studies/quotations.html",
        door=door,
        chosen=names.get(chosen, ""),
        shown=shown,
        counts=sorted((names[name], name, *pair) for name, pair in counts.items()),
        leaving=len(leaving(found)),
        waiting=waiting,
        register_open=visit.register_passphrase(request, door.id) is not None,
        there=names_store.has_register(door.id),
        address=request.get_full_path(),
    )


def _found(door: Door, study: Study) -> list[Quotation]:
    return quotations(study, names_store.reader_texts(door.opened, study), timezone.localdate())


@study_page(RESEARCHERS, "POST")
def judge(request: HttpRequest, door: Door, coding: str) -> HttpResponse:
    """Say whether somebody can be recognised by a quotation."""
    study = door.study()
    one = study.one(Coding, coding)
    mine = [j for j in study.all(Judgement) if j.coding == one.id and j.by == door.actor]
    name = mine[0].id if mine else storage.new_id()
    recognisable = request.POST.get("herkenbaar") != "nee"
    storage.put(door.opened, study, Judgement(name, one.id, recognisable, door.actor))
    return back_or(request, door.id, "quotations", door.id)


@study_page(RESEARCHERS, "POST")
def download(request: HttpRequest, door: Door) -> HttpResponse:
    """The quotations that may leave, after a last look for every name of the register."""
    passphrase = visit.register_passphrase(request, door.id)
    if not passphrase:
        raise InputError(
            _("Open eerst het register: elk bestand wordt nagelopen op elke naam voordat het weggaat.")
        )
    roster = names_store.load_register(door.opened, passphrase).everybody()
    content = quotation_csv(_found(door, door.study()))
    check_leaving({_FILE: content}, roster)
    storage.note(door.opened, "exported")
    record("study-exported", request.user, study=door.id)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{_FILE}"'
    return answer
