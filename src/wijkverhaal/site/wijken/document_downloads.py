# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Wijkverhaal as a file: Word, PDF with tags, or one HTML page."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import LANGUAGES, _, current_language, speaking
from wijkverhaal.publication.pdf import begin_pdf, can_make_pdf
from wijkverhaal.publication.template import own_file
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.runs.being_made import being_made
from wijkverhaal.site.runs.making import made_aside
from wijkverhaal.site.wijken.document_store import stored_document
from wijkverhaal.site.wijken.forgetting import PAPERS
from wijkverhaal.site.wijken.paper import Paper, paper_of
from wijkverhaal.site.wijken.wijk_now import wijk_now
from wijkverhaal.site.wijken.word_document import word_document

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: How many seconds a reader waits before we ask to come back.
_PATIENCE = 5.0
_MOST_KEPT = 200


@require_safe
def word(request: HttpRequest, code: str) -> HttpResponse:
    """As .docx."""
    paper = _paper(request, code)
    return _file(request, word_document(paper), _WORD, code, paper.language, "docx")


@require_safe
def html(request: HttpRequest, code: str) -> HttpResponse:
    """As one HTML page that needs nothing else."""
    paper = _paper(request, code)
    return _file(request, paper_html(paper).encode("utf-8"), "text/html", code, paper.language, "html")


@require_safe
def pdf(request: HttpRequest, code: str) -> HttpResponse | FileResponse:
    """As PDF with tags for screen readers, made aside."""
    wijk, paper = wijk_now(code), _paper(request, code)
    if not can_make_pdf():
        return _no_pdf(request, 501, _("Haal het Wijkverhaal als Word op, of installeer wijkverhaal[pdf]."))
    page_html, base = paper_html(paper), request.build_absolute_uri("/")
    target = _place(page_html)
    try:
        ready = made_aside(target, lambda: begin_pdf(page_html, base, {}, target), _PATIENCE)
    except InputError as error:
        return _no_pdf(request, 503, str(error))
    if not ready and wijk.run is not None:
        return being_made(request, wijk.run.id, f"wijkverhaal-{code}.pdf", request.get_full_path())
    if not ready:
        return _no_pdf(request, 503, _("De PDF wordt nog gemaakt; vraag haar over een halve minuut opnieuw."))
    return _file(request, target.read_bytes(), "application/pdf", code, paper.language, "pdf")


def paper_html(paper: Paper) -> str:
    """The whole page with its styles in it."""
    with speaking(paper.language):
        return render_to_string(
            "wijken/paper.html", {"paper": paper, "drawing": own_file("styles/drawing.css")}
        )


def _paper(request: HttpRequest, code: str) -> Paper:
    wijk = wijk_now(code)
    asked = request.GET.get("taal", "")
    stored = stored_document(code, asked if asked in LANGUAGES else current_language())
    if stored is None:
        raise Http404(_("Er is nog geen Wijkverhaal van deze wijk."))
    return paper_of(stored, wijk)


def _file(
    request: HttpRequest, content: bytes, kind: str, code: str, language: str, ending: str
) -> HttpResponse:
    if request.method == "GET":
        record("wijkverhaal-downloaded", request.user, area=code, kind=ending)
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="wijkverhaal-{code}-{language}.{ending}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _place(page_html: str) -> Path:
    """Where the PDF of exactly this page is kept; the oldest go when there are many."""
    folder: Path = settings.FILES.exports / PAPERS
    kept = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime) if folder.is_dir() else []
    for old in kept[: max(0, len(kept) - _MOST_KEPT)]:
        old.unlink(missing_ok=True)
    return folder / f"{sha256(page_html.encode('utf-8')).hexdigest()[:32]}.pdf"


def _no_pdf(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    advice = _("Als Word of HTML is het er meteen.")
    return page(request, "site/trouble.html", status, title=_("Geen PDF"), sentence=sentence, advice=advice)
