# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How partners in a wijk say that they work together."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("wijken", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="KeptCooperation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area", models.CharField(db_index=True, max_length=12)),
                ("conversation", models.CharField(db_index=True, max_length=40)),
                ("held", models.DateField()),
                ("figures", models.JSONField()),
            ],
            options={
                "ordering": ("held", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conversation", "area"), name="one_cooperation_per_survey"
                    )
                ],
            },
        ),
    )
