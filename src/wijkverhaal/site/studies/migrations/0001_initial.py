# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies with their members, sealed records and texts, and the chain of what happened."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = (migrations.swappable_dependency(settings.AUTH_USER_MODEL),)

    operations = (
        migrations.CreateModel(
            name="StoredStudy",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=150)),
                ("keep_until", models.DateField()),
                ("made", models.DateTimeField(auto_now_add=True)),
                ("change", models.PositiveIntegerField(default=0)),
                ("item_number", models.PositiveIntegerField(default=1)),
                ("to_destroy", models.JSONField(default=list)),
            ],
            options={
                "ordering": ("made", "id"),
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("draft", models.CharField(max_length=32, unique=True)),
                ("made", models.DateTimeField(auto_now_add=True)),
                ("sealed", models.BinaryField()),
                (
                    "study",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="studies.storedstudy"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StoredRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record", models.CharField(max_length=80)),
                ("item", models.CharField(max_length=100)),
                ("version", models.PositiveIntegerField()),
                ("bulk", models.BooleanField(default=False)),
                ("sealed", models.BinaryField()),
                (
                    "study",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="studies.storedstudy"),
                ),
            ],
            options={
                "ordering": ("pk",),
                "indexes": [
                    models.Index(fields=["study", "item"], name="studies_sto_study_i_aae912_idx"),
                    models.Index(fields=["study", "bulk"], name="studies_sto_study_i_5ca5f3_idx"),
                ],
                "constraints": [models.UniqueConstraint(fields=("study", "record"), name="one_record_once")],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=12)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="studies.storedstudy",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("study", "account", "role"), name="one_study_role_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="LogLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("moment", models.CharField(max_length=40)),
                ("actor", models.CharField(max_length=150)),
                ("kind", models.CharField(max_length=30)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("seal", models.CharField(max_length=64)),
                ("action", models.CharField(blank=True, db_index=True, max_length=32)),
                ("undoes", models.CharField(blank=True, max_length=32)),
                ("item", models.CharField(blank=True, max_length=100)),
                ("content", models.BinaryField(null=True)),
                (
                    "study",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="studies.storedstudy"),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(fields=("study", "number"), name="one_log_number_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.CharField(max_length=100)),
                ("field", models.CharField(max_length=20)),
                ("version", models.PositiveIntegerField(default=1)),
                ("sealed", models.BinaryField()),
                (
                    "study",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="studies.storedstudy"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("study", "item", "field"), name="one_text_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("holder", models.CharField(max_length=100)),
                ("wrong", models.PositiveIntegerField(default=0)),
                ("last", models.DateTimeField(null=True)),
                (
                    "study",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="studies.storedstudy"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("study", "holder"), name="one_holder_tries_once")
                ],
            },
        ),
    )
