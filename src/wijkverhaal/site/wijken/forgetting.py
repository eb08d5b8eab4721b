# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""When somebody's words are taken back, they go from every Wijkverhaal, in every version of it.

PDFs that were kept go too: they are made again when somebody asks.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models.signals import pre_delete

from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.forgotten_words import without_words
from wijkverhaal.site.wijken.models import DocumentVersion, StoredDocument
from wijkverhaal.site.wijken.quotations import areas_of

#: Where PDFs of Wijkverhalen are kept, beside those of runs.
PAPERS = "wijkverhaal"


def listen() -> None:
    """Hear of every released quotation that goes, whatever the reason."""
    pre_delete.connect(_goes, sender=ReleasedQuotation, dispatch_uid="wijken")


def _goes(instance: ReleasedQuotation, **_rest: Any) -> None:
    areas = areas_of(instance) | forget_words(instance.text)
    forget_papers()
    for area in sorted(areas):
        changed(area)


def forget_words(words: str, fewest: int = 1, within: Sequence[str] | None = None) -> set[str]:
    """Take somebody's words from every Wijkverhaal, in every version of it; of which wijken those are.

    Parameters
    ----------
    words : str
    fewest : int
        As with `forgotten_words.quotes`.
    within : sequence of str, optional
        The wijken of which the Wijkverhaal can hold them; of all where not said.
    """
    areas = set()
    documents, versions = StoredDocument.objects.all(), DocumentVersion.objects.all()
    if within is not None:
        documents = documents.filter(area__in=within)
        versions = versions.filter(document__area__in=within)
    for document in documents.iterator():
        content = without_words(document.content, words, fewest)
        if content != document.content:
            # whoever is writing in it now must not put the words back unseen
            document.version += 1
            document.content = {**content, "version": document.version}
            document.save(update_fields=["version", "content"])
            areas.add(document.area)
    for row in versions.iterator():
        content = without_words(row.content, words, fewest)
        if content != row.content:
            row.content, row.taken_from = content, True
            row.save(update_fields=["content", "taken_from"])
    return areas


def forget_papers() -> None:
    """Take away the PDFs that were kept; they are made again when somebody asks."""
    for kept in (f"{PAPERS}/*.pdf", "*/pdf/*.pdf"):  # a wijkprofiel tells it as well
        for made in settings.FILES.exports.glob(kept):
            made.unlink(missing_ok=True)
