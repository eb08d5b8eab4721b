# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations with their links, who is in, and what they contributed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = (migrations.swappable_dependency(settings.AUTH_USER_MODEL),)

    operations = (
        migrations.CreateModel(
            name="Conversation",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=150)),
                ("goal", models.TextField(blank=True)),
                ("wijken", models.JSONField(default=list)),
                ("run", models.CharField(max_length=121)),
                ("year", models.PositiveIntegerField()),
                ("figures", models.JSONField(default=list)),
                ("quotations", models.JSONField(default=list)),
                ("anonymous", models.BooleanField(default=True)),
                ("state", models.CharField(default="voorbereid", max_length=20)),
                ("step", models.CharField(default="herkennen", max_length=20)),
                ("figure", models.PositiveIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=0)),
                ("last_serial", models.PositiveIntegerField(default=0)),
                ("erasures", models.PositiveIntegerField(default=0)),
                ("grouping", models.JSONField(null=True)),
                ("made", models.DateTimeField(auto_now_add=True)),
                ("started", models.DateTimeField(null=True)),
                ("closed", models.DateTimeField(db_index=True, null=True)),
                ("forgotten", models.BooleanField(default=False)),
                (
                    "facilitators",
                    models.ManyToManyField(related_name="conversations", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "ordering": ("-made", "id"),
            },
        ),
        migrations.CreateModel(
            name="StoredInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=60)),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("expires", models.DateTimeField()),
                ("revoked", models.BooleanField(default=False)),
                ("made", models.DateTimeField(auto_now_add=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ("made", "pk"),
            },
        ),
        migrations.CreateModel(
            name="StoredParticipant",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("name", models.CharField(blank=True, max_length=80)),
                ("organisation", models.CharField(blank=True, max_length=30)),
                ("serial", models.PositiveIntegerField()),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("withdrawn", models.BooleanField(default=False)),
                ("nobody", models.BooleanField(default=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ("serial", "id"),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("serial", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("client_key", models.CharField(max_length=64)),
                ("content", models.JSONField()),
                ("erased", models.BooleanField(default=False)),
                ("moment", models.DateTimeField(auto_now_add=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="conversations.storedparticipant",
                    ),
                ),
            ],
            options={
                "ordering": ("conversation", "serial"),
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "serial"), name="one_entry_per_serial"),
                    models.UniqueConstraint(
                        fields=("conversation", "participant", "client_key"), name="one_entry_per_client_key"
                    ),
                ],
            },
        ),
    )
