# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How Django knows this app."""

from django.apps import AppConfig


class WijkenConfig(AppConfig):
    name = "wijkverhaal.site.wijken"
    label = "wijken"

    def ready(self) -> None:
        from wijkverhaal.site.wijken import forgetting, on_the_profile

        forgetting.listen()
        on_the_profile.register()
