# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database keeps of how partners in a wijk work together: figures, never an answer."""

from django.db import models


class KeptCooperation(models.Model):
    """The figures of one survey, each with its bounds; `figures` holds a `NetworkFigures`."""

    area = models.CharField(max_length=12, db_index=True)
    conversation = models.CharField(max_length=40, db_index=True)
    held = models.DateField()
    figures = models.JSONField()

    class Meta:
        ordering = ("held", "pk")
        constraints = (
            models.UniqueConstraint(fields=["conversation", "area"], name="one_cooperation_per_survey"),
        )

    def __str__(self) -> str:
        return f"{self.area} {self.conversation}"
