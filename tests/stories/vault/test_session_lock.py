# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study stays open for one visitor, with cookie and server together, and not for long."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.stories.vault.conftest import Vault
from wijkverhaal.stories.vault.item_key import destroy_items
from wijkverhaal.stories.vault.refusal import LockedError
from wijkverhaal.stories.vault.session_lock import (
    IDLE,
    LONGEST,
    keep_open,
    new_secret,
    still_open,
)

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_it_stays_open_while_it_is_used(vault: Vault) -> None:
    secret, now = new_secret(), NOW
    stored = keep_open(secret, vault.key, "anna/1", now)
    while now - NOW + IDLE < LONGEST:
        now += IDLE - MINUTE
        opened = still_open(secret, stored, vault.file, "anna/1", now)
        assert opened.study_key == vault.key
        stored = opened.stored
    with pytest.raises(LockedError):
        still_open(secret, stored, vault.file, "anna/1", NOW + LONGEST + MINUTE)


def test_it_shuts_when_it_is_not_used(vault: Vault) -> None:
    secret = new_secret()
    stored = keep_open(secret, vault.key, "anna/1", NOW)
    assert still_open(secret, stored, vault.file, "anna/1", NOW + IDLE).study_key == vault.key
    with pytest.raises(LockedError):
        still_open(secret, stored, vault.file, "anna/1", NOW + IDLE + MINUTE)


def test_neither_half_opens_it_alone(vault: Vault) -> None:
    secret = new_secret()
    stored = keep_open(secret, vault.key, "anna/1", NOW)
    assert vault.key.key.hex() not in stored
    for cookie, visitor in ((new_secret(), "anna/1"), (secret, "bo/1"), ("", "anna/1"), ("é", "anna/1")):
        with pytest.raises(LockedError):
            still_open(cookie, stored, vault.file, visitor, NOW)


def test_a_later_hour_cannot_be_written_in(vault: Vault) -> None:
    secret = new_secret()
    read = json.loads(keep_open(secret, vault.key, "anna/1", NOW))
    read["used"] = read["since"] = (NOW + LONGEST).isoformat()
    with pytest.raises(LockedError):
        still_open(secret, json.dumps(read), vault.file, "anna/1", NOW + LONGEST)


def test_it_shuts_when_the_key_was_renewed(vault: Vault) -> None:
    secret = new_secret()
    stored = keep_open(secret, vault.key, "anna/1", NOW)
    file, _key = destroy_items(vault.file, vault.key, ["interview/1"], NOW)
    with pytest.raises(LockedError):
        still_open(secret, stored, file, "anna/1", NOW)


def test_it_opens_no_other_study(vault: Vault) -> None:
    secret = new_secret()
    stored = keep_open(secret, vault.key, "anna/1", NOW)
    with pytest.raises(LockedError):
        still_open(secret, stored, replace(vault.file, study="s2"), "anna/1", NOW)


@pytest.mark.parametrize("stored", ["", "{}", "[]", "null", '{"since": 1}'])
def test_what_was_never_stored_is_shut(vault: Vault, stored: str) -> None:
    with pytest.raises(LockedError):
        still_open(new_secret(), stored, vault.file, "anna/1", NOW)
