# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The work of an analyst: what there is, and one job with how far it is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_POST, require_safe

from wijkverhaal.figures.import_report import level_count
from wijkverhaal.figures.source import Source
from wijkverhaal.figures.source_title import fictional_licence, fictional_title, source_title
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import outcome_name
from wijkverhaal.site.day import moment
from wijkverhaal.site.jobs import queue
from wijkverhaal.site.jobs.fingerprint import fingerprint
from wijkverhaal.site.jobs.models import (
    CANCELLED,
    ESTIMATE,
    FAILED,
    IMPORT,
    LOOK,
    QUESTIONS,
    WAITING,
    Job,
)
from wijkverhaal.site.jobs.question_views import run_of_answer
from wijkverhaal.site.jobs.upload_views import choices
from wijkverhaal.site.jobs.uploads import is_usable, wanted_batches
from wijkverhaal.site.jobs.words import (
    kind_of_source,
    kind_of_work,
    question_in_words,
    state_of,
)
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs.run_settings import other_choices, settings_in_words
from wijkverhaal.site.runs.shown_run import for_readers, hold

_SHOWN_JOBS = 20
#: Kinds that can be asked for again, and what the log then tells.
_ASKED = {ESTIMATE: "run-started", **dict.fromkeys(QUESTIONS, "question-asked")}
_STOPPED = {ESTIMATE: "run-cancelled", **dict.fromkeys(QUESTIONS, "question-cancelled")}


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The sources that were read in, the jobs and the runs."""
    queue.expire()
    sources = [_source_line(source) for source in FigureStore(settings.FILES.workspace).sources()]
    jobs = [_line(job) for job in Job.objects.all()[:_SHOWN_JOBS]]
    return page(
        request,
        "jobs/overview.html",
        sources=sources,
        jobs=jobs,
        runs=_runs(),
        outcome=outcome_name,
        somebody=queue.somebody_works(),
        moment=moment,
    )


def _runs() -> list[dict[str, Any]]:
    """The runs, the newest first, with what each has otherwise than the one that everybody sees."""
    entries = for_readers()
    newest_first = sorted(entries, key=lambda one: (one.created, one.id), reverse=True)
    return [
        {"entry": one, "shown": one is entries[0], "others": other_choices(one.card, entries[0].card)}
        for one in newest_first
    ]


def _source_line(source: Source) -> dict[str, Any]:
    title = source_title(source.kind, source.years, source.file) or source.title
    if source.fictional:
        title = fictional_title(title)
    licence = fictional_licence() if source.fictional else source.licence
    return {"source": source, "title": title, "licence": licence, "kind": kind_of_source(source.kind)}


def _line(job: Job) -> dict[str, Any]:
    return {"job": job, "kind": kind_of_work(job), "state": state_of(job)}


@require_safe
def job(request: HttpRequest, job_id: int) -> HttpResponse:
    """One job: how far it is, what came of it, and what can be done with it."""
    queue.expire()
    asked = get_object_or_404(Job, pk=job_id)
    usable = is_usable(asked) and asked.parameters["batch"] in wanted_batches()
    files = asked.result.get("files", []) if asked.kind == LOOK else []
    return page(
        request,
        "jobs/job.html",
        **_standing(asked),
        joined=request.GET.get("al") == "bezig",
        trouble=request.session.pop("work-trouble", ""),
        usable=usable,
        files=[_in_words(one) for one in files],
        choices=choices(asked) if usable else [],
        can_restart=_can_restart(asked),
        look=_look_of(asked),
        is_question=asked.kind in QUESTIONS,
        answer_run=run_of_answer(asked),
        asked_settings=_asked_settings(asked),
        moment=moment,
    )


def _in_words(seen: dict[str, Any]) -> dict[str, Any]:
    """What was seen in a file, with its kind and its areas as a reader calls them."""
    areas = [level_count(level, count) for level, count in seen.get("levels", {}).items()]
    return {**seen, "kind_words": kind_of_source(seen.get("kind", "")), "areas": ", ".join(areas)}


@require_safe
def standing(request: HttpRequest, job_id: int) -> HttpResponse:
    """How far a job is, as a piece of its page."""
    queue.expire()
    asked = get_object_or_404(Job, pk=job_id)
    response = HttpResponse(render_to_string("jobs/standing.html", _standing(asked), request))
    response.headers["Wijkverhaal-Open"] = "1" if asked.is_open else "0"
    add_never_cache_headers(response)
    return response


def _standing(asked: Job) -> dict[str, Any]:
    waiting = asked.state == WAITING
    return {
        "job": asked,
        "kind": kind_of_work(asked),
        "state": state_of(asked),
        "before": queue.before(asked) if waiting else 0,
        "somebody": not waiting or queue.somebody_works(),
    }


@require_POST
def cancel(request: HttpRequest, job_id: int) -> HttpResponse:
    """Stop a job; the worker ends it within a moment."""
    asked = get_object_or_404(Job, pk=job_id)
    was_waiting = asked.state == WAITING
    if queue.cancel(job_id) and was_waiting and asked.kind in _STOPPED:
        record(_STOPPED[asked.kind], request.user, job=str(job_id))
    return HttpResponseRedirect(reverse("jobs:job", args=[job_id]))


@require_POST
def again(request: HttpRequest, job_id: int) -> HttpResponse:
    """Ask for the same run or answer once more."""
    asked = get_object_or_404(Job, pk=job_id)
    if not _can_restart(asked):
        return HttpResponseRedirect(reverse("jobs:job", args=[job_id]))
    mark = asked.fingerprint
    if asked.kind in _ASKED:
        mark = fingerprint(FigureStore(settings.FILES.workspace).sources(), asked.parameters)
    if asked.kind == ESTIMATE:
        hold()
    new, there = queue.ask(asked.kind, asked.parameters, request.user.name, mark)
    if not there and asked.kind in _ASKED:
        record(_ASKED[asked.kind], request.user, job=str(new.pk))
    return HttpResponseRedirect(reverse("jobs:job", args=[new.pk]) + ("?al=bezig" if there else ""))


def _can_restart(asked: Job) -> bool:
    """A run or an answer can be asked for again; files only as long as they are there."""
    if asked.state not in (FAILED, CANCELLED):
        return False
    return asked.kind in _ASKED or asked.parameters.get("batch") in wanted_batches()


def _look_of(asked: Job) -> int | None:
    """The look after which files could not be read in, as long as they are there."""
    if asked.kind != IMPORT or asked.state not in (FAILED, CANCELLED):
        return None
    token = asked.parameters["batch"]
    looks = Job.objects.filter(kind=LOOK)
    return next((one.pk for one in looks if one.parameters["batch"] == token and is_usable(one)), None)


def _asked_settings(asked: Job) -> dict[str, str]:
    chosen = asked.parameters
    if asked.kind in QUESTIONS:
        return question_in_words(chosen)
    if asked.kind != ESTIMATE:
        return {}
    card = {
        "outcome": chosen.get("outcome"),
        "years": chosen.get("years") or [_("alle jaren die er zijn")],
        "seed": chosen.get("seed"),
        "settings": {
            **{name: chosen.get(name) for name in ("scp", "levels", "neighbours", "together")},
            "without_groups": ["origin"] if chosen.get("without_origin") else [],
            "false_discovery_rate": chosen.get("fdr", 0) / 100,
            "smallest": chosen.get("smallest", 0) / 100,
        },
    }
    return settings_in_words(card)
