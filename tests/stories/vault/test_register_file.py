# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of pseudonyms opens with two things and dies with one of them. All names are invented."""

from datetime import UTC, datetime

import pytest

from tests.stories.vault.conftest import Vault
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.date_shift import DateShift
from wijkverhaal.stories.pseudonym import RosterEntry
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister, next_role
from wijkverhaal.stories.vault.cipher import new_key
from wijkverhaal.stories.vault.item_key import add_item, destroy_items, item_key
from wijkverhaal.stories.vault.refusal import DestroyedKeyError, TamperedError, WrongPassphraseError
from wijkverhaal.stories.vault.register_file import REGISTER_ITEM, open_register, register_bytes

OWN = "drie blauwe olifanten onderweg"
REGISTER = PseudonymRegister(
    "s1",
    {
        "A": (
            Person(RosterEntry(("Linda van den Berk", "Linda"), "[moeder-A]"), "i1"),
            Person(RosterEntry(("Sem",), "[kind-A]")),
        ),
        "B": (Person(RosterEntry(("José",), "[vader-B]"), "i2"),),
    },
    {"A": DateShift(2, -3)},
)


def test_it_opens_with_both(vault: Vault) -> None:
    file = add_item(vault.file, vault.key, REGISTER_ITEM)
    content = register_bytes(REGISTER, OWN, item_key(file, vault.key, REGISTER_ITEM))
    assert open_register(content, "s1", OWN, item_key(file, vault.key, REGISTER_ITEM)) == REGISTER
    assert b"Linda" not in content
    gone, key = destroy_items(file, vault.key, [REGISTER_ITEM], datetime(2026, 3, 1, tzinfo=UTC))
    with pytest.raises(DestroyedKeyError):
        item_key(gone, key, REGISTER_ITEM)


def test_and_with_neither_alone() -> None:
    key = new_key()
    content = register_bytes(REGISTER, OWN, key)
    for study, passphrase, other in (
        ("s1", "een heel andere wachtzin", key),
        ("s1", OWN, new_key()),
        ("s2", OWN, key),
    ):
        with pytest.raises(WrongPassphraseError):
            open_register(content, study, passphrase, other)
    with pytest.raises(TamperedError):
        open_register(b"{}", "s1", OWN, key)
    with pytest.raises(InputError):
        register_bytes(REGISTER, "kort", key)


def test_who_withdraws_is_gone_from_it() -> None:
    left = REGISTER.without_informant("i1")
    assert [entry.pseudonym for entry in left.everybody()] == ["[kind-A]", "[vader-B]"]


def test_a_role_takes_more_names() -> None:
    more = REGISTER.with_person("A", Person(RosterEntry(("Semmie", "Sem"), "[kind-A]")))
    assert more.roster("A")[1].terms == ("Sem", "Semmie")
    assert next_role(more.families["A"], "kind", "A") == "[kind-A2]"
