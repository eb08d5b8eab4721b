# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader takes along: files of a run, of one gemeente, and pages as PDF."""

import mimetypes
from io import BytesIO

import polars as pl
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.csv_file import write_csv
from wijkverhaal.publication.download import COMPRESSED, DOWNLOADS
from wijkverhaal.publication.pdf import can_make_pdf
from wijkverhaal.publication.workbook import write_workbook
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.being_made import being_made
from wijkverhaal.site.runs.exported import exported, file_words
from wijkverhaal.site.runs.frame import frame
from wijkverhaal.site.runs.place_search import gemeenten

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The forms in which a gemeente can be taken along, by the name of their address.
_FORMS = {
    "xlsx": "runs:gemeente-workbook",
    "csv": "runs:gemeente-csv",
    "pdf": "runs:gemeente-pdf",
}


@require_safe
def downloads(request: HttpRequest, run_id: str) -> HttpResponse:
    """The files of a run."""
    run = library.opened(run_id)
    words = file_words()
    return page(
        request,
        "runs/downloads.html",
        **frame(run, run.years[0]),
        files=[(name, words.get(name, "")) for name in DOWNLOADS],
        gemeenten=gemeenten(run),
        pdf=can_make_pdf(),
    )


@require_safe
def download(request: HttpRequest, run_id: str, name: str) -> HttpResponse | FileResponse:
    """One file, to keep; a page that asks for patience while a large one is being made."""
    path = exported(library.entry_of(run_id), name)
    if path is None:
        return being_made(request, run_id, name, request.path)
    record("file-downloaded", request.user, file=name, run=run_id)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    packed = path.with_name(path.name + COMPRESSED)
    small = packed.is_file() and "gzip" in request.headers.get("Accept-Encoding", "")
    answer = FileResponse(
        (packed if small else path).open("rb"),
        as_attachment=True,
        filename=f"{run_id}-{name}",
        content_type=_WORKBOOK if name.endswith(".xlsx") else kind,
    )
    if small:
        answer.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


@require_safe
def gemeente_files(request: HttpRequest, run_id: str) -> HttpResponse:
    """To the file of the gemeente that was chosen in the form."""
    run = library.opened(run_id)
    code, form = request.GET.get("gemeente", ""), request.GET.get("vorm", "xlsx")
    if form not in _FORMS or code not in dict(gemeenten(run)):
        raise Http404(_("Kies een gemeente uit de lijst."))
    return HttpResponseRedirect(reverse(_FORMS[form], args=[run_id, code]))


@require_safe
def gemeente_csv(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """The wijken of a gemeente in all years, with the columns of areas.csv."""
    run = library.opened(run_id)
    table = _wijken(run, code)
    file = BytesIO()
    write_csv(table, file, run.fictional)
    record("file-downloaded", request.user, file=f"{code}.csv", run=run_id)
    return _attached(file, "text/csv; charset=utf-8", f"{run_id}-{code}.csv")


@require_safe
def gemeente_workbook(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """The wijken of a gemeente for a spreadsheet."""
    run = library.opened(run_id)
    _wijken(run, code)
    file = BytesIO()
    write_workbook(run, file, code)
    record("file-downloaded", request.user, file=f"{code}.xlsx", run=run_id)
    return _attached(file, _WORKBOOK, f"{run_id}-{code}.xlsx")


def _wijken(run: FinishedRun, code: str) -> pl.DataFrame:
    table = run.areas.filter(pl.col("gemeente") == code)
    if table.is_empty():
        raise Http404(_("Deze berekening heeft geen wijken in die gemeente."))
    return table


def _attached(file: BytesIO, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(file.getvalue(), content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
