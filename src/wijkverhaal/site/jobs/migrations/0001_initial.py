# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Jobs, and the workers that do them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="WorkerSign",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150, unique=True)),
                ("seen", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("state", models.CharField(db_index=True, default="waiting", max_length=20)),
                ("fingerprint", models.CharField(max_length=64)),
                ("parameters", models.JSONField(default=dict)),
                ("language", models.CharField(default="nl", max_length=2)),
                ("who", models.CharField(blank=True, max_length=150)),
                ("worker", models.CharField(blank=True, max_length=150)),
                ("wanted_stop", models.BooleanField(default=False)),
                ("made", models.DateTimeField(auto_now_add=True)),
                ("started", models.DateTimeField(null=True)),
                ("ended", models.DateTimeField(null=True)),
                ("heartbeat", models.DateTimeField(null=True)),
                ("words", models.CharField(blank=True, max_length=300)),
                ("share", models.FloatField(default=0.0)),
                ("result", models.JSONField(default=dict)),
                ("trouble", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=("fingerprint",),
                        name="same_work_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("kind__in", ("import", "estimate", "remove")), ("state", "running")
                        ),
                        fields=("state",),
                        name="one_change_at_once",
                    ),
                ],
            },
        ),
    )
