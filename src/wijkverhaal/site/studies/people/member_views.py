# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a study: roles, keys and the code on paper. For key holders."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import EVERY_ROLE, KEYHOLDERS, Door, people_names, study_page, to
from wijkverhaal.site.studies.keeping import key_store, storage, visit
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import KEYHOLDER, Member
from wijkverhaal.site.studies.words import role_words
from wijkverhaal.stories.vault import key_change
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey


@study_page(KEYHOLDERS, "GET", "HEAD", "POST")
def members(request: HttpRequest, door: Door) -> HttpResponse:
    """See who takes part; give somebody a role."""
    if request.method == "POST":
        _give_roles(request, door)
        return to("members", door.id)
    rows: dict[str, list[str]] = {}
    for one in Member.objects.filter(study=door.id).order_by("pk"):
        rows.setdefault(str(one.account_id), []).append(one.role)
    file = door.opened.file
    return page(
        request,
        "studies/members.html",
        door=door,
        rows=rows,
        names=people_names(rows),
        words=role_words(),
        holders={one.id for one in file.holders},
        asking={one.id for one in file.asking} & set(rows),
        recovery_due=file.recovery_due,
    )


def _give_roles(request: HttpRequest, door: Door) -> None:
    account = Account.objects.filter(name=request.POST.get("naam", "").strip(), is_active=True).first()
    if account is None:
        raise InputError(_("Dit account is er niet; vraag de beheerder om de juiste naam."))
    wanted = set(request.POST.getlist("rol")) & EVERY_ROLE
    mine = Member.objects.filter(study=door.id)
    others = mine.filter(role=KEYHOLDER).exclude(account=account)
    if KEYHOLDER not in wanted and not others.exists():
        raise InputError(_("Dit is de laatste sleutelhouder; geef eerst iemand anders die rol."))
    mine.filter(account=account).exclude(role__in=wanted).delete()
    for role in wanted:
        Member.objects.get_or_create(study=door.opened.stored, account=account, role=role)
    if not wanted and door.opened.file.holder(str(account.pk)):
        _take(request, door, str(account.pk))
    record("study-roles", request.user, study=door.id, name=account.name)


@study_page(KEYHOLDERS, "POST")
def admit(request: HttpRequest, door: Door) -> HttpResponse:
    """Give the key of the study to a member who asked, after both read the same letters."""
    holder, letters = request.POST.get("houder", ""), request.POST.get("letters", "")
    if not Member.objects.filter(study=door.id, account_id=holder if holder.isdigit() else 0).exists():
        raise InputError(_("Deze persoon doet niet mee aan het onderzoek; geef eerst een rol."))

    def change(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        return key_change.admit(file, door.opened.study_key, holder, letters), door.opened.study_key

    _changed(request, door, change, "key-given")
    record("study-key-given", request.user, study=door.id)
    return to("members", door.id)


def _take(request: HttpRequest, door: Door, holder: str) -> None:
    def change(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        return key_change.remove_holder(file, door.opened.study_key, holder)

    _changed(request, door, change, "key-taken")


@study_page(KEYHOLDERS, "POST")
def new_code(request: HttpRequest, door: Door) -> HttpResponse:
    """A new code on paper, shown once; the old paper can be shredded."""
    code = ""

    def change(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        nonlocal code
        file, code = key_change.new_recovery(file, door.opened.study_key)
        return file, door.opened.study_key

    _changed(request, door, change, "new-code")
    return page(request, "studies/code.html", code=code, study_id=door.id, first=False)


@study_page(EVERY_ROLE, "POST")
def passphrase(request: HttpRequest, door: Door) -> HttpResponse:
    """Another passphrase for oneself."""
    old, new = request.POST.get("oud", ""), request.POST.get("wachtzin", "")
    if new != request.POST.get("nog-eens", ""):
        raise InputError(_("De twee wachtzinnen zijn niet gelijk; typ ze opnieuw."))

    def change(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        return key_change.change_passphrase(file, door.actor, old, new), door.opened.study_key

    with_care = guarded(door.opened.stored, door.actor)
    key_store.change_keys(door.opened.stored, change)
    with_care.clear()
    return to("study", door.id)


def _changed(request: HttpRequest, door: Door, change: object, kind: str) -> OpenStudy:
    file, study_key = key_store.change_keys(door.opened.stored, change)  # type: ignore[arg-type]
    opened = replace(door.opened, file=file, study_key=study_key)
    visit.keep(request, opened)
    storage.note(opened, kind)
    return opened
