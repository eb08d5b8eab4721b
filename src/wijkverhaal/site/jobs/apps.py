# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How Django knows this app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "wijkverhaal.site.jobs"
    label = "jobs"
