# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the command line may ask about studies; who can type here still needs the passphrase of a study."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site.commands import prepare
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.record import Informant, Record
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.withdrawal import Withdrawal

if TYPE_CHECKING:
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.studies.keeping.checking import StudyCheck
    from wijkverhaal.site.studies.keeping.open_study import OpenStudy
    from wijkverhaal.site.studies.leaving.export_file import ExportFile
    from wijkverhaal.stories.study.project_records import ProjectRecords


@dataclass(frozen=True)
class StudyLine:
    """A study without what it holds."""

    id: str
    title: str
    keep_until: date


@dataclass(frozen=True)
class Withdrawn:
    """What a withdrawal did, the new code on paper, and how many names of the family are nobody's."""

    done: Withdrawal
    code: str
    loose: int = 0


def studies(workspace: Workspace) -> list[StudyLine]:
    """Every study of a workspace."""
    prepare(workspace)
    from wijkverhaal.site.studies.models import StoredStudy

    return [StudyLine(one.id, one.title, one.keep_until) for one in StoredStudy.objects.all()]


def make(
    workspace: Workspace, account: str, title: str, keep_until: date, passphrase: str
) -> tuple["OpenStudy", str]:
    """A new study of which the account is researcher and key holder; the second is the code on paper."""
    who = _account(workspace, account)
    from wijkverhaal.site.log.record import record
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.models import KEYHOLDER, RESEARCHER, Member

    opened, code = storage.make_study(title, keep_until, who.pk, passphrase)
    for role in (KEYHOLDER, RESEARCHER):
        Member.objects.create(study=opened.stored, account=who, role=role)
    record("study-made", who, study=opened.id)
    return opened, code


def open_study(workspace: Workspace, study: str, account: str, passphrase: str) -> "OpenStudy":
    """Open a study for a researcher in it.

    Raises
    ------
    NotFoundError
        When there is no such study, or the account is no researcher in it.
    WrongPassphraseError, InputError
    """
    who = _account(workspace, account)
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import RESEARCHER, Member

    found = Member.objects.filter(study=study, account=who, role=RESEARCHER).select_related("study").first()
    if found is None:
        raise NotFoundError(
            _("Er is geen onderzoek {study} waarin u onderzoeker bent; zie wijkverhaal stories list.").format(
                study=study
            )
        )
    opened = open_with_passphrase(found.study, who.pk, passphrase)
    storage.note(opened, "opened")
    return opened


def fill(opened: "OpenStudy", records: Iterable[Record], texts: Mapping[str, str]) -> Study:
    """Put records in a study with the texts of their interviews; all or nothing."""
    from wijkverhaal.site.studies.keeping import filling

    return filling.fill(opened, records, texts)[1]


def bring_in(opened: "OpenStudy", brought: "ProjectRecords", account: str, workspace: Workspace) -> None:
    """Put a project of elsewhere in a study, with who speaks in each interview; all or nothing."""
    from wijkverhaal.site.log.record import record
    from wijkverhaal.site.studies.keeping import filling, storage

    opened, _study = filling.fill(opened, brought.records, brought.texts, brought.speakers)
    storage.note(opened, "imported")
    record("study-imported", _account(workspace, account), study=opened.id)


def study_of(opened: "OpenStudy") -> Study:
    """Everything in an open study."""
    from wijkverhaal.site.studies.keeping import storage

    return storage.load_study(opened)


def has_register(opened: "OpenStudy") -> bool:
    """Whether the study has a register of pseudonyms."""
    from wijkverhaal.site.studies.names import names_store

    return names_store.has_register(opened.id)


def register_of(opened: "OpenStudy", passphrase: str) -> PseudonymRegister:
    """The register of pseudonyms.

    Raises
    ------
    InputError
        When there is none.
    WrongPassphraseError
    """
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.names import names_store

    register = names_store.load_register(opened, passphrase)
    storage.note(opened, "opened-register")
    return register


def check(opened: "OpenStudy", head: str) -> "StudyCheck":
    """Whether everything of an open study is as it was left; see `checking.check_study`."""
    from wijkverhaal.site.studies.keeping import checking

    return checking.check_study(opened, head)


def export_without_names(
    opened: "OpenStudy", register: PseudonymRegister, today: date, file: str, **wish: Any
) -> "ExportFile":
    """A study as a file in which no name of the register is left; see `export_file`.

    Parameters
    ----------
    file : str
        The name under which it leaves; its ending says what it becomes.
    **wish
        As `export_file.Wish`.
    """
    from wijkverhaal.site.studies.leaving import export_file

    kind = file.rpartition(".")[2].lower()
    asked = export_file.Wish(kind, name=file, **wish)
    return export_file.export_file(opened, study_of(opened), register, today, asked)


def export_with_names(opened: "OpenStudy") -> "ExportFile":
    """Everything of a study, with the names in it."""
    from wijkverhaal.site.studies.leaving import export_file

    return export_file.raw_file(opened, study_of(opened))


def note_export(opened: "OpenStudy", account: str, workspace: Workspace, raw: bool = False) -> None:
    """Write down that something left the study; `raw` where names went along."""
    from wijkverhaal.site.log.record import record
    from wijkverhaal.site.studies.keeping import storage

    storage.note(opened, "exported-raw" if raw else "exported")
    record("study-exported-raw" if raw else "study-exported", _account(workspace, account), study=opened.id)


def withdraw(
    opened: "OpenStudy", informant: str, account: str, workspace: Workspace, passphrase: str | None
) -> Withdrawn:
    """Remove all that somebody told, everywhere; the study gets a new code on paper.

    Parameters
    ----------
    passphrase : str or None
        Of the register; None only where there is no register.
    """
    who = _account(workspace, account)
    from wijkverhaal.site.log.record import record
    from wijkverhaal.site.studies.keeping import key_store, storage, withdrawing
    from wijkverhaal.site.studies.names import names_store
    from wijkverhaal.site.studies.names.names_withdrawn import forget_names
    from wijkverhaal.stories.vault.key_change import new_recovery
    from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey

    loose = 0
    if names_store.has_register(opened.id):
        study = storage.load_study(opened, [])
        loose = forget_names(opened, study, study.one(Informant, informant), passphrase or "")
    opened, done = withdrawing.withdraw_informant(opened, informant)
    code = ""

    def renew(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        nonlocal code
        file, code = new_recovery(file, opened.study_key)
        return file, opened.study_key

    key_store.change_keys(opened.stored, renew)
    record("study-withdrawn", who, study=opened.id)
    return Withdrawn(done, code, loose)


def erase(workspace: Workspace, study: str, account: str) -> None:
    """The end of a study: its keys, register and rows go; it needs no passphrase, for it may be lost."""
    who = _account(workspace, account)
    from wijkverhaal.site.log.record import record
    from wijkverhaal.site.studies.keeping.withdrawing import erase_study
    from wijkverhaal.site.studies.models import StoredStudy

    found = StoredStudy.objects.filter(pk=study).first()
    if found is None:
        raise NotFoundError(
            _("Er is geen onderzoek {study}; zie wijkverhaal stories list.").format(study=study)
        )
    erase_study(found)
    record("study-erased", who, study=study)


def _account(workspace: Workspace, name: str) -> "Account":
    """The account that works here: the one of this machine, or on a server the one that is named."""
    prepare(workspace)
    from django.conf import settings

    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.one_time_link import local_account

    if not name and not settings.ON_SERVER:
        return local_account()
    found: Account | None = Account.objects.filter(name=name, is_active=True).first()
    if found is None:
        raise InputError(_("Zeg met --account wie u bent; zie wijkverhaal account list."))
    return found
