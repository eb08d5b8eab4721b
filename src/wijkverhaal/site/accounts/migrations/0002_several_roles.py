# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An account may hold several roles; the one local account holds them all."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_LOCAL = "lokaal"
_ROLES = ("reader", "analyst", "researcher", "facilitator", "administrator")


def _move(apps: Any, _editor: Any) -> None:
    held = apps.get_model("accounts", "HeldRole")
    for account in apps.get_model("accounts", "Account").objects.all():
        for role in _ROLES if account.name == _LOCAL else (account.role,):
            held.objects.create(account=account, role=role)


class Migration(migrations.Migration):
    dependencies = (("accounts", "0001_initial"),)
    # allauth's own tables are filled from the address that an account has
    run_before = (("account", "0001_initial"),)
    operations = (
        migrations.AddField("account", "email", models.EmailField(blank=True, default="", max_length=254)),
        migrations.CreateModel(
            name="HeldRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=20)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held",
                        to="accounts.account",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "role"), name="one_role_once")]
            },
        ),
        migrations.RunPython(_move, migrations.RunPython.noop),
    )
