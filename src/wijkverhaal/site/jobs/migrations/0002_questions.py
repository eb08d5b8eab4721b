# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A question about the neighbourhood rests on the sources too: never beside a change of them."""

from django.db import migrations, models

_NAME = "one_change_at_once"


class Migration(migrations.Migration):
    dependencies = (("jobs", "0001_initial"),)

    operations = (
        migrations.RemoveConstraint(model_name="job", name=_NAME),
        migrations.AddConstraint(
            model_name="job",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("kind__in", ("import", "estimate", "remove", "neighbourhood", "local")),
                    ("state", "running"),
                ),
                fields=("state",),
                name=_NAME,
            ),
        ),
    )
