# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations that a researcher let go for conversations."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("studies", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="ReleasedQuotation",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("record", models.CharField(max_length=80)),
                ("family", models.CharField(max_length=80)),
                ("informant", models.CharField(blank=True, max_length=80)),
                ("history", models.BooleanField(default=False)),
                ("text", models.TextField()),
                ("role", models.CharField(max_length=100)),
                ("factor", models.CharField(blank=True, max_length=200)),
                ("until", models.DateField()),
                ("made", models.DateTimeField(auto_now_add=True)),
                (
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="released",
                        to="studies.storedstudy",
                    ),
                ),
            ],
            options={
                "ordering": ("made", "id"),
                "indexes": [models.Index(fields=["study", "family"], name="studies_rel_study_i_47cab8_idx")],
                "constraints": [models.UniqueConstraint(fields=("study", "record"), name="one_release_once")],
            },
        ),
    )
