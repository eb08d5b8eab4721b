# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log: one sentence per event, added and never changed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from wijkverhaal.foundation.language import speaking

from .conftest import Site


def test_every_event_has_a_sentence_in_both_languages(site: Site) -> None:
    from wijkverhaal.site.log.events import sentences

    with speaking("nl"):
        dutch = sentences()
    with speaking("en"):
        english = sentences()
    assert all(text.endswith(".") for text in dutch.values())
    assert [key for key in dutch if dutch[key] == english[key]] == []


def test_an_event_tells_who_did_what(site: Site) -> None:
    from wijkverhaal.site.accounts.one_time_link import local_account
    from wijkverhaal.site.log.events import sentence
    from wijkverhaal.site.log.record import record

    event = record("logged-in", local_account(), way="link")
    assert sentence(event.key, event.actor, event.facts) == "lokaal kwam binnen (link)."


def test_an_event_that_is_unknown_or_told_otherwise_is_refused(site: Site) -> None:
    from wijkverhaal.site.log.record import record

    with pytest.raises(ValueError, match="no such event"):
        record("nothing")
    with pytest.raises(ValueError, match="tells"):
        record("logged-in", None, way="link", password="x")  # noqa: S106 (the refusal is the test)


def test_nobody_changes_or_erases_what_happened(site: Site) -> None:
    from django.db import DatabaseError, transaction

    from wijkverhaal.site.log.models import AppendOnlyError, Event
    from wijkverhaal.site.log.record import record

    event = record("logged-out")
    event.actor = "iemand anders"
    for change in (event.save, event.delete):
        with pytest.raises(AppendOnlyError):
            change()
    chosen = Event.objects.filter(pk=event.pk)
    for around in (lambda: chosen.update(actor="iemand anders"), chosen.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            around()
    assert Event.objects.get(pk=event.pk).actor == ""


def test_what_is_older_than_a_year_can_be_erased(site: Site) -> None:
    from django.utils import timezone

    from wijkverhaal.site.log.models import Event

    moment = Event._meta.get_field("moment")
    moment.auto_now_add = False
    try:
        old = Event.objects.create(key="logged-out", moment=timezone.now() - timedelta(days=400))
    finally:
        moment.auto_now_add = True
    Event.objects.filter(pk=old.pk).delete()
    assert not Event.objects.filter(pk=old.pk).exists()
