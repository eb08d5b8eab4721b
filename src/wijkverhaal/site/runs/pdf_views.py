# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of a run as PDF: the page itself, through its print stylesheet, made aside and kept."""

import re
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.pdf import begin_pdf, can_make_pdf
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library, views
from wijkverhaal.site.runs.being_made import being_made
from wijkverhaal.site.runs.making import made_aside

#: How many seconds a reader waits before we ask to come back.
_PATIENCE = 5.0
#: Of every run so many are kept.
_MOST_KEPT = 500
#: Differs in every answer, and is not on paper.
_TOKEN = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken"[^>]*>')


@require_safe
def wijk_pdf(request: HttpRequest, run_id: str, code: str) -> HttpResponse | FileResponse:
    """The wijkprofiel."""
    if not can_make_pdf():
        return _not_made(request, 501, _("Druk de pagina af, of installeer wijkverhaal[pdf]."))
    return _as_pdf(request, views.wijk(request, run_id, code), run_id, code)


@require_safe
def gemeente_pdf(request: HttpRequest, run_id: str, code: str) -> HttpResponse | FileResponse:
    """The overview of a gemeente."""
    if not can_make_pdf():
        return _not_made(request, 501, _("Druk de pagina af, of installeer wijkverhaal[pdf]."))
    return _as_pdf(request, views.gemeente(request, run_id, code), run_id, code)


def _as_pdf(request: HttpRequest, shown: HttpResponse, run_id: str, code: str) -> HttpResponse | FileResponse:
    if shown.status_code != 200 or request.method == "HEAD":
        return shown
    html = _TOKEN.sub("", shown.text)
    target = _place(run_id, html)
    base, folders = request.build_absolute_uri("/"), _own_folders()
    try:
        ready = made_aside(target, lambda: begin_pdf(html, base, folders, target), _PATIENCE)
    except InputError as error:
        return _not_made(request, 503, str(error))
    name = f"{run_id}-{code}.pdf"
    if not ready:
        return being_made(request, run_id, name, request.get_full_path())
    record("file-downloaded", request.user, file=f"{code}.pdf", run=run_id)
    return FileResponse(target.open("rb"), as_attachment=True, filename=name, content_type="application/pdf")


def _place(run_id: str, html: str) -> Path:
    """Where the PDF of exactly this page is kept; the oldest go when there are many."""
    folder: Path = settings.FILES.exports / library.entry_of(run_id).folder.name / "pdf"
    kept = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime) if folder.is_dir() else []
    for old in kept[: max(0, len(kept) - _MOST_KEPT)]:
        old.unlink(missing_ok=True)
    return folder / f"{sha256(html.encode('utf-8')).hexdigest()[:32]}.pdf"


def _own_folders() -> dict[str, list[Path]]:
    """The folders with our stylesheets, by the beginning of their address."""
    found: dict[str, list[Path]] = {}
    for entry in settings.STATICFILES_DIRS:
        prefix, folder = entry if isinstance(entry, list | tuple) else ("", entry)
        start = settings.STATIC_URL + (f"{prefix}/" if prefix else "")
        found.setdefault(start, []).append(Path(folder))
    return found


def _not_made(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    return page(
        request,
        "site/trouble.html",
        status,
        title=_("Geen PDF"),
        sentence=sentence,
        advice=_("De pagina zelf is gemaakt om af te drukken: kies Afdrukken in uw browser."),
    )
