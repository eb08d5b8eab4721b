# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How Django knows this app."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "wijkverhaal.site.conversations"
    label = "conversations"

    def ready(self) -> None:
        from wijkverhaal.site.conversations.leading.about_a_wijk import about_a_wijk
        from wijkverhaal.site.wijken.conversations_told import register

        register(about_a_wijk)
