# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A day as a reader writes it: 22 november 2026."""

from datetime import datetime

from babel.dates import format_date
from django.utils import timezone

from wijkverhaal.foundation.language import current_language


def day(moment: str) -> str:
    """The day of a moment in ISO 8601; what is no moment stays as it is."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    return format_date(local, "d MMMM y", locale=current_language())
