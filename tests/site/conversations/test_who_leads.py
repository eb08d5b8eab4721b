# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation is its facilitators'; when all of them are gone it does not stay behind a closed door."""

from __future__ import annotations

from ..conftest import visitor_with
from .conftest import Table


def test_another_facilitator_comes_in_only_when_nobody_leads_it_any_more(table: Table) -> None:
    from wijkverhaal.site.accounts.models import Account

    other = visitor_with("facilitator", "reader")
    assert other.get(table.address()).status_code == 404
    assert table.address() not in other.get("/gesprek/").text
    left, _new = Account.objects.get_or_create(name="vertrokken", is_active=False)
    table.stored.facilitators.set([left])
    assert table.address() in other.get("/gesprek/").text
    assert other.get(table.address()).status_code == 200
    answer = other.post(table.address("wissen/"), {"titel": table.stored.title})
    assert answer.status_code == 302
    assert other.get(table.address()).status_code == 404
