# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer to a neighbourhood question as evidence."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from tests.site.conftest import Site

from .conftest import HOME

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.wijken.models import StoredHypothesis

ANSWER = "20260102-local"


def _answer(site: Site) -> None:
    gain = {"difference": -3.0, "standard_error": 4.0, "wijken": 20, "verdict": "no detectable gain"}
    folder = site.root / "questions" / ANSWER
    folder.mkdir(parents=True)
    content = {
        "id": ANSWER,
        "question": "local",
        "created": "2026-01-02T03:04:05",
        "family": "cbs",
        "outcome": "jeugdzorg",
        "year": 2022,
        "place": "GM9002",
        "fictional": True,
        "gain": gain,
        "inputs": [],
        "wijken": [],
    }
    (folder / "question.json").write_text(json.dumps(content), "utf-8")


def test_its_verdict_hangs_on_an_explanation_and_says_when_it_is_gone(
    site: Site, facilitator: Client, reader: Client, hypothesis: StoredHypothesis
) -> None:
    there = f"{HOME}verklaringen/{hypothesis.id}/"
    form = {"wat": "wijkvraag", "wijkvraag": ANSWER, "richting": "tegen"}
    assert facilitator.post(f"{there}bewijs/", form).status_code == 400
    _answer(site)
    try:
        assert f'value="{ANSWER}"' in facilitator.get(there).content.decode()
        assert facilitator.post(f"{there}bewijs/", form).status_code == 302
        page = reader.get(there).content.decode()
        assert "Eigen cijfers van GM9002" in page
        assert "0 stukken bewijs voor en 1 stuk bewijs tegen" in page
    finally:
        shutil.rmtree(site.root / "questions" / ANSWER)
    assert "Deze uitkomst van de buurtvraag is er niet meer." in reader.get(there).content.decode()
