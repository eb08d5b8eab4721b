# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Searching: words as they stand, and apart from that passages that look like what was coded."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RAW, Door, study_page
from wijkverhaal.site.studies.interviews.passages_read import passages_read
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.words import tree
from wijkverhaal.stories.search.alike import Alike, AlikeSearch
from wijkverhaal.stories.search.passage import Passage
from wijkverhaal.stories.search.word_search import Found, WordSearch
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

_MOST = 100


@study_page(RAW, "GET", "HEAD", "POST")
def search(request: HttpRequest, door: Door) -> HttpResponse:
    """Search all interviews; what is looked for is never in an address."""
    words, factor = request.POST.get("woorden", "").strip(), request.POST.get("factor", "")
    study = door.study(None if factor else [])
    found: list[Found] = []
    alike: list[Alike] = []
    texts = storage.interview_texts(door.opened, study) if words or factor else {}
    if words:
        found = _found(texts, words)
    elif factor:
        alike = _alike(study, texts, study.one(Factor, factor).id)
    if found or alike:
        passages_read(request, door)
    return page(
        request,
        "studies/search.html",
        door=door,
        words=words,
        chosen=factor,
        found=found[:_MOST],
        more=len(found) > _MOST,
        alike=[(one, texts[one.passage.interview][one.passage.start : one.passage.end]) for one in alike],
        places=_places(study),
        factors=tree(study.all(Factor)),
    )


def _found(texts: dict[str, str], words: str) -> list[Found]:
    """The first places, one interview after the other."""
    found: list[Found] = []
    for name, text in texts.items():
        found += WordSearch({name: text}).find(words, _MOST + 1 - len(found))
        if len(found) > _MOST:
            break
    return found


def _alike(study: Study, texts: dict[str, str], factor: str) -> list[Alike]:
    own = [one for one in study.all(Coding) if one.factor == factor]
    examples = [texts[one.interview][one.start : one.end] for one in own]
    done = [Passage(one.interview, one.start, one.end) for one in own]
    return AlikeSearch(texts).like(examples, without=done)


def _places(study: Study) -> dict[str, str]:
    """Whose interview each is."""
    found = {}
    for one in study.all(Interview):
        who = study.one(Informant, one.informant)
        found[one.id] = f"{study.one(Family, who.family).label}, {who.role}"
    return found
