# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey of a conversation."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("conversations", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="Survey",
            fields=[
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="survey",
                        serialize=False,
                        to="conversations.conversation",
                    ),
                ),
                ("area", models.CharField(max_length=12)),
                ("state", models.CharField(default="voorbereid", max_length=20)),
                ("closed", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="SurveyPartner",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                ("organisation", models.CharField(max_length=30)),
                ("place", models.PositiveIntegerField(default=0)),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="conversations.survey",
                    ),
                ),
            ],
            options={
                "ordering": ("place", "id"),
            },
        ),
    )
