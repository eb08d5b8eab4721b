# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What another program proposes is a proposal; without it one goes on."""

from importlib.util import find_spec
from typing import Any

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories import deduce_hit
from wijkverhaal.stories.deduce_hit import deduce_hits

TEXT = "Lotte belde met Rubicon."


def _answer(monkeypatch: pytest.MonkeyPatch, found: Any) -> None:
    def run(_module: str, content: bytes, _seconds: float) -> Any:
        assert content.decode() == TEXT
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(deduce_hit, "run_apart", run)


def test_marks_become_proposals(monkeypatch: pytest.MonkeyPatch) -> None:
    _answer(monkeypatch, {"marks": [[16, 23, "instelling"], [0, 5, "persoon"], [20, 99, "persoon"]]})
    assert [(hit.text, hit.replacement, hit.rule) for hit in deduce_hits(TEXT)] == [
        ("Lotte", "[naam]", "deduce"),
        ("Rubicon", "[organisatie]", "deduce"),
    ]


@pytest.mark.parametrize(
    "found", [{"missing": True}, {"error": "KeyError"}, TimeoutError(), ValueError()], ids=str
)
def test_trouble_is_one_sentence(monkeypatch: pytest.MonkeyPatch, found: Any) -> None:
    _answer(monkeypatch, found)
    with pytest.raises(InputError, match="zonder"):
        deduce_hits(TEXT)


@pytest.mark.skipif(find_spec("deduce") is not None, reason="deduce is installed here")
def test_without_deduce_it_says_so() -> None:
    with pytest.raises(InputError, match="niet geïnstalleerd"):
        deduce_hits(TEXT)


def test_what_writes_no_json_is_trouble() -> None:
    with pytest.raises(InputError, match="niet gelukt"):
        deduce_hits(TEXT, reader="wijkverhaal.stories.hit")
