# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events: added, never changed, and not erased before a year has passed."""

from typing import Any

from django.db import models


class AppendOnlyError(Exception):
    """Somebody's code tried to change what happened."""


class Event(models.Model):
    """One thing that happened. The name of who did it stays when the account goes.

    The database itself refuses changes too (migration 0001).
    """

    moment = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.CharField(max_length=150, blank=True)
    key = models.CharField(max_length=60, db_index=True)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ("-moment", "-id")

    def __str__(self) -> str:
        return f"{self.moment:%Y-%m-%d %H:%M} {self.key}"

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> Any:
        raise AppendOnlyError
