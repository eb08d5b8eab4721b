# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How near the door is to closing, over rules that each allow another number of failures."""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from django.db.models import Sum

from wijkverhaal.site.accounts.failures import FOR_ONE, rules


class FailureCount(AxesDatabaseHandler):
    """Counts as axes does, which knows one limit: the others are brought to its scale."""

    def get_failures(self, request: Any, credentials: dict[str, Any] | None = None) -> int:
        """The failures by the rule that is nearest to its end, as a part of `FOR_ONE`."""
        attempts = self.get_user_attempts(request, credentials)
        limits = [most for _together, most in rules(request, credentials)]
        return max(_failures(found) * FOR_ONE // most for found, most in zip(attempts, limits, strict=True))


def _failures(attempts: Any) -> int:
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
