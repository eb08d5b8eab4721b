# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""That the words of an explanation or agreement were taken away; what people wrote beside a figure."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("wijken", "0002_cooperation"),)

    operations = (
        migrations.AddField("storedhypothesis", "away", models.BooleanField(default=False)),
        migrations.AddField("storedagreement", "away", models.BooleanField(default=False)),
        migrations.AddField("discussedfigure", "reasons", models.JSONField(default=list)),
        migrations.AddField("discussedfigure", "wishes", models.JSONField(default=list)),
    )
