# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The codebook as a tree: a starter, one's own factors, and what each means."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RAW, RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.interviews.family_views import said
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.words import direction_words, tree
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.record import Coding, Direction, Factor
from wijkverhaal.stories.study.starter_codebook import starter_codebook
from wijkverhaal.stories.study.study import Study


@study_page(RAW)
def codebook(request: HttpRequest, door: Door) -> HttpResponse:
    """Every factor with its meaning, examples and how often it was given."""
    study = door.study()
    counts: dict[str, int] = {}
    for one in study.all(Coding):
        counts[one.factor] = counts.get(one.factor, 0) + 1
    return page(
        request,
        "studies/codebook.html",
        door=door,
        factors=tree(study.all(Factor)),
        counts=counts,
        directions=direction_words(),
        address=request.get_full_path(),
    )


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def factor(request: HttpRequest, door: Door, factor: str) -> HttpResponse:
    """Change or remove one factor."""
    study = door.whole()
    one = study.one(Factor, factor)
    if request.method == "POST":
        if request.POST.get("doe") == "weg":
            storage.apply_changes(door.opened, study, removal_of(study, [factor]))
        else:
            storage.put(door.opened, study, _read(request, study, one))
        return to("codebook", door.id)
    hanging = len(removal_of(study, [factor])) - 1
    return page(
        request,
        "studies/factor.html",
        door=door,
        factor=one,
        hanging=hanging,
        factors=[(depth, other) for depth, other in tree(study.all(Factor)) if other.id != factor],
        directions=direction_words(),
    )


@study_page(RESEARCHERS, "POST")
def add_factor(request: HttpRequest, door: Door) -> HttpResponse:
    """A factor of one's own, or the whole starter codebook."""
    study = door.whole()
    if request.POST.get("doe") == "begin":
        prefix = f"{storage.new_id()}-"
        storage.put(door.opened, study, *starter_codebook(prefix))
        return to("codebook", door.id)
    place = sum(1 for _one in study.all(Factor))
    storage.put(door.opened, study, _read(request, study, Factor(storage.new_id(), "", place=place)))
    return to("codebook", door.id)


def _read(request: HttpRequest, study: Study, before: Factor) -> Factor:
    parent = request.POST.get("onder", "")
    if parent:
        study.one(Factor, parent)
    direction = request.POST.get("richting", "either")
    if direction not in direction_words():
        raise InputError(_("Kies of de factor helpt of hindert."))
    examples = tuple(one.strip() for one in request.POST.get("voorbeelden", "").splitlines() if one.strip())
    chosen: Direction = direction
    return replace(
        before,
        name=said(request, "naam", 120),
        definition=request.POST.get("betekenis", "").strip(),
        examples=examples,
        direction=chosen,
        parent=parent,
    )
