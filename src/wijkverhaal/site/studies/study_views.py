# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies: the list of one's own, a new one, opening and locking, and what is in one."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkverhaal.foundation.errors import InputError, WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import RESEARCHER as RESEARCHER_ACCOUNT
from wijkverhaal.site.studies.door import EVERY_ROLE, RAW, Door, membership, study_page, to
from wijkverhaal.site.studies.keeping import key_store, storage, visit
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.keeping.opening import open_with_code, open_with_passphrase
from wijkverhaal.site.studies.models import KEYHOLDER, RESEARCHER, Member, StoredStudy
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.words import role_words
from wijkverhaal.stories.study.erasure import due, without_consent
from wijkverhaal.stories.study.record import Child, Consent, Factor, Family, Informant, Interview
from wijkverhaal.stories.vault import key_change
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey

_WRONG = 400


@require_safe
def studies(request: HttpRequest) -> HttpResponse:
    """The studies that this visitor takes part in."""
    mine = StoredStudy.objects.filter(members__account=request.user.pk).distinct()
    may_make = RESEARCHER_ACCOUNT in request.user.roles
    return page(request, "studies/list.html", studies=mine, may_make=may_make)


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """Make a study; its recovery code is shown once, in the answer to the form."""
    form = {name: request.POST.get(name, "") for name in ("titel", "bewaren")}
    if request.method != "POST":
        return page(request, "studies/make.html", form=form, trouble="")
    try:
        opened, code = storage.make_study(
            form["titel"], day_of(form["bewaren"]), request.user.pk, _twice(request)
        )
    except InputError as error:
        return page(request, "studies/make.html", _WRONG, form=form, trouble=str(error))
    for role in (KEYHOLDER, RESEARCHER):
        Member.objects.create(study=opened.stored, account=request.user, role=role)
    record("study-made", request.user, study=opened.id)
    visit.keep(request, opened)
    answer = page(request, "studies/code.html", code=code, study_id=opened.id, first=True)
    return visit.carry(request, answer)


@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request: HttpRequest, study_id: str) -> HttpResponse:
    """Ask the passphrase of a study; whoever has no key yet can ask for one."""
    stored, roles = membership(request, study_id)
    try:
        file = key_store.load_keys(stored)
    except WijkverhaalError as error:
        return no_keys(request, stored, roles, str(error))
    holds = file.holder(str(request.user.pk)) is not None
    trouble = ""
    if request.method == "POST":
        try:
            return visit.carry(request, _unlocked(request, stored))
        except WijkverhaalError as error:
            trouble = str(error)
            file = key_store.load_keys(stored)
    asking = next((one for one in file.asking if one.id == str(request.user.pk)), None)
    answer = page(
        request,
        "studies/unlock.html",
        _WRONG if trouble else 200,
        stored=stored,
        holds=holds,
        asking=asking,
        trouble=trouble,
    )
    return visit.carry(request, answer)


def no_keys(request: HttpRequest, stored: StoredStudy, roles: frozenset[str], sentence: str) -> HttpResponse:
    """Why a study cannot be opened, with the way out for a key holder."""
    return page(
        request,
        "studies/no_keys.html",
        _WRONG,
        stored=stored,
        sentence=sentence,
        may_restore=KEYHOLDER in roles,
    )


def _unlocked(request: HttpRequest, stored: StoredStudy) -> HttpResponse:
    doing = request.POST.get("doe", "open")
    if doing == "vraag":
        chosen = _twice(request)
        key_store.change_asking(stored, lambda file: key_change.ask(file, str(request.user.pk), chosen))
        record("study-key-asked", request.user, study=stored.id)
        return HttpResponseRedirect(reverse("studies:unlock", args=[stored.id]))
    if doing == "code":
        return _recovered(request, stored)
    opened = open_with_passphrase(stored, request.user.pk, request.POST.get("wachtzin", ""))
    visit.keep(request, opened)
    storage.note(opened, "opened")
    return to("study", stored.id)


def _recovered(request: HttpRequest, stored: StoredStudy) -> HttpResponse:
    """Opened with the code on paper: it was used, so there is a new one at once."""
    chosen = _twice(request)
    opened = open_with_code(stored, request.user.pk, request.POST.get("herstelcode", ""))
    code = ""

    def renew(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        nonlocal code
        actor = str(request.user.pk)
        if file.holder(actor) is not None:
            left = tuple(one for one in file.holders if one.id != actor)
            file = file.changed(opened.study_key, holders=left)
        file = key_change.ask(file, actor, chosen)
        file = key_change.admit(file, opened.study_key, actor, file.asking[-1].fingerprint)
        file, code = key_change.new_recovery(file, opened.study_key)
        return file, opened.study_key

    file, study_key = key_store.change_keys(stored, renew)
    opened = OpenStudy(stored, file, study_key, str(request.user.pk))
    visit.keep(request, opened)
    storage.note(opened, "recovered")
    record("study-recovered", request.user, study=stored.id)
    return page(request, "studies/code.html", code=code, study_id=stored.id, first=False)


@require_POST
def lock(request: HttpRequest, study_id: str) -> HttpResponse:
    """Lock a study for this visitor."""
    membership(request, study_id)
    visit.shut(request, study_id)
    return HttpResponseRedirect(reverse("studies:list"))


@study_page(EVERY_ROLE)
def study(request: HttpRequest, door: Door) -> HttpResponse:
    """What is in a study, as far as this visitor may know."""
    found = door.study([])
    today = timezone.localdate()
    people = {one.id: one for one in found.all(Informant)}
    return page(
        request,
        "studies/study.html",
        door=door,
        study=found,
        families=sorted(found.all(Family), key=lambda one: one.label),
        informants=people,
        interviews=sorted(found.all(Interview), key=lambda one: one.held),
        children=list(found.all(Child)),
        consents=list(found.all(Consent)),
        factors=sum(1 for _one in found.all(Factor)),
        ready=names_store.ready_for_readers(door.opened, found),
        due=due(found, today) if door.roles & {KEYHOLDER, RESEARCHER} else [],
        lacking=without_consent(found, today),
        raw=bool(door.roles & RAW),
        roles=[role_words()[one].partition(":")[0] for one in role_words() if one in door.roles],
        recovery_due=door.opened.file.recovery_due and KEYHOLDER in door.roles,
    )


def day_of(written: str) -> date:
    """A day from a form.

    Raises
    ------
    InputError
    """
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise InputError(_("Deze datum is niet te begrijpen; schrijf haar als 2026-12-31.")) from None


def _twice(request: HttpRequest) -> str:
    chosen = str(request.POST.get("wachtzin", ""))
    if chosen != request.POST.get("nog-eens", ""):
        raise InputError(_("De twee wachtzinnen zijn niet gelijk; typ ze opnieuw."))
    return chosen
