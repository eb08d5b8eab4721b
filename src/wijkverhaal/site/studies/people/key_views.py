# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The keys of a study: a copy to keep elsewhere, putting it back, and the end of the register."""

from dataclasses import replace
from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.day import day
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import KEYHOLDERS, Door, membership, people_names, study_page, to
from wijkverhaal.site.studies.interviews.received import in_memory
from wijkverhaal.site.studies.keeping import key_store, restoring, storage, visit
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.models import KEYHOLDER, Member
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.stories.vault.holder import RECOVERY
from wijkverhaal.stories.vault.key_change import remove_holder
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.opening import unlock
from wijkverhaal.stories.vault.recovery_copy import is_too_old, recovery_copy

#: Of a recovery copy, in bytes.
_LIMIT = 20_000_000


@study_page(KEYHOLDERS)
def keys(request: HttpRequest, door: Door) -> HttpResponse:
    """Who holds a key, whether there is a copy, and what has to be done."""
    return _shown(request, door)


def _shown(request: HttpRequest, door: Door, trouble: str = "", done: str = "") -> HttpResponse:
    file = door.opened.file
    mine = Member.objects.filter(study=door.id, role=KEYHOLDER).values_list("account_id", flat=True)
    holders = {one.id for one in file.holders} - {RECOVERY}
    made = _made(door.id)
    return page(
        request,
        "studies/keys.html",
        400 if trouble else 200,
        door=door,
        holders=len(holders & {str(one) for one in mine}),
        with_key=len(holders),
        made=day(made.isoformat()) if made else None,
        old=made is not None and is_too_old(made, timezone.now()),
        recovery_due=file.recovery_due,
        register=names_store.has_register(door.id),
        destroyed=names_store.register_destroyed(door.opened),
        loose=people_names(_loose(door)),
        trouble=trouble,
        done=done,
    )


def _made(study: str) -> datetime | None:
    """When the copy on this server was made."""
    try:
        return datetime.fromtimestamp(key_store.recovery_path(study).stat().st_mtime, UTC)
    except FileNotFoundError:
        return None


@study_page(KEYHOLDERS, "POST")
def copy(request: HttpRequest, door: Door) -> HttpResponse:
    """The recovery copy, made now: it opens with the code on paper and with nothing else."""
    content = recovery_copy(door.opened.file, door.opened.study_key)
    storage.note(door.opened, "key-copy")
    record("study-key-copied", request.user, study=door.id)
    answer = HttpResponse(content, content_type="application/json")
    name = f"herstelkopie-{door.id}-{timezone.localdate()}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@study_page(KEYHOLDERS, "POST")
def take(request: HttpRequest, door: Door) -> HttpResponse:
    """Take away a key of somebody who takes no part any more, also where the account is gone."""
    holder = request.POST.get("houder", "")
    if holder not in _loose(door):
        raise InputError(_("Deze sleutel is er niet (meer), of hoort bij iemand die nog meedoet."))

    def change(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        return remove_holder(file, door.opened.study_key, holder)

    file, study_key = key_store.change_keys(door.opened.stored, change)
    opened = replace(door.opened, file=file, study_key=study_key)
    visit.keep(request, opened)
    storage.note(opened, "key-taken")
    record("study-key-taken", request.user, study=door.id)
    return to("keys", door.id)


def _loose(door: Door) -> list[str]:
    """The holders of a key who take no part in the study."""
    members = {str(one) for one in Member.objects.filter(study=door.id).values_list("account_id", flat=True)}
    return [one.id for one in door.opened.file.holders if one.id not in {RECOVERY, *members}]


@study_page(KEYHOLDERS, "POST")
def destroy_register(request: HttpRequest, door: Door) -> HttpResponse:
    """Destroy the register and its key: from here on nobody is found back by it."""
    try:
        if request.POST.get("zeker") != "ja":
            raise InputError(_("Zet een vinkje als u het zeker weet; dit is niet terug te draaien."))
        if not names_store.has_register(door.id):
            raise InputError(_("Er is geen register om te vernietigen."))
        with_care = guarded(door.opened.stored, door.actor)
        unlock(door.opened.file, door.actor, request.POST.get("wachtzin", ""))
        with_care.clear()
    except InputError as error:
        return _shown(request, door, str(error))
    opened = names_store.destroy_register(door.opened)
    visit.shut(request, door.id)
    visit.keep(request, opened)
    storage.note(opened, "register-destroyed")
    record("study-register-destroyed", request.user, study=door.id)
    door = Door(opened, door.roles)
    return _shown(request, door, done=_("Het register is vernietigd. Maak nu een nieuwe herstelcode."))


@in_memory(_LIMIT)
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: HttpRequest, study_id: str) -> HttpResponse:
    """Put the keys back from a copy with the code on paper, where the key file is gone."""
    stored, roles = membership(request, study_id)
    if KEYHOLDER not in roles:
        raise Http404
    trouble = ""
    if request.method == "POST":
        try:
            return visit.carry(request, _restored(request, study_id))
        except WijkverhaalError as error:
            trouble = str(error)
    answer = page(
        request,
        "studies/restore.html",
        400 if trouble else 200,
        stored=stored,
        needed=restoring.may_restore(stored),
        here=_made(study_id) is not None,
        trouble=trouble,
    )
    return visit.carry(request, answer)


def _restored(request: HttpRequest, study_id: str) -> HttpResponse:
    stored, _roles = membership(request, study_id)
    chosen = request.POST.get("wachtzin", "")
    if chosen != request.POST.get("nog-eens", ""):
        raise InputError(_("De twee wachtzinnen zijn niet gelijk; typ ze opnieuw."))
    sent = request.FILES.get("bestand")
    copy = sent.read() if sent is not None else b""
    done = restoring.restore(stored, request.user.pk, copy, request.POST.get("herstelcode", ""), chosen)
    visit.shut(request, study_id)
    visit.keep(request, done.opened)
    storage.note(done.opened, "restored")
    record("study-restored", request.user, study=study_id)
    return page(request, "studies/restored.html", done=done, code=done.code, study_id=study_id)
