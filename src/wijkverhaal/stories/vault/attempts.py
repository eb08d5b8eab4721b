# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guessing made slow: after some wrong passphrases one has to wait, each time longer.

The caller keeps the state, per study and holder and not per visitor, so that a new session or another
address does not begin anew.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, ngettext

_FREE = 3
_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True)
class Attempts:
    """Wrong passphrases in a row.

    Attributes
    ----------
    wrong : int
    last : datetime or None
        The moment of the last of them, with a time zone.
    """

    wrong: int = 0
    last: datetime | None = None

    def after_wrong(self, now: datetime) -> "Attempts":
        """The state after one more. Store it before the passphrase is tried, and clear it when it fits:
        then many tries at the same moment do not all count as the first."""
        return Attempts(self.wrong + 1, now)

    def wait(self, now: datetime) -> timedelta:
        """How long until the next try; zero where one may.

        >>> from datetime import UTC
        >>> noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
        >>> Attempts(3, noon).wait(noon).seconds, Attempts(5, noon).wait(noon).seconds
        (15, 60)
        """
        if self.last is None or self.wrong < _FREE:
            return timedelta()
        doublings: int = min(self.wrong - _FREE, 20)
        pause = min(_LONGEST_WAIT, _FIRST_WAIT * float(1 << doublings))
        return max(timedelta(), min(pause, self.last + pause - now))


def check_attempt(attempts: Attempts, now: datetime) -> None:
    """Refuse a try that comes too soon.

    Raises
    ------
    InputError
        With how long to wait.
    """
    wait = attempts.wait(now)
    if not wait:
        return
    seconds = ceil(wait.total_seconds())
    if seconds < 90:
        raise InputError(
            ngettext(
                "De wachtzin was te vaak fout; wacht {count} seconde.",
                "De wachtzin was te vaak fout; wacht {count} seconden.",
                seconds,
            ).format(count=seconds)
        )
    raise InputError(
        _("De wachtzin was te vaak fout; wacht {count} minuten.").format(count=ceil(seconds / 60))
    )
