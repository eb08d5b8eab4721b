# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs of a country that does not exist, and English without a compiled catalogue."""

import gettext
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation import language

from .run_factory import fabricate_run

GEMEENTE = "GM9002"


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    language.use_language("nl")
    yield
    language.use_language("nl")


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fictional run of two years with 25 wijken."""
    return fabricate_run(tmp_path_factory.mktemp("runs") / "20260102-a", wijken=25)


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of one year that does not call itself fictional."""
    folder = tmp_path_factory.mktemp("runs") / "20260102-b"
    return fabricate_run(folder, years=(2022,), fictional=False)


@pytest.fixture(scope="session")
def run(run_folder: Path) -> FinishedRun:
    return FinishedRun.read(run_folder)


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The English catalogue, compiled from the source in the tree."""
    source = files("wijkverhaal") / "locale" / "en" / "LC_MESSAGES" / "wijkverhaal.po"
    compiled = BytesIO()
    with source.open("rb") as text:
        write_mo(compiled, read_po(text))
    compiled.seek(0)
    monkeypatch.setitem(language._catalogues, "en", gettext.GNUTranslations(compiled))
