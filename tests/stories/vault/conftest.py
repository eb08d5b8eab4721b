# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys of an invented study; the slow step is made as light as the program still accepts."""

import os
from typing import NamedTuple

import pytest

from wijkverhaal.stories.vault.item_key import add_item
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.opening import new_key_file
from wijkverhaal.stories.vault.passphrase import Stretch

ANNA = "vier groene stoelen op dinsdag"
BO = "een fiets zonder zadel in de regen"


class Vault(NamedTuple):
    file: KeyFile
    key: StudyKey
    code: str


def _light() -> Stretch:
    return Stretch("argon2id", (2, 19 * 1024, 1), os.urandom(16))


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkverhaal.stories.vault.holder.new_stretch", _light)
    monkeypatch.setattr("wijkverhaal.stories.vault.register_file.new_stretch", _light)


@pytest.fixture
def vault() -> Vault:
    """A study with one holder and the keys of two interviews."""
    file, key, code = new_key_file("s1", "anna", ANNA)
    for item in ("interview/1", "interview/2"):
        file = add_item(file, key, item)
    return Vault(file, key, code)
