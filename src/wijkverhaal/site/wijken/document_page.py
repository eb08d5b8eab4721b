# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the Wijkverhaal, and the page on which facilitators write in it."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse

from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.foundation.language import current_language
from wijkverhaal.publication.pdf import can_make_pdf
from wijkverhaal.site.page import page
from wijkverhaal.site.wijken.document_form import typed_of
from wijkverhaal.site.wijken.document_store import document_of, stored_document
from wijkverhaal.site.wijken.models import StoredDocument
from wijkverhaal.site.wijken.paper import paper_of
from wijkverhaal.site.wijken.wijk_now import WijkNow, wijk_now
from wijkverhaal.site.wijken.wijk_page import label_of, leads


def document_page(request: HttpRequest, code: str, trouble: str = "", status: int = 200) -> HttpResponse:
    """The document in the language of the reader."""
    wijk = wijk_now(code)
    stored = stored_document(code, current_language())
    document = document_of(stored, code, current_language())
    return page(
        request,
        "wijken/document.html",
        status,
        wijk=wijk,
        label=label_of(wijk),
        paper=paper_of(stored, wijk) if stored else None,
        facilitator=leads(request),
        to_look_at=document.to_look_at,
        newer=_newer_figures(stored, wijk),
        pdf=can_make_pdf(),
        trouble=trouble,
    )


def edit_page(
    request: HttpRequest,
    code: str,
    trouble: str = "",
    at: PartKind | None = None,
    form: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Every part with fields around and in its generated text.

    What somebody typed stays in its fields; of the part `at` it stands beside what is there now.
    """
    wijk = wijk_now(code)
    stored = stored_document(code, current_language())
    document = document_of(stored, code, current_language())
    typed = {one.kind: typed_of(form or {}, one.kind) for one in document.parts}
    return page(
        request,
        "wijken/edit_document.html",
        status,
        wijk=wijk,
        label=label_of(wijk),
        made=stored is not None,
        document=document,
        parts=[(one, (None if one.kind is at else typed[one.kind]) or _texts(one)) for one in document.parts],
        trouble=trouble,
        at=at,
        own=[text for text in (typed[at] or ()) if text] if at else [],
    )


def _texts(part: Part) -> tuple[str, str, str]:
    """What stands above, in and below a part; with empty lines between paragraphs."""
    middle = part.generated if part.written is None else part.written
    return part.before, "\n\n".join(middle), part.after


def _newer_figures(stored: StoredDocument | None, wijk: WijkNow) -> bool:
    return bool(stored and wijk.run and stored.run != wijk.run.id)
