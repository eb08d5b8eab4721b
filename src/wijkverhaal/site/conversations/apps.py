# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How Django knows this app."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "wijkverhaal.site.conversations"
    label = "conversations"
