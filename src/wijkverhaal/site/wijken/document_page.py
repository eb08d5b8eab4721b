# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the Wijkverhaal, and the page on which facilitators write in it."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument
from wijkverhaal.foundation.language import current_language
from wijkverhaal.publication.pdf import can_make_pdf
from wijkverhaal.site.page import page
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
    request: HttpRequest, code: str, trouble: str = "", at: str = "", typed: Any = None, status: int = 200
) -> HttpResponse:
    """Every part with fields around and in its generated text."""
    wijk = wijk_now(code)
    stored = stored_document(code, current_language())
    document = document_of(stored, code, current_language())
    return page(
        request,
        "wijken/edit_document.html",
        status,
        wijk=wijk,
        label=label_of(wijk),
        made=stored is not None,
        document=document,
        parts=[(part, middle_of(part)) for part in document.parts],
        trouble=trouble,
        at=at,
        typed=typed or {},
    )


def middle_of(part: Part) -> str:
    """The paragraphs that people may rewrite, as one text with empty lines between."""
    return "\n\n".join(part.generated if part.written is None else part.written)


def read_kind(typed: str) -> PartKind:
    """The part that a form is about; the first where it is none."""
    return PartKind(typed) if typed in [one.value for one in PartKind] else PartKind.SEEN


def part_of(document: WijkverhaalDocument, typed: str) -> Part:
    """The same, with what stands in it."""
    return document.part(read_kind(typed))


def _newer_figures(stored: StoredDocument | None, wijk: WijkNow) -> bool:
    return bool(stored and wijk.run and stored.run != wijk.run.id)
