# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Wijkverhaal in the database: two people never undo each other unseen, and every version is kept."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import IntegrityError, transaction
from django.utils import timezone

from wijkverhaal.dialogue.document_file import document_dict, document_from
from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import LANGUAGES, _, speaking
from wijkverhaal.site.runs import library
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.document_form import PartRefusedError
from wijkverhaal.site.wijken.gathering import material_of
from wijkverhaal.site.wijken.generated import parts_with_evidence, sources_with_documents
from wijkverhaal.site.wijken.models import DocumentVersion, StoredDocument
from wijkverhaal.site.wijken.wijk_now import WijkNow

_VERSIONS_KEPT = 200


def stored_document(area: str, language: str) -> StoredDocument | None:
    """The document of a wijk in a language; None where nobody made it."""
    return StoredDocument.objects.filter(area=area, language=language).first()


def document_of(stored: StoredDocument | None, area: str, language: str) -> WijkverhaalDocument:
    """The document as the rules know it; empty where nobody made it."""
    return document_from(stored.content) if stored else WijkverhaalDocument.empty(area, language)


def refresh_documents(wijk: WijkNow, run: FinishedRun, by: str) -> None:
    """Generate the parts anew in both languages; nothing that people wrote is lost.

    Raises
    ------
    InputError
        When somebody else changed the document meanwhile.
    """
    run_id = run.id
    with transaction.atomic():
        for language in LANGUAGES:
            with speaking(language):
                material, hung = material_of(wijk, library.opened(run_id))
                parts = parts_with_evidence(material, hung)
                sources = sources_with_documents(material, hung)
            stored = stored_document(wijk.code, language)
            before = document_of(stored, wijk.code, language)
            fresh = before.refreshed(parts, sources, before.version)
            _write(stored, before, fresh, by, run_id, wijk.year)
        changed(wijk.code)


def seen_document(stored: StoredDocument | None, area: str, language: str, seen: int) -> WijkverhaalDocument:
    """The document in the version that somebody had on the screen; as it is now where that is gone."""
    then = stored.versions.filter(version=seen).first() if stored else None
    return document_from(then.content) if then else document_of(stored, area, language)


def save_parts(area: str, language: str, parts: Iterable[Part], seen: int, by: str) -> None:
    """Keep parts as somebody wrote them: all of them or none.

    What others changed in other parts since `seen` stays.

    Raises
    ------
    InputError
        When somebody else changed one of them since then (`PartRefusedError`), or there is no document.
    """
    stored = stored_document(area, language)
    if stored is None:
        raise InputError(_("Er is nog geen Wijkverhaal van deze wijk; maak het eerst."))
    now = fresh = document_of(stored, area, language)
    for part in parts:
        if seen != now.version and not _untouched(stored, part.kind, seen, now):
            raise PartRefusedError(part.kind, str(_somebody_else()))
        fresh = fresh.with_part(part, fresh.version)
    if fresh is now:
        return
    with transaction.atomic():
        _write(stored, now, replace(fresh, version=now.version + 1), by, stored.run, stored.year)
        changed(area)


def _untouched(stored: StoredDocument, kind: PartKind, seen: int, now: WijkverhaalDocument) -> bool:
    """Whether a part is still as it was in the version that somebody saw."""
    then = stored.versions.filter(version=seen).first()
    if then is None or then.taken_from:
        return False
    return document_from(then.content).part(kind) == now.part(kind)


def _write(
    stored: StoredDocument | None,
    before: WijkverhaalDocument,
    fresh: WijkverhaalDocument,
    by: str,
    run: str,
    year: int,
) -> None:
    values = {"version": fresh.version, "run": run, "year": year, "content": document_dict(fresh)}
    if stored is None:
        try:
            with transaction.atomic():
                stored = StoredDocument.objects.create(area=fresh.area, language=fresh.language, **values)
        except IntegrityError:
            raise _somebody_else() from None
    else:
        mine = StoredDocument.objects.filter(pk=stored.pk, version=before.version)
        if not mine.update(**values, changed=timezone.now()):
            raise _somebody_else()
    DocumentVersion.objects.create(document=stored, version=fresh.version, content=values["content"], by=by)
    DocumentVersion.objects.filter(document=stored, version__lte=fresh.version - _VERSIONS_KEPT).delete()


def _somebody_else() -> InputError:
    return InputError(
        _("Iemand anders heeft het Wijkverhaal net veranderd; bewaar je tekst en laad het opnieuw.")
    )
