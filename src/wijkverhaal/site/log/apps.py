# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log as a Django app."""

from django.apps import AppConfig


class LogConfig(AppConfig):
    name = "wijkverhaal.site.log"
    label = "log"
