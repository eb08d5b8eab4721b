# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands above every page where the figures of the workspace are not real."""

from django.conf import settings

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.publication.sentence import fictional_label


def label() -> str:
    """The label of fictional figures; empty where they are real, not there yet, or past knowing."""
    try:
        return fictional_label() if settings.FILES.workspace.fictional else ""
    except WijkverhaalError:
        return ""
