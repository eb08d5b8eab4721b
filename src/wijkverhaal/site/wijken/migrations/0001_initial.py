# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays with a wijk: explanations, evidence, agreements, figures talked about, the Wijkverhaal."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = (("studies", "0002_released_quotations"),)

    operations = (
        migrations.CreateModel(
            name="DiscussedFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area", models.CharField(db_index=True, max_length=12)),
                ("conversation", models.CharField(db_index=True, max_length=40)),
                ("run", models.CharField(max_length=121)),
                ("figure", models.JSONField()),
                ("place", models.PositiveIntegerField(default=0)),
                ("recognition", models.JSONField(null=True)),
                ("valuation", models.JSONField(null=True)),
                ("held", models.DateField()),
            ],
            options={
                "ordering": ("held", "place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="WijkChange",
            fields=[
                ("area", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="StoredDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area", models.CharField(max_length=12)),
                ("language", models.CharField(max_length=2)),
                ("version", models.PositiveIntegerField(default=0)),
                ("run", models.CharField(blank=True, max_length=121)),
                ("year", models.PositiveIntegerField(default=0)),
                ("content", models.JSONField()),
                ("changed", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("area", "language"), name="one_wijkverhaal_per_language")
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredHypothesis",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("area", models.CharField(db_index=True, max_length=12)),
                ("run", models.CharField(max_length=121)),
                ("year", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("tag", models.CharField(max_length=20)),
                ("state", models.CharField(default="open", max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("conversation", models.CharField(blank=True, db_index=True, max_length=40)),
                ("statement", models.CharField(blank=True, max_length=40)),
                ("made", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("made", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("statement", ""), _negated=True),
                        fields=("conversation", "area", "statement"),
                        name="one_hypothesis_per_statement",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredEvidence",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=30)),
                ("direction", models.CharField(max_length=10)),
                ("run", models.CharField(blank=True, max_length=121)),
                ("figure", models.JSONField(null=True)),
                ("question", models.CharField(blank=True, max_length=121)),
                ("text", models.TextField(blank=True)),
                ("address", models.CharField(blank=True, max_length=500)),
                ("remark", models.TextField(blank=True)),
                ("made", models.DateTimeField(auto_now_add=True)),
                (
                    "quotation",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to="studies.releasedquotation"
                    ),
                ),
                (
                    "hypothesis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="wijken.storedhypothesis",
                    ),
                ),
            ],
            options={
                "ordering": ("made", "id"),
            },
        ),
        migrations.CreateModel(
            name="StoredAgreement",
            fields=[
                ("id", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("area", models.CharField(db_index=True, max_length=12)),
                ("run", models.CharField(max_length=121)),
                ("year", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("owner", models.CharField(max_length=200)),
                ("owner_is_person", models.BooleanField(default=False)),
                ("due", models.DateField(db_index=True)),
                ("indicator", models.CharField(blank=True, max_length=80)),
                ("state", models.CharField(default="afgesproken", max_length=20)),
                ("conversation", models.CharField(blank=True, db_index=True, max_length=40)),
                ("contribution", models.CharField(blank=True, max_length=40)),
                ("made", models.DateTimeField(auto_now_add=True)),
                (
                    "hypothesis",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, to="wijken.storedhypothesis"
                    ),
                ),
            ],
            options={
                "ordering": ("due", "id"),
            },
        ),
        migrations.CreateModel(
            name="ChosenQuotation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area", models.CharField(db_index=True, max_length=12)),
                (
                    "quotation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="studies.releasedquotation"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("area", "quotation"), name="one_quotation_per_wijk")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reflection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("run", models.CharField(max_length=121)),
                ("text", models.TextField()),
                ("made", models.DateTimeField(auto_now=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reflections",
                        to="wijken.storedagreement",
                    ),
                ),
            ],
            options={
                "ordering": ("made", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("agreement", "run"), name="one_reflection_per_run")
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("by", models.CharField(blank=True, max_length=150)),
                ("taken_from", models.BooleanField(default=False)),
                ("saved", models.DateTimeField(auto_now_add=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="wijken.storeddocument",
                    ),
                ),
            ],
            options={
                "ordering": ("-version",),
                "constraints": [
                    models.UniqueConstraint(fields=("document", "version"), name="one_document_version_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="storedagreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contribution", ""), _negated=True),
                fields=("conversation", "area", "contribution"),
                name="one_agreement_per_contribution",
            ),
        ),
    )
