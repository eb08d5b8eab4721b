# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The examples in the docstrings of this app, and names of files that somebody else chose."""

from __future__ import annotations

import doctest
import importlib
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ..conftest import Site

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize("name", ["batch", "words", "fingerprint", "tasks", "estimate_form"])
def test_examples_hold(name: str, site: Site) -> None:
    module = importlib.import_module(f"wijkverhaal.site.jobs.{name}")
    outcome = doctest.testmod(module)
    assert outcome.attempted > 0
    assert outcome.failed == 0


@given(st.text(max_size=300))
def test_a_name_is_one_safe_part_of_a_path(given_name: str) -> None:
    from wijkverhaal.site.jobs.batch import clean_name

    name = clean_name(given_name)
    assert 1 <= len(name) <= 101
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).drive
    assert name not in (".", "..")
    assert not name.startswith((".", "=", "+", "@"))
    assert clean_name(name) == name


@pytest.mark.parametrize("name", ["CON", "nul.csv", "COM1.tar.gz", "aux"])
def test_a_name_is_no_device_of_windows(name: str) -> None:
    from wijkverhaal.site.jobs.batch import clean_name

    assert clean_name(name) == f"_{name}"


def test_the_year_in_a_name_stays() -> None:
    from wijkverhaal.site.jobs.batch import clean_name

    assert clean_name("C:\\Mijn map\\Kerncijfers wijken 2021 (2).xlsx") == "Kerncijfers wijken 2021 (2).xlsx"


@pytest.mark.parametrize("token", ["", "..", "0" * 31, "0" * 32 + "/..", "g" * 32, "0" * 32 + "\n"])
def test_only_our_own_batches_can_be_named(token: str, tmp_path: object) -> None:
    from pathlib import Path

    from wijkverhaal.site.jobs.batch import batch_folder

    with pytest.raises(ValueError, match="no token"):
        batch_folder(Path("/somewhere"), token)
