# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""At most two passwords at a time; who gets no turn is told so, and nothing counts."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from .people import PASSWORD, fresh_client, log_in, person

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.any_database


def test_who_gets_no_turn_is_asked_to_wait(
    on_a_server: None, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from axes.models import AccessAttempt

    from wijkverhaal.site.accounts import hashing

    monkeypatch.setattr(hashing, "_PATIENCE", 0.01)
    person("druk-1")
    with ExitStack() as others:
        for _turn in range(hashing.AT_ONCE):
            others.enter_context(hashing.hashing())
        answer = stranger.post("/inloggen/", {"naam": "druk-1", "wachtwoord": PASSWORD})
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "60"
        assert "Even wachten" in answer.text
    assert not AccessAttempt.objects.exists()
    assert log_in(fresh_client(), "druk-1") == 302
