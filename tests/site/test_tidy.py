# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site forgets, and what it does not forget yet."""

from __future__ import annotations

from datetime import timedelta

from .conftest import Site
from .people import person


def test_old_things_go_and_others_stay(site: Site) -> None:
    from axes.models import AccessAttempt
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from wijkverhaal.site.accounts.models import ApiToken, OneTimeLink
    from wijkverhaal.site.log.models import Event
    from wijkverhaal.site.tidy import tidy

    now, account = timezone.now(), person("opruimen-1")
    moment = Event._meta.get_field("moment")
    moment.auto_now_add = False
    try:
        events = [Event.objects.create(key="logged-out", moment=now - timedelta(days=n)) for n in (733, 700)]
    finally:
        moment.auto_now_add = True
    late, early = now + timedelta(days=1), now - timedelta(days=2)
    for name, until in (("oud", early), ("nieuw", late)):
        OneTimeLink.objects.create(account=account, digest=f"opruimen-{name}", expires=until)
        ApiToken.objects.create(account=account, label=name, digest=f"opruimen-{name}", expires=until)
        Session.objects.create(session_key=f"opruimen-{name}", session_data="", expire_date=until)
        attempt = AccessAttempt.objects.create(username=f"opruimen-{name}", failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=until)
    assert tidy() == 1
    assert list(Event.objects.filter(pk__in=[one.pk for one in events])) == [events[1]]
    assert list(account.onetimelink_set.values_list("digest", flat=True)) == ["opruimen-nieuw"]
    assert list(account.tokens.values_list("label", flat=True)) == ["nieuw"]
    assert [one.session_key for one in Session.objects.filter(session_key__startswith="opruimen")] == [
        "opruimen-nieuw"
    ]
    assert AccessAttempt.objects.filter(username__startswith="opruimen").count() == 1


def test_old_jobs_go_with_the_name_of_who_asked_but_never_an_open_one(site: Site) -> None:
    from django.utils import timezone

    from wijkverhaal.site.jobs.models import FINISHED, WAITING, Job
    from wijkverhaal.site.tidy import tidy

    made = {}
    for state, days in ((FINISHED, 733), (FINISHED, 700), (WAITING, 733)):
        job = Job.objects.create(kind="look", who="opruimen-2", state=state, fingerprint=f"{state}{days}")
        Job.objects.filter(pk=job.pk).update(made=timezone.now() - timedelta(days=days))
        made[state, days] = job.pk
    tidy()
    left = set(Job.objects.filter(who="opruimen-2").values_list("pk", flat=True))
    assert left == {made[FINISHED, 700], made[WAITING, 733]}
    Job.objects.filter(who="opruimen-2").delete()
