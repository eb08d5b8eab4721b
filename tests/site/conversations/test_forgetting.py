# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names go a month after the end; a conversation goes when a facilitator says so."""

from __future__ import annotations

from datetime import timedelta

from .conftest import Table


def test_names_and_links_go_a_month_after_the_end(table: Table) -> None:
    from django.utils import timezone

    from wijkverhaal.site.conversations.contributions.forgetting import KEPT_DAYS, forget_names
    from wijkverhaal.site.conversations.models import Conversation, Entry
    from wijkverhaal.site.tidy import tidy

    person = table.join("Naam-van-iemand")
    table.lead(stap="verklaren")
    person.say("Een zin die mag blijven")
    person.say("Een zin met Jantje")
    kept, off = (str(one) for one in table.serials("statement"))
    table.do("weghalen", nummer=off, reden="naam")
    table.lead(doe="sluit")
    now = timezone.now()
    forget_names(now + timedelta(days=KEPT_DAYS) - timedelta(minutes=1))
    assert table.stored.participants.get().name == "Naam-van-iemand"
    ended = now - timedelta(days=KEPT_DAYS, minutes=1)
    Conversation.objects.filter(pk=table.id).update(closed=ended)
    for _time in range(2):
        tidy()
    assert table.stored.participants.get().name == ""
    assert table.stored.invitations.count() == 0
    assert person.client.get(person.address()).status_code == 404
    words = str(list(Entry.objects.filter(conversation=table.id).values_list("content", flat=True)))
    assert "Jantje" not in words
    report = table.leader.get(table.address("verslag/")).text
    assert "Een zin die mag blijven" in report
    assert "Jantje" not in report
    assert kept != off


def test_a_conversation_that_nobody_closes_forgets_after_a_year(table: Table) -> None:
    from django.utils import timezone

    from wijkverhaal.site.conversations.contributions.forgetting import forget_names

    table.join("Naam-van-iemand")
    table.lead(doe="sluit")
    table.lead(doe="begin")
    forget_names(timezone.now() + timedelta(days=360))
    assert table.stored.participants.get().name == "Naam-van-iemand"
    forget_names(timezone.now() + timedelta(days=366))
    assert table.stored.participants.get().name == ""


def test_a_conversation_is_erased_with_all_of_it_but_not_what_the_wijk_keeps(table: Table) -> None:
    from wijkverhaal.site.conversations.models import Conversation, Entry, StoredInvitation, StoredParticipant
    from wijkverhaal.site.wijken.hypotheses import hypotheses_of_conversation

    person = table.join()
    table.lead(stap="verklaren")
    person.say("Er is weinig te doen.")
    table.do("verklaring", uitspraak=str(table.serials("statement")[0]))
    wrong = table.do("wissen", titel="iets anders")
    assert wrong.status_code == 400
    assert Conversation.objects.filter(pk=table.id).exists()
    assert table.do("wissen", titel="Verzonnen gesprek").status_code == 302
    for model in (Entry, StoredInvitation, StoredParticipant):
        assert not model.objects.filter(conversation=table.id).exists()
    assert person.client.get(person.address()).status_code == 404
    assert person.client.get(person.address("stand/")).status_code == 404
    assert len(hypotheses_of_conversation(table.id)) == 1
