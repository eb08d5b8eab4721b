# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the site forgets after a while; for every night, and for every start."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from wijkverhaal.site.accounts.models import ApiToken, OneTimeLink
from wijkverhaal.site.conversations.contributions.forgetting import forget_names
from wijkverhaal.site.jobs.models import OPEN, Job
from wijkverhaal.site.log.models import Event
from wijkverhaal.site.studies.models import Draft, ReleasedQuotation
from wijkverhaal.site.studies.names import proposals

#: A leap year, so that no event goes before its years are full.
_YEAR = timedelta(days=366)
_FAILURES = timedelta(days=1)
#: An interview that somebody sent and never confirmed.
_DRAFTS = timedelta(days=1)


def tidy() -> int:
    """Erase old events, jobs and failures, visits that are over, links and tokens without use, and names.

    Returns
    -------
    int
        How many events were erased; of the rest nobody needs to know.
    """
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    OneTimeLink.objects.filter(expires__lt=now).delete()
    Draft.objects.filter(made__lt=now - _DRAFTS).delete()
    proposals.sweep()
    ReleasedQuotation.objects.filter(until__lt=timezone.localdate()).delete()
    ApiToken.objects.filter(expires__lt=now).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - _FAILURES).delete()
    forget_names(now)
    kept = now - settings.SERVER.log_years * _YEAR
    Job.objects.filter(made__lt=kept).exclude(state__in=OPEN).delete()
    erased, _counts = Event.objects.filter(moment__lt=kept).delete()
    return int(erased)
