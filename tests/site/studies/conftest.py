# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study with one invented family, and the fixed cast around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Site, visitor_with
from wijkverhaal.stories.study.record import Consent, Factor, Family, Informant

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.studies.keeping.open_study import OpenStudy
    from wijkverhaal.stories.study.record import Interview
    from wijkverhaal.stories.study.study import Study

PASSPHRASE = "vier groene stoelen samen"  # noqa: S105 (of nobody)
NAME = "Wiebrigje"
MOTHER = (
    f"I: Hoe begon het?\nMoeder: Toen {NAME} drie was, zag ik het al. Niemand deed iets.\n"
    "I: En toen?\nMoeder: In groep 4 kwam er eindelijk hulp. We waren verhuisd in 2013.\n"
)
SCHOOL = "I: Wat zag u?\nSchool: Pas in groep 6 begon de hulp. Wij hadden geen tijd.\n"


@dataclass
class Filled:
    """An open study with its records and its two interviews."""

    opened: OpenStudy
    study: Study
    code: str
    mother: Interview
    school: Interview


@pytest.fixture(autouse=True)
def _quick(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The least work that a passphrase may take, so that the tests wait less."""
    import os

    from wijkverhaal.stories.vault import holder, register_file
    from wijkverhaal.stories.vault.passphrase import Stretch

    for module in (holder, register_file):
        monkeypatch.setattr(
            module, "new_stretch", lambda: Stretch("argon2id", (2, 19 * 1024, 1), os.urandom(16))
        )


@pytest.fixture
def filled(site: Site) -> Iterator[Filled]:
    """Made and opened by account 1."""
    from wijkverhaal.site.studies.models import StoredStudy

    yield fill(1)
    StoredStudy.objects.all().delete()


def fill(account: int) -> Filled:
    """A study of this account."""
    from wijkverhaal.site.studies.keeping import storage

    opened, code = storage.make_study("Op tijd", date(2090, 1, 1), account, PASSPHRASE)
    study = storage.load_study(opened)
    opened, study, _action = storage.put(
        opened,
        study,
        Family("A", "gezin A"),
        Informant("A-mother", "A", "moeder"),
        Informant("A-school", "A", "school"),
        Consent("c1", "A-mother", "moeder", date(2025, 4, 1), "onderzoek", quotations=True),
        Factor("late", "Te laat", direction="hindering"),
        Factor("click", "Klik", direction="helping"),
    )
    opened, study, mother = storage.add_interview(opened, study, "A-mother", date(2025, 5, 1), MOTHER)
    opened, study, school = storage.add_interview(opened, study, "A-school", date(2025, 5, 2), SCHOOL)
    return Filled(opened, study, code, mother, school)


@dataclass
class Cast:
    """A study of the site with somebody in each role, all with the study open, and an outsider."""

    filled: Filled
    researcher: Client
    coder: Client
    reader: Client
    outsider: Client

    @property
    def home(self) -> str:
        return f"/verhalen/{self.filled.opened.id}/"

    @property
    def told(self) -> str:
        """The address of the mother's interview."""
        return f"{self.home}interview/{self.filled.mother.id}/"


@pytest.fixture
def cast(site: Site) -> Iterator[Cast]:
    """The fixed cast of a study."""
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.studies.models import Member, StoredStudy

    clients = {
        "researcher": visitor_with("researcher"),
        "coder": visitor_with("reader"),
        "reader": visitor_with("analyst"),
        "outsider": visitor_with("researcher", "administrator"),
    }
    names = {"researcher": "test-researcher", "coder": "test-reader", "reader": "test-analyst"}
    accounts = {role: Account.objects.get(name=name) for role, name in names.items()}
    filled = fill(accounts["researcher"].pk)
    stored = filled.opened.stored
    for role in ("keyholder", "researcher"):
        Member.objects.create(study=stored, account=accounts["researcher"], role=role)
    for role in ("coder", "reader"):
        Member.objects.create(study=stored, account=accounts[role], role=role)
        admit(filled, str(accounts[role].pk))
    cast = Cast(filled, **clients)
    for role in names:
        answer = clients[role].post(f"{cast.home}openen/", {"doe": "open", "wachtzin": PASSPHRASE})
        assert answer.status_code == 302
    yield cast
    StoredStudy.objects.all().delete()


def admit(filled: Filled, holder: str) -> None:
    """Give somebody a key, with the same passphrase as everybody in these tests."""
    from wijkverhaal.site.studies.keeping import key_store
    from wijkverhaal.stories.vault import key_change
    from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey

    def change(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        file = key_change.ask(file, holder, PASSPHRASE)
        key = filled.opened.study_key
        return key_change.admit(file, key, holder, file.asking[-1].fingerprint), key

    key_store.change_keys(filled.opened.stored, change)
