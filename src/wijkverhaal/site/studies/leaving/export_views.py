# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study leaves: without names after a last look, or with them for who asks for that in so many words."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.leaving import export_file
from wijkverhaal.site.studies.leaving.export_file import ExportFile, Wish, ordinary_words
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.vault.opening import unlock

_MEDIA = {
    "qdpx": "application/zip",
    "qdc": "application/xml",
    "csv": "text/csv; charset=utf-8",
}


@study_page(RESEARCHERS, "GET", "HEAD", "POST")
def export(request: HttpRequest, door: Door) -> HttpResponse:
    """Choose what leaves, see what stays behind and why, and get it."""
    trouble, lines = "", tuple[str, ...]()
    if request.method == "POST":
        try:
            if request.POST.get("doe") == "met-namen":
                return _raw(request, door)
            found = without_names(request, door, wish_of(request))
            if request.POST.get("doe") == "haal":
                return let_go(request, door, found)
            lines = (*found.lines, _("In {file} staat geen naam uit het register.").format(file=found.name))
        except InputError as error:
            trouble = str(error)
    return page(
        request,
        "studies/export.html",
        400 if trouble else 200,
        door=door,
        trouble=trouble,
        lines=lines,
        wish=wish_of(request),
        ordinary=request.POST.get("gewoon", ""),
        register_open=visit.register_passphrase(request, door.id) is not None,
        there=names_store.has_register(door.id),
    )


def wish_of(request: HttpRequest) -> Wish:
    """What the form asks for."""
    kind = request.POST.get("soort", "qdpx")
    return Wish(
        kind if kind in export_file.KINDS else "qdpx",
        request.POST.get("notities") == "ja",
        request.POST.get("geschiedenis") == "ja",
        ordinary_words(request.POST.get("gewoon", "")),
    )


def open_register(request: HttpRequest, door: Door) -> PseudonymRegister:
    """The register that this visitor has open: nothing leaves without a look for every name.

    Raises
    ------
    InputError
        When it is shut.
    """
    passphrase = visit.register_passphrase(request, door.id)
    if not passphrase:
        raise InputError(
            _("Open eerst het register: elk bestand wordt nagelopen op elke naam voordat het weggaat.")
        )
    return names_store.load_register(door.opened, passphrase)


def without_names(request: HttpRequest, door: Door, wish: Wish) -> ExportFile:
    """The file that somebody wants, if no name is left in it.

    Raises
    ------
    InputError
    """
    register = open_register(request, door)
    return export_file.export_file(door.opened, door.whole(), register, timezone.localdate(), wish)


def let_go(request: HttpRequest, door: Door, found: ExportFile) -> HttpResponse:
    """The file as an answer, written down on the chain and in the log."""
    storage.note(door.opened, "exported")
    record("study-exported", request.user, study=door.id)
    return _file(found)


def _raw(request: HttpRequest, door: Door) -> HttpResponse:
    if request.POST.get("zeker") != "ja":
        raise InputError(_("Zet een vinkje als u het zeker weet: in dit bestand staan alle namen."))
    with_care = guarded(door.opened.stored, door.actor)
    unlock(door.opened.file, door.actor, request.POST.get("wachtzin", ""))
    with_care.clear()
    found = export_file.raw_file(door.opened, door.whole())
    storage.note(door.opened, "exported-raw")
    record("study-exported-raw", request.user, study=door.id)
    return _file(found)


def _file(found: ExportFile) -> HttpResponse:
    answer = HttpResponse(found.content, content_type=_MEDIA[found.name.rpartition(".")[2]])
    answer["Content-Disposition"] = f'attachment; filename="{found.name}"'
    return answer
