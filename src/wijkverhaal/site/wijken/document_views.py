# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read the Wijkverhaal, write in it, generate it anew, and see how it was."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkverhaal.dialogue.document_part import PartKind
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import people_names
from wijkverhaal.site.wijken.document_form import PartRefusedError, read_kind, wanted_parts
from wijkverhaal.site.wijken.document_page import document_page, edit_page
from wijkverhaal.site.wijken.document_store import (
    document_of,
    refresh_documents,
    save_parts,
    seen_document,
    stored_document,
)
from wijkverhaal.site.wijken.wijk_now import wijk_now
from wijkverhaal.site.wijken.wijk_page import label_of


@require_safe
def document(request: HttpRequest, code: str) -> HttpResponse:
    """The document, for everybody with an account."""
    return document_page(request, code)


@require_POST
def refresh(request: HttpRequest, code: str) -> HttpResponse:
    """Make it, or generate its parts anew from the newest figures; edits stay."""
    wijk = wijk_now(code)
    try:
        if wijk.run is None:
            raise InputError(_("Deze wijk staat in geen berekening meer; maak eerst een nieuwe."))
        refresh_documents(wijk, wijk.run, str(request.user.pk))
    except InputError as error:
        return document_page(request, code, str(error), 409)
    record("wijkverhaal-refreshed", request.user, area=code)
    stored = stored_document(code, current_language())
    marked = document_of(stored, code, current_language()).to_look_at
    return HttpResponseRedirect(reverse("wijken:edit-document" if marked else "wijken:document", args=[code]))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write around and in the parts; or choose where generated text under one's own words changed."""
    wijk_now(code)
    if request.method != "POST":
        return edit_page(request, code)
    language, form = current_language(), request.POST.dict()
    typed = form.get("versie", "")
    seen = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1
    stored = stored_document(code, language)
    try:
        shown = seen_document(stored, code, language, seen)
        parts = wanted_parts(form, shown, document_of(stored, code, language))
        save_parts(code, language, parts, seen, str(request.user.pk))
    except InputError as error:
        at = error.kind if isinstance(error, PartRefusedError) else PartKind.SEEN
        return edit_page(request, code, str(error), at, form, 409)
    if parts:
        record("wijkverhaal-edited", request.user, area=code)
    anchor = read_kind(form.get("doe", "").partition(":")[2])
    return HttpResponseRedirect(f"{reverse('wijken:edit-document', args=[code])}#{anchor}")


@require_safe
def versions(request: HttpRequest, code: str) -> HttpResponse:
    """How the document was before; who wrote it, and when."""
    wijk, language = wijk_now(code), current_language()
    stored = stored_document(code, language)
    rows = list(stored.versions.all()) if stored else []
    asked = request.GET.get("versie", "")
    shown = next((one for one in rows if str(one.version) == asked), None)
    return page(
        request,
        "wijken/versions.html",
        wijk=wijk,
        label=label_of(wijk),
        rows=rows,
        writers=people_names(one.by for one in rows if one.by),
        chosen=shown,
        document=document_of(shown, code, language) if shown else None,
    )
