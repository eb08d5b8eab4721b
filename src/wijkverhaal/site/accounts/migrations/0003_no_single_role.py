# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The single role goes; a step of its own, for PostgreSQL alters no table that it just filled."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("accounts", "0002_several_roles"),)
    operations = (migrations.RemoveField("account", "role"),)
