# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A passphrase or code that is tried: counted before it is looked at, refused when wrong too often."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from wijkverhaal.site.studies.models import StoredStudy, Tries
from wijkverhaal.stories.vault.attempts import Attempts, check_attempt


@dataclass(frozen=True)
class Guard:
    """A try that was counted as wrong before it was made."""

    tries: Tries

    def clear(self) -> None:
        """It fitted."""
        Tries.objects.filter(pk=self.tries.pk).update(wrong=0, last=None)


def guarded(stored: StoredStudy, holder: str) -> Guard:
    """Count a try before it is made, or refuse it.

    Raises
    ------
    InputError
    """
    now = timezone.now()
    Tries.objects.get_or_create(study=stored, holder=holder)
    with transaction.atomic():
        tries = Tries.objects.select_for_update().get(study=stored, holder=holder)
        attempts = Attempts(tries.wrong, tries.last)
        check_attempt(attempts, now)
        after = attempts.after_wrong(now)
        Tries.objects.filter(pk=tries.pk).update(wrong=after.wrong, last=after.last)
    return Guard(tries)
