# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which run readers see first; it lies in the database, so that every process knows it."""

from django.db import models


class ShownRun(models.Model):
    """A run that was chosen for everybody's start page; the last one that is still there counts."""

    run = models.CharField(max_length=150)
    chosen = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.run
